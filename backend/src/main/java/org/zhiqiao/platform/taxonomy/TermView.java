package org.zhiqiao.platform.taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a small vocabulary as it is shown. What does not belong to its scheme, or is not
 * said, is left out.
 *
 * @param retired no longer offered for choosing
 * @param version for editing it
 * @param facts what is said about it, by name, as codes and texts: the form for editing
 * @param aliases of an industry: older names
 * @param division of a city: its code after GB/T 2260
 * @param leading of a city: its leading industries as the paper names them
 * @param leadingConcepts of a city: the same as concepts
 * @param regions of a country
 * @param strengths of a country
 * @param ways of a country: how to cooperate with it
 * @param members of a region: countries, or parts of one
 * @param rank of a level: the higher the more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TermView(String code, Bilingual label, @Nullable Bilingual note, @Nullable String source,
		@Nullable Boolean retired, @JsonProperty(required = true) int version, Map<String, List<String>> facts,
		@Nullable Terms aliases, List<String> industries, List<ConceptRef> concepts, @Nullable String division,
		@Nullable Terms leading, List<ConceptRef> leadingConcepts, List<String> regions, List<ConceptRef> strengths,
		List<String> ways, @Nullable String channel, List<String> flags, List<String> members,
		@Nullable Integer rank, @Nullable Terms examples, List<String> levels) {

	static TermView of(Term term, Concepts concepts, List<String> regions) {
		return new TermView(term.code(), term.label(), term.note().equals(Bilingual.NONE) ? null : term.note(),
				term.source(), term.retired() ? true : null, term.version(), term.facts(),
				terms(term, "aliasesZh", "aliasesEn"), term.facts("industries"), concepts.refs(term.facts("concepts")),
				single(term, "division"), terms(term, "leadingZh", "leadingEn"),
				concepts.refs(term.facts("leadingConcepts")), regions, concepts.refs(term.facts("strengths")),
				term.facts("ways"), single(term, "channel"), term.facts("flags"), term.facts("members"), rank(term),
				terms(term, "examplesZh", "examplesEn"), term.facts("level"));
	}

	private static @Nullable String single(Term term, String fact) {
		return term.facts(fact).isEmpty() ? null : term.facts(fact).getFirst();
	}

	private static @Nullable Integer rank(Term term) {
		String rank = single(term, "rank");
		return rank == null ? null : Integer.valueOf(rank);
	}

	private static @Nullable Terms terms(Term term, String zh, String en) {
		var terms = new Terms(term.facts(zh), term.facts(en));
		return terms.none() ? null : terms;
	}

}
