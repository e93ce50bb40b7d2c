package org.zhiqiao.platform.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.cooperation.CooperationTable.Wanted;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationEntry;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationView;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Tally;

/** Projects, bases, programmes and events, for everybody: entering, reviewing, reading and counting them. */
@Service
public class Cooperations {

	private final CooperationTable table;

	private final CooperationCheck check;

	private final CooperationViews views;

	private final Accounts accounts;

	private final Notifications notifications;

	private final ChangeLog changes;

	private final AuditLog audit;

	private final Clock clock;

	Cooperations(CooperationTable table, CooperationCheck check, CooperationViews views, Accounts accounts,
			Notifications notifications, ChangeLog changes, AuditLog audit, Clock clock) {
		this.table = table;
		this.check = check;
		this.views = views;
		this.accounts = accounts;
		this.notifications = notifications;
		this.changes = changes;
		this.audit = audit;
		this.clock = clock;
	}

	/** A page of what counts; pages count from 1. */
	record CooperationPage(List<CooperationView> items, long total, int page, int size) {

	}

	/** A page of what is being written; pages count from 1. */
	record EntryPage(List<CooperationEntry> items, long total, int page, int size) {

	}

	@Transactional(readOnly = true)
	CooperationPage list(Wanted wanted, int page, int size, @Nullable Actor viewer) {
		if (wanted.person() != null && wanted.only() == null) {
			var shown = this.views.shownOf(wanted.person(), viewer);
			return shown.isEmpty()
					? new CooperationPage(List.of(), 0, page, size)
					: list(wanted.among(shown), page, size, viewer);
		}
		var found = this.table.load(this.table.recorded(wanted, (page - 1) * size, size));
		return new CooperationPage(this.views.recorded(found, viewer), this.table.countRecorded(wanted), page, size);
	}

	/** What counts, and did for the first time after one moment and up to another; the latest first. */
	@Transactional(readOnly = true)
	public List<Recorded> firstRecordedBetween(Instant after, Instant until) {
		return this.table.load(this.table.firstRecordedBetween(after, until))
				.stream()
				.flatMap(one -> Stream.ofNullable(one.recorded())
						.map(content -> new Recorded(one.id(), content.title(), content.industries(),
								content.countries())))
				.toList();
	}

	/**
	 * A project or a base by what it is about.
	 */
	public record Recorded(long id, Bilingual title, List<String> industries, List<String> countries) {

	}

	@Transactional(readOnly = true)
	CooperationView read(long id, @Nullable Actor viewer) {
		return this.views.recorded(this.table.load(List.of(id)), viewer)
				.stream()
				.findFirst()
				.orElseThrow(() -> new NotFound("cooperation", id));
	}

	@Transactional(readOnly = true)
	EntryPage mine(Actor actor, int page, int size) {
		var found = this.table.load(this.table.by(actor.accountId(), (page - 1) * size, size));
		return new EntryPage(this.views.entries(found, actor), this.table.countBy(actor.accountId()), page, size);
	}

	@Transactional(readOnly = true)
	EntryPage reviewQueue(Actor actor, int page, int size) {
		var found = this.table.load(this.table.waiting((page - 1) * size, size));
		return new EntryPage(this.views.entries(found, actor), this.table.countWaiting(), page, size);
	}

	/** What was withdrawn or sent back and has nobody to put it right. */
	@Transactional(readOnly = true)
	EntryPage leftBehind(Actor actor, int page, int size) {
		var found = this.table.load(this.table.leftBehind((page - 1) * size, size));
		return new EntryPage(this.views.entries(found, actor), this.table.countLeftBehind(), page, size);
	}

	@Transactional(readOnly = true)
	CooperationEntry entry(long id, Actor actor) {
		return shown(seen(id, actor), actor);
	}

	@Transactional
	CooperationEntry enter(SaveCooperation save, Actor actor) {
		var content = this.check.saved(save, List.of());
		mustBeOwnNumber(content, actor.accountId(), 0);
		var stored = this.table.insert(Cooperation.draft(actor.accountId(), false, content, now()));
		note("cooperation.entered", stored);
		return shown(stored, actor);
	}

	/** By its author, or, while it is under review, by whoever reviews it. */
	@Transactional
	CooperationEntry rewrite(long id, int version, SaveCooperation save, Actor actor) {
		var before = read(id, version, actor);
		var content = this.check.saved(save, this.views.unseen(before.content(), actor));
		mustBeSameKind(before, content);
		mustBeOwnNumber(content, (before.ownerId() != null) ? before.ownerId() : actor.accountId(), id);
		if (CooperationViews.owns(before, actor)) {
			return store("cooperation.changed", before.rewritten(content, now()), actor);
		}
		if (CooperationViews.inherits(before, actor)) {
			return store("cooperation.taken-over", before.takenOver(actor.accountId()).rewritten(content, now()),
					actor);
		}
		mustReview(before, actor);
		return store("cooperation.corrected", before.corrected(content, now()), actor);
	}

	/** Reports, figures and links rest on the kind; that it was withdrawn meanwhile changes nothing about them. */
	private void mustBeSameKind(Cooperation before, CooperationContent content) {
		var counted = (before.recorded() != null || before.withdrawnAt() != null)
				? this.table.lastRecorded(before.id())
				: Optional.<CooperationContent>empty();
		if (counted.filter(last -> last.kind() != content.kind()).isPresent()) {
			throw new InvalidInput("/kind", "cooperation-kind-fixed");
		}
	}

	/** One number means one thing to whoever gave it: a later import would not know which to change. */
	private void mustBeOwnNumber(CooperationContent content, long owner, long id) {
		var reference = content.reference();
		if (reference != null && this.table.referred(owner, content.kind(), reference).filter(one -> one != id)
				.isPresent()) {
			throw new InvalidInput("/reference", "cooperation-reference-taken", reference);
		}
	}

	@Transactional
	void delete(long id, Actor actor) {
		var before = seen(id, actor);
		mustOwn(before, actor);
		before.mustBeDeletable();
		this.table.delete(id);
		note("cooperation.deleted", before);
	}

	@Transactional
	CooperationEntry submit(long id, int version, Actor actor) {
		var before = read(id, version, actor);
		mustOwn(before, actor);
		var after = before.submitted(now());
		this.check.complete(before.content());
		return store("cooperation.submitted", after, actor);
	}

	/** From now on it counts. */
	@Transactional
	CooperationEntry record(long id, int version, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var after = before.recorded(now());
		this.check.complete(before.content());
		var stored = this.table.record(after, actor.accountId());
		reindex(before, stored);
		note("cooperation.recorded", stored);
		tell(stored, stored.content().title(), "cooperation-recorded", "/cooperation/" + id);
		return shown(stored, actor);
	}

	@Transactional
	CooperationEntry giveBack(long id, int version, String remarks, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var view = store("cooperation.returned", before.returned(remarks, now()), actor);
		tell(before, before.content().title(), "cooperation-returned", "/workspace/cooperation/" + id, remarks);
		return view;
	}

	/**
	 * What is left of a record that was withdrawn.
	 *
	 * @param entry whether the reader may see what is being written of it: a draft is its author's alone
	 */
	record WithdrawnRecord(long id, boolean entry) {

	}

	/** It was recorded wrongly, or its record is wrong: it counts no more until it is reviewed again. */
	@Transactional
	WithdrawnRecord withdraw(long id, int version, String why, Actor actor) {
		var before = this.table.find(id)
				.filter(one -> one.recorded() != null)
				.orElseGet(() -> seen(id, actor));
		mustReview(before, actor);
		mustBeNow(before, version);
		var stored = this.table.withdraw(before.withdrawn(why, now()));
		reindex(before, stored);
		// Its author may be writing something else by now: what is told and noted is what counted.
		var title = Objects.requireNonNull(before.recorded()).title();
		note("cooperation.withdrawn", stored, title);
		tell(stored, title, "cooperation-withdrawn", "/workspace/cooperation/" + id, why);
		return new WithdrawnRecord(id, sees(stored, actor));
	}

	/** The people whom it names are found by it, or were. */
	private void reindex(Cooperation before, Cooperation after) {
		this.changes.changed(SubjectKind.EXPERT, Stream.of(before.recorded(), after.recorded())
				.filter(Objects::nonNull)
				.flatMap(content -> content.people().stream())
				.distinct()
				.toList());
	}

	/** Of what was recorded: how many there are of each industry in each city. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCity(CooperationKind kind, @Nullable String country) {
		return this.table.byIndustryAndCity(kind, country);
	}

	/** Of what was recorded: how many there are of each industry with each country. */
	@Transactional(readOnly = true)
	public List<Tally> byIndustryAndCountry(CooperationKind kind, @Nullable String city) {
		return this.table.byIndustryAndCountry(kind, city);
	}

	/** Takes down one of the made-up sample, as it counts. */
	@Transactional
	public long placeSample(SaveCooperation save) {
		var content = this.check.saved(save, List.of());
		this.check.complete(content);
		var stored = this.table.insert(Cooperation.draft(null, true, content, now()));
		var recorded = this.table.record(this.table.update(stored.submitted(now())).recorded(now()), null);
		reindex(stored, recorded);
		return recorded.id();
	}

	/** What somebody entered, as they did. */
	@Transactional(readOnly = true)
	List<Map<String, Object>> enteredBy(long account) {
		return this.table.enteredBy(account).stream().map(one -> {
			var all = new LinkedHashMap<String, Object>();
			all.put("id", one.id());
			all.put("state", one.state());
			all.put("content", one.content());
			all.put("updatedAt", one.updatedAt());
			return (Map<String, Object>) all;
		}).toList();
	}

	private void tell(Cooperation one, Bilingual named, String template, String link, Object... more) {
		Optional.ofNullable(one.ownerId()).flatMap(this.accounts::find).ifPresent(author -> {
			var title = Objects.requireNonNullElse(named.in(author.language()), "");
			var values = (more.length == 0) ? new Object[]{title} : new Object[]{title, more[0]};
			this.notifications
					.send(new Mail(Topic.COOPERATION, author.email(), author.language(), template, link, values));
		});
	}

	/** What is being written its author sees, and the administration once it was handed in. */
	private Cooperation seen(long id, Actor actor) {
		return this.table.find(id)
				.filter(one -> sees(one, actor))
				.orElseThrow(() -> new NotFound("cooperation", id));
	}

	private static boolean sees(Cooperation one, Actor actor) {
		return CooperationViews.owns(one, actor)
				|| (CooperationViews.reviews(one, actor) && one.state() != CooperationState.DRAFT);
	}

	private Cooperation read(long id, int version, Actor actor) {
		var found = seen(id, actor);
		mustBeNow(found, version);
		return found;
	}

	private static void mustBeNow(Cooperation found, int version) {
		if (found.version() != version) {
			throw new StaleVersion("cooperation", found.id(), found.version());
		}
	}

	private static void mustOwn(Cooperation one, Actor actor) {
		if (!CooperationViews.owns(one, actor)) {
			throw new NotAllowed("cooperation-author");
		}
	}

	private static void mustReview(Cooperation one, Actor actor) {
		if (CooperationViews.owns(one, actor)) {
			throw new NotAllowed("cooperation-own-review");
		}
		if (!CooperationViews.reviews(one, actor)) {
			throw new NotAllowed("cooperation-author");
		}
	}

	private CooperationEntry store(String action, Cooperation after, Actor actor) {
		var stored = this.table.update(after);
		note(action, stored);
		return shown(stored, actor);
	}

	private CooperationEntry shown(Cooperation one, Actor actor) {
		return this.views.entries(List.of(one), actor).getFirst();
	}

	private void note(String action, Cooperation one) {
		note(action, one, one.content().title());
	}

	private void note(String action, Cooperation one, Bilingual title) {
		this.audit.record(action, "cooperation", one.id(), null,
				Map.of("version", one.version(), "state", one.state().code(), "title", title));
	}

	private Instant now() {
		return Moments.exact(this.clock.instant());
	}

}
