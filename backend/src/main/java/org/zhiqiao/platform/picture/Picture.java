package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.cooperation.Cooperations;
import org.zhiqiao.platform.demand.DemandTallies;
import org.zhiqiao.platform.engagement.Engagements;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.picture.GapMatrix.Gap;
import org.zhiqiao.platform.picture.GapMatrix.GapCell;
import org.zhiqiao.platform.picture.GapMatrix.GapColumns;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Tally;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Puts the figures of the modules side by side. */
@Service
class Picture {

	/** Is no partner country. */
	private static final String HOME = "CN";

	private final Experts experts;

	private final DemandTallies demands;

	private final Cooperations cooperations;

	private final Engagements engagements;

	private final Vocabulary vocabulary;

	private final Concepts concepts;

	Picture(Experts experts, DemandTallies demands, Cooperations cooperations, Engagements engagements,
			Vocabulary vocabulary, Concepts concepts) {
		this.experts = experts;
		this.demands = demands;
		this.cooperations = cooperations;
		this.engagements = engagements;
		this.vocabulary = vocabulary;
		this.concepts = concepts;
	}

	@Transactional(readOnly = true)
	GapMatrix byCity(@Nullable String country, @Nullable String language) {
		known("/country", Scheme.COUNTRIES, country);
		known("/language", Scheme.LANGUAGES, language);
		var cells = new Cells();
		cells.needs(this.demands.byIndustryAndCity(country));
		cells.people(this.experts.byIndustryAndCity(country, language));
		cells.projects(this.cooperations.byIndustryAndCity(CooperationKind.PROJECT, country));
		cells.bases(this.cooperations.byIndustryAndCity(CooperationKind.BASE, country));
		cells.outcomes(this.engagements.byIndustryAndCity(country));
		var leading = leading();
		var cities = codes(Scheme.CITIES);
		return new GapMatrix(GapColumns.CITY, null, country, language, codes(Scheme.INDUSTRIES), cities,
				cells.of(codes(Scheme.INDUSTRIES), cities, leading));
	}

	@Transactional(readOnly = true)
	GapMatrix byCountry(@Nullable String city, @Nullable String language) {
		known("/city", Scheme.CITIES, city);
		known("/language", Scheme.LANGUAGES, language);
		var cells = new Cells();
		cells.needs(this.demands.byIndustryAndCountry(city));
		cells.people(this.experts.byIndustryAndCountry(city, language));
		cells.projects(this.cooperations.byIndustryAndCountry(CooperationKind.PROJECT, city));
		cells.bases(this.cooperations.byIndustryAndCountry(CooperationKind.BASE, city));
		cells.outcomes(this.engagements.byIndustryAndCountry(city));
		var countries = cells.columns().stream().filter(country -> !country.equals(HOME)).toList();
		return new GapMatrix(GapColumns.COUNTRY, city, null, language, codes(Scheme.INDUSTRIES), countries,
				cells.of(codes(Scheme.INDUSTRIES), countries, Map.of()));
	}

	private void known(String pointer, Scheme scheme, @Nullable String code) {
		if (code != null && !this.vocabulary.knows(scheme, code)) {
			throw new InvalidInput(pointer, "unknown-code", code);
		}
	}

	private List<String> codes(Scheme scheme) {
		return this.vocabulary.terms(scheme).stream().map(Term::code).toList();
	}

	/** The industries of each city's leading industries. */
	private Map<String, Set<String>> leading() {
		var leading = new HashMap<String, Set<String>>();
		for (var city : this.vocabulary.terms(Scheme.CITIES)) {
			var industries = new HashSet<String>();
			city.facts("leadingConcepts").forEach(concept -> industries.addAll(this.concepts.industriesOf(concept)));
			leading.put(city.code(), industries);
		}
		return leading;
	}

	/** Figures while they are gathered. */
	private static final class Cells {

		private static final int NEEDS = 0;

		private static final int PEOPLE = 1;

		private static final int PROJECTS = 2;

		private static final int BASES = 3;

		private static final int OUTCOMES = 4;

		/** By industry, then by place. */
		private final Map<String, Map<String, long[]>> figures = new LinkedHashMap<>();

		private void needs(List<Tally> tallies) {
			put(NEEDS, tallies);
		}

		private void people(List<Tally> tallies) {
			put(PEOPLE, tallies);
		}

		private void projects(List<Tally> tallies) {
			put(PROJECTS, tallies);
		}

		private void bases(List<Tally> tallies) {
			put(BASES, tallies);
		}

		private void outcomes(List<Tally> tallies) {
			put(OUTCOMES, tallies);
		}

		private void put(int which, List<Tally> tallies) {
			for (var tally : tallies) {
				this.figures.computeIfAbsent(tally.line(), _ -> new HashMap<>())
						.computeIfAbsent(tally.column(), _ -> new long[OUTCOMES + 1])[which] = tally.count();
			}
		}

		/** The places for which there is anything, the most first. */
		private List<String> columns() {
			var sums = new HashMap<String, Long>();
			this.figures.values().forEach(line -> line.forEach((place, cell) -> sums.merge(place,
					cell[NEEDS] + cell[PEOPLE] + cell[PROJECTS] + cell[BASES] + cell[OUTCOMES], Long::sum)));
			return sums.entrySet()
					.stream()
					.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
							.thenComparing(Map.Entry.comparingByKey()))
					.map(Map.Entry::getKey)
					.toList();
		}

		private List<GapCell> of(List<String> industries, List<String> places, Map<String, Set<String>> leading) {
			var cells = new ArrayList<GapCell>();
			for (var industry : industries) {
				for (var place : places) {
					var leads = leading.getOrDefault(place, Set.of()).contains(industry);
					var cell = this.figures.getOrDefault(industry, Map.of()).get(place);
					if (cell != null || leads) {
						cells.add(cell(industry, place, (cell != null) ? cell : new long[OUTCOMES + 1], leads));
					}
				}
			}
			return cells;
		}

		private static GapCell cell(String industry, String place, long[] cell, boolean leads) {
			var gap = (cell[NEEDS] > 0 && cell[PEOPLE] == 0)
					? Gap.PEOPLE
					: (leads && cell[PROJECTS] + cell[BASES] == 0) ? Gap.COOPERATION : null;
			return new GapCell(industry, place, cell[NEEDS], cell[PEOPLE], cell[PROJECTS], cell[BASES],
					cell[OUTCOMES], leads, gap);
		}

	}

}
