package org.zhiqiao.platform.panel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A review as it is kept.
 *
 * @param due until when points are given
 * @param openedAt when members were told
 * @param closedAt since when no points are given; none again if the time was extended
 * @param conclusion what the organiser is writing
 * @param signing whether minutes are with the members
 * @param settleAskedBy the account of whoever asked for it to be settled, while nobody has decided
 * @param settleRefusal why the supervisor did not approve the last time
 * @param settledBy the account of whoever approved
 */
record Review(long panel, int version, ReviewSetup setup, Instant due, @Nullable Instant openedAt,
		@Nullable Instant closedAt, Conclusion conclusion, boolean signing, @Nullable Long settleAskedBy,
		@Nullable Instant settleAskedAt, @Nullable String settleRefusal, @Nullable Long settledBy,
		@Nullable Instant settledAt) {

	ReviewStage stage() {
		if (this.settledAt != null) {
			return ReviewStage.SETTLED;
		}
		if (this.settleAskedAt != null) {
			return ReviewStage.PROPOSED;
		}
		if (this.signing) {
			return ReviewStage.SIGNING;
		}
		if (this.closedAt != null) {
			return ReviewStage.CLOSED;
		}
		return (this.openedAt != null) ? ReviewStage.OPEN : ReviewStage.PREPARED;
	}

	/** Whether members may still change what they say. */
	boolean takesOpinions(Instant now) {
		return stage() == ReviewStage.OPEN && now.isBefore(this.due);
	}

}
