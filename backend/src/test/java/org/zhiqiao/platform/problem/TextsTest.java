package org.zhiqiao.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** That both languages have the same keys is checked when the texts are loaded. */
class TextsTest {

	private final Texts texts = new Texts();

	@Test
	void fillsSlotsAndTranslatesWords() {
		assertThat(this.texts.text(Locale.ENGLISH, "problem.not-found.detail",
				new ProblemException.Word("kind.account"), 12_345L))
				.isEqualTo("There is no account with the number 12345, or you may not see it.");
		assertThat(this.texts.text(Texts.FIRST, "problem.not-found.detail", new ProblemException.Word("kind.account"),
				12_345L)).isEqualTo("没有编号为 12345 的账号，或者您无权查看。");
	}

	@Test
	void takesWhatIsInAnArgumentAsItIs() {
		assertThat(this.texts.text(Locale.ENGLISH, "field.unknown-code", "$1 {0} it's \\"))
				.isEqualTo("Unknown code “$1 {0} it's \\”.");
	}

	@Test
	void answersWithTheKeyWhereThereIsNoText() {
		assertThat(this.texts.text(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
	}

	@Test
	void choosesTheLanguageOfTheReader() {
		assertThat(language("zh-TW,en;q=0.5")).isEqualTo(Texts.FIRST);
		assertThat(language("en-GB")).isEqualTo(Locale.ENGLISH);
		assertThat(language("de,zh;q=0.8,en;q=0.5")).isEqualTo(Texts.FIRST);
		assertThat(language("fr")).isEqualTo(Locale.ENGLISH);
		assertThat(Texts.language(new MockHttpServletRequest())).isEqualTo(Texts.FIRST);
	}

	private static Locale language(String header) {
		var request = new MockHttpServletRequest();
		request.addHeader("Accept-Language", header);
		var wanted = java.util.Arrays.stream(header.split(",", -1))
				.map(part -> Locale.forLanguageTag(part.split(";", -1)[0]))
				.toList();
		request.setPreferredLocales(wanted);
		return Texts.language(request);
	}

}
