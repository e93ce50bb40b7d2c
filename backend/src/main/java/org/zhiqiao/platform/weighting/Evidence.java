package org.zhiqiao.platform.weighting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.engagement.Outcomes;
import org.zhiqiao.platform.engagement.Outcomes.Kind;
import org.zhiqiao.platform.engagement.Outcomes.Outcome;
import org.zhiqiao.platform.exposure.Attention;
import org.zhiqiao.platform.exposure.Attention.Asked;
import org.zhiqiao.platform.exposure.Attention.Showing;
import org.zhiqiao.platform.matching.Trials;
import org.zhiqiao.platform.weighting.NeedCase.Comparison;
import org.zhiqiao.search.ranking.Criterion;

/** Puts together of which needs something came, with whom, and who else was considered. */
@Component
class Evidence {

	/** Later needs say more of how people are chosen now. */
	static final int MOST_NEEDS = 300;

	private final Outcomes outcomes;

	private final Attention attention;

	private final Trials trials;

	Evidence(Outcomes outcomes, Attention attention, Trials trials) {
		this.outcomes = outcomes;
		this.attention = attention;
		this.trials = trials;
	}

	/**
	 * What there is to learn from.
	 *
	 * @param asOfThen needs with what people fulfilled when they were shown, before something came about
	 * @param asOfNow the others, with what people fulfil now
	 * @param successful needs of which something came
	 * @param considered so many of them are looked at, the latest ones
	 * @param alone those of them of which nobody else is known to have been considered
	 * @param single those that ask for one thing only, so that weights make no difference
	 * @param unknown those whose people the index does not know any more
	 */
	record Found(List<NeedCase> asOfThen, List<NeedCase> asOfNow, int successful, int considered, int alone, int single,
			int unknown) {

	}

	/**
	 * Everything of which something came, as it is in the database at this moment.
	 *
	 * @param needs all outcomes of each of the latest needs
	 * @param shown how often people were shown for those before today
	 */
	record Stock(List<List<Outcome>> needs, int successful, long shown) {

	}

	/** Somebody with whom something came about, and who else was considered until then. */
	private record Success(long person, List<Showing> before, Set<Long> others) {

	}

	/** Costs little: whoever has the same stock finds the same. */
	Stock stock(LocalDate today) {
		var byNeed = this.outcomes.all().stream().collect(Collectors.groupingBy(Outcome::demandId));
		var successful = byNeed.values()
				.stream()
				.filter(all -> all.stream().anyMatch(one -> one.kind() == Kind.CAME_ABOUT))
				.sorted(Comparator.comparing(Evidence::agreed)
						.thenComparingLong(all -> all.getFirst().demandId())
						.reversed())
				.toList();
		var needs = successful.stream().limit(MOST_NEEDS).toList();
		return new Stock(needs, successful.size(),
				this.attention.shown(needs.stream().map(all -> all.getFirst().demandId()).toList(), today));
	}

	Found found(Stock stock) {
		var then = new ArrayList<NeedCase>();
		var now = new ArrayList<NeedCase>();
		var alone = 0;
		var single = 0;
		var unknown = 0;
		for (var need : stock.needs()) {
			var id = need.getFirst().demandId();
			var successes = successes(need);
			if (successes.isEmpty()) {
				alone++;
				continue;
			}
			var kept = successes.stream().flatMap(one -> asOfThen(one).stream()).toList();
			var comparisons = kept.isEmpty() ? asOfNow(id, successes) : kept;
			if (comparisons.isEmpty()) {
				unknown++;
			} else if (comparisons.stream().noneMatch(Evidence::weighed)) {
				single++;
			} else {
				(kept.isEmpty() ? now : then).add(new NeedCase(id, comparisons));
			}
		}
		return new Found(List.copyOf(then), List.copyOf(now), stock.successful(), stock.needs().size(), alone, single,
				unknown);
	}

	/** Those beside whom somebody else was considered. Whoever was shown only after they had agreed was not passed over. */
	private List<Success> successes(List<Outcome> need) {
		var came = new TreeMap<Long, LocalDate>();
		need.stream()
				.filter(one -> one.kind() == Kind.CAME_ABOUT)
				.forEach(one -> came.put(one.expertId(), Objects.requireNonNull(one.agreedOn())));
		var unclear = people(need, Kind.UNCLEAR);
		var unfit = people(need, Kind.DID_NOT_FIT);
		var shown = this.attention.shownFor(need.getFirst().demandId(), agreed(need));
		var successes = new ArrayList<Success>();
		came.forEach((person, agreed) -> {
			// Their profile may say more from that day on, because of what came about.
			var before = shown.stream().filter(one -> one.day().isBefore(agreed)).toList();
			var others = new TreeSet<>(unfit);
			before.forEach(one -> others.add(one.expertId()));
			others.removeAll(came.keySet());
			others.removeAll(unclear);
			if (!others.isEmpty()) {
				successes.add(new Success(person, before, others));
			}
		});
		return successes;
	}

	/**
	 * With what they fulfilled when they were last shown before the success, all for one version of the need and one kind of
	 * reader; nothing where that was not kept. The latest version for which it was is taken.
	 */
	private static Optional<Comparison> asOfThen(Success success) {
		var last = new HashMap<Asked, Map<Long, Fulfilled>>();
		var when = new HashMap<Asked, LocalDate>();
		for (var one : success.before()) {
			var asked = one.asked();
			if (asked != null && !one.values().isEmpty()) {
				last.computeIfAbsent(asked, _ -> new HashMap<>()).put(one.expertId(), fulfilled(one.values()));
				if (one.expertId() == success.person()) {
					when.put(asked, one.day());
				}
			}
		}
		return when.entrySet()
				.stream()
				.sorted(Map.Entry.<Asked, LocalDate>comparingByValue()
						.thenComparingInt(one -> one.getKey().demandVersion())
						.thenComparing(one -> one.getKey().audience())
						.reversed())
				.flatMap(one -> comparison(success, Objects.requireNonNull(last.get(one.getKey()))).stream())
				.findFirst();
	}

	private List<Comparison> asOfNow(long need, Collection<Success> successes) {
		var everybody = new HashSet<Long>();
		for (var success : successes) {
			everybody.add(success.person());
			everybody.addAll(success.others());
		}
		var values = new HashMap<Long, Fulfilled>();
		this.trials.values(need, everybody).forEach((person, own) -> values.put(person, Fulfilled.of(own)));
		return successes.stream().flatMap(one -> comparison(one, values).stream()).toList();
	}

	private static Optional<Comparison> comparison(Success success, Map<Long, Fulfilled> values) {
		var came = values.get(success.person());
		var others = success.others().stream().map(values::get).filter(Objects::nonNull).toList();
		return (came == null || others.isEmpty()) ? Optional.empty() : Optional.of(new Comparison(came, others));
	}

	private static boolean weighed(Comparison comparison) {
		return Stream.concat(Stream.of(comparison.came()), comparison.others().stream())
				.anyMatch(one -> one.known() > 1);
	}

	private static Fulfilled fulfilled(Map<String, Double> values) {
		var criteria = new EnumMap<Criterion, Double>(Criterion.class);
		values.forEach((code, value) -> criteria.put(Criterion.valueOf(code.toUpperCase(Locale.ROOT)), value));
		return Fulfilled.of(criteria);
	}

	private static Set<Long> people(List<Outcome> need, Kind kind) {
		return need.stream()
				.filter(one -> one.kind() == kind)
				.map(Outcome::expertId)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	/** When it came about, for the last time. */
	private static LocalDate agreed(List<Outcome> need) {
		return need.stream()
				.map(Outcome::agreedOn)
				.filter(Objects::nonNull)
				.max(Comparator.naturalOrder())
				.orElseThrow();
	}

}
