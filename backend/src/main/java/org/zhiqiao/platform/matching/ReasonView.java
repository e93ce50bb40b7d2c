package org.zhiqiao.platform.matching;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.ConceptRef;

/**
 * One fact that a score rests on, or that is missing, without words: each reader's page finds those. Which members are there
 * depends on the kind:
 * <ul>
 * <li>{@code piece}: {@code evidence}, {@code terms}
 * <li>{@code piece-count}: {@code count}
 * <li>{@code concept}: {@code askedConcept}, {@code heldConcept}, {@code how}, {@code declared}
 * <li>{@code concept-missing}: {@code askedConcept}, or {@code askedText} for free words
 * <li>{@code language}, {@code language-missing}: {@code code}, {@code askedLevel}, {@code heldLevel}
 * <li>{@code country}: {@code country}, {@code ofAskedKind}
 * <li>{@code country-missing}: {@code countries}, {@code kinds}
 * <li>{@code competence}, {@code competence-missing}: {@code code}
 * </ul>
 *
 * @param speaksFor whether it speaks for the person
 * @param how {@code text}, {@code thesaurus}, {@code narrower}, {@code broader}, {@code dictionary} or {@code vector}
 * @param declared whether the person says so, rather than their evidence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonView(String kind, boolean speaksFor, @Nullable EvidenceView evidence,
		@Nullable List<MatchedTermView> terms,
		@Nullable ConceptRef askedConcept, @Nullable String askedText, @Nullable ConceptRef heldConcept,
		@Nullable String how, @Nullable Boolean declared, @Nullable String code, @Nullable String askedLevel,
		@Nullable String heldLevel, @Nullable CountryView country, @Nullable Boolean ofAskedKind,
		@Nullable List<String> countries, @Nullable List<String> kinds, @Nullable Integer count) {

	/**
	 * A piece of evidence.
	 *
	 * @param share how strongly it speaks for the person, 0 to 1
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record EvidenceView(String id, String kind, String title, @Nullable Integer year, double share) {

	}

	/**
	 * Words of need and evidence that agree.
	 *
	 * @param how {@code text}, {@code thesaurus}, {@code narrower}, {@code broader}, {@code dictionary} or {@code vector}
	 * @param concept the concept by which they agree
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MatchedTermView(String asked, String found, String how, @Nullable ConceptRef concept) {

	}

	/** A time in a country. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CountryView(String code, String kind, @Nullable Integer from, @Nullable Integer to) {

	}

	static ReasonView piece(EvidenceView evidence, List<MatchedTermView> terms) {
		return new ReasonView("piece", true, evidence, terms, null, null, null, null, null, null, null, null, null,
				null, null, null, null);
	}

	static ReasonView pieceCount(int count) {
		return new ReasonView("piece-count", count > 0, null, null, null, null, null, null, null, null, null, null,
				null, null, null, null, count);
	}

	static ReasonView concept(ConceptRef asked, ConceptRef held, String how, boolean declared) {
		return new ReasonView("concept", true, null, null, asked, null, held, how, declared, null, null, null, null,
				null, null, null, null);
	}

	static ReasonView conceptMissing(@Nullable ConceptRef asked, @Nullable String words) {
		return new ReasonView("concept-missing", false, null, null, asked, words, null, null, null, null, null, null,
				null, null, null, null, null);
	}

	static ReasonView language(String code, String asked, @Nullable String held, boolean enough) {
		return new ReasonView((held != null) ? "language" : "language-missing", enough, null, null, null, null, null,
				null, null, code, asked, held, null, null, null, null, null);
	}

	static ReasonView country(CountryView country, boolean ofAskedKind) {
		return new ReasonView("country", true, null, null, null, null, null, null, null, null, null, null, country,
				ofAskedKind, null, null, null);
	}

	static ReasonView countryMissing(List<String> countries, List<String> kinds) {
		return new ReasonView("country-missing", false, null, null, null, null, null, null, null, null, null, null,
				null, null, countries, kinds, null);
	}

	static ReasonView competence(String code, boolean met) {
		return new ReasonView(met ? "competence" : "competence-missing", met, null, null, null, null, null, null, null,
				code, null, null, null, null, null, null, null);
	}

}
