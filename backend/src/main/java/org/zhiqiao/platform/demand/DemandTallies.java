package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.demand.DemandTable.Asking;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;
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
		var asking = (country == null)
				? this.table.published()
				: this.table.publishedWithCountries().stream().filter(one -> countries(one).contains(country)).toList();
		return tally(asking, one -> (one.city() != null) ? Set.of(one.city()) : Set.of());
	}

	/** Of the same needs: how many there are of each industry that ask for experience with each country. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(@Nullable String city) {
		return tally(this.table.publishedWithCountries()
				.stream()
				.filter(one -> city == null || city.equals(one.city()))
				.toList(), this::countries);
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
		return this.table.spells(null, counted, regions(counted), closed);
	}

	/** Those that name an industry, or of which it may be known that they ask for a country other than ours. */
	@Transactional(readOnly = true)
	public List<Spell> things(Counted.By by, Counted counted, ClosedNeeds closed) {
		return switch (by) {
			case INDUSTRY -> this.table.withIndustry(counted, regions(counted), closed);
			case COUNTRY -> spells(counted, closed, _ -> Set.of(""));
		};
	}

	/** The same for each industry, or each country that they ask for; what has several counts in each. */
	@Transactional(readOnly = true)
	public List<Spell> spells(Counted.By by, Counted counted, ClosedNeeds closed) {
		return switch (by) {
			case INDUSTRY -> this.table.spells("industry", counted, regions(counted), closed);
			case COUNTRY -> spells(counted, closed, UnaryOperator.identity());
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
	private List<Spell> spells(Counted counted, ClosedNeeds closed, UnaryOperator<Set<String>> codes) {
		var needs = new HashMap<Integer, Map<String, Set<Long>>>();
		for (var one : this.table.askingByYear(counted, regions(counted), closed)) {
			var abroad = new HashSet<>(countries(one.country(), one.region()));
			abroad.remove(HOME);
			if (!abroad.isEmpty()) {
				var year = needs.computeIfAbsent(one.year(), _ -> new HashMap<>());
				codes.apply(abroad)
						.forEach(code -> year.computeIfAbsent(code, _ -> new HashSet<>()).add(one.need()));
			}
		}
		var spells = new ArrayList<Spell>();
		needs.forEach((year, codesOfYear) -> codesOfYear.forEach(
				(code, found) -> spells.add(new Spell(code.isEmpty() ? null : code, year, null, found.size()))));
		return spells;
	}

	/** The regions to which a country that is asked for belongs. */
	private List<String> regions(Counted counted) {
		return (counted.country() != null) ? this.regions.with(counted.country()) : List.of();
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

	private static List<Tally> tally(List<Asking> asking, Function<Asking, Set<String>> columns) {
		return needs(asking, columns).entrySet()
				.stream()
				.map(cell -> new Tally(cell.getKey().getFirst(), cell.getKey().getLast(), cell.getValue().size()))
				.toList();
	}

}
