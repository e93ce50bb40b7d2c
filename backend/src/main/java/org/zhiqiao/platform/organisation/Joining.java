package org.zhiqiao.platform.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Accounts.Person;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.TooManyAttempts;

/**
 * Lets people act for an organisation that is there already. Somebody who acts for it, or an officer of
 * its city or of the province, decides; until then whoever asked sees no more than before.
 */
@Service
class Joining {

	/** Asking writes to people who did not ask for it. */
	private static final int MOST_A_DAY = 10;

	private static final Duration DAY = Duration.ofDays(1);

	private final JoinTable table;

	private final OrganisationTable organisations;

	private final OrganisationEditing editing;

	private final Accounts accounts;

	private final JoinMails mails;

	private final CurrentActor currentActor;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	Joining(JoinTable table, OrganisationTable organisations, OrganisationEditing editing, Accounts accounts,
			JoinMails mails, CurrentActor currentActor, ApplicationEventPublisher events, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.organisations = organisations;
		this.editing = editing;
		this.accounts = accounts;
		this.mails = mails;
		this.currentActor = currentActor;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Asks to act for an organisation. */
	@Overtaken
	@Transactional
	JoinRequestView ask(long organisationId, @Nullable String message) {
		Actor actor = this.currentActor.required();
		Organisation wanted = this.editing.present(organisationId);
		if (Long.valueOf(organisationId).equals(actor.organisationId())) {
			throw new ProblemException(HttpStatus.CONFLICT, "already-member");
		}
		if (this.table.waits(actor.accountId())) {
			throw new ProblemException(HttpStatus.CONFLICT, "join-waiting");
		}
		if (this.table.asked(actor.accountId(), this.clock.instant().minus(DAY)) >= MOST_A_DAY) {
			throw new TooManyAttempts(DAY);
		}
		long id = ask(wanted, actor.accountId(), message);
		return view(this.table.find(id).orElseThrow(), false);
	}

	/** The same for somebody who is not signed in yet: asked for with the registration. */
	long ask(Organisation wanted, long accountId, @Nullable String message) {
		Instant now = this.clock.instant();
		long id = this.table.insert(wanted.id(), accountId, message, now);
		Person applicant = this.accounts.find(accountId).orElseThrow(() -> new NotFound("account", accountId));
		this.audit.recordBy(accountId, "organisation.join-asked", "organisation", wanted.id(), null,
				Map.of("request", id, "account", accountId));
		this.mails.asked(wanted, applicant, message);
		return id;
	}

	/** The organisation that somebody means by a name, an alias or a code; none if that is not clear. */
	Optional<Organisation> meant(String text) {
		Set<Long> ids = new LinkedHashSet<>(this.organisations.named(text));
		String code = UnifiedCode.tidied(text);
		if (code != null && code.length() == UnifiedCode.LENGTH) {
			this.organisations.byCode(code).ifPresent(ids::add);
		}
		return ids.size() == 1 ? this.organisations.find(ids.iterator().next()) : Optional.empty();
	}

	/** The reader's own requests, the latest first. */
	@Transactional(readOnly = true)
	List<JoinRequestView> mine() {
		return this.table.of(this.currentActor.required().accountId()).stream().map(one -> view(one, false)).toList();
	}

	/** What waits for the reader's decision, the longest waiting first. */
	@Transactional(readOnly = true)
	JoinRequestPage waiting(int page, int size) {
		Actor actor = this.currentActor.required();
		JoinTable.Charge charge = charge(actor);
		return new JoinRequestPage(
				this.table.waiting(charge, actor.accountId(), (page - 1) * size, size)
						.stream()
						.map(one -> view(one, true))
						.toList(),
				this.table.countWaiting(charge, actor.accountId()), page, size);
	}

	/** A part of what waits. */
	record JoinRequestPage(List<JoinRequestView> items, long total, int page, int size) {}

	/** Whoever asked acts for the organisation from now on, and no longer for another. */
	@Transactional
	JoinRequestView accept(long id) {
		JoinRequest asked = decidable(id);
		Actor actor = this.currentActor.required();
		Person applicant = this.accounts.find(asked.accountId())
				.filter(person -> person.roles().contains(Role.FIRM))
				.orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "applicant-gone"));
		Organisation organisation = this.editing.get(asked.organisationId());
		List<Person> before = this.accounts.actingFor(organisation.id());
		this.table.decide(id, JoinState.ACCEPTED, null, actor.accountId(), this.clock.instant());
		Long left = applicant.organisationId();
		if (!Long.valueOf(organisation.id()).equals(left)) {
			this.accounts.actFor(applicant.accountId(), organisation.id());
			if (left != null) {
				this.events.publishEvent(new MemberLeft(left, applicant.accountId()));
			}
		}
		this.audit.record("organisation.join-accepted", "organisation", organisation.id(), null,
				Map.of("request", id, "account", applicant.accountId()));
		this.mails.accepted(organisation, applicant, before);
		return view(this.table.find(id).orElseThrow(), true);
	}

	/** Whoever asked is told why not. */
	@Transactional
	JoinRequestView refuse(long id, String reason) {
		JoinRequest asked = decidable(id);
		this.table.decide(id, JoinState.REFUSED, reason, this.currentActor.required().accountId(),
				this.clock.instant());
		Organisation organisation = this.editing.get(asked.organisationId());
		this.audit.record("organisation.join-refused", "organisation", organisation.id(), null,
				Map.of("request", id, "account", asked.accountId(), "reason", reason));
		this.accounts.find(asked.accountId())
				.ifPresent(applicant -> this.mails.refused(organisation, applicant, reason));
		return view(this.table.find(id).orElseThrow(), true);
	}

	/** Takes one's own request back. */
	@Transactional
	JoinRequestView withdraw(long id) {
		Actor actor = this.currentActor.required();
		JoinRequest asked = this.table.locked(id)
				.filter(one -> one.accountId() == actor.accountId())
				.orElseThrow(() -> new NotFound("join-request", id));
		requireWaiting(asked);
		this.table.decide(id, JoinState.WITHDRAWN, null, actor.accountId(), this.clock.instant());
		this.audit.record("organisation.join-withdrawn", "organisation", asked.organisationId(), null,
				Map.of("request", id));
		return view(this.table.find(id).orElseThrow(), false);
	}

	/** Who acts for an organisation; told to those who do, and to officers in charge of it. */
	@Transactional(readOnly = true)
	List<JoinRequestView.Member> members(long organisationId) {
		Organisation organisation = this.editing.get(organisationId);
		Actor actor = this.currentActor.required();
		if (!actsFor(actor, organisation) && !OrganisationEditing.actsFor(actor, organisation.city())) {
			throw new NotAllowed("own");
		}
		return this.accounts.actingFor(organisation.id()).stream().map(Joining::member).toList();
	}

	/** No longer acts for the organisation; what was posted in its name stays with it. */
	@Transactional
	void leave() {
		Actor actor = this.currentActor.required();
		Long left = actor.organisationId();
		if (left == null) {
			throw new ProblemException(HttpStatus.CONFLICT, "no-member");
		}
		this.accounts.actFor(actor.accountId(), null);
		this.events.publishEvent(new MemberLeft(left, actor.accountId()));
		this.organisations.find(left).ifPresent(organisation -> this.mails.left(organisation, actor.displayName(),
				this.accounts.actingFor(organisation.id())));
	}

	/** A request that waits, held, on which the actor decides. */
	private JoinRequest decidable(long id) {
		Actor actor = this.currentActor.required();
		JoinRequest asked = this.table.locked(id)
				.filter(one -> mayDecide(actor, one))
				.orElseThrow(() -> new NotFound("join-request", id));
		requireWaiting(asked);
		return asked;
	}

	private boolean mayDecide(Actor actor, JoinRequest asked) {
		// Nobody lets themselves in.
		return asked.accountId() != actor.accountId() && this.organisations.find(asked.organisationId())
				.filter(organisation -> actsFor(actor, organisation) || officer(actor, organisation))
				.isPresent();
	}

	private static void requireWaiting(JoinRequest asked) {
		if (asked.state() != JoinState.WAITING) {
			throw new ProblemException(HttpStatus.CONFLICT, "join-decided",
					new ProblemException.Word("join." + asked.state().code()));
		}
	}

	private static boolean actsFor(Actor actor, Organisation organisation) {
		return actor.is(Role.FIRM) && Long.valueOf(organisation.id()).equals(actor.organisationId());
	}

	private static boolean officer(Actor actor, Organisation organisation) {
		return actor.is(Role.PROVINCIAL_OFFICER) || (actor.is(Role.CITY_OFFICER) && actor.city() != null
				&& actor.city().equals(organisation.city()));
	}

	private static JoinTable.Charge charge(Actor actor) {
		return new JoinTable.Charge(actor.is(Role.PROVINCIAL_OFFICER),
				actor.is(Role.CITY_OFFICER) ? actor.city() : null,
				actor.is(Role.FIRM) ? actor.organisationId() : null);
	}

	private JoinRequestView view(JoinRequest asked, boolean toOthers) {
		Organisation organisation = this.organisations.find(asked.organisationId()).orElseThrow();
		Optional<Person> applicant = toOthers ? this.accounts.find(asked.accountId()) : Optional.empty();
		Long by = asked.decidedBy();
		String decidedBy = by == null || asked.state() == JoinState.WITHDRAWN
				? null
				: this.accounts.find(by).map(Person::displayName).orElse(null);
		return new JoinRequestView(asked.id(), OrganisationView.of(organisation),
				applicant.map(Joining::member).orElse(null), asked.message(), asked.state(), asked.reason(),
				asked.askedAt(), decidedBy, asked.decidedAt());
	}

	private static JoinRequestView.Member member(Person person) {
		return new JoinRequestView.Member(person.accountId(), person.displayName(), person.email());
	}

}
