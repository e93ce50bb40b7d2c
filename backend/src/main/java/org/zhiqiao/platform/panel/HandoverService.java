package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.panel.DutiesView.HandedOn;
import org.zhiqiao.platform.panel.DutiesView.HeldDuty;
import org.zhiqiao.platform.panel.HandoverTable.Handover;
import org.zhiqiao.platform.panel.PanelView.Official;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;

/**
 * Lets duties for a panel go to somebody else, so that a panel does not stand still because an account is gone. Whoever has a
 * duty hands it on themself; if they cannot any more, another officer of the panel does. Who once did one thing on a panel never
 * does another on it.
 */
@Service
class HandoverService {

	/** Those who draw have given their words to a draw: if they cannot go on, it is void and others are named for the next. */
	private static final Set<Duty> HANDED_ON = EnumSet.of(Duty.ORGANISER, Duty.SUPERVISOR);

	private final PanelService panels;

	private final PanelTable panelTable;

	private final HandoverTable table;

	private final DrawTable draws;

	private final ServiceTable services;

	private final InvitationTable invitations;

	private final Experts experts;

	private final Accounts accounts;

	private final Notifications notifications;

	private final AuditLog audit;

	private final Clock clock;

	HandoverService(PanelService panels, PanelTable panelTable, HandoverTable table, DrawTable draws,
			ServiceTable services, InvitationTable invitations, Experts experts, Accounts accounts,
			Notifications notifications, AuditLog audit,
			Clock clock) {
		this.panels = panels;
		this.panelTable = panelTable;
		this.table = table;
		this.draws = draws;
		this.services = services;
		this.invitations = invitations;
		this.experts = experts;
		this.accounts = accounts;
		this.notifications = notifications;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	DutiesView duties(long panelId, Actor actor) {
		return view(this.panels.visible(panelId, actor), actor);
	}

	/**
	 * @param to the number of an account
	 * @throws NotAllowed if whoever has the duty can do it, and is not the actor
	 */
	@Transactional
	DutiesView handOn(long panelId, Duty duty, long to, String reason, Actor actor) {
		this.panelTable.lock(panelId);
		var panel = this.panels.visible(panelId, actor);
		var from = panel.duties().get(duty);
		if (!HANDED_ON.contains(duty) || from == null) {
			throw new InvalidInput("/duty", "panel-duty-fixed");
		}
		if (!mayHandOn(panel, duty, actor, able())) {
			throw new NotAllowed("panel-duty-held");
		}
		var person = this.accounts.find(to).filter(one -> able().containsKey(one.accountId()))
				.orElseThrow(() -> new InvalidInput("/to", "unknown-code", to));
		if (!duty.openTo(person.roles())) {
			throw new InvalidInput("/to", "panel-duty-role");
		}
		if (engaged(panel, duty).contains(to)) {
			throw new InvalidInput("/to", "panel-duty-before");
		}
		this.table.handOn(panelId, new Handover(duty, from, to, actor.accountId(), reason,
				Moments.exact(this.clock.instant())));
		this.audit.record("panel.duty-handed-on", "panel", panelId, Map.of("duty", duty, "account", from),
				Map.of("duty", duty, "account", to, "reason", reason));
		this.notifications.send(new Mail(Topic.PANELS, person.email(), person.language(), "panel-duty-handed-on",
				"/workspace/panels/" + panelId));
		return this.panelTable.find(panelId).map(now -> view(now, actor)).orElseThrow();
	}

	/** Everybody who could have a duty on some panel and may sign in, by their accounts. */
	private Map<Long, Official> able() {
		var able = new LinkedHashMap<Long, Official>();
		for (var role : List.of(Role.PROVINCIAL_OFFICER, Role.CITY_OFFICER, Role.AUDITOR)) {
			for (var person : this.accounts.holding(role, null)) {
				var duties = Arrays.stream(Duty.values()).filter(duty -> duty.openTo(person.roles())).toList();
				if (!duties.isEmpty()) {
					able.putIfAbsent(person.accountId(), new Official(person.accountId(), person.displayName(),
							duties, role.name(), person.city()));
				}
			}
		}
		return able;
	}

	private static boolean able(Panel panel, Duty duty, Map<Long, Official> able) {
		var official = able.get(panel.duties().getOrDefault(duty, 0L));
		return official != null && official.duties().contains(duty);
	}

	private static boolean mayHandOn(Panel panel, Duty duty, Actor actor, Map<Long, Official> able) {
		if (!HANDED_ON.contains(duty) || !panel.duties().containsKey(duty)) {
			return false;
		}
		return panel.has(duty, actor.accountId())
				|| (!able(panel, duty, able) && panel.duties().keySet().stream()
						.anyMatch(own -> panel.has(own, actor.accountId()) && own.openTo(actor.roles())));
	}

	/** Those who do or did something else on the panel, or were ever asked to sit on it: they cannot take this over. */
	private Set<Long> engaged(Panel panel, Duty duty) {
		var engaged = new HashSet<>(panel.duties().values());
		for (var handover : this.table.of(panel.id())) {
			if (handover.duty() != duty) {
				engaged.add(handover.from());
				engaged.add(handover.to());
			}
		}
		for (var draw : this.draws.of(panel.id())) {
			draw.officers().forEach(officer -> engaged.add(officer.account()));
			var choice = draw.choice();
			if (choice != null && duty != Duty.ORGANISER) {
				engaged.add(choice.proposedBy());
			}
		}
		var people = new HashSet<>(this.services.members(panel.id()));
		this.draws.of(panel.id())
				.forEach(draw -> this.invitations.of(panel.id(), draw.number())
						.forEach(invitation -> people.add(invitation.expert())));
		people.forEach(person -> this.experts.reach(person).map(Experts.Reach::accountId).ifPresent(engaged::add));
		return engaged;
	}

	private DutiesView view(Panel panel, Actor actor) {
		var able = able();
		var handovers = this.table.of(panel.id());
		var people = new HashSet<>(panel.duties().values());
		handovers.forEach(handover -> people.addAll(List.of(handover.from(), handover.to(), handover.by())));
		var names = this.accounts.names(people);
		var held = new ArrayList<HeldDuty>();
		for (var duty : Duty.values()) {
			var account = panel.duties().get(duty);
			if (account != null) {
				var mayHandOn = mayHandOn(panel, duty, actor, able);
				var engaged = mayHandOn ? engaged(panel, duty) : Set.<Long>of();
				held.add(new HeldDuty(duty, names.get(account), able(panel, duty, able), mayHandOn,
						mayHandOn
								? able.values()
										.stream()
										.filter(one -> one.duties().contains(duty) && !engaged.contains(one.account()))
										.toList()
								: List.of()));
			}
		}
		return new DutiesView(panel.id(), held, handovers.stream()
				.map(one -> new HandedOn(one.duty(), names.get(one.from()), names.get(one.to()), names.get(one.by()),
						one.reason(), one.at()))
				.toList());
	}

}
