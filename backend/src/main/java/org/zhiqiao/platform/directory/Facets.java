package org.zhiqiao.platform.directory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.Facet;
import org.zhiqiao.search.FacetCount;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Thesaurus;

/** Gives the counted codes their names, and the domains their tree. */
@Component
class Facets {

	private static final int MOST_CHILDREN = 40;

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	private final Texts texts;

	Facets(Vocabulary vocabulary, Concepts concepts, Texts texts) {
		this.vocabulary = vocabulary;
		this.concepts = concepts;
		this.texts = texts;
	}

	/** Facets by the names of the request's parameters. */
	Map<String, List<FacetValue>> named(DocumentKind kind, Map<Facet, List<FacetCount>> counted) {
		Map<String, List<FacetValue>> named = new LinkedHashMap<>();
		for (Facet facet : Facet.values()) {
			List<FacetCount> counts = counted.get(facet);
			if (counts != null) {
				named.put(facet.name().toLowerCase(Locale.ROOT), facet == Facet.DOMAIN
						? tree(counts)
						: counts.stream()
								.map(count -> new FacetValue(count.value(), label(kind, facet, count.value()),
										count.count(),
										List.of()))
								.toList());
			}
		}
		return named;
	}

	private @Nullable Bilingual label(DocumentKind kind, Facet facet, String code) {
		if (kind == DocumentKind.STORY && facet == Facet.KIND) {
			return new Bilingual(this.texts.text(Texts.FIRST, "found-story." + code),
					this.texts.text(Locale.ENGLISH, "found-story." + code));
		}
		return scheme(facet).map(scheme -> this.vocabulary.label(scheme, code)).orElse(null);
	}

	private static Optional<Scheme> scheme(Facet facet) {
		return switch (facet) {
			case INDUSTRY -> Optional.of(Scheme.INDUSTRIES);
			case COUNTRY, RESIDENCE -> Optional.of(Scheme.COUNTRIES);
			case LANGUAGE -> Optional.of(Scheme.LANGUAGES);
			case CITY -> Optional.of(Scheme.CITIES);
			case COMPETENCE -> Optional.of(Scheme.COMPETENCES);
			case OFFER -> Optional.of(Scheme.OFFER_KINDS);
			case KIND -> Optional.of(Scheme.DEMAND_KINDS);
			case DOMAIN, VERIFIED, AVAILABLE, OPEN -> Optional.empty();
		};
	}

	private List<FacetValue> tree(List<FacetCount> counts) {
		Map<String, Integer> counted = new HashMap<>();
		counts.forEach(count -> counted.put(count.value(), count.count()));
		Thesaurus thesaurus = this.concepts.current();
		// A concept is at the top of what is shown if nothing above it was counted, for instance in a cut list.
		List<String> tops = counts.stream()
				.map(FacetCount::value)
				.filter(code -> thesaurus.concept(code).map(Concept::broader).orElseGet(List::of).stream()
						.noneMatch(counted::containsKey))
				.toList();
		return values(tops, counted, thesaurus);
	}

	private List<FacetValue> values(List<String> codes, Map<String, Integer> counted, Thesaurus thesaurus) {
		return codes.stream()
				.sorted(Comparator.<String>comparingInt(code -> -counted.getOrDefault(code, 0))
						.thenComparing(Comparator.naturalOrder()))
				.limit(MOST_CHILDREN)
				.map(code -> new FacetValue(code, this.concepts.ref(code).label(), counted.getOrDefault(code, 0),
						values(thesaurus.narrower(code).stream().filter(counted::containsKey).toList(), counted,
								thesaurus)))
				.toList();
	}

}
