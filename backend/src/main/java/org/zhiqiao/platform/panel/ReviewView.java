package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.Conclusion.ItemConclusion;
import org.zhiqiao.platform.panel.ReviewResult.ItemResult;
import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;

/**
 * A review as an officer of the panel sees it. Points are shown once no member can be swayed by them.
 *
 * @param version for changes; 0 as long as nothing was saved
 * @param stage none as long as nothing was saved
 * @param criteria those that are usual for the panel's use, as long as nothing was saved
 * @param fixed whether the criteria stay as they are, because a member has saved points
 * @param members who have accepted, by their seats
 * @param waiting how many have not answered their invitation
 * @param vacant how many seats are nobody's, or of somebody who was not invited
 * @param voided what those said who have lost their seats
 * @param results item by item, as they count now or as they were settled; none before
 * @param changed whether the minutes do not fit the results or the members any more
 * @param minutes all that were given out, the first ones first
 * @param may what the reader may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(long panel, int version, @Nullable ReviewStage stage, List<ReviewCriterion> criteria,
		String instructions, @Nullable Instant due, boolean fixed, List<MemberReview> members, int waiting, int vacant,
		List<VoidOpinion> voided, @Nullable List<ItemResult> results, boolean changed,
		List<ItemConclusion> conclusions, String minutesText, List<MinutesView> minutes,
		@Nullable Settlement settlement,
		@Nullable Instant publishedAt, List<ReviewStep> may) {

	/** A step of a review. */
	enum ReviewStep {

		@JsonProperty("setUp")
		SET_UP, @JsonProperty("open")
		OPEN, @JsonProperty("close")
		CLOSE, @JsonProperty("reopen")
		REOPEN, @JsonProperty("conclude")
		CONCLUDE, @JsonProperty("giveOut")
		GIVE_OUT, @JsonProperty("withdraw")
		WITHDRAW, @JsonProperty("propose")
		PROPOSE, @JsonProperty("decide")
		DECIDE, @JsonProperty("publish")
		PUBLISH

	}

	/** How far a member is. */
	enum Progress {

		@JsonProperty("none")
		NONE, @JsonProperty("draft")
		DRAFT, @JsonProperty("signed")
		SIGNED

	}

	/**
	 * Somebody who judges.
	 *
	 * @param number as the minutes call them
	 * @param person the number of the profile
	 * @param stratum the seats among which theirs is
	 * @param recused numbers of the items that they may not judge
	 * @param opinion what they said about each item, once results are shown
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MemberReview(long invitation, int number, long person, String name, String stratum, Selection selection,
			Progress progress, @Nullable Instant savedAt, @Nullable Instant signedAt, List<Integer> recused,
			List<Opinion.ItemOpinion> opinion) {

	}

	/**
	 * What somebody said whose seat is not theirs any more: it is on file and does not count.
	 *
	 * @param signed whether they had signed it
	 * @param state what became of the invitation
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record VoidOpinion(long invitation, String name, boolean signed, InvitationState state, @Nullable Instant endedAt,
			@Nullable DeclineReason reason, @Nullable String note) {

	}

	/**
	 * Minutes that were given out.
	 *
	 * @param answers of those who were members then
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MinutesView(int number, List<ItemConclusion> conclusions, String text, Instant givenAt, Instant signBy,
			@Nullable Instant withdrawnAt, @Nullable String withdrawnReason, List<MemberAnswer> answers) {

	}

	/**
	 * @param answer what they said, or what counts
	 * @param dissent in their words
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MemberAnswer(int number, String name, Answer answer, @Nullable String dissent, @Nullable Instant at) {

	}

	/** What a member says to minutes. */
	enum Answer {

		/** Nothing yet. */
		@JsonProperty("waiting")
		WAITING, @JsonProperty("signed")
		SIGNED, @JsonProperty("dissent")
		DISSENT,
		/** Nothing in time, which counts as agreeing (招标投标法实施条例 §53). */
		@JsonProperty("silent")
		SILENT

	}

	/**
	 * Who wants the result to be settled, and who approved.
	 *
	 * @param refusal why the supervisor did not the last time
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Settlement(@Nullable String askedBy, @Nullable Instant askedAt, @Nullable String refusal,
			@Nullable String settledBy, @Nullable Instant settledAt) {

	}

}
