package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Conclusion.ItemConclusion;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** What the organiser's forms on a review send; {@link ReviewCheck} says what is missing or wrong. */
final class SaveReview {

	private SaveReview() {}

	/**
	 * What is judged, how, and until when.
	 *
	 * @param due until when members may give points
	 */
	record SaveSetup(@Nullable List<@Nullable SaveCriterion> criteria, @Nullable String instructions,
			@Nullable Instant due) {

	}

	record SaveCriterion(@Nullable Bilingual name, @Nullable Integer points, @Nullable Integer weight) {

	}

	/** The organiser's draft of conclusion and minutes. */
	record SaveConclusion(@Nullable List<@Nullable ItemConclusion> items, @Nullable String minutes) {

	}

	/** What a member says, as their form holds it. */
	record SaveOpinion(@Nullable List<@Nullable SaveItemOpinion> items) {

	}

	/**
	 * @param item its number
	 * @param points by the number of the criterion; none where they are not given yet
	 */
	record SaveItemOpinion(@Nullable Integer item,
			@Nullable Map<Integer, @Nullable Double> points, @Nullable String comment) {

	}

}
