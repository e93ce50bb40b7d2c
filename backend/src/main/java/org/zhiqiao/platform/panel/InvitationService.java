package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Delivery;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Invitation.Refusal;
import org.zhiqiao.platform.panel.Invitation.Succession;
import org.zhiqiao.platform.panel.InvitationLetter.LetterItem;
import org.zhiqiao.platform.panel.InvitationLetter.LetterParty;
import org.zhiqiao.platform.panel.InvitationLetter.Letters;
import org.zhiqiao.platform.panel.InvitationsView.InvitedSeat;
import org.zhiqiao.platform.panel.InvitationsView.InvitedStratum;
import org.zhiqiao.platform.panel.InvitationsView.PassedPerson;
import org.zhiqiao.platform.panel.InvitationsView.SeatInvitation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Invitations for those who may see them: the panel's officers, and whoever was invited. */
@Service
class InvitationService {

	private static final Duration LONGEST = Duration.ofDays(30);

	/** Whoever will not be asked for longer takes their profile back. */
	private static final int FARTHEST = 5;

	/** If nobody is left for a seat, everybody was passed over. */
	private static final int PASSED_SHOWN = 20;

	private final PanelService panels;

	private final PanelTable panelTable;

	private final DrawTable draws;

	private final ServiceTable services;

	private final InvitationTable table;

	private final PassedOverTable passedOver;

	private final InvitationRounds rounds;

	private final ReviewTable reviews;

	private final PoolReader pools;

	private final Experts experts;

	private final Organisations organisations;

	private final Notifications notifications;

	private final AuditLog audit;

	private final Clock clock;

	InvitationService(PanelService panels, PanelTable panelTable, DrawTable draws, ServiceTable services,
			InvitationTable table, PassedOverTable passedOver, InvitationRounds rounds, ReviewTable reviews,
			PoolReader pools, Experts experts, Organisations organisations,
			Notifications notifications, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.draws = draws;
		this.services = services;
		this.table = table;
		this.passedOver = passedOver;
		this.rounds = rounds;
		this.reviews = reviews;
		this.pools = pools;
		this.experts = experts;
		this.organisations = organisations;
		this.notifications = notifications;
		this.audit = audit;
		this.clock = clock;
	}

	/** Invites every member who holds no invitation. */
	@Transactional
	InvitationsView send(long panelId, Instant answerBy, @Nullable String message, Actor actor) {
		var panel = organised(panelId, actor);
		var draws = this.draws.of(panelId);
		if (draws.isEmpty()) {
			throw new InvalidState("panel", "draw-none", "invitation-send");
		}
		var draw = draws.getLast();
		if (draw.inDoubt() || !draw.state().seated()) {
			throw new InvalidState("panel-draw",
					draw.inDoubt() ? "draw-in-doubt" : draw.state().word(), "invitation-send");
		}
		var now = this.clock.instant();
		if (!answerBy.isAfter(now) || answerBy.isAfter(now.plus(LONGEST))) {
			throw new InvalidInput("/answerBy", "invitation-answer-by", LONGEST.toDays());
		}
		this.rounds.send(panel, draw, Moments.exact(answerBy), message);
		this.audit.record("panel.invitations-sent", "panel", panelId, null,
				Map.of("draw", draw.number(), "answerBy", answerBy.toString()));
		return view(panel, actor);
	}

	/** Excuses a member. The person is found under the number of the profile that they have now. */
	@Transactional
	InvitationsView excuse(long panelId, long person, String reason, Actor actor) {
		var panel = organised(panelId, actor);
		if (!this.services.members(panelId).contains(person)) {
			throw new NotFound("expert", person);
		}
		var inDoubt = this.draws.of(panelId).stream().anyMatch(DrawRecord::inDoubt);
		if (inDoubt) {
			throw new InvalidState("panel-draw", "draw-in-doubt", "invitation-excuse");
		}
		this.rounds.excuse(panel, person, reason, actor.accountId());
		this.audit.record("panel.member-excused", "panel", panelId, null, Map.of("reason", reason));
		return view(panel, actor);
	}

	/**
	 * Writes once more to somebody whom the first mail did not reach: it failed, or there was no address then. The time to answer
	 * stays as it was.
	 */
	@Transactional
	InvitationsView sendAgain(long panelId, long id, Actor actor) {
		var panel = organised(panelId, actor);
		var invitation = this.table.find(id)
				.filter(one -> one.panel() == panelId)
				.orElseThrow(() -> new NotFound("panel-invitation", id));
		if (invitation.state() != InvitationState.OPEN || over(invitation)) {
			var state = (invitation.state() == InvitationState.OPEN) ? InvitationState.EXPIRED : invitation.state();
			throw new InvalidState("panel-invitation", state.word(), "invitation-send-again");
		}
		var mail = invitation.mail();
		if (!unreached(invitation, (mail != null) ? this.notifications.deliveries(List.of(mail)) : Map.of())) {
			throw new InvalidState("panel-invitation", "invitation-mailed", "invitation-send-again");
		}
		if (!this.rounds.sendAgain(invitation)) {
			throw new ProblemException(HttpStatus.CONFLICT, "invitation-no-address");
		}
		this.audit.record("panel.invitation-sent-again", "panel", panelId, null,
				Map.of("invitation", id, "draw", invitation.draw()));
		return view(panel, actor);
	}

	private boolean over(Invitation one) {
		return !this.clock.instant().isBefore(one.answerBy());
	}

	/** Whether nobody wrote, or the mail did not get through. */
	private static boolean unreached(Invitation one, Map<Long, Delivery> deliveries) {
		return one.mail() == null || deliveries.get(one.mail()) == Delivery.FAILED;
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

	/** Who sits there is sealed, so each look at it is on file. */
	@Transactional
	InvitationsView all(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		this.audit.record("panel.list-seen", "panel", panelId, null, null);
		return view(panel, actor);
	}

	private InvitationsView view(Panel panel, Actor actor) {
		var draws = this.draws.of(panel.id());
		if (draws.isEmpty()) {
			return new InvitationsView(panel.id(), null, 0, 0, false, List.of());
		}
		var draw = draws.getLast();
		var known = this.table.of(panel.id(), draw.number());
		var holders = new HashSet<Long>();
		known.stream().filter(one -> one.state().standing()).forEach(one -> holders.add(one.expert()));
		var later = known.stream().filter(one -> one.succession() == Succession.LATER).count();
		var toInvite = draw.state().seated()
				? (int) (this.services.members(panel.id()).stream().filter(person -> !holders.contains(person)).count()
						+ later)
				: 0;
		var strata = strata(draw, known, this.rounds.empty(panel, draw),
				panel.has(Duty.ORGANISER, actor.accountId()), excusable(panel, draw, actor));
		var vacant = (int) strata.stream().flatMap(stratum -> stratum.seats().stream()).filter(InvitedSeat::vacant)
				.count();
		var maySend = draw.state().seated() && !draw.inDoubt()
				&& panel.has(Duty.ORGANISER, actor.accountId()) && toInvite + vacant > 0;
		return new InvitationsView(panel.id(), draw.number(), toInvite, vacant, maySend, strata);
	}

	/** Members of whom something is known now that keeps them from serving, if the reader decides about it. */
	private Set<Long> excusable(Panel panel, DrawRecord draw, Actor actor) {
		if (!panel.has(Duty.ORGANISER, actor.accountId()) || !draw.state().seated() || draw.inDoubt()
				|| this.reviews.settledAt(panel.id()).isPresent()) {
			return Set.of();
		}
		return this.pools.read(panel, this.experts.candidates(this.services.members(panel.id())))
				.people()
				.stream()
				.filter(person -> !Conflicts.obstacles(person.findings()).isEmpty())
				.map(Pool.Person::id)
				.collect(Collectors.toSet());
	}

	/** @param empty for each stratum, how many seats the selection could not fill */
	private List<InvitedStratum> strata(DrawRecord draw, List<Invitation> known, List<Integer> empty,
			boolean organises, Set<Long> excusable) {
		var lineup = this.draws.lineup(draw).orElse(null);
		if (lineup == null || (known.isEmpty() && empty.stream().noneMatch(seats -> seats > 0))) {
			return List.of();
		}
		var names = new HashMap<Long, String>();
		lineup.entries().forEach((person, entry) -> names.put(person, entry.name()));
		var passed = this.passedOver.of(draw.panel(), draw.number())
				.stream()
				.collect(Collectors.groupingBy(one -> List.of(one.stratum(), one.seat())));
		this.experts
				.candidates(Stream.concat(known.stream().map(Invitation::expert),
						passed.values().stream().flatMap(seat -> seat.stream().limit(PASSED_SHOWN))
								.map(PassedOver::expert))
						.distinct()
						.toList())
				.stream()
				.filter(candidate -> !candidate.names().any().isBlank())
				.forEach((Candidate candidate) -> names.put(candidate.id(), candidate.names().any()));
		var deliveries = this.notifications
				.deliveries(known.stream().map(Invitation::mail).filter(Objects::nonNull).toList());
		var strata = new ArrayList<InvitedStratum>();
		for (var place = 0; place < lineup.lines().size(); place++) {
			var seats = new TreeMap<Integer, List<Invitation>>();
			for (var invitation : known) {
				if (invitation.stratum() == place) {
					seats.computeIfAbsent(invitation.seat(), _ -> new ArrayList<>()).add(invitation);
				}
			}
			for (int seat = lineup.lines().get(place).seats(), left = empty.isEmpty() ? 0 : empty.get(place); seat > 0
					&& left > 0; seat--) {
				if (seats.putIfAbsent(seat, List.of()) == null) {
					left--;
				}
			}
			var here = place;
			strata.add(new InvitedStratum(lineup.lines().get(place).name(), seats.entrySet()
					.stream()
					.map(seat -> {
						var skipped = passed.getOrDefault(List.of(here, seat.getKey()), List.of());
						return new InvitedSeat(seat.getKey(),
								seat.getValue().isEmpty()
										|| seat.getValue().getLast().succession() == Succession.VACANT,
								seat.getValue().stream().map(one -> entry(one, organises, excusable, names, deliveries))
										.toList(),
								skipped.stream().limit(PASSED_SHOWN).map(one -> passed(one, names)).toList(),
								skipped.size());
					})
					.toList()));
		}
		return strata;
	}

	private static PassedPerson passed(PassedOver one, Map<Long, String> names) {
		return new PassedPerson(one.expert(), names.getOrDefault(one.expert(), "#" + one.expert()), one.reasons(),
				one.at());
	}

	private SeatInvitation entry(Invitation one, boolean organises, Set<Long> excusable, Map<Long, String> names,
			Map<Long, Delivery> deliveries) {
		var refusal = one.refusal();
		var excuse = one.excuse();
		return new SeatInvitation(one.id(), one.expert(), names.getOrDefault(one.expert(), "#" + one.expert()),
				one.state(), one.invitedAt(), one.answerBy(), one.mail() != null,
				(one.mail() != null) ? deliveries.get(one.mail()) : null,
				(one.mail() != null) ? one.remindedAt() : null, one.declaredAt(),
				one.endedAt(), (refusal != null) ? refusal.reason() : null, (refusal != null) ? refusal.note() : null,
				(refusal != null) ? refusal.notUntil() : null, (excuse != null) ? excuse.reason() : null,
				organises && one.state() == InvitationState.OPEN && !over(one) && unreached(one, deliveries),
				one.state().standing() && excusable.contains(one.expert()));
	}

	/** All that the actor got. */
	@Transactional(readOnly = true)
	Letters mine(Actor actor) {
		return new Letters(this.experts.idOfAccount(actor.accountId())
				.map(this.table::to)
				.orElseGet(List::of)
				.stream()
				.map(this::letter)
				.toList());
	}

	@Transactional(readOnly = true)
	InvitationLetter mine(long id, Actor actor) {
		return letter(own(id, actor));
	}

	@Transactional(readOnly = true)
	InvitationLetter byToken(String token) {
		return letter(opened(token));
	}

	// What an answer is about is looked up before its transaction begins: that one has to take hold of the panel before it
	// reads, or it would read what was there before another answer.

	InvitationLetter accept(long id, Actor actor) {
		var invitation = own(id, actor);
		this.rounds.accept(invitation.panel(), id, invitation.expert());
		return letter(own(id, actor));
	}

	InvitationLetter accept(String token) {
		var invitation = opened(token);
		this.rounds.accept(invitation.panel(), invitation.id(), null);
		return letter(opened(token));
	}

	InvitationLetter decline(long id, Refusal refusal, Actor actor) {
		var invitation = own(id, actor);
		this.rounds.decline(invitation.panel(), id, invitation.expert(), checked(refusal));
		return letter(own(id, actor));
	}

	InvitationLetter decline(String token, Refusal refusal) {
		var invitation = opened(token);
		this.rounds.decline(invitation.panel(), invitation.id(), null, checked(refusal));
		return letter(opened(token));
	}

	private Refusal checked(Refusal refusal) {
		var today = LocalDate.ofInstant(this.clock.instant(), Moments.HERE);
		if (refusal.notUntil() != null && (!refusal.notUntil().isAfter(today)
				|| refusal.notUntil().isAfter(today.plusYears(FARTHEST)))) {
			throw new InvalidInput("/notUntil", "invitation-until-past", FARTHEST);
		}
		if (refusal.reason() == DeclineReason.OTHER && refusal.note() == null) {
			throw new InvalidInput("/note", "required");
		}
		return refusal;
	}

	Invitation own(long id, Actor actor) {
		var expert = this.experts.idOfAccount(actor.accountId());
		return this.table.find(id)
				.filter(invitation -> expert.isPresent() && expert.get() == invitation.expert())
				.orElseThrow(() -> new NotFound("panel-invitation", id));
	}

	/** The token is not repeated in the answer: whoever sees a problem need not know it. */
	Invitation opened(String token) {
		return this.table.byToken(Addressees.digest(token))
				.flatMap(this.table::find)
				.orElseThrow(() -> new NotFound("panel-invitation", "…"));
	}

	private InvitationLetter letter(Invitation one) {
		var panel = this.panelTable.find(one.panel()).orElseThrow();
		var refusal = one.refusal();
		var waits = one.state() == InvitationState.OPEN && this.clock.instant().isBefore(one.answerBy());
		var state = (one.state() == InvitationState.OPEN && !waits) ? InvitationState.EXPIRED : one.state();
		return new InvitationLetter(one.id(), state,
				this.draws.find(one.panel(), one.draw()).orElseThrow().method(), panel.content().use(),
				state.standing() ? items(panel.content()) : List.of(), one.invitedAt(), one.answerBy(),
				timeZone(one),
				state.standing() ? one.message() : null, one.declaredAt(), one.endedAt(),
				(refusal != null) ? refusal.reason() : null, (refusal != null) ? refusal.note() : null,
				(refusal != null) ? refusal.notUntil() : null, waits, state.standing(), reviews(one));
	}

	private boolean reviews(Invitation one) {
		return one.state() == InvitationState.ACCEPTED
				&& this.reviews.find(one.panel()).filter(review -> review.openedAt() != null).isPresent();
	}

	@Nullable
	String timeZone(Invitation one) {
		return this.experts.reach(one.expert()).map(Experts.Reach::timeZone).orElse(null);
	}

	List<LetterItem> items(PanelContent content) {
		var numbers = content.items()
				.stream()
				.flatMap(item -> item.parties().stream())
				.map(PanelContent.Party::organisation)
				.filter(Objects::nonNull)
				.distinct()
				.toList();
		var known = this.organisations.all(numbers);
		return content.items()
				.stream()
				.map(item -> new LetterItem(item.title(),
						item.parties().stream().map(party -> new LetterParty(party.role(), name(party, known)))
								.toList()))
				.toList();
	}

	private static Bilingual name(PanelContent.Party party, Map<Long, Organisation> known) {
		var organisation = (party.organisation() != null) ? known.get(party.organisation()) : null;
		return (organisation != null) ? organisation.name() : new Bilingual(party.name(), null);
	}

}
