package org.zhiqiao.platform.taxonomy;

import java.util.List;
import java.util.stream.Stream;
import org.zhiqiao.search.text.Concept;

/**
 * A concept as it is kept: also a retired one, with the version for edits.
 *
 * @param version 0 before it is first stored
 */
record ConceptEntry(String code, String zh, List<String> zhAlternatives, String en, List<String> enAlternatives,
		List<String> broader, List<String> industries, boolean retired, int version) {

	ConceptEntry {
		zhAlternatives = List.copyOf(zhAlternatives);
		enAlternatives = List.copyOf(enAlternatives);
		broader = List.copyOf(broader);
		industries = List.copyOf(industries);
	}

	static ConceptEntry of(Concept concept) {
		return new ConceptEntry(concept.code(), concept.zh(), concept.zhAlternatives(), concept.en(),
				concept.enAlternatives(), concept.broader(), concept.industries(), false, 0);
	}

	Concept concept() {
		return new Concept(this.code, this.zh, this.zhAlternatives, this.en, this.enAlternatives, this.broader,
				this.industries);
	}

	ConceptRef ref() {
		return new ConceptRef(this.code, new Bilingual(this.zh, this.en));
	}

	/** All terms of a language, the preferred one first. */
	List<String> terms(String language) {
		boolean chinese = "zh".equals(language);
		return Stream.concat(Stream.of(chinese ? this.zh : this.en),
				(chinese ? this.zhAlternatives : this.enAlternatives).stream()).toList();
	}

	ConceptEntry withBroader(List<String> codes) {
		return new ConceptEntry(this.code, this.zh, this.zhAlternatives, this.en, this.enAlternatives, codes,
				this.industries, this.retired, this.version);
	}

	ConceptEntry asRetired(boolean nowRetired) {
		return new ConceptEntry(this.code, this.zh, this.zhAlternatives, this.en, this.enAlternatives, this.broader,
				this.industries, nowRetired, this.version);
	}

	ConceptEntry atVersion(int next) {
		return new ConceptEntry(this.code, this.zh, this.zhAlternatives, this.en, this.enAlternatives, this.broader,
				this.industries, this.retired, next);
	}

}
