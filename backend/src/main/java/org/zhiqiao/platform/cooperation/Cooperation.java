package org.zhiqiao.platform.cooperation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.problem.InvalidState;

/**
 * A project or a base as it is kept, and the rules of its way to the record. Each step answers with it as it is afterwards.
 *
 * @param id 0 until it is stored
 * @param ownerId the account that entered it; none after that person has left
 * @param sample part of the made-up sample
 * @param content as it is being written
 * @param remarks why the administration sent it back
 * @param recorded what counts; none before the first time, and after it was withdrawn
 * @param withdrawnAt when it last stopped to count
 * @param withdrawal why it last stopped to count; kept apart from the remarks, which are on what is being written
 */
record Cooperation(long id, int version, @Nullable Long ownerId, boolean sample, CooperationState state,
		CooperationContent content, @Nullable String remarks, @Nullable Instant submittedAt,
		@Nullable CooperationContent recorded, @Nullable Instant recordedAt, @Nullable Instant withdrawnAt,
		@Nullable String withdrawal, Instant createdAt, Instant updatedAt) {

	static Cooperation draft(@Nullable Long owner, boolean sample, CooperationContent content, Instant now) {
		return new Cooperation(0, 0, owner, sample, CooperationState.DRAFT, content, null, null, null, null, null, null,
				now,
				now);
	}

	/** Somebody takes over what its author has left behind. */
	Cooperation takenOver(long owner) {
		return new Cooperation(this.id, this.version, owner, this.sample, this.state, this.content, this.remarks,
				this.submittedAt, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal, this.createdAt,
				this.updatedAt);
	}

	/**
	 * Its author has left while they were changing what counts, or did: the change was theirs alone, so it says again what counts.
	 * @param last what counted last
	 */
	Cooperation abandoned(CooperationContent last) {
		return new Cooperation(this.id, this.version, null, this.sample,
				(this.recorded != null) ? CooperationState.RECORDED : CooperationState.RETURNED, last, null,
				this.submittedAt, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal, this.createdAt,
				this.updatedAt);
	}

	/** By its author. What was recorded stays as it is until the change is. */
	Cooperation rewritten(CooperationContent content, Instant now) {
		if (this.state == CooperationState.SUBMITTED) {
			throw notNow("edit");
		}
		var next = (this.state == CooperationState.RECORDED) ? CooperationState.DRAFT : this.state;
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, next, content, this.remarks,
				this.submittedAt, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal, this.createdAt,
				now);
	}

	/** By its author's list: whatever it said, it says this now and is reviewed. Whoever reviews it already has to look anew. */
	Cooperation replaced(CooperationContent content, Instant now) {
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, CooperationState.SUBMITTED, content,
				this.remarks, now, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal, this.createdAt,
				now);
	}

	/** By whoever reviews it. */
	Cooperation corrected(CooperationContent content, Instant now) {
		mustBe(CooperationState.SUBMITTED, "edit");
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, this.state, content, this.remarks,
				this.submittedAt, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal, this.createdAt,
				now);
	}

	Cooperation submitted(Instant now) {
		if (this.state != CooperationState.DRAFT && this.state != CooperationState.RETURNED) {
			throw notNow("submit");
		}
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, CooperationState.SUBMITTED,
				this.content, this.remarks, now, this.recorded, this.recordedAt, this.withdrawnAt, this.withdrawal,
				this.createdAt, now);
	}

	Cooperation returned(String remarks, Instant now) {
		mustBe(CooperationState.SUBMITTED, "return");
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, CooperationState.RETURNED,
				this.content, remarks, this.submittedAt, this.recorded, this.recordedAt, this.withdrawnAt,
				this.withdrawal,
				this.createdAt, now);
	}

	Cooperation recorded(Instant now) {
		mustBe(CooperationState.SUBMITTED, "record");
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, CooperationState.RECORDED,
				this.content, null, this.submittedAt, this.content, now, this.withdrawnAt, this.withdrawal,
				this.createdAt, now);
	}

	/**
	 * It counts no more, and its author is told why; what it said stays among its versions. A change that is being written stays
	 * its author's alone, and one that was handed in is reviewed all the same.
	 */
	Cooperation withdrawn(String why, Instant now) {
		if (this.recorded == null) {
			throw notNow("withdraw");
		}
		var next = (this.state == CooperationState.RECORDED) ? CooperationState.RETURNED : this.state;
		return new Cooperation(this.id, this.version, this.ownerId, this.sample, next, this.content, this.remarks,
				this.submittedAt, null, null, now, why, this.createdAt, now);
	}

	/** Nothing that has counted disappears. */
	void mustBeDeletable() {
		if (this.recorded != null || this.withdrawnAt != null || this.state == CooperationState.SUBMITTED) {
			throw notNow("delete");
		}
	}

	private void mustBe(CooperationState state, String wanted) {
		if (this.state != state) {
			throw notNow(wanted);
		}
	}

	private InvalidState notNow(String wanted) {
		return new InvalidState("cooperation", this.state.word(), "cooperation-" + wanted);
	}

}
