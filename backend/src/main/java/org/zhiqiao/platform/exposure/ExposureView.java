package org.zhiqiao.platform.exposure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;

/**
 * How attention is spread over people. Each need counts once a day, however often its ranking is looked at.
 *
 * @param since the first day that counts
 * @param people how many are published
 * @param onTop how many of them were among the first twenty of a ranking
 * @param shown how many of them were shown at all
 * @param gini how unequally being among the first is spread: 0 alike, towards 1 all on one; absent where nobody was
 * @param topTen share of the ten who were there most often, 0 to 1; absent where nobody was
 * @param items those who were there most often
 */
record ExposureView(LocalDate since, int days, int people, int onTop, int shown, @Nullable Double gini,
		@Nullable Double topTen, List<ExposedView> items) {

	/**
	 * Somebody who was shown.
	 *
	 * @param onTop on so many days and for so many needs among the first twenty
	 * @param below further down only
	 * @param needs how many different needs that were
	 * @param chosen on so many shortlists since then
	 */
	record ExposedView(ExpertCard card, int onTop, int below, int needs, int chosen) {

	}

	/** The same figures for one person; whose shortlists somebody is on is the owners' business. */
	record OwnExposure(LocalDate since, int days, int onTop, int below, int needs) {

	}

}
