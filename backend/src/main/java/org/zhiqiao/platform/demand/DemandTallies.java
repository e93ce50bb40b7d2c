package org.zhiqiao.platform.demand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.demand.DemandTable.Asking;
import org.zhiqiao.platform.taxonomy.Tally;

/** Counts needs so that each figure is the length of the list that a search for the same gives. */
@Component
public class DemandTallies {

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

	private Set<String> countries(Asking one) {
		if (one.country() != null) {
			return Set.of(one.country());
		}
		return (one.region() != null) ? this.regions.countries(one.region()) : Set.of();
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
