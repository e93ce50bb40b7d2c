package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.PanelNews.GoneFinding;
import org.zhiqiao.platform.panel.PanelNews.NewFinding;
import org.zhiqiao.platform.panel.WatchTable.Kept;
import org.zhiqiao.platform.problem.NotAllowed;

/** Shows the officers of a panel what {@link PanelWatch} found, until the organiser has seen it. */
@Service
class NewsService {

	/** What has gone is told of a few; whoever wants all of it looks at the pool. */
	private static final int GONE = 20;

	private final PanelService panels;

	private final WatchTable table;

	private final PoolReader pools;

	private final ServiceTable services;

	private final Experts experts;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	NewsService(PanelService panels, WatchTable table, PoolReader pools, ServiceTable services, Experts experts,
			Accounts accounts, AuditLog audit, Clock clock) {
		this.panels = panels;
		this.table = table;
		this.pools = pools;
		this.services = services;
		this.experts = experts;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/** Who sits on the panel is sealed, so a look that shows it is on file. */
	@Transactional
	PanelNews news(long panelId, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		var now = Moments.exact(this.clock.instant());
		var watch = this.table.find(panelId);
		var maySee = panel.has(Duty.ORGANISER, actor.accountId());
		if (watch.isEmpty()) {
			return new PanelNews(panelId, now, maySee, List.of(), List.of());
		}
		var unseen = new HashMap<Long, Map<String, Kept>>();
		var gone = new ArrayList<Kept>();
		this.table.kept(panelId).values().stream().flatMap(kept -> kept.values().stream()).forEach(kept -> {
			if (kept.goneAt() == null && kept.seenAt() == null) {
				unseen.computeIfAbsent(kept.expert(), _ -> new HashMap<>()).put(kept.finding(), kept);
			} else if (kept.goneAt() != null && kept.goneAt().isAfter(watch.get().seenAt())
					&& (kept.seenAt() != null)) {
				gone.add(kept);
			}
		});
		var concerned = new HashSet<>(unseen.keySet());
		gone.forEach(kept -> concerned.add(kept.expert()));
		var people = this.experts.candidates(concerned);
		var members = Set.copyOf(this.services.members(panelId));
		var items = items(panel, people, unseen, members);
		if (items.stream().anyMatch(NewFinding::seated)) {
			this.audit.record("panel.list-seen", "panel", panelId, null, null);
		}
		var names = new HashMap<Long, String>();
		people.forEach(person -> names.put(person.id(), person.names().any()));
		return new PanelNews(panelId, now, maySee, items, gone.stream()
				.filter(kept -> names.containsKey(kept.expert()))
				.sorted(Comparator.comparing((Kept kept) -> Objects.requireNonNull(kept.goneAt())).reversed())
				.limit(GONE)
				.map(kept -> new GoneFinding(kept.expert(), names.getOrDefault(kept.expert(), ""), kept.rule(),
						kept.item(), Objects.requireNonNull(kept.goneAt())))
				.toList());
	}

	/** As it is known now: what has changed once more is found under another key at the next look of the watch. */
	private List<NewFinding> items(Panel panel, List<Candidate> people, Map<Long, Map<String, Kept>> unseen,
			Set<Long> members) {
		var items = new ArrayList<NewFinding>();
		if (unseen.isEmpty()) {
			return items;
		}
		for (var person : this.pools.read(panel, people).people()) {
			var kept = unseen.getOrDefault(person.id(), Map.of());
			for (var ruled : person.findings()) {
				var one = kept.get(ruled.key());
				if (one != null) {
					var ruling = ruled.ruling();
					var names = this.accounts.names((ruling != null) ? List.of(ruling.by()) : List.of());
					items.add(new NewFinding(person.id(), DrawService.name(person), members.contains(person.id()),
							one.foundAt(), FindingView.of(ruled, names)));
				}
			}
		}
		items.sort(Comparator.comparing((NewFinding item) -> !item.seated())
				.thenComparing(item -> item.finding().severity())
				.thenComparing(NewFinding::foundAt, Comparator.reverseOrder())
				.thenComparingLong(NewFinding::person));
		return items;
	}

	/** The organiser has seen what was found until a moment. */
	@Transactional
	void seen(long panelId, Instant until, Actor actor) {
		var panel = this.panels.visible(panelId, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		var now = Moments.exact(this.clock.instant());
		this.table.seen(panelId, until.isAfter(now) ? now : Moments.exact(until), now);
	}

}
