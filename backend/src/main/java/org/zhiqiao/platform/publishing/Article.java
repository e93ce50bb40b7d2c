package org.zhiqiao.platform.publishing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidState;

/**
 * An article with its manuscript, and the rules of its way from draft to public. Each step answers with the article as it is
 * afterwards.
 *
 * @param id 0 until it is stored
 * @param version 0 until it is stored
 * @param ownerId the account that wrote it; null after that person has left
 * @param sample part of the made-up sample
 * @param edition the last published edition, 0 before the first
 * @param live whether the public can read that edition
 */
record Article(long id, int version, @Nullable Long ownerId, boolean sample, ArticleContent content, Progress progress,
		int edition, boolean live, Instant createdAt, Instant updatedAt) {

	/** The first reminder comes this long before the review is due. */
	private static final Duration AHEAD = Duration.ofDays(1);

	/**
	 * How far the manuscript has come.
	 *
	 * @param remarks why the administration sent it back or took it from the public
	 * @param reviewBy until when it is to be reviewed
	 * @param reminders how many reminders were sent since it was submitted
	 */
	record Progress(ArticleState state, @Nullable String remarks, @Nullable Instant submittedAt,
			@Nullable Instant reviewBy, int reminders, @Nullable Instant firstPublishedAt,
			@Nullable Instant publishedAt) {

		Progress to(ArticleState next, @Nullable String remarks) {
			return new Progress(next, remarks, this.submittedAt, this.reviewBy, this.reminders, this.firstPublishedAt,
					this.publishedAt);
		}

	}

	static Article draft(@Nullable Long ownerId, boolean sample, ArticleContent content, Instant now) {
		return new Article(0, 0, ownerId, sample, content,
				new Progress(ArticleState.DRAFT, null, null, null, 0, null, null), 0, false, now, now);
	}

	ArticleState state() {
		return this.progress.state();
	}

	/** By its author. What the public reads stays as it is until the next edition is published. */
	Article rewritten(ArticleContent content, Instant now) {
		return switch (state()) {
			case DRAFT, RETURNED -> with(content, this.progress, now);
			case PUBLISHED, WITHDRAWN -> with(content, this.progress.to(ArticleState.DRAFT, this.progress.remarks()),
					now);
			case SUBMITTED -> throw notNow("edit");
		};
	}

	/** By whoever reviews it. */
	Article corrected(ArticleContent content, Instant now) {
		mustBe(Set.of(ArticleState.SUBMITTED), "edit");
		return with(content, this.progress, now);
	}

	Article submitted(int days, Instant now) {
		mustBe(Set.of(ArticleState.DRAFT, ArticleState.RETURNED), "submit");
		return with(this.content, new Progress(ArticleState.SUBMITTED, this.progress.remarks(), now, due(now, days), 0,
				this.progress.firstPublishedAt(), this.progress.publishedAt()), now);
	}

	Article returned(String remarks, Instant now) {
		mustBe(Set.of(ArticleState.SUBMITTED), "return");
		return with(this.content, this.progress.to(ArticleState.RETURNED, remarks), now);
	}

	Article published(Instant now) {
		mustBe(Set.of(ArticleState.SUBMITTED), "publish");
		return new Article(this.id, this.version, this.ownerId, this.sample, this.content,
				new Progress(ArticleState.PUBLISHED, null, this.progress.submittedAt(), this.progress.reviewBy(),
						this.progress.reminders(),
						Objects.requireNonNullElse(this.progress.firstPublishedAt(), now), now),
				this.edition + 1, true, this.createdAt, now);
	}

	Article withdrawn(String reason, Instant now) {
		if (!this.live) {
			throw notNow("withdraw");
		}
		return new Article(this.id, this.version, this.ownerId, this.sample, this.content,
				this.progress.to(ArticleState.WITHDRAWN, reason), this.edition, false, this.createdAt, now);
	}

	/** Nothing that the public has read disappears without a trace. */
	void mustBeDeletable() {
		mustBe(Set.of(ArticleState.DRAFT, ArticleState.RETURNED), "delete");
		if (this.edition > 0) {
			throw notNow("delete");
		}
	}

	/** Whether the review is late. */
	boolean overdue(Instant now) {
		var by = this.progress.reviewBy();
		return state() == ArticleState.SUBMITTED && by != null && !now.isBefore(by);
	}

	/** How many reminders should have been sent by now: one a day ahead, one when the review is late. */
	int remindersDue(Instant now) {
		var by = this.progress.reviewBy();
		if (state() != ArticleState.SUBMITTED || by == null || now.isBefore(by.minus(AHEAD))) {
			return 0;
		}
		return now.isBefore(by) ? 1 : 2;
	}

	Article stored(long id, int version) {
		return new Article(id, version, this.ownerId, this.sample, this.content, this.progress, this.edition,
				this.live, this.createdAt, this.updatedAt);
	}

	/** The end of the day that is so many working days later. */
	static Instant due(Instant from, int workingDays) {
		var day = from.atZone(Moments.HERE).toLocalDate();
		for (var left = workingDays; left > 0;) {
			day = day.plusDays(1);
			if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
				left--;
			}
		}
		return day.plusDays(1).atStartOfDay(Moments.HERE).toInstant();
	}

	private Article with(ArticleContent content, Progress progress, Instant now) {
		return new Article(this.id, this.version, this.ownerId, this.sample, content, progress, this.edition,
				this.live, this.createdAt, now);
	}

	private void mustBe(Set<ArticleState> states, String step) {
		if (!states.contains(state())) {
			throw notNow(step);
		}
	}

	private InvalidState notNow(String step) {
		return new InvalidState("article", "article-" + state().code(), "article-" + step);
	}

}
