package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.expert.Candidate;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.panel.WatchTable.Kept;
import org.zhiqiao.platform.panel.conflict.Finding;
import org.zhiqiao.platform.panel.conflict.Severity;

/** The steps of {@link PanelWatch}. People are checked before the panel is held, so that its officers do not wait for it. */
@Service
class WatchRounds {

	private static final Set<Obstacle> CONFLICTS = EnumSet.of(Obstacle.CONFLICT, Obstacle.UNDECIDED);

	private final WatchTable table;

	private final PanelTable panels;

	private final PoolReader pools;

	private final ServiceTable services;

	private final Experts experts;

	private final Accounts accounts;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final TransactionTemplate reading;

	WatchRounds(WatchTable table, PanelTable panels, PoolReader pools, ServiceTable services, Experts experts,
			Accounts accounts, Notifications notifications, PlatformTransactionManager transactions) {
		this.table = table;
		this.panels = panels;
		this.pools = pools;
		this.services = services;
		this.experts = experts;
		this.accounts = accounts;
		this.notifications = notifications;
		this.transaction = new TransactionTemplate(transactions);
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/** Whether the panel was never looked at as it is now, or everybody is to be checked again. */
	@Transactional(readOnly = true)
	boolean wantsEverybody(long panel) {
		var watch = this.table.find(panel);
		return watch.isEmpty() || watch.get().due()
				|| this.panels.find(panel).filter(known -> known.version() != watch.get().version()).isPresent();
	}

	/**
	 * Checks people against a panel and keeps what is found. The first look at a panel, or at one that was edited, makes no
	 * news.
	 * @param people those who are there
	 * @param of whose findings these are, also those who are not there any more; none for everybody
	 */
	void check(long panelId, List<Candidate> people, @Nullable Set<Long> of, Instant now) {
		var panel = this.panels.find(panelId);
		if (panel.isEmpty()) {
			return;
		}
		var found = Objects.requireNonNull(this.reading.execute(_ -> find(panel.get(), people)));
		this.transaction.executeWithoutResult(_ -> keep(panel.get(), found, of, now));
	}

	/** What was found about somebody, and whether it matters that it was. */
	private record Found(Finding finding, boolean concerns) {

	}

	private Map<Long, Map<String, Found>> find(Panel panel, List<Candidate> people) {
		var members = Set.copyOf(this.services.members(panel.id()));
		var there = new HashSet<>(this.experts.publishedAmong(people.stream().map(Candidate::id).toList()));
		there.addAll(members);
		var found = new HashMap<Long, Map<String, Found>>();
		for (var person : this.pools.read(panel, people).people()) {
			if (there.contains(person.id())) {
				var concerns = members.contains(person.id()) || couldServe(person);
				for (var ruled : person.findings()) {
					if (ruled.finding().severity() != Severity.INFORMATION) {
						found.computeIfAbsent(person.id(), _ -> new HashMap<>())
								.put(ruled.key(), new Found(ruled.finding(), concerns));
					}
				}
			}
		}
		return found;
	}

	/** Whether nothing but a conflict of interest keeps them from a seat. */
	private static boolean couldServe(Pool.Person person) {
		return CONFLICTS.containsAll(person.general()) && person.ofGroups().stream().anyMatch(Set::isEmpty);
	}

	private void keep(Panel panel, Map<Long, Map<String, Found>> found, @Nullable Set<Long> of, Instant now) {
		var present = this.panels.lock(panel.id());
		if (present.isEmpty() || present.get().version() != panel.version()) {
			// It was edited meanwhile, and is looked at anew.
			return;
		}
		var watch = this.table.find(panel.id());
		var first = watch.isEmpty() || watch.get().version() != panel.version();
		if (first && of != null) {
			return;
		}
		if (first) {
			this.table.begin(panel.id(), panel.version(), now);
		}
		var kept = this.table.kept(panel.id());
		found.forEach((person, findings) -> findings.forEach((key, one) -> {
			var known = kept.getOrDefault(person, Map.of()).get(key);
			if (known == null || known.goneAt() != null) {
				var news = !first && one.concerns();
				this.table.found(panel.id(), new Kept(person, key, one.finding().rule(), one.finding().item(), now,
						news ? null : now, null));
			}
		}));
		kept.forEach((person, findings) -> {
			if (of == null || of.contains(person)) {
				findings.forEach((key, one) -> {
					if (one.goneAt() == null && !found.getOrDefault(person, Map.of()).containsKey(key)) {
						this.table.gone(panel.id(), person, key, now);
					}
				});
			}
		});
		this.table.checked(panel.id(), of == null, now);
	}

	/** Tells the organiser how many findings are new. Whoever looks after the mail learns neither of whom nor of what. */
	@Transactional
	void tell(long panelId, Instant now) {
		this.panels.lock(panelId).ifPresent(panel -> {
			var news = this.table.unseen(panelId);
			if (news > 0) {
				Optional.ofNullable(panel.duties().get(Duty.ORGANISER))
						.flatMap(this.accounts::find)
						.ifPresent(organiser -> this.notifications.send(new Mail(Topic.PANELS, organiser.email(),
								organiser.language(), "panel-news", "/workspace/panels/" + panelId, news)));
				this.table.told(panelId, now);
			}
		});
	}

}
