package org.zhiqiao.platform.organisation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;

/**
 * Makes one organisation of two. What the one that stays says of itself is kept; the other fills its
 * gaps, gives it all its names and leaves a signpost. Whoever acted for either acts for both then, which
 * is why an officer decides, after having seen who that is.
 */
@Service
class OrganisationMerging {

	private final OrganisationTable table;

	private final OrganisationEditing editing;

	private final JoinTable joins;

	private final Accounts accounts;

	private final List<OrganisationReferences> references;

	private final CurrentActor currentActor;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	OrganisationMerging(OrganisationTable table, OrganisationEditing editing, JoinTable joins, Accounts accounts,
			List<OrganisationReferences> references, CurrentActor currentActor, ApplicationEventPublisher events,
			AuditLog audit, Clock clock) {
		this.table = table;
		this.editing = editing;
		this.joins = joins;
		this.accounts = accounts;
		this.references = references;
		this.currentActor = currentActor;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** What {@link #merge} would do; refused as that would be. */
	@Transactional(readOnly = true)
	MergePreview preview(long staysId, long goesId) {
		requireTwo(staysId, goesId);
		Organisation stays = this.editing.present(staysId);
		Organisation goes = this.editing.present(goesId);
		SaveOrganisation united = united(stays, goes);
		var result = new Organisation(stays.id(), stays.version() + 1,
				Objects.requireNonNull(united.name()), Objects.requireNonNull(united.aliases()),
				united.country(), united.city(), united.hostKind(), united.uscc(), united.parentId(),
				stays.confirmed() || goes.confirmed(), stays.sample(), stays.createdBy());
		List<Accounts.Person> members = this.accounts.actingFor(goesId);
		List<MergePreview.Moves> moves = Stream.concat(
				Stream.of(new MergePreview.Moves("members", members.size()),
						new MergePreview.Moves("joinRequests", this.joins.waitingFor(goesId)),
						new MergePreview.Moves("parts", this.table.partsOf(goesId).size())),
				this.references.stream().map(one -> new MergePreview.Moves(one.kind(), one.count(goesId)))).toList();
		return new MergePreview(OrganisationView.of(stays), OrganisationView.of(goes), OrganisationView.of(result),
				moves, members.stream().map(Accounts.Person::displayName).toList());
	}

	/** The other goes into the one that stays. */
	@Transactional
	Organisation merge(long staysId, int staysVersion, long goesId, int goesVersion) {
		requireTwo(staysId, goesId);
		// Always in the same order, so that two officers who merge the same pair do not lock each other out.
		this.table.lock(Math.min(staysId, goesId));
		this.table.lock(Math.max(staysId, goesId));
		Organisation stays = read(staysId, staysVersion);
		Organisation goes = read(goesId, goesVersion);
		SaveOrganisation united = united(stays, goes);
		// First the one that goes, since a code belongs to one organisation at any time.
		this.table.leaveSignpost(goesId, staysId, this.clock.instant());
		this.table.update(staysId, staysVersion, united, stays.confirmed() || goes.confirmed(), this.clock.instant());
		this.table.moveParts(goesId, staysId);
		this.accounts.moveActing(goesId, staysId);
		this.joins.move(goesId, staysId);
		this.joins.settle(staysId,
				this.accounts.actingFor(staysId).stream().map(Accounts.Person::accountId).toList(),
				this.currentActor.required().accountId(), this.clock.instant());
		this.references.forEach(one -> one.move(goesId, staysId));
		Organisation after = this.editing.present(staysId);
		this.audit.record("organisation.merged-away", "organisation", goesId, goes, Map.of("into", staysId));
		this.audit.record("organisation.merged", "organisation", staysId, stays, after);
		this.events.publishEvent(new OrganisationChanged(staysId));
		return after;
	}

	private static void requireTwo(long one, long other) {
		if (one == other) {
			throw new InvalidInput("/otherId", "same-organisation");
		}
	}

	private Organisation read(long id, int version) {
		Organisation known = this.editing.present(id);
		if (known.version() != version) {
			throw new StaleVersion("organisation", id, known.version());
		}
		return known;
	}

	/** The content of both, if the actor may unite them and they can be one. */
	private SaveOrganisation united(Organisation stays, Organisation goes) {
		Actor actor = this.currentActor.required();
		// A new firm says nothing of its place: whoever is in charge of the one it belongs to may say so.
		if (!OrganisationEditing.actsFor(actor, stays.city())
				|| (goes.city() != null && !OrganisationEditing.actsFor(actor, goes.city()))) {
			throw new NotAllowed("city");
		}
		if (stays.uscc() != null && goes.uscc() != null) {
			throw new ProblemException(HttpStatus.CONFLICT, "merge-two-codes", stays.uscc(), goes.uscc());
		}
		if (stays.country() != null && goes.country() != null && !stays.country().equals(goes.country())) {
			throw new ProblemException(HttpStatus.CONFLICT, "merge-two-countries", stays.country(), goes.country());
		}
		if (isAbove(stays.id(), goes) || isAbove(goes.id(), stays)) {
			throw new ProblemException(HttpStatus.CONFLICT, "merge-part");
		}
		Set<String> aliases = new LinkedHashSet<>(stays.aliases());
		aliases.addAll(new SaveOrganisation(goes.name(), goes.aliases(), null, null, null, null, null).allNames());
		aliases.remove(stays.name().zh());
		aliases.remove(stays.name().en());
		if (aliases.size() > Organisations.MOST_ALIASES) {
			throw new ProblemException(HttpStatus.CONFLICT, "merge-too-many-names", aliases.size(),
					Organisations.MOST_ALIASES);
		}
		String country = or(stays.country(), goes.country());
		boolean home = country == null || Organisations.HOME.equals(country);
		return new SaveOrganisation(stays.name(), new ArrayList<>(aliases), country,
				home ? or(stays.city(), goes.city()) : null, or(stays.hostKind(), goes.hostKind()),
				home ? or(stays.uscc(), goes.uscc()) : null, or(stays.parentId(), goes.parentId()));
	}

	private boolean isAbove(long id, Organisation below) {
		for (Long above = below.parentId(); above != null; above = this.table.parentOf(above)) {
			if (above == id) {
				return true;
			}
		}
		return false;
	}

	private static <T> @Nullable T or(@Nullable T ours, @Nullable T theirs) {
		return ours != null ? ours : theirs;
	}

}
