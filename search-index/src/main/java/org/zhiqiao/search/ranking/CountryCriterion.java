package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertFacts;

/**
 * Experience with countries: who lived and worked there counts more than who met people at a
 * conference; years there count up to five; what lies long back counts a little less.
 */
final class CountryCriterion {

	private static final Map<String, Double> DEPTH = Map.of("work", 1.0, "diplomacy", 1.0, "study", 0.9,
			"research-stay",
			0.85, "joint-project", 0.75, "trade", 0.75, "investment", 0.75, "conference", 0.35, "other", 0.4);

	private static final double UNKNOWN_KIND = 0.5;

	/** A first year teaches most of what there is to learn; unknown length counts as one year. */
	private static final double FIRST_YEAR = 0.7;

	private static final double FULL_AFTER_YEARS = 5;

	/** Experience of another kind than the one asked for is worth half. */
	private static final double OTHER_KIND = 0.5;

	/** What ended this long ago has lost all that time can take. */
	private static final double STALE_AFTER_YEARS = 25;

	private static final double LOST_BY_TIME = 0.25;

	private CountryCriterion() {}

	static Assessment assess(Need need, ExpertFacts facts, int thisYear) {
		double sum = 0;
		double weights = 0;
		List<Reason> reasons = new ArrayList<>();
		for (Need.Country wish : need.countries()) {
			List<Valued> fitting = facts.countries()
					.stream()
					.filter((experience) -> wish.alpha2().contains(experience.alpha2()))
					.map((experience) -> value(wish, experience, thisYear))
					.sorted(Comparator.comparingDouble(Valued::value).reversed())
					.toList();
			// several stays add to each other, but never beyond the whole
			double missing = 1;
			for (Valued valued : fitting) {
				missing *= 1 - valued.value();
				reasons.add(new Reason.CountryHeld(valued.experience(), valued.ofAskedKind()));
			}
			if (fitting.isEmpty()) {
				reasons.add(new Reason.CountryMissing(wish.alpha2(), wish.kinds()));
			}
			sum += wish.weight() * (1 - missing);
			weights += wish.weight();
		}
		return new Assessment(Math.clamp(sum / weights, 0, 1), reasons);
	}

	private static Valued value(Need.Country wish, CountryExperience experience, int thisYear) {
		boolean asked = wish.kinds().isEmpty() || wish.kinds().contains(experience.kind());
		// the kind that was asked for is the right one, however shallow in general
		double depth = (asked && !wish.kinds().isEmpty())
				? 1
				: DEPTH.getOrDefault(experience.kind(), UNKNOWN_KIND) * (asked ? 1 : OTHER_KIND);
		double value = depth * duration(experience.from(), experience.to(), thisYear)
				* freshness(experience.from(), experience.to(), thisYear);
		return new Valued(experience, asked, value);
	}

	private static double duration(@Nullable Integer from, @Nullable Integer to, int thisYear) {
		if (from == null) {
			return FIRST_YEAR;
		}
		double years = Math.clamp((to != null) ? to - from + 1.0 : thisYear - from + 1.0, 1, FULL_AFTER_YEARS);
		return FIRST_YEAR + (1 - FIRST_YEAR) * (years - 1) / (FULL_AFTER_YEARS - 1);
	}

	private static double freshness(@Nullable Integer from, @Nullable Integer to, int thisYear) {
		if (to == null) {
			// it goes on, or nothing is known of its end
			return (from != null) ? 1 : 1 - LOST_BY_TIME / 2;
		}
		return 1 - LOST_BY_TIME * Math.clamp((thisYear - to) / STALE_AFTER_YEARS, 0, 1);
	}

	private record Valued(CountryExperience experience, boolean ofAskedKind, double value) {

	}

}
