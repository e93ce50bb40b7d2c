package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ExpertFacts;

/**
 * Competences and other conditions: the weighed share of those that are met.
 */
final class WishesCriterion {

	private WishesCriterion() {}

	static Assessment assess(Need need, ExpertFacts facts) {
		List<Need.Other> wishes = Stream
				.concat(need.competences()
						.stream()
						.map((wish) -> new Need.Other(wish.condition(), wish.must(), wish.weight())),
						need.others().stream())
				.toList();
		double met = 0;
		double weights = 0;
		List<Reason> reasons = new ArrayList<>();
		for (Need.Other wish : wishes) {
			Condition condition = wish.condition();
			if (condition.test(facts)) {
				met += wish.weight();
				reasons.add(new Reason.ConditionMet(condition));
			} else {
				reasons.add(new Reason.ConditionUnmet(condition));
			}
			weights += wish.weight();
		}
		return new Assessment(Math.min(1, met / weights), reasons);
	}

}
