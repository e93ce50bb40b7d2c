package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/**
 * Takes in what other sources say about people: makes a new profile, or adds to the one that the identifiers point at. What a
 * person wrote or confirmed is never overwritten, what a person took out does not come back, and a name alone is not enough to
 * find somebody's profile.
 */
@Component
public class ExpertIntake {

	private final ExpertTable table;

	private final DuplicateTable duplicates;

	private final DuplicateFinder finder;

	private final Tombstones tombstones;

	private final Employers employers;

	private final ProfileCheck check;

	private final ExpertService service;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final Clock clock;

	ExpertIntake(ExpertTable table, DuplicateTable duplicates, DuplicateFinder finder, Tombstones tombstones,
			Employers employers, ProfileCheck check, ExpertService service, ChangeLog changes, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.duplicates = duplicates;
		this.finder = finder;
		this.tombstones = tombstones;
		this.employers = employers;
		this.check = check;
		this.service = service;
		this.changes = changes;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What a source says about one person.
	 *
	 * @param publish whether others may find a new profile at once, if it says enough and no other looks like the same person
	 */
	public record Incoming(Source source, SaveExpert profile, boolean publish) {

	}

	/** What became of it. */
	public sealed interface Outcome {

		/** A new profile. */
		record Created(long expertId) implements Outcome {

		}

		/** A profile that says more now. */
		record Updated(long expertId) implements Outcome {

		}

		/** The profile says all that already. */
		record Unchanged(long expertId) implements Outcome {

		}

		/** Nothing was taken in; the pointers are those of {@link SaveExpert}. */
		record Refused(List<FieldError> errors) implements Outcome {

		}

	}

	/** What is wrong with a profile as such, without a look at others. */
	public List<FieldError> errors(SaveExpert profile) {
		return this.check.errors(profile);
	}

	/**
	 * Takes in what a source says about a person.
	 * @param known the profile that this source's record went into before, if any
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Outcome take(Incoming incoming, @Nullable Long known) {
		var errors = this.check.errors(incoming.profile());
		if (!errors.isEmpty()) {
			return new Outcome.Refused(errors);
		}
		var profile = this.employers.recognised(incoming.profile().toProfile());
		if (this.tombstones.cover(profile)) {
			return new Outcome.Refused(List.of(new FieldError("/identifiers", "erased-person")));
		}
		var targets = targets(profile, known);
		if (targets.size() > 1) {
			return new Outcome.Refused(List.of(new FieldError("/identifiers", "several-profiles",
					String.join(", ", targets.stream().map(String::valueOf).toList()))));
		}
		if (targets.isEmpty()) {
			return create(incoming, profile);
		}
		var id = targets.iterator().next();
		this.table.lock(id);
		var expert = this.table.find(id).orElseThrow();
		var theirs = profile.basics().identifiers();
		var ours = expert.profile().basics().identifiers();
		if (theirs.orcid() != null && ours.orcid() != null && !theirs.orcid().equals(ours.orcid())) {
			return new Outcome.Refused(
					List.of(new FieldError("/identifiers/orcid", "other-orcid", String.valueOf(id), ours.orcid())));
		}
		if (expert.state() == State.WITHDRAWN) {
			return new Outcome.Refused(
					List.of(new FieldError("/identifiers", "withdrawn-profile", String.valueOf(id))));
		}
		return update(expert, added(expert, profile, incoming.source(), false), "expert.imported")
				? new Outcome.Updated(id)
				: new Outcome.Unchanged(id);
	}

	/** Whether there is a profile under this number, or one that it was merged into. */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean has(long id) {
		return present(id).isPresent();
	}

	/** The present profile with this OpenAlex author id. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Long> byOpenalex(String authorId) {
		var ids = this.table.withOpenalex(authorId);
		return (ids.size() == 1) ? Optional.of(ids.iterator().next()) : Optional.empty();
	}

	/** Adds evidence that a source attributes to a person; what is there already, or was taken out, is not added. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Outcome attach(long id, Source source, List<Evidence> evidence) {
		this.table.lock(id);
		var expert = this.table.find(id).orElseThrow();
		if (expert.state() == State.WITHDRAWN || expert.state() == State.GONE) {
			return new Outcome.Unchanged(id);
		}
		var profile = Profile.EMPTY.withEvidence(evidence);
		return update(expert, added(expert, profile, source, false), "expert.imported")
				? new Outcome.Updated(id)
				: new Outcome.Unchanged(id);
	}

	/**
	 * What somebody added to a profile from a source.
	 *
	 * @param items what is new, by group of fields
	 */
	public record Added(ExpertView expert, Map<Group, List<String>> items) {

	}

	/** Adds what a source says about the person whose profile it is; the signed-in reader has to be in charge of it. */
	@Transactional
	public Added addTo(long id, Source source, SaveExpert given) {
		var before = this.service.writable(id);
		var errors = new ArrayList<>(this.check.errors(given));
		var profile = this.employers.recognised(given.toProfile());
		var ours = before.profile().basics().identifiers().orcid();
		var theirs = profile.basics().identifiers().orcid();
		if (ours != null && theirs != null && !ours.equals(theirs)) {
			errors.add(new FieldError("/identifiers/orcid", "other-orcid", String.valueOf(id), ours));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		var after = added(before, profile, source, true);
		update(before, after, "expert.imported");
		return new Added(this.service.read(id), Additions.between(before.profile(), after.profile()));
	}

	private Outcome create(Incoming incoming, Profile profile) {
		var now = this.clock.instant();
		var groups = groups(incoming.source(), incoming.profile(), null);
		var expert = Expert.blank(false, null, now).with(profile, groups, Set.of(), now);
		var others = this.finder.find(profile, null);
		var publishable = this.check.unpublishable(expert).isEmpty()
				&& others.stream().allMatch((other) -> other.certainty() == Duplicate.Certainty.WEAK);
		if (incoming.publish() && publishable) {
			expert = expert.with(State.PUBLISHED, now);
		}
		var id = this.table.insert(expert);
		this.duplicates.replace(id, others);
		this.changes.changed(SubjectKind.EXPERT, id);
		this.audit.record("expert.imported", "expert", id, null, ExpertService.facts(expert));
		return new Outcome.Created(id);
	}

	private static Map<Group, GroupState> groups(Source source, SaveExpert given, @Nullable LocalDate confirmedOn) {
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			groups.put(group, new GroupState(source, confirmedOn,
					Objects.requireNonNullElse(given.visibility(group), group.usual())));
		}
		return groups;
	}

	private boolean update(Expert before, Expert after, String action) {
		if (after.profile().equals(before.profile())) {
			return false;
		}
		this.table.update(before, after);
		var id = before.id();
		if (!Group.BASICS.same(before.profile(), after.profile())
				|| !Group.BACKGROUND.same(before.profile(), after.profile())
				|| !Group.CONTACT.same(before.profile(), after.profile())) {
			this.duplicates.replace(id, this.finder.find(after.profile(), id));
		}
		this.changes.changed(SubjectKind.EXPERT, id);
		this.audit.record(action, "expert", id, ExpertService.facts(before), ExpertService.facts(after));
		return true;
	}

	/** The profiles that the source's own record and the identifiers point at, without those that are gone. */
	private Set<Long> targets(Profile profile, @Nullable Long known) {
		var targets = new LinkedHashSet<Long>();
		if (known != null) {
			present(known).ifPresent(targets::add);
		}
		var ids = profile.basics().identifiers();
		if (ids.orcid() != null) {
			targets.addAll(this.table.withOrcid(ids.orcid()));
		}
		if (ids.openalex() != null) {
			targets.addAll(this.table.withOpenalex(ids.openalex()));
		}
		if (profile.contact().email() != null) {
			targets.addAll(this.table.withEmail(profile.contact().email().toLowerCase(Locale.ROOT)));
		}
		return targets;
	}

	private Optional<Long> present(long id) {
		return this.table.find(id)
				.flatMap((expert) -> (expert.mergedInto() != null)
						? present(expert.mergedInto())
						: Optional.of(expert).filter((found) -> found.state() != State.GONE).map(Expert::id));
	}

	/**
	 * What the profile says after the source was heard. A group that the same source filled before, and nobody has confirmed
	 * since, is renewed; one that the person wrote gets only what it lacks altogether, and further evidence; other groups are
	 * united.
	 * @param byPerson whether the person adds it and thereby confirms it: then every group is united
	 */
	private Expert added(Expert expert, Profile profile, Source source, boolean byPerson) {
		var before = expert.profile();
		var heard = profile.withEvidence(profile.evidence()
				.stream()
				.filter((piece) -> !expert.exclusions().contains(piece.key())
						&& !expert.exclusions().contains(piece.titleKey()))
				.toList());
		var united = ExpertMerge.merged(before, heard);
		var result = new EnumMap<Group, Profile>(Group.class);
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			var state = expert.group(group);
			Profile from;
			if (group.empty(heard)) {
				from = before;
			} else if (!byPerson && state.source() == source && state.confirmedOn() == null && group != Group.EVIDENCE
					&& group != Group.CONTACT) {
				from = heard;
			} else if (byPerson || group.empty(before) || group == Group.EVIDENCE || state.source().isImport()) {
				from = united;
			} else {
				from = before;
			}
			result.put(group, from);
			groups.put(group, group.same(before, from)
					? state
					: new GroupState(source, byPerson ? LocalDate.now(this.clock) : null, state.visibility()));
		}
		var basics = Objects.requireNonNull(result.get(Group.BASICS)).basics();
		var identified = new Profile.Basics(basics.names(), basics.title(), basics.summary(), basics.affiliation(),
				basics.residence(), united.basics().identifiers());
		var after = new Profile(identified,
				background(Objects.requireNonNull(result.get(Group.BACKGROUND)).background(), basics.affiliation()),
				Objects.requireNonNull(result.get(Group.EXPERTISE)).expertise(),
				Objects.requireNonNull(result.get(Group.LANGUAGES)).languages(),
				Objects.requireNonNull(result.get(Group.COUNTRIES)).countries(),
				Objects.requireNonNull(result.get(Group.EVIDENCE)).evidence(),
				Objects.requireNonNull(result.get(Group.OFFERS)).offers(),
				Objects.requireNonNull(result.get(Group.CONTACT)).contact());
		return expert.with(after, groups, expert.exclusions(), this.clock.instant());
	}

	/** Where the present affiliation comes from one source and the history from another, it is not told twice. */
	private static Profile.Background background(Profile.Background background, @Nullable Affiliation current) {
		return new Profile.Background(
				background.earlier().stream().filter((earlier) -> !earlier.equals(current)).toList(),
				background.degrees(),
				background.nationality());
	}

}
