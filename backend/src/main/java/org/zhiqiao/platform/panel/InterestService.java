package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Interest.Noted;
import org.zhiqiao.platform.panel.Interest.To;
import org.zhiqiao.platform.panel.InterestView.Interests;
import org.zhiqiao.platform.panel.InterestView.NotedTie;
import org.zhiqiao.platform.panel.conflict.Years;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * The standing ties of an expert, in their own hands. Nobody else reads them: officers see what they mean for a panel of theirs,
 * and the audit says that there was a change, not to what.
 */
@Service
class InterestService {

	static final int WORDS = 1000;

	private static final int NAME = 200;

	private static final int ORGANISATION_NAME = 300;

	private static final int FIRST_YEAR = 1900;

	/** So many at once are no declaration any more. */
	private static final int MOST = 200;

	private final InterestTable table;

	private final PanelService panels;

	private final PanelTable panelTable;

	private final DrawTable draws;

	private final Experts experts;

	private final Organisations organisations;

	private final Addressees addressees;

	private final Notifications notifications;

	private final AuditLog audit;

	private final Clock clock;

	InterestService(InterestTable table, PanelService panels, PanelTable panelTable, DrawTable draws, Experts experts,
			Organisations organisations, Addressees addressees, Notifications notifications, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.panels = panels;
		this.panelTable = panelTable;
		this.draws = draws;
		this.experts = experts;
		this.organisations = organisations;
		this.addressees = addressees;
		this.notifications = notifications;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A tie as somebody declares it: to a profile, to a name, or to an organisation, of which a name may have one too.
	 */
	record Declared(@Nullable InterestKind kind, @Nullable Long person, @Nullable String personName,
			@Nullable Long organisation, @Nullable String organisationName, @Nullable String words,
			@Nullable Integer since, @Nullable Integer until) {

	}

	@Transactional(readOnly = true)
	Interests mine(Actor actor) {
		return views(this.experts.idOfAccount(actor.accountId()).map(this.table::of).orElseGet(List::of), actor);
	}

	@Transactional
	Interests declare(Declared declared, Actor actor) {
		var expert = profile(actor);
		var checked = checked(declared, expert);
		if (this.table.of(expert).size() >= MOST) {
			throw new InvalidInput("", "count-at-most", MOST);
		}
		var id = this.table.insert(expert, checked.kind, checked.to, checked.words, checked.years, null,
				Moments.exact(this.clock.instant()));
		this.audit.record("interest.declared", "interest", id, null, null);
		return mine(actor);
	}

	/**
	 * A tie is over, or never was.
	 * @param until the last year in which it lasted; this year unless told
	 */
	@Transactional
	Interests end(long id, @Nullable Integer until, boolean mistaken, Actor actor) {
		var interest = own(id, actor);
		if (interest.noted() != null) {
			throw new NotAllowed("interest-noted");
		}
		if (interest.endedAt() != null) {
			throw new InvalidState("interest", "interest-ended", "interest-end");
		}
		var year = thisYear();
		var last = mistaken ? interest.years().to() : Objects.requireNonNullElse(until, year);
		if (!mistaken) {
			var wrong = new ArrayList<FieldError>();
			year("/until", last, wrong);
			ordered(interest.years().from(), last, wrong);
			refuse(wrong);
		}
		this.table.end(id, last, mistaken, Moments.exact(this.clock.instant()));
		this.audit.record(mistaken ? "interest.withdrawn" : "interest.ended", "interest", id, null, null);
		return mine(actor);
	}

	/** An officer heard of a tie; the person is told, and may say what they have against it. */
	@Transactional
	void note(long panelId, long person, Declared declared, String source, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		if (!Duty.ORGANISER.openTo(actor.roles())) {
			throw new NotAllowed("panel-pool-keeper");
		}
		this.draws.lastState(panelId).filter(DrawState::closesList).ifPresent(state -> {
			throw new InvalidState("panel", state.word(), "interest-note");
		});
		if (this.experts.publishedAmong(List.of(person)).isEmpty()) {
			throw new InvalidInput("/person", "unknown-code", person);
		}
		var checked = checked(declared, person);
		var id = this.table.insert(person, checked.kind, checked.to, checked.words, checked.years,
				new Noted(panelId, actor.accountId(), source, null, null), Moments.exact(this.clock.instant()));
		this.addressees.of(person)
				.ifPresent(addressee -> this.notifications
						.send(new Mail(Topic.PANELS, addressee.email(), addressee.language(),
								"interest-noted", addressee.signsIn() ? "/workspace/interests" : null).kept()));
		this.audit.record("interest.noted", "interest", id, null, Map.of("panel", panelId));
	}

	/** The person says what they have against what an officer heard. */
	@Transactional
	Interests contest(long id, String words, Actor actor) {
		var interest = own(id, actor);
		if (interest.noted() == null) {
			throw new NotAllowed("interest-own");
		}
		if (interest.noted().contestedAt() != null) {
			throw new InvalidState("interest", "interest-contested", "interest-contest");
		}
		this.table.contest(id, words, Moments.exact(this.clock.instant()));
		this.audit.record("interest.contested", "interest", id, null, null);
		return mine(actor);
	}

	private long profile(Actor actor) {
		return this.experts.idOfAccount(actor.accountId()).orElseThrow(() -> new NotAllowed("interest-no-profile"));
	}

	private Interest own(long id, Actor actor) {
		var expert = this.experts.idOfAccount(actor.accountId());
		return this.table.lock(id)
				.filter(interest -> expert.isPresent() && expert.get() == interest.expert())
				.orElseThrow(() -> new NotFound("interest", id));
	}

	private record Checked(InterestKind kind, To to, @Nullable String words, Years years) {

	}

	private Checked checked(Declared declared, long expert) {
		var wrong = new ArrayList<FieldError>();
		if (declared.kind() == null) {
			wrong.add(new FieldError("/kind", "required"));
		}
		var personName = text("/personName", declared.personName(), NAME, wrong);
		var organisationName = text("/organisationName", declared.organisationName(), ORGANISATION_NAME, wrong);
		var words = text("/words", declared.words(), WORDS, wrong);
		if (declared.person() != null) {
			if (declared.person() == expert) {
				wrong.add(new FieldError("/person", "interest-self"));
			} else if (this.experts.publishedAmong(List.of(declared.person())).isEmpty()) {
				wrong.add(new FieldError("/person", "unknown-code", declared.person()));
			}
		}
		if (declared.organisation() != null && this.organisations.find(declared.organisation()).isEmpty()) {
			wrong.add(new FieldError("/organisation", "unknown-code", declared.organisation()));
		}
		var toSomebody = declared.person() != null || personName != null;
		var toOrganisation = declared.organisation() != null || organisationName != null;
		if (!toSomebody && !toOrganisation) {
			wrong.add(new FieldError("/personName", "interest-nowhere"));
		} else if (!toSomebody && declared.kind() != null && declared.kind().ofStudies()) {
			wrong.add(new FieldError("/personName", "interest-person"));
		}
		if (declared.kind() == InterestKind.OTHER && words == null) {
			wrong.add(new FieldError("/words", "required"));
		}
		year("/since", declared.since(), wrong);
		year("/until", declared.until(), wrong);
		ordered(declared.since(), declared.until(), wrong);
		refuse(wrong);
		// Where somebody with a profile works stands there.
		var to = (declared.person() != null)
				? new To(declared.person(), null, null, null)
				: new To(null, personName, declared.organisation(),
						(declared.organisation() != null) ? null : organisationName);
		return new Checked(Objects.requireNonNull(declared.kind()), to, words,
				new Years(declared.since(), declared.until()));
	}

	private int thisYear() {
		return LocalDate.now(this.clock.withZone(Moments.HERE)).getYear();
	}

	private void year(String at, @Nullable Integer year, List<FieldError> wrong) {
		if (year == null) {
			return;
		}
		if (year < FIRST_YEAR) {
			wrong.add(new FieldError(at, "at-least", FIRST_YEAR));
		} else if (year > thisYear()) {
			wrong.add(new FieldError(at, "at-most", thisYear()));
		}
	}

	private static void ordered(@Nullable Integer since, @Nullable Integer until, List<FieldError> wrong) {
		if (since != null && until != null && since > until) {
			wrong.add(new FieldError("/until", "at-least", since));
		}
	}

	private static void refuse(List<FieldError> wrong) {
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private static @Nullable String text(String at, @Nullable String given, int longest, List<FieldError> wrong) {
		if (given == null || given.isBlank()) {
			return null;
		}
		var text = given.strip();
		if (text.length() > longest) {
			wrong.add(new FieldError(at, "length-at-most", longest));
		}
		return text;
	}

	private Interests views(List<Interest> all, Actor actor) {
		var people = new HashMap<Long, String>();
		for (ExpertCard card : this.experts.cards(
				all.stream().map(one -> one.to().person()).filter(Objects::nonNull).distinct().toList(),
				Viewer.of(actor))) {
			people.put(card.id(), card.names().any());
		}
		var known = this.organisations.all(
				all.stream().map(one -> one.to().organisation()).filter(Objects::nonNull).distinct().toList());
		return new Interests(all.stream().map(one -> view(one, people, known)).toList());
	}

	private static InterestView view(Interest one, Map<Long, String> people, Map<Long, Organisation> known) {
		var to = one.to();
		var organisation = (to.organisation() != null) ? known.get(to.organisation()) : null;
		var noted = one.noted();
		return new InterestView(one.id(), one.kind(), to.person(),
				(to.person() != null) ? people.get(to.person()) : to.personName(), to.organisation(),
				(organisation != null)
						? organisation.name()
						: (to.organisationName() != null) ? new Bilingual(to.organisationName(), null) : null,
				one.words(), one.years().from(), one.years().to(), one.declaredAt(), one.endedAt(), one.mistaken(),
				(noted != null) ? new NotedTie(noted.source(), noted.contest(), noted.contestedAt()) : null);
	}

}
