package org.zhiqiao.platform.taxonomy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A concept as an administrator writes it.
 *
 * @param code only of a new one
 * @param broader codes of the concepts directly above; none for a top concept
 */
record SaveConcept(@Nullable String code, @Nullable Bilingual label, @Nullable SaveAlternatives alternatives,
		@Nullable List<String> broader, @Nullable List<String> industries) {

	/** Alternative terms by language. */
	record SaveAlternatives(@Nullable List<String> zh, @Nullable List<String> en) {}

	ConceptEntry entry(String under, int version) {
		Bilingual name = Objects.requireNonNullElse(this.label, Bilingual.NONE);
		SaveAlternatives others = Objects.requireNonNullElse(this.alternatives, new SaveAlternatives(null, null));
		return new ConceptEntry(under, tidied(name.zh()), tidied(others.zh()), tidied(name.en()), tidied(others.en()),
				tidied(this.broader), tidied(this.industries), false, version);
	}

	private static String tidied(@Nullable String text) {
		return text == null ? "" : text.strip().replaceAll("\\s+", " ");
	}

	private static List<String> tidied(@Nullable List<String> texts) {
		return texts == null ? List.of() : texts.stream().map(SaveConcept::tidied).toList();
	}

}
