package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.SaveReview.SaveConclusion;
import org.zhiqiao.platform.panel.SaveReview.SaveSetup;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * Leads a panel from its first member to a settled result. Each step is one transaction that takes hold of the panel before it
 * reads anything, as each step of a member does.
 */
@Service
class ReviewService {

	private final PanelService panels;

	private final PanelTable panelTable;

	private final ReviewTable reviews;

	private final MinutesTable minutes;

	private final OpinionTable opinions;

	private final ReviewMembers members;

	private final ReviewReader reader;

	private final ReviewNotices notices;

	private final MinutesDraft draft;

	private final AuditLog audit;

	private final Clock clock;

	ReviewService(PanelService panels, PanelTable panelTable, ReviewTable reviews, MinutesTable minutes,
			OpinionTable opinions, ReviewMembers members, ReviewReader reader, ReviewNotices notices,
			MinutesDraft draft, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.reviews = reviews;
		this.minutes = minutes;
		this.opinions = opinions;
		this.members = members;
		this.reader = reader;
		this.notices = notices;
		this.draft = draft;
		this.audit = audit;
		this.clock = clock;
	}

	/** Who sits there is sealed, so each look at it is on file. */
	@Transactional
	ReviewView view(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		this.audit.record("panel.list-seen", "panel", panelId, null, null);
		return this.reader.view(panel, actor);
	}

	/** Says what is judged and until when. Once a member has saved points the criteria stay as they are. */
	@Transactional
	ReviewView setUp(long panelId, int version, SaveSetup save, Actor actor) {
		var panel = organised(panelId, actor);
		var now = this.clock.instant();
		var draw = this.members.of(panel).draw();
		if (draw == null) {
			throw new InvalidState("panel", "draw-none", "review-set-up");
		}
		expectNoDoubt(draw, "review-set-up");
		var review = this.reviews.find(panelId).orElse(null);
		if (review == null) {
			if (version != 0) {
				throw new StaleVersion("panel-review", panelId, 0);
			}
			var setup = ReviewCheck.setup(save, now);
			this.reviews.insert(panelId, setup, Objects.requireNonNull(save.due()), now);
			note("panel.review-set-up", panelId, Map.of("criteria", setup.criteria().size(), "due", save.due()));
			return this.reader.view(panel, actor);
		}
		expect(review, "review-set-up", ReviewStage.PREPARED, ReviewStage.OPEN);
		expectVersion(review, version);
		var setup = ReviewCheck.setup(save, now);
		if (this.opinions.any(panelId) && !setup.criteria().equals(review.setup().criteria())) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-criteria-fixed");
		}
		this.reviews.setUp(panelId, setup, Objects.requireNonNull(save.due()));
		note("panel.review-changed", panelId, Map.of("criteria", setup.criteria().size(), "due", save.due()));
		this.notices.tell(panel, now);
		return this.reader.view(panel, actor);
	}

	/** Asks those who have come to give their points; whoever comes later is asked then. */
	@Transactional
	ReviewView open(long panelId, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-open-it", ReviewStage.PREPARED);
		expectStanding(atHand, "review-open-it");
		var now = this.clock.instant();
		if (atHand.members().seated().isEmpty()) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-nobody-accepted");
		}
		ReviewCheck.due("/due", atHand.review().due(), now);
		this.reviews.open(panelId, now);
		note("panel.review-opened", panelId, Map.of("members", atHand.members().seated().size(), "due",
				atHand.review().due()));
		this.notices.tell(panel, now);
		return this.reader.view(panel, actor);
	}

	/** From now on no points are given. Not before all have signed or the time is over. */
	@Transactional
	ReviewView close(long panelId, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-close", ReviewStage.OPEN);
		expectStanding(atHand, "review-close");
		var now = this.clock.instant();
		if (!atHand.over(now)) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-not-over", atHand.signed(),
					atHand.members().seated().size());
		}
		if (atHand.signed() == 0) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-no-opinion");
		}
		this.reviews.close(panelId, now);
		note("panel.review-closed", panelId, Map.of("signed", atHand.signed(), "members",
				atHand.members().seated().size()));
		return this.reader.view(panel, actor);
	}

	/** Gives members more time after all, such as to somebody who took a seat late. */
	@Transactional
	ReviewView reopen(long panelId, Instant due, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-reopen", ReviewStage.CLOSED);
		expectStanding(atHand, "review-reopen");
		var now = this.clock.instant();
		this.reviews.reopen(panelId, ReviewCheck.due("/due", due, now));
		note("panel.review-reopened", panelId, Map.of("due", due));
		this.notices.tell(panel, now);
		return this.reader.view(panel, actor);
	}

	/** Keeps what the organiser has written so far. */
	@Transactional
	ReviewView conclude(long panelId, int version, SaveConclusion save, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-conclude", ReviewStage.CLOSED);
		expectVersion(atHand.review(), version);
		this.reviews.conclude(panelId, ReviewCheck.conclusion(save, items(panel)));
		note("panel.review-concluded", panelId, null);
		return this.reader.view(panel, actor);
	}

	/** Minutes made of what is on file, for the organiser to go on from. */
	@Transactional(readOnly = true)
	String draft(long panelId, Locale language, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		var atHand = known(panel);
		if (!atHand.over(this.clock.instant())) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-not-over", atHand.signed(),
					atHand.members().seated().size());
		}
		return this.draft.text(atHand, language);
	}

	/** Gives the minutes to the members, who sign or write a dissent. */
	@Transactional
	ReviewView giveOut(long panelId, Instant signBy, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-give-out", ReviewStage.CLOSED);
		expectStanding(atHand, "review-give-out");
		var now = Moments.exact(this.clock.instant());
		ReviewCheck.complete(atHand.review().conclusion(), items(panel));
		if (atHand.signed() == 0) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-no-opinion");
		}
		var given = new Minutes(panelId, atHand.minutes().size() + 1, atHand.review().conclusion(), atHand.counted(),
				now, ReviewCheck.due("/signBy", signBy, now), null, null, List.of());
		this.minutes.give(given);
		note("panel.minutes-given-out", panelId, Map.of("number", given.number(), "signBy", signBy));
		this.notices.tell(panel, now);
		return this.reader.view(panel, actor);
	}

	/** Takes the minutes back; what was said to them stays on file. */
	@Transactional
	ReviewView withdraw(long panelId, String reason, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-withdraw", ReviewStage.SIGNING);
		var given = atHand.standing().orElseThrow();
		this.minutes.withdraw(given, reason, this.clock.instant());
		note("panel.minutes-withdrawn", panelId, Map.of("number", given.number(), "reason", reason));
		return this.reader.view(panel, actor);
	}

	/** The organiser asks for the result to be settled. */
	@Transactional
	ReviewView propose(long panelId, Actor actor) {
		var panel = organised(panelId, actor);
		var atHand = known(panel);
		expect(atHand.review(), "review-settle", ReviewStage.SIGNING);
		expectReady(atHand);
		this.reviews.askToSettle(panelId, actor.accountId(), this.clock.instant());
		note("panel.settlement-asked", panelId, null);
		return this.reader.view(panel, actor);
	}

	/** The supervisor, who did not ask, settles the result or sends it back. */
	@Transactional
	ReviewView decide(long panelId, boolean approved, @Nullable String reason, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!ReviewReader.supervises(panel, actor)) {
			throw new NotAllowed("panel-duty");
		}
		var atHand = known(panel);
		expect(atHand.review(), "review-settle", ReviewStage.PROPOSED);
		if (Long.valueOf(actor.accountId()).equals(atHand.review().settleAskedBy())) {
			throw new NotAllowed("panel-second-person");
		}
		if (approved) {
			expectReady(atHand);
			this.reviews.settle(panelId, actor.accountId(), this.clock.instant());
			note("panel.settled", panelId, null);
		} else {
			var why = ReviewCheck.reason(reason);
			this.reviews.refuseToSettle(panelId, why);
			note("panel.settlement-refused", panelId, Map.of("reason", why));
		}
		return this.reader.view(panel, actor);
	}

	/** Everybody has answered or had the time to, and nobody has left or joined since. */
	private void expectReady(ReviewAtHand atHand) {
		expectStanding(atHand, "review-settle");
		if (atHand.changed()) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-changed");
		}
		if (!atHand.standing().orElseThrow().answered(this.clock.instant())) {
			throw new ProblemException(HttpStatus.CONFLICT, "review-unsigned");
		}
	}

	private Panel organised(long panelId, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (!Duty.ORGANISER.openTo(actor.roles())) {
			throw new NotAllowed("panel-pool-keeper");
		}
		return panel;
	}

	private ReviewAtHand known(Panel panel) {
		return this.reader.atHand(panel).orElseThrow(() -> new NotFound("panel-review", panel.id()));
	}

	private static List<Integer> items(Panel panel) {
		return panel.content().items().stream().map(PanelContent.Item::number).toList();
	}

	private static void expect(Review review, String wanted, ReviewStage... stages) {
		if (!List.of(stages).contains(review.stage())) {
			throw new InvalidState("panel-review", review.stage().word(), wanted);
		}
	}

	private static void expectVersion(Review review, int version) {
		if (review.version() != version) {
			throw new StaleVersion("panel-review", review.panel(), review.version());
		}
	}

	private static void expectStanding(ReviewAtHand atHand, String wanted) {
		var draw = atHand.members().draw();
		if (draw == null) {
			throw new InvalidState("panel", "draw-none", wanted);
		}
		expectNoDoubt(draw, wanted);
	}

	private static void expectNoDoubt(DrawRecord draw, String wanted) {
		if (draw.inDoubt()) {
			throw new InvalidState("panel-draw", "draw-in-doubt", wanted);
		}
	}

	private void note(String action, long panel, @Nullable Map<String, ?> what) {
		var told = new HashMap<String, Object>();
		if (what != null) {
			what.forEach((key, value) -> told.put(key, (value instanceof Instant) ? value.toString() : value));
		}
		this.audit.record(action, "panel", panel, null, told.isEmpty() ? null : told);
	}

}
