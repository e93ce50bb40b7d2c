package org.zhiqiao.platform.demand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.demand.DemandDisclosure.Sight;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * Needs, for everybody: posting and reviewing them, and showing them to those who may see them. Whoever acts is named in
 * each call, so that rights are decided here and nowhere else.
 */
@Service
public class Demands {

	/** A deadline ends with the day in Anhui. */
	private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

	/** Years that a deadline may be away: what is wanted later is asked for later. */
	private static final int LONGEST = 3;

	private final DemandTable table;

	private final DemandCheck check;

	private final DemandShowing showing;

	private final DemandMails mails;

	private final DemandOwners owners;

	private final DemandSight sight;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Demands(DemandTable table, DemandCheck check, DemandShowing showing, DemandMails mails, DemandOwners owners,
			DemandSight sight, ChangeLog changes, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.check = check;
		this.showing = showing;
		this.mails = mails;
		this.owners = owners;
		this.sight = sight;
		this.changes = changes;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The need as this reader may see it. */
	@Transactional(readOnly = true)
	public DemandView view(long id, @Nullable Actor viewer) {
		return this.showing.view(visible(id, viewer), viewer, today());
	}

	/** The need as this reader may see it; none if they may not. */
	@Transactional(readOnly = true)
	public Optional<DemandView> seen(long id, @Nullable Actor viewer) {
		return this.table.find(id)
				.filter(demand -> this.sight.of(demand, viewer) != Sight.NONE)
				.map(demand -> this.showing.view(demand, viewer, today()));
	}

	/** Cards of those among the needs that the viewer may see, in the order asked for. */
	@Transactional(readOnly = true)
	public List<DemandCard> cards(Collection<Long> ids, @Nullable Actor viewer) {
		return this.showing.cards(this.table.load(ids), viewer, today());
	}

	/** The needs that are published and open, the last published first. */
	@Transactional(readOnly = true)
	public List<DemandCard> latestOpen(int count, @Nullable Actor viewer) {
		return cards(this.table.latestOpen(today(), count), viewer);
	}

	/** The needs that are open, and were published after one moment and up to another. */
	@Transactional(readOnly = true)
	public List<Long> publishedBetween(Instant after, Instant until) {
		return this.table.openPublishedBetween(today(), after, until);
	}

	/** How many needs are published and open. */
	@Transactional(readOnly = true)
	public long countOpen() {
		return this.table.countOpen(today());
	}

	/**
	 * A need for which the actor may look for people: the own one, or one that an officer is responsible for.
	 * @throws NotFound if the actor may not see it
	 * @throws NotAllowed if the actor may see it only
	 */
	@Transactional(readOnly = true)
	public Demand entrusted(long id, Actor actor) {
		var demand = visible(id, actor);
		if (!DemandDisclosure.owns(demand, actor) && !DemandDisclosure.reviews(demand, actor)) {
			throw new NotAllowed("demand-owner");
		}
		return demand;
	}

	/** Those needs that are published and open, each with only what this viewer may read of it. */
	@Transactional(readOnly = true)
	public List<Disclosed> open(Collection<Long> ids, @Nullable Actor viewer) {
		var today = today();
		var disclosed = new ArrayList<Disclosed>();
		var demands = this.table.load(ids);
		var sights = this.sight.of(demands, viewer);
		for (var demand : demands) {
			var seen = Objects.requireNonNull(sights.get(demand.id()));
			if (demand.open(today) && seen != Sight.NONE) {
				disclosed.add(new Disclosed(demand.id(), demand.version(), DemandDisclosure.content(demand, seen)));
			}
		}
		return disclosed;
	}

	/**
	 * What somebody may read of a need.
	 */
	public record Disclosed(long id, int version, DemandContent content) {

	}

	/** The published, open needs of somebody or of their firm. */
	@Transactional(readOnly = true)
	public List<Demand> openOf(Actor actor) {
		var today = today();
		return this.table.load(this.table.publishedOf(actor.accountId(), firm(actor)))
				.stream()
				.filter(demand -> demand.open(today))
				.toList();
	}

	/**
	 * What a form holds that is still being filled in.
	 * @throws InvalidInput naming every place that is wrong, not those that are still empty
	 */
	public DemandContent unfinished(SaveDemand save) {
		return this.check.unfinished(save);
	}

	/** Takes a new need down as a draft. */
	@Transactional
	public DemandView post(Actor actor, SaveDemand save) {
		var content = this.check.saved(save);
		var organisation = organisation(actor, save.organisationId());
		content = content.inCity(city(actor, content.city(), organisation));
		var demand = this.table.insert(Demand.draft(actor.accountId(), organisation, false, content, now()));
		this.audit.record("demand.created", "demand", demand.id(), null, DemandTrace.of(demand));
		return this.showing.view(demand, actor, today());
	}

	/**
	 * Takes down a need of the made-up sample, in the state it is to be in. Nobody is told, and nobody needs the right to.
	 * @param ownerId the account that posted it; null if only the organisation owns it
	 * @param returnReason for one that was returned
	 * @param outcome for one that is closed
	 * @param daysAgo when all that happened
	 */
	@Transactional
	public long placeSample(@Nullable Long ownerId, SaveDemand save, DemandState state, @Nullable String returnReason,
			@Nullable Outcome outcome, int daysAgo) {
		var content = this.check.saved(save);
		if (state != DemandState.DRAFT && state != DemandState.RETURNED && state != DemandState.CLOSED) {
			this.check.complete(content, today());
		}
		var now = now().minus(Duration.ofDays(daysAgo));
		var demand = Demand.draft(ownerId, save.organisationId(), true, content, now);
		demand = switch (state) {
			case DRAFT -> demand;
			case SUBMITTED -> demand.submitted(now);
			case RETURNED -> demand.submitted(now).returned(Objects.requireNonNull(returnReason), now);
			case PUBLISHED -> demand.submitted(now).published(now);
			case CLOSED -> demand.submitted(now).published(now).closed(Objects.requireNonNull(outcome), null, now);
		};
		var stored = this.table.insert(demand);
		this.changes.changed(SubjectKind.DEMAND, stored.id());
		this.audit.record("demand.created", "demand", stored.id(), null, DemandTrace.of(stored));
		return stored.id();
	}

	/** Whether nobody has posted anything yet. */
	@Transactional(readOnly = true)
	public boolean none() {
		return this.table.isEmpty();
	}

	/**
	 * Changes what a need says. One that is published goes back to review.
	 * @param version the version that the actor has read
	 */
	@Transactional
	public DemandView rewrite(long id, int version, Actor actor, SaveDemand save) {
		var before = own(id, actor);
		if (before.version() != version) {
			throw new StaleVersion("demand", id, before.version());
		}
		var content = this.check.saved(save);
		if (save.organisationId() != null && !save.organisationId().equals(before.organisationId())) {
			throw new InvalidInput("/organisationId", "not-wanted");
		}
		content = content.inCity(city(actor, content.city(), before.organisationId()));
		var after = before.rewritten(content, now());
		if (after.state() != DemandState.DRAFT && after.state() != DemandState.RETURNED) {
			this.check.complete(content, today());
		}
		return store("demand.updated", before, after, actor);
	}

	/** Throws a draft away. */
	@Transactional
	public void delete(long id, Actor actor) {
		var demand = own(id, actor);
		demand.mustBeDeletable();
		this.table.delete(id);
		this.audit.record("demand.deleted", "demand", id, DemandTrace.of(demand), null);
	}

	/** Hands a draft, or one that was returned, to the officials. */
	@Transactional
	public DemandView submit(long id, Actor actor) {
		var before = own(id, actor);
		var after = before.submitted(now());
		this.check.complete(before.content(), today());
		var view = store("demand.submitted", before, after, actor);
		this.mails.submitted(after);
		return view;
	}

	/**
	 * Puts a submitted need on the board.
	 * @param version the version that the officer has read; null for whichever there is
	 */
	@Transactional
	public DemandView publish(long id, Actor actor, @Nullable Integer version) {
		var before = reviewed(id, actor, version);
		var after = before.published(now());
		this.check.complete(before.content(), today());
		var view = store("demand.published", before, after, actor);
		this.mails.published(after);
		return view;
	}

	/**
	 * Gives a submitted need back to whoever posted it, with the reason.
	 * @param version the version that the officer has read; null for whichever there is
	 */
	@Transactional
	public DemandView giveBack(long id, Actor actor, String reason, @Nullable Integer version) {
		var before = reviewed(id, actor, version);
		var after = before.returned(reason, now());
		var view = store("demand.returned", before, after, actor);
		this.mails.returned(after, reason);
		return view;
	}

	/** Ends a published need; its owner or an official may. */
	@Transactional
	public DemandView close(long id, Actor actor, Outcome outcome, @Nullable String note) {
		var before = entrusted(id, actor);
		var after = before.closed(outcome, note, now());
		var view = store("demand.closed", before, after, actor);
		this.events.publishEvent(new DemandClosed(after));
		return view;
	}

	/**
	 * Gives a published need a new deadline, without a new review.
	 * @param version the version that the actor has read
	 */
	@Transactional
	public DemandView renew(long id, int version, Actor actor, LocalDate deadline) {
		var before = own(id, actor);
		if (before.version() != version) {
			throw new StaleVersion("demand", id, before.version());
		}
		var after = before.renewed(deadline, now());
		if (deadline.isBefore(today())) {
			throw new InvalidInput("/deadline", "future");
		}
		if (deadline.isAfter(today().plusYears(LONGEST))) {
			throw new InvalidInput("/deadline", "demand-deadline-far");
		}
		return store("demand.renewed", before, after, actor);
	}

	/** Asks the owners of needs whose deadline has passed whether they renew or close them; once for each deadline. */
	@Transactional
	public void askAboutDeadlines() {
		for (var demand : this.table.load(this.table.toAskAbout(today()))) {
			var deadline = demand.content().deadline();
			if (deadline != null && this.table.asked(demand.id(), deadline)) {
				this.mails.expired(demand);
			}
		}
	}

	/** How many needs of the actor and the actor's firm are past their deadline and neither renewed nor closed. */
	@Transactional(readOnly = true)
	public long countExpired(Actor actor) {
		return this.table.countExpired(actor.accountId(), firm(actor), today());
	}

	/** Whether it is the actor's own need or that of the actor's firm. */
	public boolean owns(Demand demand, Actor actor) {
		return DemandDisclosure.owns(demand, actor);
	}

	/** Whether the actor is an officer responsible for it. */
	public boolean answersFor(Demand demand, Actor actor) {
		return DemandDisclosure.reviews(demand, actor);
	}

	/** Whether it is on the board and can still be answered. */
	public boolean isOpen(Demand demand) {
		return demand.open(today());
	}

	/** Whoever is to hear what happens to it: who posted it, or after they have left those who act for the organisation. */
	@Transactional(readOnly = true)
	public List<Accounts.Person> toTell(Demand demand) {
		return this.mails.owners(demand);
	}

	/**
	 * The need for a guest of its owner who has no account; none if there is nothing that they may see.
	 * @param full whether the owner has shown them the full text
	 */
	@Transactional(readOnly = true)
	public Optional<DemandView> viewAsGuest(long id, boolean full) {
		return this.table.find(id).flatMap(demand -> this.showing.guest(demand, full, today()));
	}

	/** The needs of the actor and the actor's firm, in every state. */
	@Transactional(readOnly = true)
	DemandPage mine(Actor actor, int page, int size) {
		var firm = firm(actor);
		var ids = this.table.ownedBy(actor.accountId(), firm, (page - 1) * size, size);
		return new DemandPage(views(ids, actor), this.table.countOwnedBy(actor.accountId(), firm), page, size);
	}

	/** What waits for this officer, the longest waiting first. */
	@Transactional(readOnly = true)
	DemandPage reviewQueue(Actor officer, int page, int size) {
		if (!officer.is(Role.PROVINCIAL_OFFICER) && officer.city() == null) {
			throw new NotAllowed("city");
		}
		var city = officer.is(Role.PROVINCIAL_OFFICER) ? null : officer.city();
		var ids = this.table.waiting(city, (page - 1) * size, size);
		return new DemandPage(views(ids, officer), this.table.countWaiting(city), page, size);
	}

	/** All that somebody posted, for the export of own data. */
	@Transactional(readOnly = true)
	List<DemandView> postedBy(long account) {
		return this.table.load(this.table.postedBy(account))
				.stream()
				.map(demand -> this.showing.whole(demand, today()))
				.toList();
	}

	/** Drafts go with the person; what others have read or an organisation owns stays without the name. */
	@Transactional
	void forget(long account) {
		for (var demand : this.table.load(this.table.postedBy(account))) {
			if (demand.state() == DemandState.DRAFT) {
				this.table.delete(demand.id());
			} else {
				var left = this.table.update(closedIfOrphaned(demand).withoutOwner());
				this.changes.changed(SubjectKind.DEMAND, demand.id());
				if (demand.state() != left.state()) {
					this.events.publishEvent(new DemandClosed(left));
				}
			}
		}
	}

	/** A need that nobody can answer for any more is not left on the board. */
	private Demand closedIfOrphaned(Demand demand) {
		return (demand.organisationId() == null && demand.state() == DemandState.PUBLISHED)
				? demand.closed(Outcome.WITHDRAWN, null, now())
				: demand;
	}

	/**
	 * Holds a need until the caller's transaction ends, so that it is not closed meanwhile. To be the first thing of that
	 * transaction: what it read before may be outdated.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(long id) {
		this.table.hold(id);
	}

	/** The need itself, whoever asks: for other modules, never for readers. */
	@Transactional(readOnly = true)
	public Optional<Demand> find(long id) {
		return this.table.find(id);
	}

	private DemandView store(String action, Demand before, Demand after, Actor actor) {
		var stored = this.table.update(after);
		// Only what is or was on the board is in the index.
		if (before.state() == DemandState.PUBLISHED || after.state() == DemandState.PUBLISHED) {
			this.changes.changed(SubjectKind.DEMAND, stored.id());
		}
		this.audit.record(action, "demand", stored.id(), DemandTrace.of(before), DemandTrace.of(stored));
		return this.showing.view(stored, actor, today());
	}

	private Demand visible(long id, @Nullable Actor viewer) {
		return this.table.find(id)
				.filter(demand -> this.sight.of(demand, viewer) != Sight.NONE)
				.orElseThrow(() -> new NotFound("demand", id));
	}

	private Demand own(long id, Actor actor) {
		var demand = visible(id, actor);
		if (!DemandDisclosure.owns(demand, actor)) {
			throw new NotAllowed("demand-owner");
		}
		return demand;
	}

	/** Nobody publishes what they posted themselves: two people stand behind what is on the board. */
	private Demand reviewed(long id, Actor officer, @Nullable Integer version) {
		var demand = visible(id, officer);
		if (!DemandDisclosure.reviews(demand, officer)) {
			throw new NotAllowed("city");
		}
		if (Objects.equals(demand.ownerId(), officer.accountId())) {
			throw new NotAllowed("demand-own-review");
		}
		if (version != null && version != demand.version()) {
			throw new StaleVersion("demand", id, demand.version());
		}
		return demand;
	}

	private List<DemandView> views(List<Long> ids, Actor viewer) {
		return this.showing.views(this.table.load(ids), viewer, today());
	}

	private static @Nullable Long firm(Actor actor) {
		return actor.is(Role.FIRM) ? actor.organisationId() : null;
	}

	/** A firm posts for itself; an officer for an organisation, or for the city alone. */
	private @Nullable Long organisation(Actor actor, @Nullable Long asked) {
		if (actor.isOfficer()) {
			return (asked == null)
					? null
					: this.owners.present(asked)
							.orElseThrow(() -> new InvalidInput("/organisationId", "unknown-code", asked));
		}
		var own = actor.organisationId();
		if (own == null) {
			throw new NotAllowed("demand-no-organisation");
		}
		if (asked != null && !asked.equals(own)) {
			throw new InvalidInput("/organisationId", "not-wanted");
		}
		return own;
	}

	/** A city's officer posts for that city; a firm's need belongs to the firm's city unless it says another. */
	private @Nullable String city(Actor actor, @Nullable String asked, @Nullable Long organisation) {
		if (actor.is(Role.CITY_OFFICER) && !actor.is(Role.PROVINCIAL_OFFICER, Role.FIRM)) {
			if (actor.city() == null || (asked != null && !asked.equals(actor.city()))) {
				throw new NotAllowed("city");
			}
			return actor.city();
		}
		if (asked != null || organisation == null) {
			return asked;
		}
		return this.owners.cityOf(organisation).orElse(null);
	}

	private Instant now() {
		return this.clock.instant();
	}

	/** Today, where deadlines are meant. */
	LocalDate today() {
		return LocalDate.now(this.clock.withZone(HERE));
	}

}
