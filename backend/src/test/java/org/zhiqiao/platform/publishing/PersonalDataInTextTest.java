package org.zhiqiao.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiqiao.platform.taxonomy.Bilingual;

class PersonalDataInTextTest {

	private static List<ArticleFinding> in(String text) {
		return PersonalDataInText.in(new ArticleContent(ArticleKind.NEWS, null, null, Bilingual.NONE,
				new Bilingual("<p>" + text + "</p>", null), List.of(), List.of(), List.of(), List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"请电13812345678联系|phone|13812345678", "电话：138 1234 5678。|phone|138 1234 5678",
			"手机１３８１２３４５６７８|phone|１３８１２３４５６７８", "座机 0551-62901234 找王|phone|0551-62901234",
			"call +49 89 1234 5678 now|phone|+49 89 1234 5678", "+86-138-1234-5678|phone|+86-138-1234-5678",
			"身份证34010219800101123X号|identity|34010219800101123X",
			"card 6222 0212 3456 7894 please|bank-card|6222 0212 3456 7894",
			"mail zhang.wei@example.com.cn ok|email|zhang.wei@example.com.cn", "护照E12345678。|passport|E12345678"})
	void finds(String text, String kind, String found) {
		var findings = in(text);
		assertThat(findings).extracting(ArticleFinding::kind, ArticleFinding::found)
				.containsExactly(org.assertj.core.groups.Tuple.tuple(kind, found));
		var one = findings.getFirst();
		assertThat(one.pointer()).isEqualTo("/text/zh");
		assertThat(text.substring(one.from(), one.to())).as("its position").isEqualTo(found);
	}

	@ParameterizedTest
	@ValueSource(strings = {"2026年3月1日", "投资1.38亿元，产能20000吨", "专利ZL202310123456.7", "GB/T 18336", "6222021234567895",
			"效率提高13.8%", "1949-2026", "ISO 26262"})
	void letsOrdinaryFiguresPass(String text) {
		assertThat(in(text)).isEmpty();
	}

	@Test
	void looksAtTitlesLinksAndDescriptionsToo() {
		var content = new ArticleContent(ArticleKind.CASE, null, null, new Bilingual("找13812345678", "Ask a@b.org"),
				new Bilingual(null,
						"<p><a href=\"https://x.example/?q=c@d.org\">x</a></p><figure><img src=\"/api/articles/pictures/"
								+ "0f8fad5b-d9cb-469f-a165-70867728950e\" alt=\"badge 13912345678\"></figure>"),
				List.of(), List.of(), List.of(), List.of());
		assertThat(PersonalDataInText.in(content)).extracting(ArticleFinding::found)
				.containsExactly("13812345678", "a@b.org", "13912345678", "c@d.org");
	}

}
