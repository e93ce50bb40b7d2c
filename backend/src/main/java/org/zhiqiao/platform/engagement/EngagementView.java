package org.zhiqiao.platform.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.demand.DemandView;
import org.zhiqiao.platform.expert.ExpertCard;

/**
 * An engagement as its page shows it. What the reader may not see is left out: officers get state and dates only.
 *
 * @param side of the reader; none for an officer
 * @param need as far as the reader may see it; none if not at all
 * @param needTitle to call it by, if the reader may know it
 * @param person none if the person is not published any more
 * @param personName to call the person by, as far as the reader may know it
 * @param confidential whether the need is, so that its owner decides who reads it in full
 * @param ownContact that the reader has named
 * @param otherContact of the other side, once both have agreed
 * @param suggested how the reader may want to be reached
 * @param may what the reader can do now: {@code agree}, {@code decline}, {@code withdraw}, {@code ask}, {@code record},
 * {@code disclose}, {@code feedback}
 */
public record EngagementView(long id, int version, long demandId, long expertId, Side by, EngagementState state,
		@Nullable Side side, @Nullable DemandView need, @Nullable String needTitle, @Nullable ExpertCard person,
		@Nullable String personName, @Nullable String message, boolean confidential, boolean fullText,
		@Nullable Instant ownerAgreedAt, @Nullable Instant personAgreedAt, @Nullable Instant exchangedAt,
		@Nullable EngagementContact ownContact, @Nullable EngagementContact otherContact,
		@Nullable EngagementContact suggested, @Nullable String reason, @Nullable String note, @Nullable Side endedBy,
		List<EngagementWord> words, List<EngagementStage> stages, EngagementFeedback feedback, boolean waits,
		List<String> may, Instant createdAt, Instant updatedAt, boolean sample) {

	/** A question or an answer. */
	public record EngagementWord(Side side, @Nullable String author, String words, Instant at) {

	}

	/**
	 * A stage that was recorded.
	 *
	 * @param on when it was reached
	 * @param correction whether it took back what was recorded before
	 * @param side who recorded it; none for an officer to see
	 */
	public record EngagementStage(EngagementState state, LocalDate on, boolean correction, @Nullable String reason,
			@Nullable String note, @Nullable Side side, Instant at) {

	}

	/**
	 * How both found it.
	 *
	 * @param otherGiven whether the other side has said it, shown or not
	 * @param shownFrom when the other side's is shown at the latest
	 */
	public record EngagementFeedback(@Nullable EngagementMarks own, @Nullable EngagementMarks other,
			boolean otherGiven, @Nullable Instant shownFrom) {

		static final EngagementFeedback NONE = new EngagementFeedback(null, null, false, null);

	}

	/** Marks from 1 to 5. */
	public record EngagementMarks(int communication, int reliability, int result, @Nullable String words,
			Instant at) {

	}

}
