package org.zhiqiao.search.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A concept of the thesaurus.
 *
 * @param code stable English slug
 * @param zh preferred term in Chinese (simplified)
 * @param zhAlternatives other Chinese terms
 * @param en preferred term in English
 * @param enAlternatives other English terms and abbreviations
 * @param broader codes of the concepts directly above; empty for a top concept
 * @param industries codes of the industries it belongs to
 */
public record Concept(String code, String zh, List<String> zhAlternatives, String en, List<String> enAlternatives,
		List<String> broader, List<String> industries) {

	public Concept {
		if (code.isBlank() || zh.isBlank() || en.isBlank()) {
			throw new IllegalArgumentException("A concept needs a code and a term in both languages: " + code);
		}
		zhAlternatives = List.copyOf(zhAlternatives);
		enAlternatives = List.copyOf(enAlternatives);
		broader = List.copyOf(broader);
		industries = List.copyOf(industries);
	}

	/**
	 * All terms, the preferred ones first.
	 */
	public Stream<String> terms() {
		return Stream.of(Stream.of(this.zh, this.en), this.zhAlternatives.stream(), this.enAlternatives.stream())
				.flatMap((stream) -> stream);
	}

}
