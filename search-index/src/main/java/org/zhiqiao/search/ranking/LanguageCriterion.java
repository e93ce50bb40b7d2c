package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.List;

import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.LanguageSkill;

/**
 * Languages: full value at the level asked for, less for each level below it.
 */
final class LanguageCriterion {

	/** Value by levels below the one asked for: with B2 for C1 one gets along, with A2 hardly. */
	private static final double[] BELOW = {1, 0.7, 0.4, 0.15};

	private LanguageCriterion() {}

	static Assessment assess(Need need, ExpertFacts facts) {
		double sum = 0;
		double weights = 0;
		List<Reason> reasons = new ArrayList<>();
		for (Need.Language wish : need.languages()) {
			CefrLevel held = facts.languages()
					.stream()
					.filter((skill) -> skill.code().equals(wish.code()))
					.map(LanguageSkill::level)
					.max(CefrLevel::compareTo)
					.orElse(null);
			if (held == null) {
				reasons.add(new Reason.LanguageMissing(wish.code(), wish.level()));
			} else {
				reasons.add(new Reason.LanguageHeld(wish.code(), wish.level(), held));
				int gap = Math.max(0, wish.level().step() - held.step());
				sum += wish.weight() * ((gap < BELOW.length) ? BELOW[gap] : 0);
			}
			weights += wish.weight();
		}
		return new Assessment(Math.min(1, sum / weights), reasons);
	}

}
