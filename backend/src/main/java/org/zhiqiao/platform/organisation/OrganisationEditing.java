package org.zhiqiao.platform.organisation;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * Who may enter and change which organisation: a firm its own, an expert one that is missing and
 * that no officer has confirmed yet, a city's officer those of the city, officers of the province
 * all.
 */
@Service
class OrganisationEditing {

	private final Organisations organisations;

	private final OrganisationTable table;

	private final CurrentActor currentActor;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	OrganisationEditing(Organisations organisations, OrganisationTable table, CurrentActor currentActor,
			Accounts accounts, ApplicationEventPublisher events, AuditLog audit, Clock clock) {
		this.organisations = organisations;
		this.table = table;
		this.currentActor = currentActor;
		this.accounts = accounts;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Enters an organisation; a firm that has none yet acts for it from now on.
	 *
	 * @param anyway also if it looks like one that is there already
	 */
	@Overtaken
	@Transactional
	Organisation create(SaveOrganisation given, boolean anyway) {
		Actor actor = this.currentActor.required();
		SaveOrganisation content = this.organisations.checked(given.tidied(), null, true);
		boolean official = actsFor(actor, content.city());
		if (!official && !actor.is(Role.EXPERT, Role.FIRM)) {
			throw new NotAllowed("city");
		}
		if (!anyway) {
			refuseLikely(content, 0);
		}
		Organisation created = this.organisations.create(content, official, false, actor.accountId(), true);
		if (actor.is(Role.FIRM) && actor.organisationId() == null) {
			this.accounts.actFor(actor.accountId(), created.id());
		}
		return created;
	}

	@Overtaken
	@Transactional
	Organisation update(long id, int version, SaveOrganisation given) {
		Actor actor = this.currentActor.required();
		Organisation before = present(id);
		requireEdit(actor, before);
		SaveOrganisation content = this.organisations.checked(given.tidied(), id, true);
		boolean official = actsFor(actor, content.city());
		if (actor.is(Role.CITY_OFFICER) && actsFor(actor, before.city()) && !official) {
			throw new NotAllowed("city");
		}
		if (version != before.version()
				|| !this.table.update(id, version, content, before.confirmed() || official, this.clock.instant())) {
			throw new StaleVersion("organisation", id, get(id).version());
		}
		Organisation after = get(id);
		this.audit.record("organisation.changed", "organisation", id, before, after);
		this.events.publishEvent(new OrganisationChanged(id));
		return after;
	}

	Organisation get(long id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("organisation", id));
	}

	/** It, unless it went into another: what is written to one is not meant for the other. */
	Organisation present(long id) {
		Organisation known = get(id);
		if (known.id() != id) {
			throw new ProblemException(HttpStatus.CONFLICT, "organisation-merged", Organisations.label(known))
					.with("organisationId", known.id());
		}
		return known;
	}

	boolean mayEdit(@Nullable Actor actor, Organisation organisation) {
		if (actor == null) {
			return false;
		}
		boolean own = actor.is(Role.FIRM) && Long.valueOf(organisation.id()).equals(actor.organisationId());
		boolean proposed = actor.is(Role.EXPERT, Role.FIRM) && !organisation.confirmed()
				&& Long.valueOf(actor.accountId()).equals(organisation.createdBy());
		return own || proposed || actsFor(actor, organisation.city());
	}

	private void requireEdit(Actor actor, Organisation organisation) {
		if (!mayEdit(actor, organisation)) {
			throw new NotAllowed(actor.is(Role.CITY_OFFICER) ? "city" : "own");
		}
	}

	/** Whether the actor is an officer for this place. */
	static boolean actsFor(Actor actor, @Nullable String city) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.INFORMATION_OFFICER, Role.ADMINISTRATOR)
				|| (actor.is(Role.CITY_OFFICER) && city != null && city.equals(actor.city()));
	}

	private void refuseLikely(SaveOrganisation content, long except) {
		List<Organisation> alike = this.organisations.alike(content, except);
		if (!alike.isEmpty()) {
			throw new ProblemException(HttpStatus.CONFLICT, "likely-duplicate", alike.size()).with("candidates",
					alike.stream().map(OrganisationView::of).toList());
		}
	}

}
