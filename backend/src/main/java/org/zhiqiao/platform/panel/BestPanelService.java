package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.matching.Relevance;
import org.zhiqiao.platform.panel.BestPanelView.PanelMember;
import org.zhiqiao.platform.panel.BestPanelView.NextPanel;
import org.zhiqiao.platform.panel.BestPanelView.SeatChange;
import org.zhiqiao.platform.panel.BestPanelView.StandIn;
import org.zhiqiao.platform.panel.solve.Candidate;
import org.zhiqiao.platform.panel.solve.Costs;
import org.zhiqiao.platform.panel.solve.Coverage;
import org.zhiqiao.platform.panel.solve.PanelProblem;
import org.zhiqiao.platform.panel.solve.PanelSolution;
import org.zhiqiao.platform.panel.solve.PanelSolver;
import org.zhiqiao.platform.panel.solve.Quota;
import org.zhiqiao.platform.panel.solve.Relaxations;
import org.zhiqiao.platform.panel.solve.Seats;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.ConceptRef;
import org.zhiqiao.platform.taxonomy.Concepts;

/**
 * Finds the best panel among those who may serve: the greatest sum of how well the members know the items, with a premium for
 * each field that somebody covers and a discount for those who served lately.
 */
@Service
class BestPanelService {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Duration NEXT_LIMIT = Duration.ofSeconds(2);

	/** The same input gives the same panel. */
	private static final int SEED = 1;

	private static final int NEXT = 2;

	private static final int DIFFERING = 2;

	private static final int WAYS = 3;

	private static final int POINT = 100;

	/** What the first two members who know a field add to a panel, in points of a hundred. */
	private static final int COVERED = 15 * POINT;

	private static final int COVERED_UP_TO = 2;

	/** What each panel within a year takes away. */
	private static final int SERVED = 2 * POINT;

	private final PanelService panels;

	private final PoolReader pools;

	private final Relevance relevance;

	private final Experts experts;

	private final Concepts concepts;

	private final PanelSolver solver;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	BestPanelService(PanelService panels, PoolReader pools, Relevance relevance, Experts experts, Concepts concepts,
			PanelSolver solver, AuditLog audit, PlatformTransactionManager transactions) {
		this.panels = panels;
		this.pools = pools;
		this.relevance = relevance;
		this.experts = experts;
		this.concepts = concepts;
		this.solver = solver;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Solving holds no transaction: it takes seconds.
	 * @param kept who must sit
	 * @param without who must not
	 */
	BestPanelView find(long id, Set<Long> kept, Set<Long> without, Actor actor) {
		var panel = this.panels.visible(id, actor);
		if (!panel.has(Duty.ORGANISER, actor.accountId())) {
			throw new NotAllowed("panel-duty");
		}
		var pool = this.pools.read(panel);
		var question = new Question(panel.content(), pool);
		question.check(kept, without);
		var problem = question.problem(kept, without);
		var solution = this.solver.solve(problem, LIMIT, SEED);
		var next = solution.found()
				? this.solver.nextBest(problem, solution.members(), NEXT, Math.min(DIFFERING, pool.seats()), NEXT_LIMIT,
						SEED)
				: List.<PanelSolution>of();
		var changes = (solution.status() == PanelSolution.Status.INFEASIBLE)
				? this.solver.relax(problem, Relaxations.Prices.USUAL, WAYS, NEXT_LIMIT, SEED)
						.alternatives()
						.stream()
						.map(way -> way.changes().stream().flatMap(change -> question.change(change).stream()).toList())
						.filter(way -> !way.isEmpty())
						.toList()
				: List.<List<SeatChange>>of();
		this.transaction.executeWithoutResult(_ -> this.audit.record("panel.best-sought", "panel", id, null,
				Map.of("status", code(solution.status()), "value", solution.objective(), "bound", solution.bound())));
		return view(question, solution, next, changes, kept, actor);
	}

	private static String code(PanelSolution.Status status) {
		return status.name().toLowerCase(Locale.ROOT);
	}

	private BestPanelView view(Question question, PanelSolution solution, List<PanelSolution> next,
			List<List<SeatChange>> changes, Set<Long> kept, Actor actor) {
		var cards = this.experts.cards(solution.members(), Viewer.of(actor))
				.stream()
				.collect(Collectors.toMap(ExpertCard::id, Function.identity()));
		var groups = question.plan.seated(solution.members(), question::fits);
		var lost = solution.contributions()
				.stream()
				.collect(Collectors.toMap(PanelSolution.Contribution::member, Function.identity()));
		var stand = solution.alternates()
				.stream()
				.collect(Collectors.toMap(PanelSolution.Alternates::member, PanelSolution.Alternates::swaps));
		var members = new ArrayList<PanelMember>();
		var covered = new HashSet<String>();
		for (var member : solution.members()) {
			var card = cards.get(member);
			var contribution = lost.get(member);
			if (card == null || contribution == null) {
				continue;
			}
			var known = question.known(member);
			covered.addAll(known);
			var group = groups.get(member);
			members.add(new PanelMember(card, (group != null) ? question.pool.groups().get(group).name() : null,
					points(question.fit(member)), points(contribution.drop()),
					contribution.breaks().stream().filter(rule -> rule.matches("\\d+")).map(question.plan::names)
							.toList(),
					refs(known),
					stand.getOrDefault(member, List.of())
							.stream()
							.map(swap -> new StandIn(swap.outsider(), question.name(swap.outsider()),
									points(solution.objective() - swap.objective())))
							.toList(),
					kept.contains(member)));
		}
		members.sort(Comparator.comparingDouble(PanelMember::adds).reversed());
		return new BestPanelView(code(solution.status()), points(solution.objective()), solution.gap(),
				solution.time().toMillis(), question.candidates.size(), members,
				refs(question.fields.stream().filter(field -> solution.found() && !covered.contains(field)).toList()),
				next.stream()
						.filter(PanelSolution::found)
						.map(other -> new NextPanel(code(other.status()), points(other.objective()),
								other.members()
										.stream()
										.map(member -> new StandIn(member, question.name(member), 0))
										.toList()))
						.toList(),
				DIFFERING, changes);
	}

	/** To a tenth. */
	private static double points(long value) {
		return Math.round((double) value * 10 / POINT) / 10.0;
	}

	private List<ConceptRef> refs(List<String> codes) {
		return this.concepts.refs(codes);
	}

	/** A panel as a problem for the solver, and back. */
	private final class Question {

		private final Pool pool;

		private final SeatPlan plan;

		/** Who may take some seat. */
		private final Map<Long, Pool.Person> candidates;

		private final List<String> fields;

		private final Map<Long, Integer> fit = new HashMap<>();

		private final Map<Long, Set<String>> known = new HashMap<>();

		private final Map<Long, Integer> load;

		private Question(PanelContent content, Pool pool) {
			this.pool = pool;
			this.plan = new SeatPlan(pool.groups());
			this.candidates = pool.people()
					.stream()
					.filter(person -> person.group() >= 0)
					.collect(Collectors.toMap(Pool.Person::id, Function.identity()));
			this.fields = List.copyOf(new LinkedHashSet<>(Stream
					.concat(content.items().stream().flatMap(item -> item.fields().stream()),
							content.groups().stream().flatMap(group -> group.fields().stream()))
					.toList()));
			for (var item : content.items()) {
				var about = item.fields().isEmpty() ? this.fields : item.fields();
				BestPanelService.this.relevance.to(item.title(), about)
						.forEach((person, points) -> this.fit.merge(person,
								(int) Math.round(points * POINT / content.items().size()), Integer::sum));
			}
			for (var person : BestPanelService.this.experts.candidates(this.candidates.keySet())) {
				var all = new HashSet<>(person.domains());
				person.domains()
						.forEach(domain -> all.addAll(BestPanelService.this.concepts.ancestors(domain)));
				this.known.put(person.id(), all);
			}
			this.load = BestPanelService.this.pools.load();
		}

		/** @throws InvalidInput if somebody is to be kept who may not serve */
		private void check(Set<Long> kept, Set<Long> without) {
			var wrong = new ArrayList<FieldError>();
			for (var person : kept) {
				if (!this.candidates.containsKey(person) || without.contains(person)) {
					wrong.add(new FieldError("/keep", "panel-may-not-serve", person));
				}
			}
			if (!wrong.isEmpty()) {
				throw new InvalidInput(wrong);
			}
		}

		private PanelProblem problem(Set<Long> kept, Set<Long> without) {
			var free = this.plan.free();
			var people = this.candidates.values()
					.stream()
					.sorted(Comparator.comparingLong(Pool.Person::id))
					.map(person -> {
						var features = this.plan.features(fits(person.id()));
						IntStream.range(0, this.fields.size())
								.filter(field -> knows(person.id(), this.fields.get(field)))
								.forEach(field -> features.add(free + field));
						return new Candidate(person.id(), fit(person.id()), person.organisation(), features,
								this.load.getOrDefault(person.id(), 0));
					})
					.toList();
			var coverage = IntStream.range(0, this.fields.size())
					.mapToObj(field -> new Coverage(this.fields.get(field), free + field, COVERED, COVERED_UP_TO))
					.toList();
			return PanelProblem.of(Seats.exactly(this.plan.seats()), people)
					.withRequirements(this.plan.requirements())
					.withMostOfOneOrganisation(Quota.of(this.pool.mostOfOneOrganisation()))
					.withCoverage(coverage)
					.withFixed(kept)
					.withForbidden(without.stream().filter(this.candidates::containsKey).collect(Collectors.toSet()))
					.withCosts(new Costs(SERVED, 0));
		}

		private Set<Integer> fits(long person) {
			var groups = Objects.requireNonNull(this.candidates.get(person)).ofGroups();
			return IntStream.range(0, groups.size())
					.filter(group -> groups.get(group).isEmpty())
					.boxed()
					.collect(Collectors.toSet());
		}

		private int fit(long person) {
			return Math.min(Candidate.BEST, this.fit.getOrDefault(person, 0));
		}

		private boolean knows(long person, String field) {
			return this.known.getOrDefault(person, Set.of()).contains(field);
		}

		private List<String> known(long person) {
			return this.fields.stream().filter(field -> knows(person, field)).toList();
		}

		private String name(long person) {
			var candidate = this.candidates.get(person);
			return (candidate != null && !candidate.name().isBlank()) ? candidate.name() : "#" + person;
		}

		/** What does not concern a panel whose seats are given says nothing. */
		private List<SeatChange> change(Relaxations.Change change) {
			return switch (change) {
				case Relaxations.Change.Lowered(var code, var by) ->
					List.of(new SeatChange("fewer-of-group", by, this.plan.names(code)));
				case Relaxations.Change.OrganisationRaised(var by) ->
					List.of(new SeatChange("organisation", by, List.of()));
				case Relaxations.Change.FewerSeats(var by) -> List.of(new SeatChange("fewer-seats", by, List.of()));
				case Relaxations.Change.MoreSeats(var by) -> List.of(new SeatChange("more-seats", by, List.of()));
				default -> List.of();
			};
		}

	}

}
