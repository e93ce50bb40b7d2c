package org.zhiqiao.platform.weighting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.engagement.Outcomes;
import org.zhiqiao.platform.engagement.Outcomes.Kind;
import org.zhiqiao.platform.engagement.Outcomes.Outcome;
import org.zhiqiao.platform.exposure.Attention;
import org.zhiqiao.platform.matching.Trials;
import org.zhiqiao.search.ranking.Criterion;

/** Puts together of which needs something came, with whom, and who else was considered. */
@Component
class Evidence {

	/** Later needs say more of how people are chosen now. */
	private static final int MOST_NEEDS = 300;

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
	 * @param successful needs of which something came
	 * @param alone those of them of which nobody else is known to have been considered
	 * @param single those that ask for one thing only, so that weights make no difference
	 * @param unknown those whose people the index does not know any more
	 * @param asOfThen of the others, those with what people fulfilled when they were shown
	 * @param asOfNow those with what they fulfil now
	 */
	record Found(List<NeedCase> cases, int successful, int alone, int single, int unknown, int asOfThen, int asOfNow) {

	}

	/** The values of some people, and whether they are of the time when they were shown. */
	private record Values(Map<Long, Map<Criterion, Double>> of, boolean then) {

		List<Map<Criterion, Double>> those(Collection<Long> people) {
			return people.stream().map(this.of::get).filter(Objects::nonNull).toList();
		}

	}

	Found found() {
		var byNeed = this.outcomes.all().stream().collect(Collectors.groupingBy(Outcome::demandId));
		var needs = byNeed.values()
				.stream()
				.filter(all -> all.stream().anyMatch(one -> one.kind() == Kind.CAME_ABOUT))
				.sorted(Comparator.comparing(Evidence::agreed)
						.thenComparingLong(all -> all.getFirst().demandId())
						.reversed())
				.limit(MOST_NEEDS)
				.toList();
		var cases = new ArrayList<NeedCase>();
		var alone = 0;
		var single = 0;
		var unknown = 0;
		var then = 0;
		for (var need : needs) {
			var id = need.getFirst().demandId();
			// Whoever was shown only after they had agreed was not passed over.
			var shown = this.attention.shownFor(id, agreed(need));
			var came = people(need, Kind.CAME_ABOUT);
			var others = new TreeSet<>(shown.keySet());
			others.addAll(people(need, Kind.DID_NOT_FIT));
			others.removeAll(came);
			others.removeAll(people(need, Kind.UNCLEAR));
			if (others.isEmpty()) {
				alone++;
				continue;
			}
			var values = values(id, came, others, shown);
			var right = values.those(came);
			var rest = values.those(others);
			if (right.isEmpty() || rest.isEmpty()) {
				unknown++;
			} else if (Stream.concat(right.stream(), rest.stream()).noneMatch(one -> one.size() > 1)) {
				single++;
			} else {
				cases.add(new NeedCase(id, right, rest));
				then += values.then() ? 1 : 0;
			}
		}
		return new Found(List.copyOf(cases), needs.size(), alone, single, unknown, then, cases.size() - then);
	}

	/**
	 * Never of different times within a need: somebody's profile may say more since, also because of what came about.
	 */
	private Values values(long need, Set<Long> came, Set<Long> others, Map<Long, Map<String, Double>> shown) {
		var kept = shown.entrySet()
				.stream()
				.filter(entry -> !entry.getValue().isEmpty())
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> criteria(entry.getValue())));
		if (kept.keySet().containsAll(came) && others.stream().anyMatch(kept::containsKey)) {
			return new Values(kept, true);
		}
		var everybody = new HashSet<>(came);
		everybody.addAll(others);
		return new Values(this.trials.values(need, everybody), false);
	}

	private static Map<Criterion, Double> criteria(Map<String, Double> values) {
		var criteria = new EnumMap<Criterion, Double>(Criterion.class);
		values.forEach((code, value) -> criteria.put(Criterion.valueOf(code.toUpperCase(Locale.ROOT)), value));
		return criteria;
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
