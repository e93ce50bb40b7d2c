package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Conclusion.ItemConclusion;
import org.zhiqiao.platform.panel.InvitationLetter.LetterParty;
import org.zhiqiao.platform.panel.Opinion.ItemOpinion;
import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;

/**
 * A review as a member sees it: what they are asked and what they said. Not who else sits on the panel, nor what anybody else
 * gave; how the panel as a whole judged stands there once minutes are given out, when nobody gives points any more.
 *
 * @param invitation by which they have their seat
 * @param use a code of the vocabulary
 * @param timeZone of the person's profile
 * @param version for changes; 0 as long as nothing was saved
 * @param opinions what they said so far
 * @param maySave whether they may change it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewSheet(long invitation, SheetState state, String use, List<SheetItem> items,
		List<ReviewCriterion> criteria, String instructions, @Nullable Instant due, @Nullable String timeZone,
		int version, List<ItemOpinion> opinions, @Nullable Instant savedAt, @Nullable Instant signedAt,
		boolean maySave, @Nullable SheetMinutes minutes) {

	/** How far the member is. */
	enum SheetState {

		/** The review has not begun. */
		@JsonProperty("waiting")
		WAITING, @JsonProperty("open")
		OPEN, @JsonProperty("signed")
		SIGNED,
		/** No points are taken any more, and they have not signed. */
		@JsonProperty("over")
		OVER

	}

	/**
	 * Something under review.
	 *
	 * @param number tells it from the others
	 * @param recused whether the member may not judge it, because of a conflict of interest
	 */
	record SheetItem(int number, String title, List<LetterParty> parties, boolean recused) {

	}

	/**
	 * Minutes that wait for the member, or have their answer.
	 *
	 * @param mayAnswer whether they may sign or write a dissent now
	 * @param answeredAt when they did
	 * @param dissent what they wrote
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SheetMinutes(int number, List<ItemConclusion> conclusions, List<SheetResult> results, String text,
			Instant signBy, boolean mayAnswer, @Nullable Instant answeredAt, @Nullable String dissent,
			@Nullable Instant settledAt) {

	}

	/**
	 * How the panel judged an item.
	 *
	 * @param reviews how many members did
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SheetResult(int item, int reviews, @Nullable Double mean, @Nullable Double least,
			@Nullable Double greatest, @Nullable Integer rank) {

	}

}
