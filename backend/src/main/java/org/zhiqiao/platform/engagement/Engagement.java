package org.zhiqiao.platform.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.ProblemException;

/**
 * A need and a person who were brought together, with the rules of how it goes on. Each step answers with the engagement as it
 * is afterwards.
 *
 * @param id 0 until it is stored
 * @param by who began it
 * @param fullText whether the owner shows the person the full text of a confidential need
 * @param reason why it ended without a result
 * @param spokeLast whose question or answer was the last
 */
record Engagement(long id, int version, long demandId, long expertId, boolean sample, Side by,
		@Nullable Long byAccount, EngagementState state, @Nullable String message, boolean fullText, Consent owner,
		Consent person, @Nullable Instant exchangedAt, @Nullable Reason reason, @Nullable String note,
		@Nullable Side endedBy, @Nullable Side spokeLast, Instant createdAt, Instant updatedAt) {

	private static final Duration LETTERS_LAST = Duration.ofDays(90);

	/**
	 * Whether a side has agreed, and how it wants to be reached.
	 *
	 * @param contact gone after its owner has left the platform
	 */
	record Consent(@Nullable EngagementContact contact, @Nullable Long account, @Nullable Instant at) {

		static final Consent NONE = new Consent(null, null, null);

		boolean given() {
			return this.at != null;
		}

		/** Whether whoever agreed has left since, so that nobody can be reached by it. */
		boolean nameless() {
			return given() && this.contact == null;
		}

	}

	static Engagement begun(long demandId, long expertId, boolean sample, Side by, @Nullable Long byAccount,
			@Nullable String message, boolean fullText, @Nullable EngagementContact contact, Instant now) {
		var consent = (contact != null) ? new Consent(contact, byAccount, now) : Consent.NONE;
		return new Engagement(0, 0, demandId, expertId, sample, by, byAccount, EngagementState.WAITING, message,
				fullText, (by == Side.OWNER) ? consent : Consent.NONE, (by == Side.PERSON) ? consent : Consent.NONE,
				null, null, null, null, null, now, now);
	}

	Consent consent(Side side) {
		return (side == Side.OWNER) ? this.owner : this.person;
	}

	/** One side says yes and how it wants to be reached. Once both have, they are in contact. */
	Engagement agreed(Side side, EngagementContact contact, @Nullable Long account, Instant now) {
		if (!mayAgree(side)) {
			throw notNow("agree");
		}
		if (consent(side.other()).nameless()) {
			// Nothing goes out one-sidedly.
			throw new ProblemException(HttpStatus.CONFLICT, "engagement-no-contact");
		}
		var consent = new Consent(contact, account, now);
		var both = consent(side.other()).given();
		return new Engagement(this.id, this.version, this.demandId, this.expertId, this.sample, this.by,
				this.byAccount, both ? EngagementState.IN_CONTACT : this.state, this.message, this.fullText,
				(side == Side.OWNER) ? consent : this.owner, (side == Side.PERSON) ? consent : this.person,
				both ? now : null, null, null, null, this.spokeLast, this.createdAt, now);
	}

	/** The side that was asked says no. */
	Engagement declined(Side side, Reason reason, @Nullable String note, Instant now) {
		if (!mayDecline(side)) {
			throw notNow("decline");
		}
		return ended(EngagementState.DECLINED, side, reason, note, now);
	}

	/** Whoever began it, or has said yes, takes it back while the other has not. */
	Engagement withdrawn(Side side, @Nullable String note, Instant now) {
		if (!mayWithdraw(side)) {
			throw notNow("withdraw");
		}
		return ended(EngagementState.WITHDRAWN, side, null, note, now);
	}

	/** Neither side ends it: the need was closed, or the person has left. */
	Engagement ended(Reason reason, @Nullable String note, Instant now) {
		return ended(EngagementState.ENDED, null, reason, note, now);
	}

	/** A stage is recorded, by either side; an earlier one takes a record back. */
	Engagement moved(EngagementState to, Side side, @Nullable Reason reason, @Nullable String note, Instant now) {
		if (!mayRecord() || !to.exchanged() || to == this.state) {
			throw notNow("record");
		}
		return (to == EngagementState.FAILED)
				? ended(to, side, reason, note, now)
				: with(to, null, null, null, this.fullText, this.spokeLast, now);
	}

	/** Whether a letter may still open it: while it goes on, and for a time after it is over. */
	boolean opensByLetter(Instant now) {
		var goesOn = this.state.standing() && !this.state.over();
		return goesOn || now.isBefore(this.updatedAt.plus(LETTERS_LAST));
	}

	/** Whether that takes back what was recorded before. */
	boolean corrects(EngagementState to) {
		return this.state == EngagementState.FAILED || to.compareTo(this.state) < 0;
	}

	Engagement showing(boolean full, Instant now) {
		if (!this.state.standing()) {
			throw notNow("disclose");
		}
		return with(this.state, this.reason, this.note, this.endedBy, full, this.spokeLast, now);
	}

	Engagement spoken(Side side, Instant now) {
		if (!mayAsk()) {
			throw notNow("ask");
		}
		return with(this.state, this.reason, this.note, this.endedBy, this.fullText, side, now);
	}

	void mustBeOver() {
		if (!this.state.over()) {
			throw notNow("feedback");
		}
	}

	boolean mayAgree(Side side) {
		return this.state == EngagementState.WAITING && (!consent(side).given() || consent(side).nameless());
	}

	boolean mayDecline(Side side) {
		return this.state == EngagementState.WAITING && this.by != side && !consent(side).given();
	}

	boolean mayWithdraw(Side side) {
		return this.state == EngagementState.WAITING && (this.by == side || consent(side).given());
	}

	boolean mayAsk() {
		return this.state.standing() && this.state != EngagementState.DONE;
	}

	boolean mayRecord() {
		return this.state.exchanged();
	}

	/** What a side can do now; {@code feedback} is for whoever knows what was given. */
	List<String> may(Side side) {
		var may = new ArrayList<String>();
		if (mayAgree(side)) {
			may.add("agree");
		}
		if (mayDecline(side)) {
			may.add("decline");
		}
		if (mayWithdraw(side)) {
			may.add("withdraw");
		}
		if (mayAsk()) {
			may.add("ask");
		}
		if (mayRecord()) {
			may.add("record");
		}
		return may;
	}

	/** Whether a side is to answer: the other one's wish, or the other one's words. */
	boolean waitsFor(Side side) {
		if (this.state != EngagementState.WAITING) {
			return false;
		}
		var asked = mayAgree(side) && (this.by != side || consent(side.other()).given());
		return asked || this.spokeLast == side.other();
	}

	/** What of it is left when the person is erased. */
	Engagement withoutPerson() {
		return new Engagement(this.id, this.version, this.demandId, this.expertId, this.sample, this.by,
				(this.by == Side.PERSON) ? null : this.byAccount, this.state,
				(this.by == Side.PERSON) ? null : this.message, false, this.owner,
				new Consent(null, null, this.person.at()), this.exchangedAt, this.reason,
				(this.endedBy == Side.PERSON) ? null : this.note, this.endedBy, this.spokeLast, this.createdAt,
				this.updatedAt);
	}

	Engagement of(long expert) {
		return new Engagement(this.id, this.version, this.demandId, expert, this.sample, this.by, this.byAccount,
				this.state, this.message, this.fullText, this.owner, this.person, this.exchangedAt, this.reason,
				this.note, this.endedBy, this.spokeLast, this.createdAt, this.updatedAt);
	}

	Engagement stored(long id, int version) {
		return new Engagement(id, version, this.demandId, this.expertId, this.sample, this.by, this.byAccount,
				this.state, this.message, this.fullText, this.owner, this.person, this.exchangedAt, this.reason,
				this.note, this.endedBy, this.spokeLast, this.createdAt, this.updatedAt);
	}

	private Engagement ended(EngagementState state, @Nullable Side side, @Nullable Reason reason,
			@Nullable String note, Instant now) {
		return with(state, reason, note, side, this.fullText, this.spokeLast, now);
	}

	private Engagement with(EngagementState state, @Nullable Reason reason, @Nullable String note,
			@Nullable Side endedBy, boolean fullText, @Nullable Side spokeLast, Instant now) {
		return new Engagement(this.id, this.version, this.demandId, this.expertId, this.sample, this.by,
				this.byAccount, state, this.message, fullText, this.owner, this.person, this.exchangedAt, reason, note,
				endedBy, spokeLast, this.createdAt, now);
	}

	private InvalidState notNow(String step) {
		return new InvalidState("engagement", "engagement-" + this.state.code(), "engagement-" + step);
	}

}
