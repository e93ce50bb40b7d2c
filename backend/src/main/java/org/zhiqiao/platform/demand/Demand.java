package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import org.zhiqiao.platform.problem.ProblemException;

/**
 * A need of a firm or a city, with the rules of its way from draft to closed. Each step answers with the need as it is
 * afterwards.
 *
 * @param id 0 until it is stored
 * @param version 0 until it is stored
 * @param ownerId the account that posted it; null after that person has left
 * @param sample part of the made-up sample
 */
public record Demand(long id, int version, @Nullable Long ownerId, @Nullable Long organisationId, boolean sample,
		DemandContent content, Progress progress, Instant createdAt, Instant updatedAt) {

	/**
	 * How far it has come.
	 *
	 * @param returnReason why an official sent it back; kept until it is published
	 */
	public record Progress(DemandState state, @Nullable String returnReason, @Nullable Instant submittedAt,
			@Nullable Instant publishedAt, @Nullable Instant closedAt, @Nullable Outcome outcome,
			@Nullable String outcomeNote) {

		static final Progress START = new Progress(DemandState.DRAFT, null, null, null, null, null, null);

	}

	static Demand draft(@Nullable Long ownerId, @Nullable Long organisationId, boolean sample, DemandContent content,
			Instant now) {
		return new Demand(0, 0, ownerId, organisationId, sample, content, Progress.START, now, now);
	}

	public DemandState state() {
		return this.progress.state();
	}

	/** Whether its deadline has passed. */
	public boolean expired(LocalDate today) {
		var deadline = this.content.deadline();
		return deadline != null && deadline.isBefore(today);
	}

	/** Whether it is on the board and can still be answered. */
	public boolean open(LocalDate today) {
		return state() == DemandState.PUBLISHED && !expired(today);
	}

	/** An edit. What an official has agreed to publish must not change behind their back: it goes back to review. */
	Demand rewritten(DemandContent content, Instant now) {
		if (state() == DemandState.CLOSED) {
			throw notNow("edit");
		}
		if (state() != DemandState.PUBLISHED) {
			return with(content, this.progress, now);
		}
		return with(content,
				new Progress(DemandState.SUBMITTED, null, now, this.progress.publishedAt(), null, null, null),
				now);
	}

	Demand submitted(Instant now) {
		if (state() != DemandState.DRAFT && state() != DemandState.RETURNED) {
			throw notNow("submit");
		}
		return with(this.content, new Progress(DemandState.SUBMITTED, this.progress.returnReason(), now,
				this.progress.publishedAt(), null, null, null), now);
	}

	Demand published(Instant now) {
		if (state() != DemandState.SUBMITTED) {
			throw notNow("publish");
		}
		return with(this.content,
				new Progress(DemandState.PUBLISHED, null, this.progress.submittedAt(), now, null, null, null), now);
	}

	Demand returned(String reason, Instant now) {
		if (state() != DemandState.SUBMITTED) {
			throw notNow("return");
		}
		return with(this.content, new Progress(DemandState.RETURNED, reason, this.progress.submittedAt(),
				this.progress.publishedAt(), null, null, null), now);
	}

	Demand closed(Outcome outcome, @Nullable String note, Instant now) {
		if (state() != DemandState.PUBLISHED) {
			throw notNow("close");
		}
		return with(this.content, new Progress(DemandState.CLOSED, null, this.progress.submittedAt(),
				this.progress.publishedAt(), now, outcome, note), now);
	}

	/** A later deadline changes nothing that an official has agreed to: no new review. */
	Demand renewed(LocalDate deadline, Instant now) {
		if (state() != DemandState.PUBLISHED) {
			throw notNow("renew");
		}
		return with(this.content.until(deadline), this.progress, now);
	}

	void mustBeDeletable() {
		if (state() != DemandState.DRAFT) {
			throw notNow("delete");
		}
	}

	Demand withoutOwner() {
		return new Demand(this.id, this.version, null, this.organisationId, this.sample, this.content, this.progress,
				this.createdAt, this.updatedAt);
	}

	Demand stored(long id, int version) {
		return new Demand(id, version, this.ownerId, this.organisationId, this.sample, this.content, this.progress,
				this.createdAt, this.updatedAt);
	}

	private Demand with(DemandContent content, Progress progress, Instant now) {
		return new Demand(this.id, this.version, this.ownerId, this.organisationId, this.sample, content, progress,
				this.createdAt, now);
	}

	private ProblemException notNow(String step) {
		return new ProblemException(HttpStatus.CONFLICT, "invalid-state", new ProblemException.Word("kind.demand"),
				new ProblemException.Word("demand.state." + state().code()),
				new ProblemException.Word("demand.step." + step)).with("state", state().code());
	}

}
