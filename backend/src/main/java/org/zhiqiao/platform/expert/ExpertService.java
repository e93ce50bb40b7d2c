package org.zhiqiao.platform.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.problem.Texts;

/** What people do with profiles: write, publish, withdraw, verify and merge them. */
@Service
class ExpertService {

	static final int PAGE = 20;

	private final ExpertTable table;

	private final DuplicateTable duplicates;

	private final DuplicateFinder finder;

	private final Tombstones tombstones;

	private final Employers employers;

	private final ProfileCheck check;

	private final ExpertViews views;

	private final RecordedEvidence recorded;

	private final CurrentActor currentActor;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final Texts texts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ExpertService(ExpertTable table, DuplicateTable duplicates, DuplicateFinder finder, Tombstones tombstones,
			Employers employers, ProfileCheck check,
			ExpertViews views, RecordedEvidence recorded, CurrentActor currentActor, ChangeLog changes, AuditLog audit,
			Texts texts,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.duplicates = duplicates;
		this.finder = finder;
		this.tombstones = tombstones;
		this.employers = employers;
		this.check = check;
		this.views = views;
		this.recorded = recorded;
		this.currentActor = currentActor;
		this.changes = changes;
		this.audit = audit;
		this.texts = texts;
		this.events = events;
		this.clock = clock;
	}

	/** The profile of whoever is signed in. */
	@Transactional(readOnly = true)
	public ExpertView mine() {
		var actor = this.currentActor.required();
		var id = this.table.idOfAccount(actor.accountId())
				.orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "no-profile"));
		return shown(this.table.find(id).orElseThrow());
	}

	@Transactional(readOnly = true)
	public ExpertView read(long id) {
		return shown(this.table.find(id).orElseThrow(() -> new NotFound("expert", id)));
	}

	/** Where a profile went that was merged into another. */
	@Transactional(readOnly = true)
	public Optional<Long> mergedInto(long id) {
		return this.table.mergedInto(id);
	}

	/**
	 * A new profile: a person's own, or by an officer one of somebody without an account.
	 * @param forMyself whether an officer who is an expert too means the own profile
	 */
	@Overtaken
	@Transactional
	public ExpertView create(SaveExpert given, boolean forMyself) {
		var actor = this.currentActor.required();
		var own = !inCharge(actor) || (forMyself && actor.is(Role.EXPERT));
		if (own && this.table.idOfAccount(actor.accountId()).isPresent()) {
			throw new ProblemException(HttpStatus.CONFLICT, "profile-exists");
		}
		var errors = this.check.errors(given);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		var now = this.clock.instant();
		var blank = Expert.blank(false, own ? actor.accountId() : null, now);
		var expert = edited(blank, given, own ? Source.SELF : Source.OFFICIAL);
		if (own) {
			this.tombstones.remove(expert.profile());
		}
		var id = this.table.insert(expert);
		return stored(id, "expert.created", null, expert);
	}

	/** The whole profile anew, based on a version that the writer has seen. */
	@Overtaken
	@Transactional
	public ExpertView save(long id, int version, SaveExpert given) {
		var before = locked(id);
		var actor = this.currentActor.required();
		mayEdit(before, actor);
		if (before.version() != version) {
			throw new StaleVersion("expert", id, before.version());
		}
		var own = isOwn(before, actor);
		var after = edited(before, given, own ? Source.SELF : Source.OFFICIAL);
		var errors = new ArrayList<>(this.check.errors(given));
		if (before.published() && errors.isEmpty()) {
			errors.addAll(this.check.unpublishable(after));
		}
		if (!own && before.accountId() != null) {
			for (var group : Group.values()) {
				if (after.visibility(group).compareTo(before.visibility(group)) < 0) {
					errors.add(new FieldError("/groups/" + group.code() + "/visibility", "visibility-is-own"));
				}
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		if (after.profile().equals(before.profile()) && after.groups().equals(before.groups())) {
			return shown(before);
		}
		this.table.update(before, after);
		return stored(id, "expert.saved", before, after);
	}

	@Transactional
	public ExpertView publish(long id) {
		var before = locked(id);
		mayEdit(before, this.currentActor.required());
		if (before.published()) {
			return shown(before);
		}
		var errors = this.check.unpublishable(before);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		var after = before.with(State.PUBLISHED, this.clock.instant());
		this.table.update(before, after);
		return stored(id, "expert.published", before, after);
	}

	@Transactional
	public ExpertView withdraw(long id) {
		var before = locked(id);
		mayEdit(before, this.currentActor.required());
		if (before.state() == State.WITHDRAWN) {
			return shown(before);
		}
		var after = before.with(State.WITHDRAWN, this.clock.instant());
		this.table.update(before, after);
		return stored(id, "expert.withdrawn", before, after);
	}

	/** Says that these groups still hold. */
	@Transactional
	public ExpertView confirm(long id, Set<Group> confirmed) {
		var before = locked(id);
		mayEdit(before, this.currentActor.required());
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			var state = before.group(group);
			groups.put(group, confirmed.contains(group)
					? new GroupState(state.source(), LocalDate.now(this.clock), state.visibility())
					: state);
		}
		if (groups.equals(before.groups())) {
			return shown(before);
		}
		var after = before.with(before.profile(), groups, before.exclusions(), this.clock.instant());
		this.table.update(before, after);
		return stored(id, "expert.confirmed", before, after);
	}

	@Transactional
	public ExpertView requestVerification(long id) {
		var before = locked(id);
		mayEdit(before, this.currentActor.required());
		var status = before.verification().status();
		if (status == Verification.Status.REQUESTED) {
			return shown(before);
		}
		if (status == Verification.Status.VERIFIED || before.state() == State.WITHDRAWN) {
			throw new InvalidState("expert",
					(before.state() == State.WITHDRAWN) ? "withdrawn" : status.code(), "requested");
		}
		var after = before.with(before.verification().requested(this.clock.instant()), this.clock.instant());
		this.table.update(before, after);
		return stored(id, "expert.verification-requested", before, after);
	}

	/**
	 * An officer's decision.
	 * @param version what the officer has looked at, if it is known: a profile that changed meanwhile is not verified unseen
	 */
	@Transactional
	public ExpertView verify(long id, @Nullable Integer version, VerifyExpert decision) {
		var before = locked(id);
		var actor = this.currentActor.required();
		if (isOwn(before, actor)) {
			throw new NotAllowed("own-verification");
		}
		mayEdit(before, actor);
		if (version != null && before.version() != version) {
			throw new StaleVersion("expert", id, before.version());
		}
		if (before.state() == State.WITHDRAWN) {
			throw new InvalidState("expert", "withdrawn", "verified");
		}
		var verified = decision.decision() == VerifyExpert.Decision.VERIFIED;
		var remark = (decision.remark() != null && !decision.remark().isBlank()) ? decision.remark().strip() : null;
		if (!verified && remark == null) {
			throw new InvalidInput("/remark", "reason-needed");
		}
		var after = before.with(
				new Verification(verified ? Verification.Status.VERIFIED : Verification.Status.UNVERIFIED,
						LocalDate.now(this.clock), actor.accountId(), remark, null),
				this.clock.instant());
		this.table.update(before, after);
		return stored(id, verified ? "expert.verified" : "expert.verification-refused", before, after);
	}

	/** Profiles that wait for an officer, the longest first; a city officer gets those of the own city. */
	@Transactional(readOnly = true)
	public Page<ExpertCard> verificationQueue(int page) {
		var actor = this.currentActor.required();
		var city = allCities(actor) ? null : Objects.requireNonNullElse(actor.city(), "");
		var ids = this.table.waitingForVerification(city, (page - 1) * PAGE, PAGE);
		return new Page<>(this.views.cards(this.table.load(ids), Viewer.of(actor)),
				this.table.countWaitingForVerification(city), page, PAGE);
	}

	/** Profiles that may be of the same person as one that is being entered. */
	@Transactional(readOnly = true)
	public List<DuplicateView> checkDuplicates(SaveExpert given, Locale language) {
		var actor = this.currentActor.required();
		var profile = this.employers.recognised(given.toProfile());
		var own = this.table.idOfAccount(actor.accountId()).orElse(null);
		var found = this.finder.find(profile, inCharge(actor) ? null : own);
		var views = new ArrayList<DuplicateView>();
		for (var duplicate : found) {
			var expert = this.table.find(duplicate.expertId()).orElseThrow();
			var view = this.views.view(expert, Viewer.of(actor), false);
			// Whether somebody has a profile is not to be found out by typing addresses or names.
			var tellable = duplicate.reasons().stream().filter((reason) -> switch (reason) {
				case SAME_ORCID, SAME_OPENALEX -> true;
				case SAME_EMAIL -> view != null && view.contact() != null;
				case SAME_NAME_AND_AFFILIATION, SAME_NAME -> view != null;
			}).toList();
			if (!tellable.isEmpty()) {
				views.add(view(Duplicate.of(expert.id(), tellable), expert, actor, language));
			}
		}
		return views;
	}

	/** Profiles that may be of the same person as this one. */
	@Transactional(readOnly = true)
	public List<DuplicateView> duplicatesOf(long id, Locale language) {
		var actor = this.currentActor.required();
		var expert = this.table.find(id).filter((found) -> found.state() != State.GONE)
				.orElseThrow(() -> new NotFound("expert", id));
		return this.duplicates.openOf(expert.id())
				.stream()
				.flatMap((pair) -> this.table.find(pair.other(id))
						.stream()
						.map((other) -> view(new Duplicate(other.id(), pair.certainty(), pair.reasons()), other, actor,
								language)))
				.toList();
	}

	/** All pairs that an officer should look at. */
	@Transactional(readOnly = true)
	public Page<DuplicateView.Pair> duplicateQueue(int page, Locale language) {
		var actor = this.currentActor.required();
		var pairs = new ArrayList<DuplicateView.Pair>();
		for (var pair : this.duplicates.open((page - 1) * PAGE, PAGE)) {
			var cards = this.views.cards(this.table.load(List.of(pair.one(), pair.two())), Viewer.of(actor));
			if (cards.size() == 2) {
				pairs.add(new DuplicateView.Pair(cards.getFirst(), cards.getLast(), pair.certainty(),
						reasons(pair.reasons(), language)));
			}
		}
		return new Page<>(pairs, this.duplicates.countOpen(), page, PAGE);
	}

	/** These are two people. */
	@Overtaken
	@Transactional
	public void dismissDuplicate(long id, long otherId) {
		var actor = this.currentActor.required();
		var one = existing(id);
		var other = existing(otherId);
		if (id == otherId) {
			throw new InvalidInput("/otherId", "same-profile");
		}
		this.duplicates.dismiss(one.id(), other.id(), actor.accountId(), this.clock.instant());
		this.audit.record("expert.duplicate-dismissed", "expert", id, null, Map.of("other", otherId));
	}

	/** These are one person: the other profile's contents move here, and its number becomes a signpost. */
	@Transactional
	public ExpertView merge(long id, long otherId) {
		if (id == otherId) {
			throw new InvalidInput("/otherId", "same-profile");
		}
		// Always in the same order, so that two officers who merge the same pair do not lock each other out.
		this.table.lock(Math.min(id, otherId));
		this.table.lock(Math.max(id, otherId));
		var stays = existing(id);
		var goes = existing(otherId);
		if (stays.accountId() != null && goes.accountId() != null) {
			throw new ProblemException(HttpStatus.CONFLICT, "two-accounts");
		}
		var ours = stays.profile().basics().identifiers().orcid();
		var theirs = goes.profile().basics().identifiers().orcid();
		if (ours != null && theirs != null && !ours.equals(theirs)) {
			throw new ProblemException(HttpStatus.CONFLICT, "two-people", ours, theirs);
		}
		var now = this.clock.instant();
		var merged = ExpertMerge.merged(stays, goes, now);
		// First the one that goes, since an account has one profile at any time.
		this.table.update(goes, goes.gone(id, now));
		this.table.update(stays, merged);
		this.duplicates.move(otherId, id);
		this.changes.changed(SubjectKind.EXPERT, List.of(id, otherId));
		this.events.publishEvent(new ExpertsMerged(otherId, id));
		this.audit.record("expert.merged-away", "expert", otherId, facts(goes), Map.of("into", id));
		return stored(id, "expert.merged", stays, merged);
	}

	/**
	 * Keeps something that the administration recorded off a profile, or shows it again: the record stays as it is, but nobody
	 * finds the person by it.
	 */
	@Transactional
	public ExpertView hideRecorded(long id, long work, boolean hidden) {
		var expert = locked(id);
		var actor = this.currentActor.required();
		mayEdit(expert, actor);
		var known = this.recorded.of(id)
				.stream()
				.filter(one -> one.id() == work)
				.findFirst()
				.orElseThrow(() -> new NotFound("cooperation", work));
		if (expert.exclusions().contains(known.key()) == hidden) {
			return shown(expert);
		}
		// As with visibility, nobody else shows again what a person has hidden.
		if (!hidden && expert.accountId() != null && !isOwn(expert, actor)) {
			throw new NotAllowed("own");
		}
		this.table.exclude(id, known.key(), hidden);
		this.changes.changed(SubjectKind.EXPERT, id);
		this.audit.record(hidden ? "expert.recorded-hidden" : "expert.recorded-shown", "expert", id, null,
				Map.of("cooperation", work));
		return shown(this.table.find(id).orElseThrow());
	}

	/** The profile, held for writing by whoever is signed in and in charge of it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Expert writable(long id) {
		var expert = locked(id);
		mayEdit(expert, this.currentActor.required());
		return expert;
	}

	/** What a save makes of a profile: whatever changed now comes from the writer, who thereby confirms it. */
	private Expert edited(Expert before, SaveExpert given, Source source) {
		var profile = this.employers.recognised(given.toProfile());
		var groups = new EnumMap<Group, GroupState>(Group.class);
		for (var group : Group.values()) {
			var state = before.group(group);
			var visibility = Objects.requireNonNullElse(given.visibility(group), state.visibility());
			groups.put(group,
					group.same(before.profile(), profile)
							? new GroupState(state.source(), state.confirmedOn(), visibility)
							: new GroupState(source, LocalDate.now(this.clock), visibility));
		}
		return before.with(profile, groups, exclusions(before, profile), this.clock.instant());
	}

	/** Evidence that was there and is no more must not come back by an import; what was put back may. */
	private static Set<String> exclusions(Expert before, Profile profile) {
		var exclusions = new HashSet<>(before.exclusions());
		for (var piece : before.profile().evidence()) {
			if (profile.evidence().stream()
					.noneMatch((kept) -> kept.sameAs(piece) || Objects.equals(kept.id(), piece.id()))) {
				exclusions.add(piece.key());
				exclusions.add(piece.titleKey());
			}
		}
		profile.evidence().forEach((piece) -> {
			exclusions.remove(piece.key());
			exclusions.remove(piece.titleKey());
		});
		return exclusions;
	}

	private ExpertView stored(long id, String action, @Nullable Expert before, Expert after) {
		this.changes.changed(SubjectKind.EXPERT, id);
		var stored = this.table.find(id).orElseThrow();
		if (before == null || !Group.BASICS.same(before.profile(), after.profile())
				|| !Group.BACKGROUND.same(before.profile(), after.profile())
				|| !Group.CONTACT.same(before.profile(), after.profile())) {
			this.duplicates.replace(id, this.finder.find(stored.profile(), id));
		}
		this.audit.record(action, "expert", id, (before != null) ? facts(before) : null, facts(after));
		return shown(stored);
	}

	/** The sensitive fields, for the audit. */
	static Map<String, Object> facts(Expert expert) {
		var facts = new LinkedHashMap<String, Object>();
		var basics = expert.profile().basics();
		facts.put("state", expert.state());
		facts.put("verification", expert.verification().status());
		facts.put("name", basics.names().any());
		facts.put("identifiers", basics.identifiers());
		var visibility = new LinkedHashMap<String, Visibility>();
		for (var group : Group.values()) {
			visibility.put(group.code(), expert.visibility(group));
		}
		facts.put("visibility", visibility);
		return facts;
	}

	private ExpertView shown(Expert expert) {
		var viewer = Viewer.of(this.currentActor.get());
		var editable = viewer.actor() != null && refusal(expert, viewer.actor()) == null;
		var view = this.views.view(expert, viewer, editable);
		if (view == null) {
			throw new NotFound("expert", expert.id());
		}
		return view;
	}

	private DuplicateView view(Duplicate duplicate, Expert expert, Actor actor, Locale language) {
		var cards = this.views.cards(List.of(expert), Viewer.of(actor));
		return new DuplicateView(expert.id(), duplicate.certainty(), cards.isEmpty() ? null : cards.getFirst(),
				reasons(duplicate.reasons(), language));
	}

	private List<DuplicateView.Reason> reasons(List<Duplicate.Reason> reasons, Locale language) {
		return reasons.stream()
				.map((reason) -> new DuplicateView.Reason(reason.code(),
						this.texts.text(language, "duplicate." + reason.code())))
				.toList();
	}

	private Expert existing(long id) {
		return this.table.find(id).filter((expert) -> expert.state() != State.GONE)
				.orElseThrow(() -> new NotFound("expert", id));
	}

	private Expert locked(long id) {
		this.table.lock(id);
		return existing(id);
	}

	private void mayEdit(Expert expert, Actor actor) {
		var refusal = refusal(expert, actor);
		if (refusal != null) {
			// Whoever may not see the profile does not learn that it exists.
			if (this.views.view(expert, Viewer.of(actor), false) == null) {
				throw new NotFound("expert", expert.id());
			}
			throw new NotAllowed(refusal);
		}
	}

	/** Why the actor may not change the profile; none if they may. */
	private @Nullable String refusal(Expert expert, Actor actor) {
		if (isOwn(expert, actor) || allCities(actor)) {
			return null;
		}
		if (!actor.is(Role.CITY_OFFICER)) {
			return "own";
		}
		// Who works in no city of the province is looked after by whichever city gets in touch.
		var city = this.employers.cityOf(expert.profile());
		return (city.isEmpty() || city.get().equals(actor.city())) ? null : "city";
	}

	private static boolean isOwn(Expert expert, Actor actor) {
		return expert.accountId() != null && expert.accountId() == actor.accountId();
	}

	private static boolean inCharge(Actor actor) {
		return actor.is(Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR);
	}

	private static boolean allCities(Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR);
	}

}
