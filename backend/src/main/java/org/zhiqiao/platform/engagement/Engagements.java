package org.zhiqiao.platform.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.demand.Confidentiality;
import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.DemandTallies;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.engagement.Course.Feedback;
import org.zhiqiao.platform.engagement.Course.Stage;
import org.zhiqiao.platform.engagement.Course.Word;
import org.zhiqiao.platform.engagement.EngagementInput.GiveFeedback;
import org.zhiqiao.platform.engagement.EngagementInput.InvitePerson;
import org.zhiqiao.platform.engagement.EngagementInput.OfferHelp;
import org.zhiqiao.platform.engagement.EngagementInput.RecordStage;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Tally;

/**
 * Engagements, for both sides and for officers. Whoever acts is named in each call, and on which side they stand is asked of the
 * database each time.
 */
@Service
public class Engagements {

	/** Invitations to one need, or offers of one person, that wait at the same time: whoever asks everybody asks nobody. */
	private static final int WAITING_AT_MOST = 30;

	/** More questions are better asked on the telephone. */
	private static final int WORDS_AT_MOST = 60;

	/** A firm that looks: it sees what matches see. */
	private static final Viewer A_FIRM = new Viewer(new Actor(0, "", Set.of(Role.FIRM), null, null), true);

	private final EngagementTable table;

	private final EngagementViews views;

	private final EngagementMails mails;

	private final TriageTable triages;

	private final Demands demands;

	private final DemandTallies tallies;

	private final Experts experts;

	private final AuditLog audit;

	private final Clock clock;

	Engagements(EngagementTable table, EngagementViews views, EngagementMails mails, TriageTable triages,
			Demands demands, DemandTallies tallies, Experts experts, AuditLog audit, Clock clock) {
		this.table = table;
		this.views = views;
		this.mails = mails;
		this.triages = triages;
		this.demands = demands;
		this.tallies = tallies;
		this.experts = experts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What there is with a need, for whoever reads its page.
	 *
	 * @param role {@code owner}, {@code officer}, {@code person} or {@code none}
	 * @param items all of them for its owner and for officers, the own one for a person
	 * @param mayOffer whether the reader can offer themselves now
	 * @param obstacle why not, as a code, if a person could otherwise
	 */
	record DemandEngagements(String role, List<EngagementLine> items, boolean mayInvite, boolean mayOffer,
			@Nullable String obstacle, @Nullable TriageView triage) {

	}

	/** All of a reader's: as a person, and of the reader's needs. */
	record OwnEngagements(List<EngagementLine> asPerson, List<EngagementLine> asOwner) {

	}

	/**
	 * What waits for a reader.
	 *
	 * @param expired own needs whose deadline has passed
	 * @param untriaged needs on which an officer has not said what they think
	 */
	record WaitingEngagements(long asPerson, long asOwner, long expired, long untriaged) {

	}

	/** Somebody's need and somebody else found together, for whoever may see the figure: not who. */
	record OutcomeLine(@Nullable DemandCard need, @Nullable String city, EngagementState state, LocalDate since) {

	}

	record OutcomePage(List<OutcomeLine> items, long total, int page, int size) {

	}

	@Transactional(readOnly = true)
	DemandEngagements ofDemand(long id, Actor actor) {
		var demand = visible(id, actor);
		var open = this.demands.isOpen(demand);
		if (this.demands.owns(demand, actor)) {
			return new DemandEngagements("owner",
					this.views.ofNeed(this.table.ofDemand(id), Side.OWNER, true, actor), open, false, null,
					this.triages.view(id));
		}
		if (this.demands.answersFor(demand, actor)) {
			return new DemandEngagements("officer",
					this.views.ofNeed(this.table.ofDemand(id), Side.OWNER, false, actor), false, false, null,
					this.triages.view(id));
		}
		if (!actor.is(Role.EXPERT)) {
			return new DemandEngagements("none", List.of(), false, false, null, null);
		}
		var person = this.views.person(actor);
		var own = person.map(this.table::ofExpert)
				.orElseGet(List::of)
				.stream()
				.filter(one -> one.demandId() == id)
				.toList();
		var obstacle = !open ? "need-not-open" : obstacle(person, own);
		return new DemandEngagements("person", this.views.ofReader(own, Side.PERSON, actor), false, obstacle == null,
				obstacle, null);
	}

	private @Nullable String obstacle(Optional<Long> person, List<Engagement> own) {
		if (person.isEmpty()) {
			return "no-profile";
		}
		if (this.experts.publishedAmong(List.of(person.get())).isEmpty()) {
			return "not-published";
		}
		if (hidden(person.get())) {
			return "hidden";
		}
		if (own.stream().anyMatch(one -> one.state().standing())) {
			return "stands";
		}
		return own.stream()
				.max((one, other) -> Long.compare(one.id(), other.id()))
				.filter(one -> refused(one, Side.OWNER))
				.isPresent() ? "declined" : null;
	}

	@Transactional(readOnly = true)
	OwnEngagements mine(Actor actor) {
		return new OwnEngagements(this.views.ofReader(asPerson(actor), Side.PERSON, actor),
				this.views.ofReader(asOwner(actor), Side.OWNER, actor));
	}

	@Transactional(readOnly = true)
	WaitingEngagements waiting(Actor actor) {
		return new WaitingEngagements(waiting(asPerson(actor), Side.PERSON), waiting(asOwner(actor), Side.OWNER),
				this.demands.countExpired(actor),
				TriageTable.reviews(actor) ? this.triages.countUndecided(TriageTable.cityOf(actor)) : 0);
	}

	private long waiting(List<Engagement> all, Side side) {
		var given = this.views.givenBy(side, all);
		return all.stream().filter(one -> this.views.waits(one, side, given)).count();
	}

	private List<Engagement> asPerson(Actor actor) {
		return this.views.person(actor).map(this.table::ofExpert).orElseGet(List::of);
	}

	private List<Engagement> asOwner(Actor actor) {
		return actor.is(Role.FIRM, Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER)
				? this.table.ofOwner(actor.accountId(), actor.is(Role.FIRM) ? actor.organisationId() : null)
				: List.of();
	}

	@Transactional(readOnly = true)
	EngagementView show(Door door) {
		return this.views.view(found(door.id()), door, now());
	}

	/** By the link of a letter. */
	@Transactional(readOnly = true)
	Door opened(String token) {
		return this.table.letter(EngagementMails.digest(token))
				.flatMap(letter -> this.table.find(letter.engagement())
						.filter(one -> one.opensByLetter(now()) && this.mails.isFor(letter, token, one)))
				.map(one -> new Door(one.id(), null))
				.orElseThrow(() -> new NotFound("engagement", "…"));
	}

	/** The owner of a need invites a person; if the person has offered themselves in the meantime, that is a yes. */
	@Overtaken
	@Transactional
	EngagementView invite(InvitePerson asked, Actor actor) {
		this.demands.hold(asked.demandId());
		var demand = visible(asked.demandId(), actor);
		if (!this.demands.owns(demand, actor)) {
			throw new NotAllowed("engagement-owner");
		}
		mustBeOpen(demand);
		var person = asked.expertId();
		if (this.experts.idOfAccount(actor.accountId()).filter(own -> own == person).isPresent()) {
			throw new NotAllowed("engagement-self");
		}
		if (this.experts.cards(List.of(person), Viewer.of(actor)).isEmpty()) {
			throw new InvalidInput("/expertId", "engagement-person-unknown");
		}
		if (this.experts.findable(List.of(person)).isEmpty()) {
			throw new InvalidInput("/expertId", "engagement-person-unavailable");
		}
		var contact = (asked.contact() != null) ? asked.contact().contact() : null;
		var full = Boolean.TRUE.equals(asked.fullText())
				&& demand.content().confidentiality() == Confidentiality.CONFIDENTIAL;
		var latest = this.table.lockLatest(demand.id(), person);
		if (latest.isPresent() && latest.get().state().standing()) {
			return join(latest.get(), Side.OWNER, asked.message().strip(), contact, full, new Door(0, actor));
		}
		if (latest.isPresent() && refused(latest.get(), Side.PERSON)) {
			throw conflict("engagement-refused-person");
		}
		mayAskMore(this.table.ofDemand(demand.id()), Side.OWNER);
		if (!this.mails.reaches(person)) {
			throw new InvalidInput("/expertId", "engagement-person-unreachable");
		}
		var one = this.table.insert(Engagement.begun(demand.id(), person, false, Side.OWNER, actor.accountId(),
				asked.message().strip(), full, contact, now()));
		note("engagement.invited", one);
		this.mails.tell(one, Side.PERSON, "engagement-invited", one.message() != null ? one.message() : "");
		return this.views.view(one, new Door(one.id(), actor), now());
	}

	/** A person offers themselves for a need; if its owner has invited them in the meantime, that is a yes. */
	@Overtaken
	@Transactional
	EngagementView offer(OfferHelp asked, Actor actor) {
		this.demands.hold(asked.demandId());
		var demand = visible(asked.demandId(), actor);
		var person = this.experts.idOfAccount(actor.accountId())
				.orElseThrow(() -> new NotAllowed("engagement-no-profile"));
		if (this.demands.owns(demand, actor)) {
			throw new NotAllowed("engagement-self");
		}
		if (this.experts.publishedAmong(List.of(person)).isEmpty()) {
			throw new NotAllowed("engagement-not-published");
		}
		if (hidden(person)) {
			throw new NotAllowed("engagement-hidden");
		}
		mustBeOpen(demand);
		var contact = (asked.contact() != null) ? asked.contact().contact() : null;
		var latest = this.table.lockLatest(demand.id(), person);
		if (latest.isPresent() && latest.get().state().standing()) {
			return join(latest.get(), Side.PERSON, asked.message().strip(), contact, false, new Door(0, actor));
		}
		if (latest.isPresent() && refused(latest.get(), Side.OWNER)) {
			throw conflict("engagement-refused-owner");
		}
		mayAskMore(this.table.ofExpert(person), Side.PERSON);
		var one = this.table.insert(Engagement.begun(demand.id(), person, false, Side.PERSON, actor.accountId(),
				asked.message().strip(), false, contact, now()));
		note("engagement.offered", one);
		this.mails.tell(one, Side.OWNER, "engagement-offered", this.mails.name(person), asked.message().strip());
		return this.views.view(one, new Door(one.id(), actor), now());
	}

	/** Both wanted the same at the same time: one engagement, in which the later one has answered. */
	private EngagementView join(Engagement one, Side side, String message, @Nullable EngagementContact contact,
			boolean full, Door door) {
		if (one.by() == side || one.state() != EngagementState.WAITING) {
			throw conflict("engagement-exists").with("id", one.id());
		}
		var now = now();
		this.table.say(one.id(), new Word(side, door.account(), message, now));
		var after = one.spoken(side, now);
		var discloses = full && !one.fullText();
		if (discloses) {
			after = after.showing(true, now);
		}
		if (contact != null && one.mayAgree(side)) {
			after = after.agreed(side, contact, door.account(), now);
		}
		var stored = this.table.update(after);
		note("engagement.joined", stored);
		if (discloses) {
			note("engagement.disclosed", stored);
		}
		if (stored.exchangedAt() != null) {
			exchanged(stored, side, door);
		} else {
			this.mails.tell(stored, side.other(), "engagement-asked", message);
		}
		return this.views.view(stored, new Door(stored.id(), door.actor()), now);
	}

	/** One side agrees and says how it wants to be reached. */
	@Transactional
	EngagementView agree(Door door, int version, EngagementContact contact) {
		var before = opened(door, version);
		var side = mustBeSide(before, door);
		if (before.by() == Side.OWNER && side == Side.OWNER) {
			// To complete one's own invitation is to invite: that needs a need that can still be answered.
			mustBeOpen(this.views.need(before));
		}
		var stored = this.table.update(before.agreed(side, contact, door.account(), now()));
		note("engagement.agreed", stored);
		if (stored.exchangedAt() != null) {
			exchanged(stored, side, door);
		} else {
			this.mails.tell(stored, side.other(), "engagement-agreed");
		}
		return this.views.view(stored, door, now());
	}

	/** From now on each knows how to reach the other. */
	private void exchanged(Engagement one, Side side, Door door) {
		this.table.record(one.id(), new Stage(EngagementState.IN_CONTACT, today(), false, null, null, side,
				door.account(), now()));
		for (var reader : Side.values()) {
			var contact = one.consent(reader.other()).contact();
			if (contact != null) {
				this.mails.tell(one, reader, "engagement-exchanged", contact.name(), contact.email(),
						(contact.other() != null) ? contact.other() : "—");
			}
		}
	}

	@Transactional
	EngagementView decline(Door door, int version, String reason, @Nullable String note) {
		var before = opened(door, version);
		var side = mustBeSide(before, door);
		var why = Reason.of(reason, (side == Side.OWNER) ? Reason.Use.OWNER : Reason.Use.PERSON)
				.orElseThrow(() -> new InvalidInput("/reason", "unknown-code", reason));
		mustExplain(why, note);
		var stored = this.table.update(before.declined(side, why, note, now()));
		note("engagement.declined", stored);
		this.mails.tell(stored, side.other(), "engagement-declined", word(why), orNothing(note));
		return this.views.view(stored, door, now());
	}

	@Transactional
	EngagementView withdraw(Door door, int version, @Nullable String note) {
		var before = opened(door, version);
		var side = mustBeSide(before, door);
		var stored = this.table.update(before.withdrawn(side, note, now()));
		note("engagement.withdrawn", stored);
		this.mails.tell(stored, side.other(), "engagement-withdrawn", orNothing(note));
		return this.views.view(stored, door, now());
	}

	/** A question or an answer; what was said meanwhile does not hinder it. */
	@Transactional
	EngagementView say(Door door, String words) {
		var before = locked(door);
		var side = mustBeSide(before, door);
		if (this.table.words(before.id()).size() >= WORDS_AT_MOST) {
			throw conflict("engagement-talked-enough");
		}
		var stored = this.table.update(before.spoken(side, now()));
		this.table.say(stored.id(), new Word(side, door.account(), words, now()));
		note("engagement.asked", stored);
		this.mails.tell(stored, side.other(), "engagement-asked", words);
		return this.views.view(stored, door, now());
	}

	/** The owner shows the person the full text of a confidential need, or no longer. */
	@Transactional
	EngagementView disclose(Door door, int version, boolean full) {
		var before = opened(door, version);
		if (mustBeSide(before, door) != Side.OWNER) {
			throw new NotAllowed("engagement-owner");
		}
		if (this.views.need(before).content().confidentiality() != Confidentiality.CONFIDENTIAL) {
			throw conflict("engagement-not-confidential");
		}
		if (full == before.fullText()) {
			return this.views.view(before, door, now());
		}
		var stored = this.table.update(before.showing(full, now()));
		note(full ? "engagement.disclosed" : "engagement.concealed", stored);
		if (full) {
			this.mails.tell(stored, Side.PERSON, "engagement-disclosed");
		}
		return this.views.view(stored, door, now());
	}

	/** Either side records how far it has come; an earlier stage takes a record back, and the history stays. */
	@Transactional
	EngagementView record(Door door, int version, RecordStage asked) {
		var before = opened(door, version);
		var side = mustBeSide(before, door);
		var to = EngagementState.of(asked.state())
				.filter(EngagementState::exchanged)
				.orElseThrow(() -> new InvalidInput("/state", "unknown-code", asked.state()));
		var note = EngagementInput.text(asked.note());
		var reason = failure(to, asked.reason(), note);
		var on = (asked.on() != null) ? asked.on() : today();
		if (on.isAfter(today())) {
			throw new InvalidInput("/on", "past");
		}
		var since = LocalDate.ofInstant(
				(before.exchangedAt() != null) ? before.exchangedAt() : before.createdAt(), Moments.HERE);
		if (on.isBefore(since)) {
			throw new InvalidInput("/on", "engagement-before-contact");
		}
		if (before.state() == EngagementState.FAILED && before.mayRecord()) {
			// Meanwhile they may have begun anew.
			this.table.lockLatest(before.demandId(), before.expertId())
					.filter(latest -> latest.id() != before.id() && latest.state().standing())
					.ifPresent(latest -> {
						throw conflict("engagement-exists").with("id", latest.id());
					});
		}
		var stored = this.table.update(before.moved(to, side, reason, note, now()));
		this.table.record(stored.id(),
				new Stage(to, on, before.corrects(to), reason, note, side, door.account(), now()));
		note("engagement.recorded", stored);
		if (to.over()) {
			this.mails.tellBoth(stored, "engagement-over", state(to), (reason != null) ? word(reason) : "—",
					orNothing(note));
		} else {
			this.mails.tell(stored, side.other(), "engagement-stage", state(to), orNothing(note));
		}
		return this.views.view(stored, door, now());
	}

	private static @Nullable Reason failure(EngagementState to, @Nullable String reason, @Nullable String note) {
		if (to != EngagementState.FAILED) {
			if (reason != null) {
				throw new InvalidInput("/reason", "not-wanted");
			}
			return null;
		}
		if (reason == null) {
			throw new InvalidInput("/reason", "required");
		}
		var why = Reason.of(reason, Reason.Use.FAILURE)
				.orElseThrow(() -> new InvalidInput("/reason", "unknown-code", reason));
		mustExplain(why, note);
		return why;
	}

	/** Said once, so that nobody answers the other's marks with other marks. */
	@Transactional
	EngagementView feedback(Door door, GiveFeedback given) {
		var one = locked(door);
		var side = mustBeSide(one, door);
		one.mustBeOver();
		var known = this.table.feedback(one.id());
		if (known.containsKey(side)) {
			throw conflict("engagement-feedback-given");
		}
		this.table.give(one.id(), new Feedback(side, given.communication(), given.reliability(), given.result(),
				EngagementInput.text(given.words()), door.account(), now()));
		note("engagement.feedback", one);
		this.mails.tell(one, side.other(),
				known.containsKey(side.other()) ? "engagement-feedback-shown" : "engagement-feedback");
		return this.views.view(one, door, now());
	}

	/** The need was closed: everybody who is still open hears how it ended. In the transaction that closes it. */
	@Transactional
	void needClosed(Demand demand) {
		var outcome = demand.progress().outcome();
		var told = (outcome != null)
				? new ProblemException.Word("engagement.outcome." + outcome.code())
				: new ProblemException.Word("engagement.outcome.withdrawn");
		for (var one : this.table.lockOfDemand(demand.id())) {
			var state = one.state();
			if (state.endsWithNeed()) {
				// They read the title before they lost sight of it, so the mail may have it.
				this.mails.tell(one, Side.PERSON, "engagement-need-closed", told,
						orNothing(demand.progress().outcomeNote()));
				note("engagement.ended",
						this.table.update(one.ended(Reason.NEED_CLOSED, demand.progress().outcomeNote(), now())));
			} else if (state == EngagementState.AGREED || state == EngagementState.CONTRACT) {
				this.mails.tell(one, Side.PERSON, "engagement-need-closed-on", told,
						orNothing(demand.progress().outcomeNote()));
			}
		}
	}

	/** The person is not on the platform any more: nothing of their words and contact stays, and the other side hears. */
	@Transactional
	void personLeft(long expert) {
		var all = this.table.lockOfExperts(expert);
		// Before the other side hears; a second time it would forget that it did.
		this.mails.forget(all.stream().filter(one -> one.reason() != Reason.PERSON_LEFT).toList());
		for (var one : all) {
			var after = one.withoutPerson();
			if (one.state().standing() && one.state() != EngagementState.DONE) {
				after = after.ended(Reason.PERSON_LEFT, null, now());
				this.mails.tell(one, Side.OWNER, "engagement-person-left");
			}
			this.table.update(after);
			this.table.forgetPersonsWords(one.id());
			this.audit.forget("engagement", one.id());
		}
	}

	/** An owner is not on the platform any more: their contact goes, wherever it was told. */
	@Transactional
	void ownerLeft(long account) {
		this.mails.forget(
				this.table.touchedBy(account).stream().filter(one -> one.exchangedAt() != null).toList());
		this.table.forgetAccount(account);
	}

	/** Two profiles are one person: where both stand with one need, the one that has come further goes on. */
	@Transactional
	void merged(long gone, long stays) {
		var all = this.table.lockOfExperts(gone, stays);
		var others = all.stream()
				.filter(one -> one.expertId() == stays && one.state().standing())
				.collect(Collectors.toMap(Engagement::demandId, Function.identity()));
		for (var one : all.stream().filter(one -> one.expertId() == gone).toList()) {
			// What it opens is another profile's now, with its own account and address.
			this.table.forgetLetters(one.id());
			var other = others.get(one.demandId());
			var moved = one.of(stays);
			if (other != null && one.state().standing()) {
				if (one.state().compareTo(other.state()) > 0) {
					this.table.update(other.ended(Reason.SAME_PERSON, null, now()));
				} else {
					moved = moved.ended(Reason.SAME_PERSON, null, now());
				}
			}
			this.table.update(moved);
		}
	}

	/** Of what came of needs: how much there is of each industry in each city. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCity(@Nullable String country) {
		return this.tallies.byIndustryAndCity(this.table.outcomes(), country);
	}

	/** Of what came of needs: how much there is of each industry that ask for experience with each country. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(@Nullable String city) {
		return this.tallies.byIndustryAndCountry(this.table.outcomes(), city);
	}

	/** The list behind these figures. */
	@Transactional(readOnly = true)
	OutcomePage outcomes(@Nullable String industry, @Nullable String city, @Nullable String country, int page,
			int size, Actor reader) {
		var all = this.table.outcomes();
		var needs = this.tallies.among(all.keySet(), industry, city, country);
		var found = this.table.outcomesOf(needs, (page - 1) * size, size);
		var cards = this.demands.cards(found.stream().map(Engagement::demandId).distinct().toList(), reader)
				.stream()
				.collect(Collectors.toMap(DemandCard::id, Function.identity()));
		return new OutcomePage(found.stream()
				.map(one -> new OutcomeLine(cards.get(one.demandId()), this.views.need(one).content().city(),
						one.state(), since(one)))
				.toList(), needs.stream().mapToLong(need -> all.getOrDefault(need, 0L)).sum(), page, size);
	}

	private LocalDate since(Engagement one) {
		return this.table.stages(one.id())
				.stream()
				.filter(stage -> stage.state() == one.state())
				.map(Stage::on)
				.reduce((_, last) -> last)
				.orElse(LocalDate.ofInstant(one.updatedAt(), Moments.HERE));
	}

	/** What an account took part in, as it did. */
	@Transactional(readOnly = true)
	List<Map<String, Object>> ofAccount(long account) {
		var person = this.experts.idOfAccount(account);
		var own = person.map(this.table::ofExpert).orElseGet(List::of);
		var all = new LinkedHashMap<Long, Engagement>();
		own.forEach(one -> all.put(one.id(), one));
		this.table.touchedBy(account).forEach(one -> all.putIfAbsent(one.id(), one));
		return all.values().stream().map(one -> {
			var side = person.filter(id -> id == one.expertId()).isPresent() ? Side.PERSON : Side.OWNER;
			return told(one, side);
		}).toList();
	}

	private Map<String, Object> told(Engagement one, Side side) {
		var told = new LinkedHashMap<String, Object>();
		told.put("id", one.id());
		told.put("demandId", one.demandId());
		told.put("side", side);
		told.put("startedBy", one.by());
		told.put("state", one.state());
		told.put("createdAt", one.createdAt());
		if (one.message() != null) {
			told.put("message", one.message());
		}
		if (one.consent(side).contact() != null) {
			told.put("contact", Objects.requireNonNull(one.consent(side).contact()));
		}
		if (one.note() != null && one.endedBy() == side) {
			told.put("note", one.note());
		}
		told.put("words", this.table.words(one.id()).stream().filter(word -> word.side() == side).toList());
		told.put("stages", this.table.stages(one.id()).stream().filter(stage -> stage.side() == side).toList());
		Optional.ofNullable(this.table.feedback(one.id()).get(side)).ifPresent(given -> told.put("feedback", given));
		return told;
	}

	private Demand visible(long id, Actor actor) {
		return this.demands.find(id)
				.filter(_ -> this.demands.seen(id, actor).isPresent())
				.orElseThrow(() -> new NotFound("demand", id));
	}

	private void mustBeOpen(Demand demand) {
		if (!this.demands.isOpen(demand)) {
			throw conflict("engagement-need-not-open");
		}
	}

	private static void mayAskMore(List<Engagement> all, Side by) {
		var waiting = all.stream()
				.filter(one -> one.state() == EngagementState.WAITING && one.by() == by)
				.count();
		if (waiting >= WAITING_AT_MOST) {
			throw new ProblemException(HttpStatus.CONFLICT, "engagement-too-many", WAITING_AT_MOST);
		}
	}

	/** Whether firms could not even see who offers. */
	private boolean hidden(long person) {
		return this.experts.cards(List.of(person), A_FIRM).isEmpty();
	}

	/** Whoever was refused does not ask again; the other side may. */
	private static boolean refused(Engagement one, Side by) {
		return one.state() == EngagementState.DECLINED && one.endedBy() == by;
	}

	private Engagement found(long id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("engagement", id));
	}

	private Engagement locked(Door door) {
		var one = this.table.lock(door.id()).orElseThrow(() -> new NotFound("engagement", door.id()));
		// Whoever it does not concern hears nothing else of it.
		this.views.side(one, door);
		return one;
	}

	private Engagement opened(Door door, int version) {
		var one = locked(door);
		if (one.version() != version) {
			throw new StaleVersion("engagement", one.id(), one.version());
		}
		return one;
	}

	private Side mustBeSide(Engagement one, Door door) {
		var side = this.views.side(one, door);
		if (side == null) {
			throw new NotAllowed("engagement-side");
		}
		return side;
	}

	private static void mustExplain(Reason reason, @Nullable String note) {
		if (reason == Reason.OTHER && note == null) {
			throw new InvalidInput("/note", "required");
		}
	}

	private static ProblemException conflict(String slug) {
		return new ProblemException(HttpStatus.CONFLICT, slug);
	}

	private static ProblemException.Word word(Reason reason) {
		return new ProblemException.Word("engagement.reason." + reason.code());
	}

	private static ProblemException.Word state(EngagementState state) {
		return new ProblemException.Word("state.engagement-" + state.code());
	}

	private static String orNothing(@Nullable String note) {
		return (note != null) ? note : "—";
	}

	/** Never the words themselves: they are between the two. */
	private void note(String action, Engagement one) {
		this.audit.record(action, "engagement", one.id(), null, Map.of("demand", one.demandId(), "state",
				one.state().code(), "version", one.version(), "fullText", one.fullText()));
	}

	private Instant now() {
		return Moments.exact(this.clock.instant());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Moments.HERE));
	}

}
