package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.matching.ReasonView.CountryView;
import org.zhiqiao.platform.matching.ReasonView.EvidenceView;
import org.zhiqiao.platform.matching.ReasonView.MatchedTermView;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Says the reasons in words, for files that are read without the platform. */
@Component
class ReasonText {

	private final Texts texts;

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	ReasonText(Texts texts, Vocabulary vocabulary, Concepts concepts) {
		this.texts = texts;
		this.vocabulary = vocabulary;
		this.concepts = concepts;
	}

	/** What speaks for somebody, a line for each reason. */
	String forThem(List<ContributionView> contributions, Locale language) {
		return lines(contributions, true, language);
	}

	/** What is missing, a line for each. */
	String missing(List<ContributionView> contributions, Locale language) {
		return lines(contributions, false, language);
	}

	private String lines(List<ContributionView> contributions, boolean speaksFor, Locale language) {
		return contributions.stream()
				.flatMap(contribution -> contribution.reasons().stream())
				.filter(reason -> reason.speaksFor() == speaksFor)
				.map(reason -> line(reason, language))
				.filter(line -> !line.isEmpty())
				.collect(Collectors.joining("\n"));
	}

	private String line(ReasonView reason, Locale language) {
		return switch (reason.kind()) {
			case "piece" -> piece(Objects.requireNonNull(reason.evidence()), Objects.requireNonNull(reason.terms()),
					language);
			case "piece-count" -> reason.speaksFor()
					? say(language, "piece-count", Objects.requireNonNull(reason.count()))
					: say(language, "field-only");
			case "concept" -> concept(reason, language);
			case "concept-missing" -> say(language, "concept-missing",
					name(reason.askedConcept(), Objects.requireNonNullElse(reason.askedText(), ""), language));
			case "language" -> say(language, reason.speaksFor() ? "language" : "language-below",
					label(Scheme.LANGUAGES, reason.code(), language), level(reason.heldLevel(), language),
					level(reason.askedLevel(), language));
			case "language-missing" -> say(language, "language-missing",
					label(Scheme.LANGUAGES, reason.code(), language), level(reason.askedLevel(), language));
			case "country" -> country(Objects.requireNonNull(reason.country()), language);
			case "country-missing" ->
				say(language, "country-missing", places(Objects.requireNonNull(reason.countries()), language));
			case "competence" -> say(language, "competence", label(Scheme.COMPETENCES, reason.code(), language));
			case "competence-missing" ->
				say(language, "competence-missing", label(Scheme.COMPETENCES, reason.code(), language));
			default -> throw new IllegalArgumentException("No words for " + reason.kind());
		};
	}

	/** Summaries and the like have no title of their own; without words in common they say nothing. */
	private String piece(EvidenceView evidence, List<MatchedTermView> terms, Locale language) {
		if (evidence.title().isBlank() && terms.isEmpty()) {
			return "";
		}
		var kind = this.texts.text(language, "matching.piece." + evidence.kind());
		var piece = evidence.title().isBlank()
				? kind
				: (evidence.year() != null)
						? say(language, "piece-year", kind, evidence.title(), evidence.year())
						: say(language, "piece", kind, evidence.title());
		if (terms.isEmpty()) {
			return piece;
		}
		var words = terms.stream()
				.map(term -> words(term, language))
				.distinct()
				.collect(Collectors.joining(this.texts.text(language, "matching.list-separator")));
		return piece + say(language, "terms", words);
	}

	private String words(MatchedTermView term, Locale language) {
		if (term.how().equals("vector")) {
			return this.texts.text(language, "matching.close-in-meaning");
		}
		return term.asked().equalsIgnoreCase(term.found()) ? term.asked() : term.asked() + " ↔ " + term.found();
	}

	private String concept(ReasonView reason, Locale language) {
		var asked = name(reason.askedConcept(), "", language);
		var held = name(reason.heldConcept(), "", language);
		var declared = Objects.requireNonNullElse(reason.declared(), Boolean.FALSE);
		if (asked.equals(held)) {
			return say(language, declared ? "concept-declared" : "concept-evidenced", asked);
		}
		return say(language, "broader".equals(reason.how()) ? "concept-broader" : "concept-narrower", asked, held);
	}

	private String country(CountryView stay, Locale language) {
		var country = label(Scheme.COUNTRIES, stay.code(), language);
		var kind = label(Scheme.COUNTRY_EXPERIENCE_KINDS, stay.kind(), language);
		if (stay.from() == null) {
			return say(language, "country", country, kind);
		}
		return (stay.to() != null)
				? say(language, "country-years", country, kind, stay.from(), stay.to())
				: say(language, "country-since", country, kind, stay.from());
	}

	private static String name(@Nullable ConceptRef concept, String words, Locale language) {
		return (concept != null) ? concept.label().in(language) : words;
	}

	private String level(@Nullable String code, Locale language) {
		if (code == null) {
			return "";
		}
		// The letters say it in every language; only the mother tongue has a word.
		return "native".equals(code) ? label(Scheme.LANGUAGE_LEVELS, code, language) : code;
	}

	String label(Scheme scheme, @Nullable String code, Locale language) {
		return (code != null) ? this.vocabulary.label(scheme, code).in(language) : "";
	}

	/** The name of a country or of a region. */
	String place(String code, Locale language) {
		return this.vocabulary.knows(Scheme.REGIONS, code)
				? label(Scheme.REGIONS, code, language)
				: label(Scheme.COUNTRIES, code, language);
	}

	/** Countries of which any will do, by the name of the region that they make up if there is one. */
	private String places(Collection<String> countries, Locale language) {
		return ((countries.size() > 1) ? this.vocabulary.regionOf(countries) : Optional.<String>empty())
				.map(region -> label(Scheme.REGIONS, region, language))
				.orElseGet(() -> countries.stream()
						.map(code -> label(Scheme.COUNTRIES, code, language))
						.collect(Collectors.joining(this.texts.text(language, "matching.list-separator"))));
	}

	/** The name of a concept; free words stand for themselves. */
	String domain(String code, Locale language) {
		return this.concepts.ref(code).label().in(language);
	}

	private String say(Locale language, String key, Object... arguments) {
		return this.texts.text(language, "matching.reason." + key, arguments);
	}

}
