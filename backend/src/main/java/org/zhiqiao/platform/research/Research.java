package org.zhiqiao.platform.research;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.problem.InvalidState;

/**
 * A study or a guide as it is kept, and the rules of its way to the public.
 *
 * @param id 0 until it is stored
 * @param ownerId the account that writes it; none after that person has left
 * @param content as it is being written
 * @param remarks why the administration sent it back or took it from the public
 * @param edition the last published one, 0 before the first
 * @param live whether the public can read that edition
 */
record Research(long id, int version, ResearchKind kind, @Nullable Long ownerId, boolean sample, ResearchState state,
		ResearchContent content, @Nullable String remarks, @Nullable Instant submittedAt, int edition, boolean live,
		Instant createdAt, Instant updatedAt) {

	static Research draft(ResearchKind kind, @Nullable Long owner, boolean sample, ResearchContent content,
			Instant now) {
		return new Research(0, 0, kind, owner, sample, ResearchState.DRAFT, content, null, null, 0, false, now, now);
	}

	/** By its author. */
	Research rewritten(ResearchContent next, Instant now) {
		if (this.state == ResearchState.SUBMITTED) {
			throw notNow("edit");
		}
		var to = (this.state == ResearchState.RETURNED) ? this.state : ResearchState.DRAFT;
		return new Research(this.id, this.version, this.kind, this.ownerId, this.sample, to, next, this.remarks,
				this.submittedAt, this.edition, this.live, this.createdAt, now);
	}

	/** By whoever reviews it. */
	Research corrected(ResearchContent next, Instant now) {
		mustBeSubmitted("edit");
		return new Research(this.id, this.version, this.kind, this.ownerId, this.sample, this.state, next,
				this.remarks, this.submittedAt, this.edition, this.live, this.createdAt, now);
	}

	Research submitted(Instant now) {
		if (this.state != ResearchState.DRAFT && this.state != ResearchState.RETURNED) {
			throw notNow("submit");
		}
		return to(ResearchState.SUBMITTED, this.remarks, now, this.edition, this.live, now);
	}

	Research returned(String why, Instant now) {
		mustBeSubmitted("return");
		return to(ResearchState.RETURNED, why, this.submittedAt, this.edition, this.live, now);
	}

	Research published(Instant now) {
		mustBeSubmitted("publish");
		return to(ResearchState.PUBLISHED, null, this.submittedAt, this.edition + 1, true, now);
	}

	Research withdrawn(String why, Instant now) {
		if (!this.live) {
			throw notNow("withdraw");
		}
		return to(ResearchState.WITHDRAWN, why, this.submittedAt, this.edition, false, now);
	}

	/** Nothing that the public has read disappears without a trace. */
	void mustBeDeletable() {
		if (this.edition > 0 || this.state == ResearchState.SUBMITTED) {
			throw notNow("delete");
		}
	}

	private Research to(ResearchState next, @Nullable String why, @Nullable Instant handedIn, int number, boolean open,
			Instant now) {
		return new Research(this.id, this.version, this.kind, this.ownerId, this.sample, next, this.content, why,
				handedIn, number, open, this.createdAt, now);
	}

	private void mustBeSubmitted(String step) {
		if (this.state != ResearchState.SUBMITTED) {
			throw notNow(step);
		}
	}

	private InvalidState notNow(String step) {
		return new InvalidState("research", this.state.word(), "research-" + step);
	}

}
