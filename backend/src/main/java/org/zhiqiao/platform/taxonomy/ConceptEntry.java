package org.zhiqiao.platform.taxonomy;

import java.util.List;
import java.util.stream.Stream;

/** A concept as it is kept: also retired ones, with the version for edits. */
record ConceptEntry(String code, String zh, List<String> zhAlternatives, String en, List<String> enAlternatives,
		List<String> broader, List<String> industries, boolean retired, int version) {

	ConceptRef ref() {
		return new ConceptRef(this.code, new Bilingual(this.zh, this.en));
	}

	/** All terms of a language, the preferred one first. */
	List<String> terms(String language) {
		var chinese = "zh".equals(language);
		return Stream
				.concat(Stream.of(chinese ? this.zh : this.en),
						(chinese ? this.zhAlternatives : this.enAlternatives).stream())
				.toList();
	}

}
