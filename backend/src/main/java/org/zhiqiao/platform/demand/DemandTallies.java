package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.demand.DemandTable.Asked;
import org.zhiqiao.platform.demand.DemandTable.Asking;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Crossings;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Spells;
import org.zhiqiao.platform.taxonomy.Tally;

/** Counts needs so that each figure is the length of the list that a search for the same gives. */
@Component
public class DemandTallies {

	/** Is no partner country. */
	private static final String HOME = "CN";

	private final DemandTable table;

	private final Regions regions;

	DemandTallies(DemandTable table, Regions regions) {
		this.table = table;
		this.regions = regions;
	}

	/**
	 * Of the needs that are published, also those past their deadline: how many there are of each industry in each city.
	 * @param country that they ask for experience with, also as one of a region; what a confidential need asks for does not
	 * count. None for any
	 */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCity(@Nullable String country) {
		return this.table.byIndustryAndCity(new Counted(null, null, country), regions(country));
	}

	/** Of the same needs: how many there are of each industry that ask for experience with each country. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(@Nullable String city) {
		var countries = new HashMap<Long, Set<String>>();
		var regions = new HashMap<String, Set<String>>();
		for (var one : this.table.askingNow(city)) {
			countries.computeIfAbsent(one.need(), _ -> new HashSet<>()).addAll(countries(one, regions));
		}
		var crossings = new Crossings();
		this.table.industriesNow(city)
				.forEach((need, industries) -> industries.forEach(industry -> countries.getOrDefault(need, Set.of())
						.forEach(country -> crossings.add(industry, country, 1))));
		return crossings.tallies();
	}

	/**
	 * Of what hangs on needs, such as what came of them: how much there is of each industry in each city.
	 * @param things how many hang on each need, whatever its state
	 * @param country as above
	 */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCity(Map<Long, Long> things, @Nullable String country) {
		var asking = (country == null)
				? this.table.industriesOf(things.keySet())
				: this.table.countriesOf(things.keySet())
						.stream()
						.filter(one -> countries(one).contains(country))
						.toList();
		return weighed(things, asking, one -> (one.city() != null) ? Set.of(one.city()) : Set.of());
	}

	/** Of the same: how much there is of each industry that asks for experience with each country. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(Map<Long, Long> things, @Nullable String city) {
		return weighed(things, this.table.countriesOf(things.keySet())
				.stream()
				.filter(one -> city == null || city.equals(one.city()))
				.toList(), this::countries);
	}

	/** Those needs that are of an industry, and of a city or about a country; null for any. Whoever counts may list. */
	@Transactional(readOnly = true)
	public Set<Long> among(Set<Long> needs, @Nullable String industry, @Nullable String city,
			@Nullable String country) {
		var asking = (country == null) ? this.table.industriesOf(needs) : this.table.countriesOf(needs);
		return asking.stream()
				.filter(one -> industry == null || industry.equals(one.industry()))
				.filter(one -> city == null || city.equals(one.city()))
				.filter(one -> country == null || countries(one).contains(country))
				.map(Asking::need)
				.collect(Collectors.toUnmodifiableSet());
	}

	private static List<Tally> weighed(Map<Long, Long> things, List<Asking> asking,
			Function<Asking, Set<String>> columns) {
		return needs(asking, columns).entrySet()
				.stream()
				.map(cell -> new Tally(cell.getKey().getFirst(), cell.getKey().getLast(),
						cell.getValue().stream().mapToLong(need -> things.getOrDefault(need, 0L)).sum()))
				.toList();
	}

	/** Needs by the year in which they were published, those that are over as far as they may be known. */
	@Transactional(readOnly = true)
	public List<Spell> spells(Counted counted, ClosedNeeds closed) {
		return this.table.spells(null, counted, regions(counted.country()), closed);
	}

	/**
	 * Those that name an industry, or of which it may be known that they ask for a country other than ours, and how many there
	 * are of each.
	 */
	@Transactional(readOnly = true)
	public Spells spells(Counted.By by, Counted counted, ClosedNeeds closed) {
		var regions = regions(counted.country());
		return switch (by) {
			case INDUSTRY -> new Spells(this.table.withIndustry(counted, regions, closed),
					this.table.spells("industry", counted, regions, closed));
			case COUNTRY -> byCountry(this.table.askingByYear(counted, regions, closed));
		};
	}

	/**
	 * How many were published in a time.
	 * @param until is no part of it
	 */
	@Transactional(readOnly = true)
	public long published(@Nullable String city, Instant from, Instant until, ClosedNeeds closed) {
		return this.table.publishedBetween(city, from, until, closed);
	}

	/** How many are published now. */
	@Transactional(readOnly = true)
	public long open(@Nullable String city) {
		return this.table.countPublished(city);
	}

	/** How those ended that were closed in a time, for whoever may know of all of them. */
	@Transactional(readOnly = true)
	public Map<Outcome, Long> outcomes(@Nullable String city, Instant from, Instant until) {
		return this.table.outcomes(city, from, until);
	}

	/** Regions are lists of countries that only the vocabulary knows, so they are unfolded here. */
	private Spells byCountry(List<Asked> asked) {
		var years = new HashMap<Long, Integer>();
		var abroad = new HashMap<Long, Set<String>>();
		var regions = new HashMap<String, Set<String>>();
		for (var one : asked) {
			years.put(one.need(), one.year());
			abroad.computeIfAbsent(one.need(), _ -> new HashSet<>()).addAll(countries(one, regions));
		}
		var things = new HashMap<Integer, long[]>();
		var codes = new HashMap<Integer, Map<String, long[]>>();
		abroad.forEach((need, countries) -> {
			countries.remove(HOME);
			if (!countries.isEmpty()) {
				var year = Objects.requireNonNull(years.get(need));
				things.computeIfAbsent(year, _ -> new long[1])[0]++;
				var ofYear = codes.computeIfAbsent(year, _ -> new HashMap<>());
				countries.forEach(code -> ofYear.computeIfAbsent(code, _ -> new long[1])[0]++);
			}
		});
		var each = new ArrayList<Spell>();
		codes.forEach((year, ofYear) -> ofYear
				.forEach((code, count) -> each.add(new Spell(code, year, null, count[0]))));
		return new Spells(things.entrySet()
				.stream()
				.map(year -> new Spell(null, year.getKey(), null, year.getValue()[0]))
				.toList(), each);
	}

	/** The regions to which a country that is asked for belongs. */
	private List<String> regions(@Nullable String country) {
		return (country != null) ? this.regions.with(country) : List.of();
	}

	private Set<String> countries(Asked one, Map<String, Set<String>> known) {
		var region = one.region();
		return (one.country() == null && region != null)
				? known.computeIfAbsent(region, this.regions::countries)
				: countries(one.country(), region);
	}

	private Set<String> countries(Asking one) {
		return countries(one.country(), one.region());
	}

	private Set<String> countries(@Nullable String country, @Nullable String region) {
		if (country != null) {
			return Set.of(country);
		}
		return (region != null) ? this.regions.countries(region) : Set.of();
	}

	private static Map<List<String>, Set<Long>> needs(List<Asking> asking, Function<Asking, Set<String>> columns) {
		var needs = new HashMap<List<String>, Set<Long>>();
		for (var one : asking) {
			columns.apply(one)
					.forEach(column -> needs.computeIfAbsent(List.of(one.industry(), column), _ -> new HashSet<>())
							.add(one.need()));
		}
		return needs;
	}

}
