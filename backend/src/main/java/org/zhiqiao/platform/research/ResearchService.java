package org.zhiqiao.platform.research;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.demand.AskedDomainView;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.research.ResearchTable.Wanted;
import org.zhiqiao.platform.research.ResearchViews.ResearchCard;
import org.zhiqiao.platform.research.ResearchViews.ResearchEntry;
import org.zhiqiao.platform.research.ResearchViews.ResearchView;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Studies and guides, for everybody: writing, reviewing and reading them. */
@Service
class ResearchService {

	/** How many open needs are looked at for what they have in common. */
	private static final int NEEDS = 500;

	private final ResearchTable table;

	private final ResearchCheck check;

	private final ResearchViews views;

	private final Demands demands;

	private final Concepts concepts;

	private final Accounts accounts;

	private final Notifications notifications;

	private final AuditLog audit;

	private final ChangeLog changes;

	private final Clock clock;

	ResearchService(ResearchTable table, ResearchCheck check, ResearchViews views, Demands demands, Concepts concepts,
			Accounts accounts,
			Notifications notifications, AuditLog audit, ChangeLog changes, Clock clock) {
		this.table = table;
		this.check = check;
		this.views = views;
		this.demands = demands;
		this.concepts = concepts;
		this.accounts = accounts;
		this.notifications = notifications;
		this.audit = audit;
		this.changes = changes;
		this.clock = clock;
	}

	/** A page of what the public reads; pages count from 1. */
	record ResearchPage(List<ResearchCard> items, long total, int page, int size) {

	}

	/** A page of what is being written; pages count from 1. */
	record ResearchEntries(List<ResearchEntry> items, long total, int page, int size) {

	}

	/** Needs that ask for the same field; those that share none stand last, without one. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NeedCluster(@Nullable String domain, @Nullable Bilingual label, List<DemandCard> needs) {

	}

	@Transactional(readOnly = true)
	ResearchPage list(Wanted wanted, int page, int size, @Nullable Actor viewer) {
		if (wanted.person() != null && !this.views.sees(wanted.person(), viewer)) {
			return new ResearchPage(List.of(), 0, page, size);
		}
		var found = this.table.editions(this.table.live(wanted, (page - 1) * size, size));
		return new ResearchPage(this.views.cards(found, viewer), this.table.countLive(wanted), page, size);
	}

	@Transactional(readOnly = true)
	ResearchView read(long id, @Nullable Integer edition, @Nullable Actor viewer) {
		var found = (edition != null)
				? this.table.edition(id, edition)
				: this.table.editions(List.of(id)).stream().findFirst();
		return this.views.view(found.orElseThrow(() -> new NotFound("research", id)), this.table.dates(id), viewer);
	}

	@Transactional(readOnly = true)
	ResearchEntries mine(Actor actor, int page, int size) {
		var found = this.table.load(this.table.by(actor.accountId(), (page - 1) * size, size));
		return new ResearchEntries(this.views.entries(found, actor), this.table.countBy(actor.accountId()), page, size);
	}

	@Transactional(readOnly = true)
	ResearchEntries reviewQueue(Actor actor, int page, int size) {
		var found = this.table.load(this.table.waiting((page - 1) * size, size));
		return new ResearchEntries(this.views.entries(found, actor), this.table.countWaiting(), page, size);
	}

	@Transactional(readOnly = true)
	ResearchEntry entry(long id, Actor actor) {
		return shown(seen(id, actor), actor);
	}

	/**
	 * Open needs grouped by the field they share, be it a wider one, the narrowest fields first: a need stands in every group it
	 * belongs to.
	 * @param country that a need asks for
	 */
	@Transactional(readOnly = true)
	List<NeedCluster> clusters(@Nullable String industry, @Nullable String city, @Nullable String country,
			Actor actor) {
		var open = this.demands.latestOpen(NEEDS, actor)
				.stream()
				.filter(need -> (industry == null || need.industries().contains(industry))
						&& (city == null || city.equals(need.city()))
						&& (country == null || need.countries().stream().anyMatch(one -> country.equals(one.code()))))
				.toList();
		var sharing = new LinkedHashMap<String, List<DemandCard>>();
		for (var need : open) {
			var fields = new LinkedHashSet<String>();
			need.domains().stream().map(AskedDomainView::code).filter(Objects::nonNull).forEach(code -> {
				fields.add(code);
				fields.addAll(this.concepts.ancestors(code));
			});
			fields.forEach(code -> sharing.computeIfAbsent(code, _ -> new ArrayList<>()).add(need));
		}
		// A wider field that brings no further need together says less than the narrower one.
		var narrowest = sharing.entrySet()
				.stream()
				.filter(one -> one.getValue().size() > 1)
				.sorted(Comparator
						.comparingInt((Map.Entry<String, List<DemandCard>> one) -> -this.concepts
								.ancestors(one.getKey()).size())
						.thenComparingInt(one -> -one.getValue().size())
						.thenComparing(Map.Entry::getKey))
				.toList();
		var all = new ArrayList<NeedCluster>();
		var seen = new HashSet<List<DemandCard>>();
		for (var one : narrowest) {
			if (seen.add(one.getValue())) {
				all.add(new NeedCluster(one.getKey(), this.concepts.ref(one.getKey()).label(), one.getValue()));
			}
		}
		var grouped = all.stream().flatMap(one -> one.needs().stream()).map(DemandCard::id).collect(Collectors.toSet());
		var alone = open.stream().filter(need -> !grouped.contains(need.id())).toList();
		if (!alone.isEmpty()) {
			all.add(new NeedCluster(null, null, alone));
		}
		return all;
	}

	@Transactional
	ResearchEntry write(SaveResearch save, Actor actor) {
		var code = Objects.requireNonNullElse(save.kind(), "");
		var kind = ResearchKind.of(code).orElseThrow(() -> code.isEmpty()
				? new InvalidInput("/kind", "required")
				: new InvalidInput("/kind", "unknown-code", code));
		if (kind == ResearchKind.GUIDE && !actor.is(Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER)) {
			throw new NotAllowed("research-guide");
		}
		var stored = this.table.insert(Research.draft(kind, actor.accountId(), false,
				this.check.saved(kind, save, actor), now()));
		note("research.created", stored);
		return shown(stored, actor);
	}

	/** By its author, or, while it is under review, by whoever reviews it. What it is stays. */
	@Transactional
	ResearchEntry rewrite(long id, int version, SaveResearch save, Actor actor) {
		var before = read(id, version, actor);
		var owns = ResearchViews.owns(before, actor);
		if (!owns) {
			mustReview(before, actor);
		}
		// Whoever corrects it may keep the file that is there.
		var keeps = Objects.equals(save.pdf(), before.content().pdf());
		var content = this.views.withUnseen(
				keeps && !owns ? keeping(before, save, actor) : this.check.saved(before.kind(), save, actor),
				before.content(), actor);
		return owns
				? store("research.changed", before.rewritten(content, now()), actor)
				: store("research.corrected", before.corrected(content, now()), actor);
	}

	private ResearchContent keeping(Research before, SaveResearch save, Actor actor) {
		var without = this.check.saved(before.kind(), new SaveResearch(save.kind(), save.title(), save.text(),
				save.themes(), save.authors(), null, save.deadline(), save.topics()), actor);
		return new ResearchContent(without.title(), without.text(), without.themes(), without.authors(),
				before.content().pdf(), without.deadline(), without.topics());
	}

	@Transactional
	void delete(long id, Actor actor) {
		var before = seen(id, actor);
		mustOwn(before, actor);
		before.mustBeDeletable();
		this.table.delete(id);
		this.changes.changed(SubjectKind.RESEARCH, id);
		note("research.deleted", before);
	}

	@Transactional
	ResearchEntry submit(long id, int version, Actor actor) {
		var before = read(id, version, actor);
		mustOwn(before, actor);
		var after = before.submitted(now());
		this.check.complete(before.kind(), before.content());
		return store("research.submitted", after, actor);
	}

	/** From now on the public reads it. */
	@Transactional
	ResearchEntry publish(long id, int version, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var now = now();
		var after = before.published(now);
		this.check.complete(before.kind(), before.content());
		var stored = this.table.update(after);
		this.table.publish(stored, actor.accountId(), now);
		this.changes.changed(SubjectKind.RESEARCH, id);
		note("research.published", stored);
		tell(stored, "research-published", stored.kind().path(stored.id()));
		return shown(stored, actor);
	}

	@Transactional
	ResearchEntry giveBack(long id, int version, String remarks, Actor actor) {
		var before = read(id, version, actor);
		mustReview(before, actor);
		var view = store("research.returned", before.returned(remarks, now()), actor);
		tell(before, "research-returned", "/workspace/research/" + id, remarks);
		return view;
	}

	/** Takes the last edition from the public, whatever is being written meanwhile; its author or the administration may. */
	@Transactional
	void withdraw(long id, String reason, Actor actor) {
		var before = this.table.find(id)
				.filter(one -> ResearchViews.owns(one, actor) || ResearchViews.reviews(one, actor))
				.orElseThrow(() -> new NotFound("research", id));
		var stored = this.table.update(before.withdrawn(reason, now()));
		this.changes.changed(SubjectKind.RESEARCH, id);
		note("research.withdrawn", stored);
		if (!ResearchViews.owns(stored, actor)) {
			tell(stored, "research-withdrawn", "/workspace/research/" + id, reason);
		}
	}

	/** Takes down one of the made-up sample, as the public reads it. */
	@Transactional
	long placeSample(ResearchKind kind, SaveResearch save) {
		var now = now();
		var content = this.check.saved(kind, save, null);
		this.check.complete(kind, content);
		var stored = this.table.update(
				this.table.insert(Research.draft(kind, null, true, content, now).submitted(now)).published(now));
		this.table.publish(stored, null, now);
		this.changes.changed(SubjectKind.RESEARCH, stored.id());
		return stored.id();
	}

	/** What somebody wrote, as they did. */
	@Transactional(readOnly = true)
	List<Map<String, Object>> writtenBy(long account) {
		return this.table.load(this.table.by(account, 0, Integer.MAX_VALUE)).stream().map(one -> {
			var all = new LinkedHashMap<String, Object>();
			all.put("id", one.id());
			all.put("kind", one.kind());
			all.put("state", one.state());
			all.put("content", one.content());
			all.put("updatedAt", one.updatedAt());
			return (Map<String, Object>) all;
		}).toList();
	}

	private void tell(Research one, String template, String link, Object... more) {
		Optional.ofNullable(one.ownerId()).flatMap(this.accounts::find).ifPresent(author -> {
			var title = one.content().title().in(author.language());
			var values = (more.length == 0) ? new Object[]{title} : new Object[]{title, more[0]};
			this.notifications
					.send(new Mail(Topic.COOPERATION, author.email(), author.language(), template, link, values));
		});
	}

	/** What is being written its author sees, and the administration once it was handed in. */
	private Research seen(long id, Actor actor) {
		return this.table.find(id)
				.filter(one -> ResearchViews.owns(one, actor)
						|| (ResearchViews.reviews(one, actor) && one.state() != ResearchState.DRAFT))
				.orElseThrow(() -> new NotFound("research", id));
	}

	private Research read(long id, int version, Actor actor) {
		var found = seen(id, actor);
		if (found.version() != version) {
			throw new StaleVersion("research", id, found.version());
		}
		return found;
	}

	private static void mustOwn(Research one, Actor actor) {
		if (!ResearchViews.owns(one, actor)) {
			throw new NotAllowed("research-author");
		}
	}

	private static void mustReview(Research one, Actor actor) {
		if (ResearchViews.owns(one, actor)) {
			throw new NotAllowed("research-own-review");
		}
		if (!ResearchViews.reviews(one, actor)) {
			throw new NotAllowed("research-author");
		}
	}

	private ResearchEntry store(String action, Research after, Actor actor) {
		var stored = this.table.update(after);
		note(action, stored);
		return shown(stored, actor);
	}

	private ResearchEntry shown(Research one, Actor actor) {
		return this.views.entries(List.of(one), actor).getFirst();
	}

	private void note(String action, Research one) {
		this.audit.record(action, "research", one.id(), null, Map.of("version", one.version(), "kind",
				one.kind().code(), "state", one.state().code(), "title", one.content().title()));
	}

	private Instant now() {
		return Moments.exact(this.clock.instant());
	}

}
