package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class GlossingTest {

	private final Glossing glossing = new Glossing(Thesaurus.of(List.of(
			new Concept("solid-state-battery", "固态电池", List.of(), "solid-state batteries", List.of("SSB"), List.of(),
					List.of()))),
			ChineseDictionary.bundled());

	@Test
	void putsChineseIntoEnglishWordByWord() {
		assertThat(this.glossing.english("精密机床")).contains("machine tool").doesNotContainPattern("\\p{IsHan}");
		assertThat(this.glossing.english("固态电池")).isEqualTo("solid-state batteries");
	}

	@Test
	void keepsOtherScriptsInTheirPlace() {
		assertThat(this.glossing.english("SiC 器件 for EVs")).startsWith("SiC ").contains("device").endsWith("for EVs");
		assertThat(this.glossing.english("plain English")).isEqualTo("plain English");
	}

	@Test
	void leavesOutWhatFitsEveryNeed() {
		assertThat(this.glossing.english("寻找熟悉固态电池的工程师，解决企业技术难题"))
				.contains("solid-state batteries")
				.doesNotContainIgnoringCase("engineer")
				.doesNotContainIgnoringCase("enterprise");
	}

	@Test
	void knowsTraditionalCharacters() {
		assertThat(this.glossing.english("機床")).contains("machine tool");
	}

	@Test
	void findsNothingInNothing() {
		assertThat(this.glossing.english("")).isEmpty();
		assertThat(this.glossing.english("😀")).isEqualTo("😀");
		assertThat(ChineseDictionary.empty().glosses("机床")).isEmpty();
		assertThat(ChineseDictionary.bundled().glosses("不存在的词语")).isEmpty();
	}

	@Test
	void findsTheFirstAndTheLastWordOfTheDictionary() {
		ChineseDictionary dictionary = ChineseDictionary.bundled();
		assertThat(dictionary.glosses("机床")).first().isEqualTo("machine tool");
		assertThat(dictionary.glosses("㐂")).isNotNull();
		assertThat(dictionary.glosses("龟")).isNotEmpty();
	}

}
