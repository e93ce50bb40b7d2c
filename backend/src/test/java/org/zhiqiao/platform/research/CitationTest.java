package org.zhiqiao.platform.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.research.ResearchTable.EditionDate;
import org.zhiqiao.platform.research.ResearchViews.ResearchAuthor;
import org.zhiqiao.platform.research.ResearchViews.ResearchText;
import org.zhiqiao.platform.research.ResearchViews.ResearchView;
import org.zhiqiao.platform.taxonomy.Bilingual;

class CitationTest {

	private static final Instant PUBLISHED = Instant.parse("2026-11-28T20:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 12, 24);

	@Test
	void citesAfterTheStandard() {
		assertThat(Citation.gbt(List.of("周砚铭", "林若溪"), "对德合作", 1, PUBLISHED, TODAY, "https://example.org/research/7"))
				.isEqualTo("周砚铭, 林若溪. 对德合作[R/OL]. (2026-11-29)[2026-12-24]. https://example.org/research/7.");
		assertThat(
				Citation.gbt(List.of("甲", "乙", "丙", "丁"), "题", 2, PUBLISHED, TODAY, "https://example.org/research/7"))
				.isEqualTo("甲, 乙, 丙, 等. 题[R/OL]. 2版. (2026-11-29)[2026-12-24]. https://example.org/research/7.");
	}

	@Test
	void citesInEnglish() {
		assertThat(Citation.english(List.of("Zhou Yanming"), "Working with Germany", 2, PUBLISHED, TODAY,
				"https://example.org/research/7"))
				.isEqualTo("Zhou Yanming (2026). Working with Germany (edition 2). Zhiqiao, 29 November 2026. "
						+ "https://example.org/research/7 (seen on 24 December 2026).");
		assertThat(Citation.english(List.of(), "Title", 1, PUBLISHED, TODAY, "https://example.org/research/7"))
				.startsWith("Zhiqiao (2026). Title.");
	}

	@Test
	void tellsMachinesOfAStudyAndLetsNoTitleEndTheScript() {
		var study = new ResearchView(7, new ResearchText(ResearchKind.STUDY, new Bilingual("题</script><b>", null),
				new Bilingual("摘要", "Abstract"), List.of("policy"), List.of(new ResearchAuthor(null, "吴示例")), null,
				null,
				List.of(), false), 1, 1, PUBLISHED, List.of(new EditionDate(1, PUBLISHED)), null, null);
		var page = Jsoup.parse(
				StudyHead.page("<html><head><title>x</title></head><body><div id=app></div></body></html>", study,
						"https://example.org", Locale.SIMPLIFIED_CHINESE));
		var data = Objects.requireNonNull(page.selectFirst("script[type=application/ld+json]")).data();
		assertThat(data).contains("\"ScholarlyArticle\"").contains("吴示例").doesNotContain("</script>");
		assertThat(page.select("b")).isEmpty();
		assertThat(Objects.requireNonNull(page.selectFirst("#app h1")).text()).isEqualTo("题</script><b>");
		assertThat(Objects.requireNonNull(page.selectFirst("link[rel=canonical]")).attr("href"))
				.isEqualTo("https://example.org/research/7");
	}

}
