package org.zhiqiao.platform.picture;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much there was in each year.
 *
 * @param from the first year; none if all there is counts
 * @param to the last year
 * @param closedNeeds which needs that are over are among those counted
 * @param years the first one first, none left out
 */
record TrendView(@Nullable String city, @Nullable String industry, @Nullable String country, @Nullable Integer from,
		@Nullable Integer to, ConcentrationView.ClosedCounted closedNeeds, List<TrendYear> years) {

	/**
	 * A year.
	 *
	 * @param needs that were published
	 * @param projectsStarted that began
	 * @param projectsRunning that went on
	 * @param bases that there were
	 * @param people who were published
	 * @param peopleSoFar in this year and before
	 */
	record TrendYear(int year, long needs, long projectsStarted, long projectsRunning, long bases, long people,
			long peopleSoFar) {

	}

}
