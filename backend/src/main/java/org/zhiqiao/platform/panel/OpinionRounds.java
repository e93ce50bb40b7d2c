package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.SaveReview.SaveOpinion;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * Takes what members say. Each step is one transaction that takes hold of the panel before it reads anything, so what comes at
 * once with a step of the organiser comes before it or after it.
 */
@Service
class OpinionRounds {

	private final PanelTable panels;

	private final ReviewTable reviews;

	private final InvitationTable invitations;

	private final OpinionTable opinions;

	private final MinutesTable minutes;

	private final ReviewMembers members;

	private final AuditLog audit;

	private final Clock clock;

	OpinionRounds(PanelTable panels, ReviewTable reviews, InvitationTable invitations, OpinionTable opinions,
			MinutesTable minutes, ReviewMembers members, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.reviews = reviews;
		this.invitations = invitations;
		this.opinions = opinions;
		this.minutes = minutes;
		this.members = members;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Keeps what a member has filled in so far, or takes it as their final word.
	 * @param expert whose invitation it has to be; none if a token was shown
	 */
	@Transactional
	void save(long panelId, long id, @Nullable Long expert, int version, SaveOpinion save, boolean sign) {
		var panel = this.panels.lock(panelId).orElseThrow(() -> new NotFound("panel-invitation", id));
		var invitation = held(id, expert, "review-save");
		var review = this.reviews.find(panelId)
				.orElseThrow(() -> new InvalidState("panel-review", ReviewStage.PREPARED.word(), "review-save"));
		var now = Moments.exact(this.clock.instant());
		var before = this.opinions.find(id).orElse(null);
		if (before != null && before.signed()) {
			throw new InvalidState("panel-review", "review-signed", "review-save");
		}
		if (!review.takesOpinions(now)) {
			throw new InvalidState("panel-review",
					(review.stage() == ReviewStage.OPEN) ? "review-time-over" : review.stage().word(), "review-save");
		}
		var known = (before != null) ? before.version() : 0;
		if (known != version) {
			throw new StaleVersion("panel-opinion", id, known);
		}
		var recused = this.members.recusals(panel, Set.of(invitation.expert()))
				.getOrDefault(invitation.expert(), Set.of());
		var content = ReviewCheck.opinion(save, review.setup(),
				panel.content().items().stream().map(PanelContent.Item::number).toList(), recused, sign);
		this.opinions.save(panelId, new Opinion(id, known + 1, content, now, sign ? now : null));
		if (sign) {
			note("panel.opinion-signed", panelId, Map.of("invitation", id));
		}
	}

	/**
	 * A member agrees with the minutes, or does not and says why.
	 * @param dissent in their words; none if they agree
	 */
	@Transactional
	void answer(long panelId, long id, @Nullable Long expert, int number, @Nullable String dissent) {
		this.panels.lock(panelId);
		held(id, expert, "review-sign");
		var given = this.minutes.standing(panelId).orElse(null);
		var stage = this.reviews.find(panelId).map(Review::stage).orElse(ReviewStage.PREPARED);
		if (given == null || stage != ReviewStage.SIGNING || given.number() != number
				|| !given.counted().members().contains(id)) {
			throw new InvalidState("panel-review",
					(stage == ReviewStage.SIGNING) ? "review-other-minutes" : stage.word(),
					"review-sign");
		}
		var known = given.of(id);
		if (known.isPresent()) {
			if (Objects.equals(known.get().dissent(), dissent)) {
				return;
			}
			throw new InvalidState("panel-review", "review-answered", "review-sign");
		}
		var now = this.clock.instant();
		if (!now.isBefore(given.signBy())) {
			throw new InvalidState("panel-review", "review-sign-over", "review-sign");
		}
		this.minutes.sign(given, id, dissent, now);
		note((dissent == null) ? "panel.minutes-signed" : "panel.dissent-written", panelId,
				Map.of("invitation", id, "minutes", number));
	}

	private Invitation held(long id, @Nullable Long expert, String wanted) {
		var invitation = this.invitations.find(id)
				.filter(one -> expert == null || one.expert() == expert)
				.orElseThrow(() -> new NotFound("panel-invitation", id));
		if (invitation.state() != InvitationState.ACCEPTED) {
			throw new InvalidState("panel-invitation", invitation.state().word(), wanted);
		}
		return invitation;
	}

	/** Never who it is: whoever reads the audit need not know who sits on a panel. */
	private void note(String action, long panel, Map<String, ?> what) {
		this.audit.recordUnattributed(action, "panel", panel, what);
	}

}
