package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Assessment.AssessmentState;
import org.zhiqiao.platform.panel.Assessment.Contest;
import org.zhiqiao.platform.panel.AssessmentView.CreditedService;
import org.zhiqiao.platform.panel.AssessmentView.GivenAssessment;
import org.zhiqiao.platform.panel.AssessmentView.OwnCredit;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotFound;

/** Shows people their own credit with the assessments it is made of, and takes what they have against one. */
@Service
class CreditService {

	private final AssessmentTable table;

	private final Credits credits;

	private final PanelTable panels;

	private final InvitationTable invitations;

	private final InvitationService letters;

	private final RulePacks packs;

	private final Experts experts;

	private final AssessmentMails mails;

	private final AuditLog audit;

	private final Clock clock;

	CreditService(AssessmentTable table, Credits credits, PanelTable panels, InvitationTable invitations,
			InvitationService letters, RulePacks packs, Experts experts, AssessmentMails mails, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.credits = credits;
		this.panels = panels;
		this.invitations = invitations;
		this.letters = letters;
		this.packs = packs;
		this.experts = experts;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whoever has no profile never served. */
	@Transactional(readOnly = true)
	OwnCredit mine(Actor actor) {
		return this.experts.idOfAccount(actor.accountId())
				.map(this.table::about)
				.map(about -> view(about, about))
				.orElseGet(() -> view(List.of(), List.of()));
	}

	/** For whoever has the link of a mail: their credit, and the assessment that the mail is about. */
	@Transactional(readOnly = true)
	OwnCredit opened(String token) {
		return opened(this.letters.opened(token));
	}

	private OwnCredit opened(Invitation invitation) {
		return view(this.table.about(invitation.expert()), this.table.find(invitation.id()).stream().toList());
	}

	/** Takes what the reader has against an assessment of theirs. */
	@Transactional
	OwnCredit contest(long invitation, String words, Actor actor) {
		contest(this.letters.own(invitation, actor), words);
		return mine(actor);
	}

	@Transactional
	OwnCredit contest(String token, String words) {
		var invitation = this.letters.opened(token);
		contest(invitation, words);
		return opened(invitation);
	}

	private void contest(Invitation invitation, String words) {
		var about = this.table.find(invitation.id())
				.orElseThrow(() -> new NotFound("panel-assessment", invitation.id()));
		var open = about.state() == AssessmentState.GIVEN;
		if (open && !this.credits.recent(about)) {
			throw new InvalidState("panel-assessment", "assessment-old", "assessment-contest");
		}
		if (!open || !this.table.contest(invitation.id(), new Contest(words, Moments.exact(this.clock.instant())))) {
			var state = open ? AssessmentState.CONTESTED : about.state();
			throw new InvalidState("panel-assessment", AssessmentService.word(state), "assessment-contest");
		}
		this.audit.recordUnattributed("panel.assessment-contested", "panel", about.panel(), null);
		this.panels.find(about.panel()).ifPresent(this.mails::contested);
	}

	private OwnCredit view(List<Assessment> about, List<Assessment> shown) {
		var counting = this.credits.counting(about);
		return new OwnCredit(Math.round(Credit.of(counting) * 10) / 10.0, Credit.NEUTRAL, Credit.YEARS,
				counting.size(), shown.stream().map(this::service).toList());
	}

	private CreditedService service(Assessment one) {
		var panel = this.panels.find(one.panel()).orElseThrow();
		var invitation = this.invitations.find(one.invitation()).orElseThrow();
		var recent = this.credits.recent(one);
		return new CreditedService(one.invitation(), panel.content().use(),
				(invitation.state() == InvitationState.DECLINED)
						? List.of()
						: panel.content().items().stream().map(PanelContent.Item::title).toList(),
				this.packs.assessment(panel.rules()), GivenAssessment.of(one), recent,
				recent && one.state() == AssessmentState.GIVEN);
	}

}
