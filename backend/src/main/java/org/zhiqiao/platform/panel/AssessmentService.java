package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Assessment.AssessmentRuling;
import org.zhiqiao.platform.panel.Assessment.AssessmentState;
import org.zhiqiao.platform.panel.Assessment.AssessmentVerdict;
import org.zhiqiao.platform.panel.AssessmentCheck.GivenMark;
import org.zhiqiao.platform.panel.AssessmentView.AssessedMember;
import org.zhiqiao.platform.panel.AssessmentView.Assessments;
import org.zhiqiao.platform.panel.AssessmentView.GivenAssessment;
import org.zhiqiao.platform.panel.AssessmentView.ServiceFacts;
import org.zhiqiao.platform.panel.RulePack.AssessmentRule;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;

/**
 * Lets the organiser of a panel say how its members served, and the supervisor decide on what a member has against it. Whoever
 * sat on the panel when the result was settled is assessed, and whoever had promised to come and then did not.
 */
@Service
class AssessmentService {

	private final PanelService panels;

	private final PanelTable panelTable;

	private final AssessmentTable table;

	private final InvitationTable invitations;

	private final ReviewReader reader;

	private final ReviewMembers members;

	private final RulePacks packs;

	private final Experts experts;

	private final AssessmentMails mails;

	private final AuditLog audit;

	private final Clock clock;

	AssessmentService(PanelService panels, PanelTable panelTable, AssessmentTable table, InvitationTable invitations,
			ReviewReader reader, ReviewMembers members, RulePacks packs, Experts experts, AssessmentMails mails,
			AuditLog audit, Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.table = table;
		this.invitations = invitations;
		this.reader = reader;
		this.members = members;
		this.packs = packs;
		this.experts = experts;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/** It names members, so each look is on file. */
	@Transactional
	Assessments view(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		this.audit.record("panel.list-seen", "panel", panelId, null, null);
		return view(panel, actor);
	}

	/** Says once how a member served. */
	@Transactional
	Assessments assess(long panelId, long invitation, @Nullable List<GivenMark> marks, @Nullable String remark,
			Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (!Duty.ORGANISER.openTo(actor.roles())) {
			throw new NotAllowed("panel-pool-keeper");
		}
		var member = assessed(settled(panel)).stream()
				.filter(one -> one.id() == invitation)
				.findFirst()
				.orElseThrow(() -> new NotFound("panel-invitation", invitation));
		mustNotBe(member, actor);
		if (this.table.of(panelId).containsKey(invitation)) {
			throw new ProblemException(HttpStatus.CONFLICT, "assessment-given");
		}
		if (this.experts.reach(member.expert()).isEmpty()) {
			throw new ProblemException(HttpStatus.CONFLICT, "assessment-gone");
		}
		var given = new Assessment(invitation, panelId, AssessmentCheck.marks(marks, rule(panel)),
				ReviewCheck.text(remark), actor.accountId(), Moments.exact(this.clock.instant()), null, null);
		this.table.give(given);
		this.audit.record("panel.member-assessed", "panel", panelId, null, Map.of("invitation", invitation));
		this.mails.given(member);
		return view(panel, actor);
	}

	/** The supervisor, who did not assess, decides on what the person has against it. */
	@Transactional
	Assessments rule(long panelId, long invitation, AssessmentVerdict verdict, @Nullable List<GivenMark> marks,
			String reason, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!ReviewReader.supervises(panel, actor)) {
			throw new NotAllowed("panel-duty");
		}
		var about = this.table.find(invitation)
				.filter(one -> one.panel() == panelId)
				.orElseThrow(() -> new NotFound("panel-assessment", invitation));
		mustNotBe(this.invitations.find(invitation).orElseThrow(), actor);
		if (about.by() == actor.accountId()) {
			throw new NotAllowed("panel-second-person");
		}
		if (about.state() != AssessmentState.CONTESTED) {
			throw new InvalidState("panel-assessment", word(about.state()), "assessment-rule");
		}
		this.table.rule(invitation,
				new AssessmentRuling(verdict,
						(verdict == AssessmentVerdict.CHANGED)
								? AssessmentCheck.marks(marks, rule(panel))
								: List.of(),
						reason, actor.accountId(), Moments.exact(this.clock.instant())));
		this.audit.record("panel.assessment-ruled", "panel", panelId, null,
				Map.of("invitation", invitation, "verdict", verdict.name()));
		this.invitations.find(invitation).ifPresent(this.mails::ruled);
		return view(panel, actor);
	}

	/** Panels whose time to assess is over, and whose organiser was not told so yet. */
	@Transactional(readOnly = true)
	List<Long> due(Instant now) {
		return this.table.notReminded()
				.stream()
				.filter(one -> !now.isBefore(WorkingDays.after(one.settledAt(),
						this.packs.assessment(one.rules()).workingDays())))
				.map(AssessmentTable.Settled::panel)
				.toList();
	}

	/** Tells the organiser once that members are not assessed yet though the time is over. */
	@Transactional
	void remind(long panelId, Instant now) {
		var panel = this.panelTable.lock(panelId).orElseThrow();
		this.table.reminded(panelId, now);
		var known = this.table.of(panelId).keySet();
		var left = assessed(settled(panel)).stream()
				.filter(one -> !known.contains(one.id()) && this.experts.reach(one.expert()).isPresent())
				.count();
		if (left > 0) {
			this.mails.due(panel);
		}
	}

	/** Somebody may have left a panel and then got a duty for it. */
	private void mustNotBe(Invitation member, Actor actor) {
		if (this.experts.idOfAccount(actor.accountId()).filter(own -> own == member.expert()).isPresent()) {
			throw new NotAllowed("assessment-own");
		}
	}

	private AssessmentRule rule(Panel panel) {
		return this.packs.assessment(panel.rules());
	}

	private Instant due(Panel panel, ReviewAtHand atHand) {
		return WorkingDays.after(Objects.requireNonNull(atHand.review().settledAt()), rule(panel).workingDays());
	}

	private ReviewAtHand settled(Panel panel) {
		var atHand = this.reader.atHand(panel).orElseThrow(() -> new NotFound("panel-review", panel.id()));
		if (atHand.review().settledAt() == null) {
			throw new InvalidState("panel-review", atHand.review().stage().word(), "member-assess");
		}
		return atHand;
	}

	/**
	 * By their seats; whoever had promised a seat of the draw that counts and then left comes last. Nobody comes twice, also if
	 * two profiles that both served have become one.
	 */
	private List<Invitation> assessed(ReviewAtHand atHand) {
		var draw = atHand.members().draw();
		var known = new ArrayList<Invitation>();
		atHand.standing()
				.stream()
				.flatMap(minutes -> minutes.counted().members().stream())
				.forEach(id -> this.invitations.find(id).ifPresent(known::add));
		atHand.members()
				.gone()
				.stream()
				.filter(one -> one.state() == InvitationState.DECLINED && draw != null
						&& one.draw() == draw.number())
				.forEach(known::add);
		var people = new HashSet<Long>();
		return known.stream().filter(one -> people.add(one.expert())).toList();
	}

	private Assessments view(Panel panel, Actor actor) {
		var atHand = this.reader.atHand(panel).filter(one -> one.review().settledAt() != null).orElse(null);
		if (atHand == null) {
			return new Assessments(panel.id(), rule(panel), false, null, false, false, List.of());
		}
		var people = assessed(atHand);
		var numbers = people.stream().map(Invitation::expert).toList();
		var names = this.members.names(panel, numbers);
		var there = this.experts.candidates(numbers.stream().distinct().toList())
				.stream()
				.map(Candidate::id)
				.collect(Collectors.toSet());
		var known = this.table.of(panel.id());
		var facts = new Facts(atHand, this.members.recusals(panel, numbers), this.clock.instant());
		var open = known.values().stream().anyMatch(one -> one.state() == AssessmentState.CONTESTED);
		return new Assessments(panel.id(), rule(panel), true, due(panel, atHand),
				ReviewReader.organises(panel, actor)
						&& people.stream()
								.anyMatch(one -> !known.containsKey(one.id()) && there.contains(one.expert())),
				ReviewReader.supervises(panel, actor) && open,
				people.stream()
						.map(one -> new AssessedMember(one.id(), one.expert(),
								names.getOrDefault(one.expert(), "#" + one.expert()), !there.contains(one.expert()),
								facts.of(one),
								known.containsKey(one.id())
										? GivenAssessment.of(Objects.requireNonNull(known.get(one.id())))
										: null))
						.toList());
	}

	/** What is on file about how members served. */
	private record Facts(ReviewAtHand atHand, Map<Long, Set<Integer>> recused, Instant now) {

		private ServiceFacts of(Invitation member) {
			var items = new HashSet<>(this.atHand.panel()
					.content()
					.items()
					.stream()
					.map(PanelContent.Item::number)
					.toList());
			items.removeAll(this.recused.getOrDefault(member.expert(), Set.of()));
			var opinion = this.atHand.opinions().get(member.id());
			var judged = (opinion != null && opinion.signed())
					? opinion.content()
							.items()
							.stream()
							.filter(one -> items.contains(one.item())
									&& one.points().size() == this.atHand.review().setup().criteria().size())
							.toList()
					: List.<Opinion.ItemOpinion>of();
			var minutes = this.atHand.standing().orElseThrow();
			var outliers = minutes.counted()
					.result()
					.items()
					.stream()
					.flatMap(item -> item.marks().stream())
					.filter(mark -> mark.member() == member.id() && mark.outlier())
					.count();
			var left = member.state() == InvitationState.DECLINED;
			var refusal = member.refusal();
			return new ServiceFacts(member.declaredAt(), left ? member.endedAt() : null,
					(left && refusal != null) ? refusal.reason() : null,
					(opinion != null) ? opinion.signedAt() : null, this.atHand.review().due(), items.size(),
					judged.size(), (int) judged.stream().filter(one -> !one.comment().isBlank()).count(),
					judged.stream().mapToInt(one -> one.comment().length()).sum(), (int) outliers,
					minutes.counted().members().contains(member.id())
							? ReviewReader.answer(minutes, minutes.of(member.id()).orElse(null), this.now)
							: null);
		}

	}

	static String word(AssessmentState state) {
		return "assessment-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
