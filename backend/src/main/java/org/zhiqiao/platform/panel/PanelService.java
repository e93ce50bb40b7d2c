package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.panel.Conflicts.Ruled;
import org.zhiqiao.platform.panel.PanelView.DutyView;
import org.zhiqiao.platform.panel.PanelView.Official;
import org.zhiqiao.platform.panel.PanelView.OrganisationName;
import org.zhiqiao.platform.panel.PanelView.PanelCard;
import org.zhiqiao.platform.panel.PanelView.PanelForm;
import org.zhiqiao.platform.panel.PanelView.Panels;
import org.zhiqiao.platform.panel.PoolView.PersonView;
import org.zhiqiao.platform.panel.PoolView.PoolPeople;
import org.zhiqiao.platform.panel.conflict.Severity;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Concepts;

/** Sets panels up and says who could sit on them. Only a panel's own officers know that there is one. */
@Service
class PanelService {

	private final PanelTable table;

	private final DrawTable draws;

	private final RulingTable rulings;

	private final DeclarationTable declarations;

	private final InterestTable interests;

	private final PanelCheck check;

	private final RulePacks packs;

	private final PoolReader pools;

	private final Experts experts;

	private final Organisations organisations;

	private final Concepts concepts;

	private final Accounts accounts;

	private final AuditLog audit;

	private final Clock clock;

	PanelService(PanelTable table, DrawTable draws, RulingTable rulings, DeclarationTable declarations,
			InterestTable interests, PanelCheck check, RulePacks packs, PoolReader pools,
			Experts experts, Organisations organisations, Concepts concepts, Accounts accounts, AuditLog audit,
			Clock clock) {
		this.table = table;
		this.draws = draws;
		this.rulings = rulings;
		this.declarations = declarations;
		this.interests = interests;
		this.check = check;
		this.packs = packs;
		this.pools = pools;
		this.experts = experts;
		this.organisations = organisations;
		this.concepts = concepts;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Panels mine(Actor actor) {
		return new Panels(this.table.of(actor.accountId())
				.stream()
				.map(id -> card(visible(id, actor), actor))
				.toList());
	}

	private PanelCard card(Panel panel, Actor actor) {
		return new PanelCard(panel.id(), panel.content().title(), panel.content().use(), panel.content().items().size(),
				panel.content().seats(), duty(panel, actor), this.draws.lastState(panel.id()).orElse(null),
				panel.updatedAt());
	}

	/** The rules of today, and who may be given a duty. */
	@Transactional(readOnly = true)
	PanelForm form(Actor actor) {
		var officials = new LinkedHashMap<Long, Official>();
		for (var role : List.of(Role.PROVINCIAL_OFFICER, Role.CITY_OFFICER, Role.AUDITOR)) {
			for (var person : this.accounts.holding(role, null)) {
				var duties = Arrays.stream(Duty.values())
						.filter(duty -> duty != Duty.ORGANISER && duty.openTo(person.roles()))
						.toList();
				if (!duties.isEmpty() && person.accountId() != actor.accountId()) {
					officials.putIfAbsent(person.accountId(), new Official(person.accountId(), person.displayName(),
							duties, role.name(), person.city()));
				}
			}
		}
		return new PanelForm(this.packs.latest(), List.copyOf(officials.values()));
	}

	@Transactional
	PanelView create(SavePanel save, Actor actor) {
		organises(actor);
		var pack = this.packs.latest();
		var content = this.check.content(save, pack);
		var id = this.table.insert(content, pack.version(), this.check.duties(save, actor), this.clock.instant());
		this.audit.record("panel.created", "panel", id, null, Map.of("use", content.use(), "seats", content.seats()));
		return view(id, actor);
	}

	/** Whoever keeps the pool of experts does not use it. */
	private static void organises(Actor actor) {
		if (!Duty.ORGANISER.openTo(actor.roles())) {
			throw new NotAllowed("panel-pool-keeper");
		}
	}

	@Transactional(readOnly = true)
	PanelView view(long id, Actor actor) {
		var panel = visible(id, actor);
		var content = panel.content();
		var duties = new ArrayList<DutyView>();
		var names = this.accounts.names(panel.duties().values());
		for (var duty : Duty.values()) {
			var account = panel.duties().get(duty);
			if (account != null) {
				duties.add(new DutyView(duty, account, names.get(account)));
			}
		}
		var numbers = new LinkedHashSet<Long>();
		content.items().forEach(item -> item.parties().stream().map(PanelContent.Party::organisation)
				.filter(Objects::nonNull).forEach(numbers::add));
		var organisations = new ArrayList<OrganisationName>();
		this.organisations.all(numbers).forEach((number, organisation) -> organisations
				.add(new OrganisationName(number, organisation.name())));
		var people = new LinkedHashSet<Long>();
		content.items().forEach(item -> {
			people.addAll(item.people());
			item.objections().forEach(objection -> people.add(objection.person()));
		});
		var fields = Stream
				.concat(content.items().stream().flatMap(item -> item.fields().stream()),
						content.groups().stream().flatMap(group -> group.fields().stream()))
				.distinct()
				.toList();
		var draw = this.draws.lastState(id).orElse(null);
		return new PanelView(id, panel.version(), content, this.packs.version(panel.rules()), duties,
				duty(panel, actor), draw, mayEdit(panel, draw, actor), organisations,
				this.experts.cards(people, Viewer.of(actor)), this.concepts.refs(fields), panel.createdAt(),
				panel.updatedAt());
	}

	private static boolean mayEdit(Panel panel, @Nullable DrawState draw, Actor actor) {
		return panel.has(Duty.ORGANISER, actor.accountId()) && (draw == null || draw.over());
	}

	@Transactional
	PanelView change(long id, int version, SavePanel save, Actor actor) {
		this.table.lock(id);
		var panel = editable(id, actor);
		if (panel.version() != version) {
			throw new StaleVersion("panel", id, panel.version());
		}
		var content = this.check.content(save, this.packs.version(panel.rules()));
		this.table.update(panel, content, this.check.duties(save, actor), this.clock.instant());
		this.audit.record("panel.changed", "panel", id,
				Map.of("use", panel.content().use(), "seats", panel.content().seats()),
				Map.of("use", content.use(), "seats", content.seats()));
		return view(id, actor);
	}

	/** Throws a panel away for which nobody was ever selected. */
	@Transactional
	void delete(long id, Actor actor) {
		this.table.lock(id);
		editable(id, actor);
		this.draws.lastState(id).ifPresent(state -> {
			throw new InvalidState("panel", state.word(), "panel-delete");
		});
		if (this.declarations.asked(id) || this.interests.notedFor(id)) {
			throw new InvalidState("panel", "panel-declared", "panel-delete");
		}
		this.table.delete(id);
		this.audit.record("panel.deleted", "panel", id, null, null);
	}

	private Panel editable(long id, Actor actor) {
		var panel = visible(id, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		organises(actor);
		var draw = this.draws.lastState(id).orElse(null);
		if (!mayEdit(panel, draw, actor)) {
			throw new InvalidState("panel", Objects.requireNonNull(draw).word(),
					"panel-edit");
		}
		return panel;
	}

	/** A panel of which the reader is an officer; others are told that there is none. */
	Panel visible(long id, Actor actor) {
		return this.table.find(id)
				.filter(panel -> panel.duties().containsValue(actor.accountId()))
				.orElseThrow(() -> new NotFound("panel", id));
	}

	private static Duty duty(Panel panel, Actor actor) {
		return panel.duties()
				.entrySet()
				.stream()
				.filter(entry -> entry.getValue() == actor.accountId())
				.map(Map.Entry::getKey)
				.findFirst()
				.orElseThrow();
	}

	/** The people for a panel that is still being written. */
	@Transactional(readOnly = true)
	PoolView preview(SavePanel save, Actor actor) {
		organises(actor);
		return PoolView.of(this.pools.preview(this.check.unfinished(save, this.packs.latest())));
	}

	@Transactional(readOnly = true)
	PoolView pool(long id, Actor actor) {
		return PoolView.of(this.pools.read(visible(id, actor)));
	}

	/**
	 * Those who were looked at for a panel, by their numbers.
	 * @param group only those who can take a seat of this group, from 0
	 * @param obstacle only those whom this keeps away
	 */
	@Transactional(readOnly = true)
	PoolPeople people(long id, @Nullable Integer group, @Nullable Obstacle obstacle, int page, int size, Actor actor) {
		var panel = visible(id, actor);
		var pool = this.pools.read(panel);
		var chances = Chances.of(pool);
		var chosen = pool.people()
				.stream()
				.filter(person -> group == null || person.group() == group)
				.filter(person -> obstacle == null || person.reasons().contains(obstacle))
				.toList();
		var shown = chosen.stream().skip((long) (page - 1) * size).limit(size).toList();
		var cards = new LinkedHashMap<Long, ExpertCard>();
		this.experts.cards(shown.stream().map(Pool.Person::id).toList(), Viewer.of(actor))
				.forEach(card -> cards.put(card.id(), card));
		var declared = this.pools.declared(panel.content(), id);
		var items = new ArrayList<PersonView>();
		for (var person : shown) {
			var card = cards.get(person.id());
			if (card != null) {
				items.add(new PersonView(card,
						(person.group() >= 0) ? pool.groups().get(person.group()).name() : null,
						chances.of(person.id()), sorted(person.reasons()), findings(person),
						declared.get(person.id())));
			}
		}
		return new PoolPeople(items, chosen.size(), page, size);
	}

	private List<FindingView> findings(Pool.Person person) {
		var names = this.accounts.names(person.findings()
				.stream()
				.map(Ruled::ruling)
				.filter(Objects::nonNull)
				.map(RulingTable.Ruling::by)
				.toList());
		return person.findings().stream().map(ruled -> FindingView.of(ruled, names)).toList();
	}

	/**
	 * The organiser decides on a finding that the rules leave to them.
	 * @param finding its key
	 */
	@Transactional
	void rule(long id, long person, String finding, boolean mayServe, String reason, Actor actor) {
		this.table.lock(id);
		var panel = editable(id, actor);
		var found = this.pools.read(panel)
				.people()
				.stream()
				.filter(one -> one.id() == person)
				.flatMap(one -> one.findings().stream())
				.filter(ruled -> ruled.key().equals(finding))
				.findFirst()
				.orElseThrow(() -> new NotFound("panel-finding", finding));
		if (found.finding().severity() != Severity.SOFT) {
			throw new NotAllowed("panel-finding-fixed");
		}
		this.rulings.rule(id, person, finding,
				new RulingTable.Ruling(mayServe, reason, actor.accountId(), this.clock.instant()));
		this.audit.record("panel.ruled", "panel", id, null, Map.of("expert", person, "rule", found.finding().rule(),
				"item", found.finding().item(), "mayServe", mayServe, "reason", reason));
	}

	private static List<Obstacle> sorted(Set<Obstacle> obstacles) {
		return obstacles.stream().sorted().toList();
	}

}
