package org.zhiqiao.platform.matching;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.demand.DemandCard;

/**
 * Where a person stands with the needs that fit, and which others nearly fit.
 *
 * @param places for the needs that fit
 * @param near needs of which the person misses a must or two; those that would fit best first
 */
record Prospects(List<Place> places, List<NearDemand> near) {

	/**
	 * A person's place among those who fit a need.
	 *
	 * @param rank from 1
	 * @param of how many people fit
	 * @param improvements what would move the person up, the greatest first
	 */
	record Place(long demandId, int rank, int of, List<ImprovementView> improvements) {

	}

	/**
	 * A need that nearly fits.
	 *
	 * @param score 0 to 100, if its musts were wishes
	 * @param missing the musts that are not fulfilled
	 * @param then where the person would stand with all of them; absent where one is about the subject itself
	 */
	record NearDemand(double score, DemandCard card, List<ContributionView> contributions, List<ReasonView> missing,
			@Nullable Then then) {

	}

	/**
	 * A place that somebody does not have yet.
	 *
	 * @param score 0 to 100
	 * @param rank from 1
	 * @param of how many people would fit
	 */
	record Then(double score, int rank, int of) {

	}

}
