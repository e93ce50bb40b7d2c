package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked to take a seat that they were drawn for.
 *
 * @param stratum its place in the draw, from 0
 * @param seat from 1 within the stratum
 * @param message the organiser's words
 * @param mail its number in the outbox; none if there was no address to write to
 * @param declaredAt when they declared that they have no conflict of interest
 * @param endedAt when it ended, by whatever
 * @param refusal why they do not come, if they said so
 * @param excuse why they were excused, if they were
 */
record Invitation(long id, long panel, int draw, int stratum, int seat, long expert, InvitationState state,
		Succession succession, @Nullable String message, @Nullable Long mail, Instant invitedAt, Instant remindAt,
		@Nullable Instant remindedAt, Instant answerBy, @Nullable Instant declaredAt, @Nullable Instant endedAt,
		@Nullable Refusal refusal, @Nullable Excuse excuse) {

	/** Whether somebody else is to take the seat. */
	enum Succession {

		/** The seat is the person's, or nobody's concern any more. */
		NONE,
		/** Somebody is to be found. */
		WANTED,
		/** Somebody was invited. */
		FILLED,
		/** Somebody is to be found once the organiser sends invitations. */
		LATER,
		/** Nobody is left. */
		VACANT

	}

	/**
	 * An answer of somebody who does not come.
	 *
	 * @param notUntil they do not want to be asked before this day
	 */
	record Refusal(DeclineReason reason, @Nullable String note, @Nullable LocalDate notUntil) {

	}

	/**
	 * Why the organiser excused somebody.
	 *
	 * @param by the number of an account
	 */
	record Excuse(String reason, long by) {

	}

	/** So long after the answer was due a seat is not filled any more: by then the review is over. */
	static final Duration WATCHED = Duration.ofDays(60);

	/** Whether the seat stays as it is, whatever becomes of the person. */
	boolean over(Instant now) {
		return now.isAfter(this.answerBy.plus(WATCHED));
	}

	/** How long the person was given. */
	Duration span() {
		return Duration.between(this.invitedAt, this.answerBy);
	}

}
