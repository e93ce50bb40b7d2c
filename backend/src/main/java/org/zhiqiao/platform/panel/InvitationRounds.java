package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Invitation.Excuse;
import org.zhiqiao.platform.panel.Invitation.Refusal;
import org.zhiqiao.platform.panel.Invitation.Succession;
import org.zhiqiao.platform.panel.InvitationTable.Offer;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;

/**
 * Invites those who were selected, takes their answers, and fills the seats of those who do not come by the same method: in the
 * order of the draw, or of the alternates of a direct choice.
 * Each step is one transaction that takes hold of the panel before it reads anything, so two answers at once are taken one
 * after the other. All state is in the database.
 */
@Service
class InvitationRounds {

	private static final Set<Succession> OPEN = EnumSet.of(Succession.WANTED, Succession.LATER, Succession.VACANT);

	private final PanelTable panels;

	private final DrawTable draws;

	private final ServiceTable services;

	private final InvitationTable table;

	private final PassedOverTable passedOver;

	private final ReviewTable reviews;

	private final PoolReader pools;

	private final TieReader ties;

	private final Experts experts;

	private final InvitationMails mails;

	private final AuditLog audit;

	private final Clock clock;

	InvitationRounds(PanelTable panels, DrawTable draws, ServiceTable services, InvitationTable table,
			PassedOverTable passedOver, ReviewTable reviews, PoolReader pools, TieReader ties, Experts experts,
			InvitationMails mails, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.draws = draws;
		this.services = services;
		this.table = table;
		this.passedOver = passedOver;
		this.reviews = reviews;
		this.pools = pools;
		this.ties = ties;
		this.experts = experts;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/** Those who sit on the panel and hold no invitation; seats that nobody was left for are tried again. */
	@Transactional(propagation = Propagation.MANDATORY)
	void send(Panel panel, DrawRecord draw, Instant answerBy, @Nullable String message) {
		var now = Moments.exact(this.clock.instant());
		var lineup = lineup(draw);
		var known = this.table.of(panel.id(), draw.number());
		var holders = new HashSet<Long>();
		var taken = new HashMap<Integer, Set<Integer>>();
		for (var invitation : known) {
			if (invitation.state().standing()) {
				holders.add(invitation.expert());
			}
			// A seat that was offered belongs to whoever follows there.
			taken.computeIfAbsent(invitation.stratum(), _ -> new HashSet<>()).add(invitation.seat());
		}
		var members = inDrawnOrder(lineup, this.services.members(panel.id()));
		var published = this.experts.publishedAmong(members.stream().map(Member::person).toList());
		for (var member : members) {
			if (!holders.contains(member.person())) {
				var seats = taken.computeIfAbsent(member.stratum(), _ -> new HashSet<>());
				var seat = 1;
				while (!seats.add(seat)) {
					seat++;
				}
				var offer = new Offer(panel.id(), draw.number(), member.stratum(), seat, member.person(), message, now,
						answerBy);
				if (published.contains(member.person())) {
					invite(offer, draw.method());
				} else {
					// They left between the draw and now: nobody writes to them, and the seat is on file as theirs until now.
					end(this.table.find(this.table.insert(offer)).orElseThrow(), InvitationState.DROPPED_OUT, now);
				}
			}
		}
		fillEmpty(panel, draw, lineup, taken, message, answerBy, now);
		var open = this.table.of(panel.id(), draw.number())
				.stream()
				.filter(invitation -> OPEN.contains(invitation.succession()))
				.toList();
		fill(panel, draw, lineup, open, message, answerBy, now);
	}

	/** Seats that the draw itself left empty are given to whoever may serve by now. */
	private void fillEmpty(Panel panel, DrawRecord draw, Lineup lineup, Map<Integer, Set<Integer>> taken,
			@Nullable String message, Instant answerBy, Instant now) {
		Search search = null;
		for (var stratum = 0; stratum < lineup.lines().size(); stratum++) {
			var seats = taken.getOrDefault(stratum, Set.of());
			for (var seat = 1; seat <= lineup.lines().get(stratum).seats(); seat++) {
				if (!seats.contains(seat)) {
					search = (search != null) ? search : new Search(panel, draw, lineup, now);
					var next = search.next(stratum, seat);
					if (next.isPresent()) {
						this.services.seat(panel.id(), draw.number(), Set.of(next.get()), now);
						invite(new Offer(panel.id(), draw.number(), stratum, seat, next.get(), message, now, answerBy),
								draw.method());
						note("panel.seat-refilled", panel.id(),
								Map.of("draw", draw.number(), "stratum", stratum + 1, "seat", seat));
					}
				}
			}
		}
	}

	/** For each stratum how many seats the draw left empty and nobody was found for since. */
	List<Integer> empty(Panel panel, DrawRecord draw) {
		if (!draw.state().seated()) {
			return List.of();
		}
		var lineup = lineup(draw);
		var left = new ArrayList<Integer>();
		lineup.lines().forEach(line -> left.add(line.seats()));
		var holders = new HashSet<Long>();
		var offered = new HashSet<List<Integer>>();
		for (var invitation : this.table.of(panel.id(), draw.number())) {
			if (invitation.state().standing()) {
				holders.add(invitation.expert());
			}
			if (offered.add(List.of(invitation.stratum(), invitation.seat()))) {
				left.set(invitation.stratum(), left.get(invitation.stratum()) - 1);
			}
		}
		inDrawnOrder(lineup, this.services.members(panel.id())).stream()
				.filter(member -> !holders.contains(member.person()))
				.forEach(member -> left.set(member.stratum(), left.get(member.stratum()) - 1));
		return left;
	}

	/** A member and the stratum that their seat is of. */
	private record Member(long person, int stratum) {

	}

	/**
	 * The members by strata. Somebody whose profile was merged since is found by the number that was selected, also if the
	 * profile that it became is gone by now.
	 */
	private List<Member> inDrawnOrder(Lineup lineup, List<Long> members) {
		var left = new HashSet<>(members);
		var found = new ArrayList<Member>();
		for (var stratum = 0; stratum < lineup.lines().size(); stratum++) {
			for (var person : lineup.lines().get(stratum).members()) {
				var last = this.experts.last(person);
				if (left.remove(last)) {
					found.add(new Member(last, stratum));
				}
			}
		}
		for (var stratum = 0; stratum < lineup.lines().size(); stratum++) {
			for (var person : lineup.lines().get(stratum).order()) {
				if (left.remove(person)) {
					found.add(new Member(person, stratum));
				}
			}
		}
		for (var stratum = 0; stratum < lineup.lines().size() && !left.isEmpty(); stratum++) {
			for (var person : lineup.lines().get(stratum).order()) {
				var last = this.experts.last(person);
				if (left.remove(last)) {
					found.add(new Member(last, stratum));
				}
			}
		}
		return found;
	}

	private void invite(Offer offer, Selection method) {
		var id = this.table.insert(offer);
		this.table.mailed(id, this.mails.invite(this.table.find(id).orElseThrow(), method));
		note("panel.invitation-sent", offer.panel(), Map.of("invitation", id, "draw", offer.draw(), "stratum",
				offer.stratum() + 1, "seat", offer.seat(), "answerBy", offer.answerBy().toString()));
	}

	/** Writes once more; whether somebody knows an address. In the transaction that has taken hold of the panel. */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean sendAgain(Invitation invitation) {
		var method = this.draws.find(invitation.panel(), invitation.draw()).orElseThrow().method();
		var mail = this.mails.invite(invitation, method);
		if (mail != null) {
			this.table.mailed(invitation.id(), mail);
		}
		return mail != null;
	}

	/**
	 * Somebody comes, and declares that they have no conflict of interest.
	 * @param expert whose invitation it has to be; none if a token was shown
	 */
	@Transactional
	void accept(long panelId, long id, @Nullable Long expert) {
		var invitation = held(panelId, id, expert);
		if (invitation.state() == InvitationState.ACCEPTED) {
			return;
		}
		var now = after(invitation, this.clock.instant());
		expectOpen(invitation, now, "invitation-accept");
		this.table.accept(id, now);
		note("panel.invitation-accepted", panelId, numbers(invitation));
	}

	/** Somebody does not come, or cannot come after all. */
	@Transactional
	void decline(long panelId, long id, @Nullable Long expert, Refusal refusal) {
		var invitation = held(panelId, id, expert);
		if (invitation.state() == InvitationState.DECLINED && refusal.equals(invitation.refusal())) {
			return;
		}
		var now = after(invitation, Moments.exact(this.clock.instant()));
		var settled = this.reviews.settledAt(panelId).isPresent();
		if (invitation.state() != InvitationState.ACCEPTED) {
			expectOpen(invitation, now, "invitation-decline");
		} else if (settled || invitation.over(now)) {
			throw new InvalidState("panel-invitation", invitation.state().word(), "invitation-decline");
		}
		this.table.decline(id, refusal, now);
		this.services.dropOut(panelId, invitation.expert());
		var what = new HashMap<String, Object>(numbers(invitation));
		what.put("reason", refusal.reason());
		note("panel.invitation-declined", panelId, what);
		settle(panelId, now);
	}

	/**
	 * The organiser excuses a member who came to have a conflict of interest, and somebody else gets the seat by the same method:
	 * at once if invitations were sent, else when they are. In the transaction that has taken hold of the panel.
	 * @throws InvalidState if the person has no seat by the draw that counts, or its result is settled
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void excuse(Panel panel, long person, String reason, long by) {
		if (this.reviews.settledAt(panel.id()).isPresent()) {
			throw new InvalidState("panel-review", ReviewStage.SETTLED.word(), "invitation-excuse");
		}
		var draw = standing(panel.id())
				.orElseThrow(() -> new InvalidState("panel", "draw-none", "invitation-excuse"));
		var now = Moments.exact(this.clock.instant());
		var known = this.table.of(panel.id(), draw.number());
		var own = known.stream()
				.filter(one -> one.expert() == person && one.state().standing())
				.findFirst();
		var finding = this.pools.read(panel, this.experts.candidates(List.of(person)))
				.people()
				.stream()
				.flatMap(one -> one.findings().stream())
				.filter(ruled -> ruled.obstacle() != null)
				.findFirst()
				.orElseThrow(() -> new NotAllowed("panel-nothing-found"));
		var invitation = own.orElseGet(() -> uninvited(panel, draw, known, person, now));
		this.table.excuse(invitation.id(), new Excuse(reason, by));
		this.table.end(invitation.id(), InvitationState.EXCUSED,
				own.isPresent() ? Succession.WANTED : Succession.LATER, now);
		this.services.dropOut(panel.id(), person);
		if (own.isPresent()) {
			this.mails.excuse(invitation);
		}
		var what = new HashMap<String, Object>(numbers(invitation));
		what.put("rule", finding.finding().rule());
		note("panel.invitation-excused", panel.id(), what);
		settle(panel.id(), now);
	}

	/** The seat of a member whom nobody has invited yet, as if somebody had. */
	private Invitation uninvited(Panel panel, DrawRecord draw, List<Invitation> known, long person, Instant now) {
		var member = inDrawnOrder(lineup(draw), this.services.members(panel.id())).stream()
				.filter(one -> one.person() == person)
				.findFirst()
				.orElseThrow(() -> new NotFound("expert", person));
		var taken = known.stream()
				.filter(one -> one.stratum() == member.stratum())
				.map(Invitation::seat)
				.collect(Collectors.toSet());
		var seat = 1;
		while (taken.contains(seat)) {
			seat++;
		}
		var offer = new Offer(panel.id(), draw.number(), member.stratum(), seat, person, null, now, now);
		return this.table.find(this.table.insert(offer)).orElseThrow();
	}

	private Invitation held(long panelId, long id, @Nullable Long expert) {
		this.panels.lock(panelId);
		return this.table.find(id)
				.filter(invitation -> expert == null || invitation.expert() == expert)
				.orElseThrow(() -> new NotFound("panel-invitation", id));
	}

	/** Whether the worker has noticed that the time is over makes no difference. */
	private static void expectOpen(Invitation invitation, Instant now, String wanted) {
		var state = invitation.state();
		if (state == InvitationState.OPEN && !now.isBefore(invitation.answerBy())) {
			state = InvitationState.EXPIRED;
		}
		if (state != InvitationState.OPEN) {
			throw new InvalidState("panel-invitation", state.word(), wanted);
		}
	}

	/** A selection does not count: nobody need come. In the transaction that decides it. */
	@Transactional(propagation = Propagation.MANDATORY)
	void revoke(long panelId, int draw) {
		var now = this.clock.instant();
		this.table.forgetSuccession(panelId, draw);
		for (var invitation : this.table.of(panelId, draw)) {
			if (invitation.state().standing()) {
				this.table.end(invitation.id(), InvitationState.REVOKED, Succession.NONE, now);
				this.mails.revoke(invitation);
				note("panel.invitation-revoked", panelId, numbers(invitation));
			}
		}
	}

	/** Does what is due on a panel. While it is in doubt whether its draw counts, and once its result is settled, nothing is. */
	@Transactional
	void settle(long panelId, Instant moment) {
		var panel = this.panels.lock(panelId);
		var draw = standing(panelId);
		if (panel.isEmpty() || draw.isEmpty() || this.reviews.settledAt(panelId).isPresent()) {
			return;
		}
		var now = Moments.exact(moment);
		var all = this.table.of(panelId, draw.get().number());
		var published = this.experts.publishedAmong(
				all.stream().filter(one -> one.state().standing()).map(Invitation::expert).toList());
		for (var invitation : all) {
			if (invitation.state().standing()) {
				if (!published.contains(invitation.expert()) && !invitation.over(now)) {
					end(invitation, InvitationState.DROPPED_OUT, now);
				} else if (invitation.state() == InvitationState.OPEN && !now.isBefore(invitation.answerBy())) {
					end(invitation, InvitationState.EXPIRED, now);
				} else if (invitation.state() == InvitationState.OPEN && invitation.remindedAt() == null
						&& !now.isBefore(invitation.remindAt())) {
					this.table.reminded(invitation.id(), now);
					if (this.mails.remind(invitation)) {
						note("panel.invitation-reminded", panelId, numbers(invitation));
					}
				}
			}
		}
		var wanted = this.table.of(panelId, draw.get().number())
				.stream()
				.filter(invitation -> invitation.succession() == Succession.WANTED)
				.toList();
		fill(panel.get(), draw.get(), lineup(draw.get()), wanted, null, null, now);
	}

	private Optional<DrawRecord> standing(long panelId) {
		return this.draws.of(panelId)
				.stream()
				.filter(draw -> draw.state().seated() && !draw.inDoubt())
				.findFirst();
	}

	/** Nothing becomes of an invitation before it was sent, also if a clock was set back. */
	private static Instant after(Invitation invitation, Instant now) {
		return now.isBefore(invitation.invitedAt()) ? invitation.invitedAt() : now;
	}

	private void end(Invitation invitation, InvitationState state, Instant now) {
		this.table.end(invitation.id(), state, Succession.WANTED, after(invitation, now));
		this.services.dropOut(invitation.panel(), invitation.expert());
		note("panel." + state.word(), invitation.panel(), numbers(invitation));
	}

	/**
	 * Gives the seats of those who do not come to the next ones in the order of those who follow.
	 * @param message the organiser's words; none for those that were sent to whoever had the seat
	 * @param answerBy until when they may answer; none to give them as long as those before
	 */
	private void fill(Panel panel, DrawRecord draw, Lineup lineup, List<Invitation> ended, @Nullable String message,
			@Nullable Instant answerBy, Instant now) {
		if (ended.isEmpty()) {
			return;
		}
		var search = new Search(panel, draw, lineup, now);
		for (var invitation : ended) {
			var next = search.next(invitation.stratum(), invitation.seat());
			if (next.isEmpty()) {
				if (invitation.succession() != Succession.VACANT) {
					this.table.succession(invitation.id(), Succession.VACANT);
					this.mails.vacant(panel, lineup.lines().get(invitation.stratum()).name());
					note("panel.seat-vacant", panel.id(), numbers(invitation));
				}
				continue;
			}
			this.table.succession(invitation.id(), Succession.FILLED);
			this.services.seat(panel.id(), draw.number(), Set.of(next.get()), now);
			invite(new Offer(panel.id(), draw.number(), invitation.stratum(), invitation.seat(), next.get(),
					(message != null) ? message : invitation.message(), now,
					(answerBy != null) ? answerBy : now.plus(invitation.span())),
					draw.method());
			note("panel.seat-refilled", panel.id(), numbers(invitation));
		}
	}

	/** Who may follow, as things are now. */
	private final class Search {

		private final Panel panel;

		private final DrawRecord draw;

		private final Lineup lineup;

		private final Instant now;

		private final Map<Long, Pool.Person> people = new HashMap<>();

		/** Who was asked before, or sits on the panel. */
		private final Set<Long> asked = new HashSet<>();

		private final Set<Long> away;

		private final Set<Long> sitting = new HashSet<>();

		/** With whom people may not sit together, by either of them. */
		private final Map<Long, Set<Long>> apart = new HashMap<>();

		private final Map<Long, Integer> ofOrganisation = new HashMap<>();

		private Search(Panel panel, DrawRecord draw, Lineup lineup, Instant now) {
			this.panel = panel;
			this.draw = draw;
			this.lineup = lineup;
			this.now = now;
			InvitationRounds.this.pools.read(panel).people().forEach(person -> this.people.put(person.id(), person));
			var members = InvitationRounds.this.services.members(panel.id());
			this.sitting.addAll(members);
			this.asked.addAll(members);
			InvitationRounds.this.table.of(panel.id(), draw.number())
					.forEach(invitation -> this.asked.add(invitation.expert()));
			this.away = InvitationRounds.this.table.notAskedOn(LocalDate.ofInstant(now, Moments.HERE));
			var tied = new HashSet<>(this.people.keySet());
			tied.addAll(members);
			InvitationRounds.this.ties.pairs(panel.content(), panel.id(), tied).forEach(pair -> {
				this.apart.computeIfAbsent(pair.one(), _ -> new HashSet<>()).add(pair.other());
				this.apart.computeIfAbsent(pair.other(), _ -> new HashSet<>()).add(pair.one());
			});
			var frozen = new HashMap<Long, Long>();
			lineup.entries().values().forEach(entry -> frozen.put(entry.person(), entry.organisation()));
			for (var member : members) {
				var person = this.people.get(member);
				count((person != null) ? person.organisation() : frozen.getOrDefault(member, 0L));
			}
		}

		private void count(long organisation) {
			if (organisation != 0) {
				this.ofOrganisation.merge(organisation, 1, Integer::sum);
			}
		}

		/** The next one who may have the seat; those who come before and may not are put on file with the reasons. */
		private Optional<Long> next(int stratum, int seat) {
			var order = this.lineup.lines().get(stratum).order();
			var passed = new LinkedHashMap<Long, PassedOver>();
			Long found = null;
			for (var place = 0; place < order.size() && found == null; place++) {
				// Whoever was merged into another profile is found under its number.
				long id = this.people.containsKey(order.get(place))
						? order.get(place)
						: InvitationRounds.this.experts.last(order.get(place));
				if (!this.asked.contains(id)) {
					var reasons = reasons(id, stratum);
					if (reasons.isEmpty()) {
						found = id;
					} else {
						passed.putIfAbsent(id, new PassedOver(stratum, seat, id, place, reasons, this.now));
					}
				}
			}
			InvitationRounds.this.passedOver.keep(this.panel.id(), this.draw.number(), passed.values());
			if (found != null) {
				this.asked.add(found);
				this.sitting.add(found);
				count(Objects.requireNonNull(this.people.get(found)).organisation());
			}
			return Optional.ofNullable(found);
		}

		/** What stands in the way of a seat; none if nothing does. */
		private List<String> reasons(long id, int stratum) {
			var person = this.people.get(id);
			if (person == null) {
				return List.of(PassedOver.GONE);
			}
			var reasons = new ArrayList<String>();
			if (this.away.contains(id)) {
				reasons.add(PassedOver.AWAY);
			}
			person.obstacles(stratum).stream().sorted().map(Obstacle::code).forEach(reasons::add);
			if (!Collections.disjoint(this.apart.getOrDefault(id, Set.of()), this.sitting)) {
				reasons.add(PassedOver.TIED);
			}
			if (this.ofOrganisation.getOrDefault(person.organisation(), 0) >= this.lineup.most()) {
				reasons.add(PassedOver.ORGANISATION);
			}
			return reasons;
		}

	}

	private Lineup lineup(DrawRecord draw) {
		return this.draws.lineup(draw).orElseThrow();
	}

	private static Map<String, Object> numbers(Invitation invitation) {
		return Map.of("invitation", invitation.id(), "draw", invitation.draw(), "stratum", invitation.stratum() + 1,
				"seat", invitation.seat());
	}

	/** Never who it is, nor who answered: whoever reads the audit need not know who sits on a panel. */
	private void note(String action, long panel, Map<String, ?> what) {
		this.audit.recordUnattributed(action, "panel", panel, what);
	}

}
