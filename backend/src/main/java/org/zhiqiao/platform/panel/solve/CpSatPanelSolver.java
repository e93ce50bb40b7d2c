package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import com.google.ortools.sat.LinearExpr;

import org.zhiqiao.platform.panel.solve.PanelSolution.Status;

/**
 * Solves with CP-SAT of OR-Tools, by linear constraints only. From a large pool it first solves for those who seem best;
 * whoever cannot be on a panel that is worth more is then left out, which the bound of the linear programme decides.
 */
public final class CpSatPanelSolver implements PanelSolver {

	/** From so many CP-SAT alone takes less than a second. */
	private static final int CORE = 250;

	private final int core;

	public CpSatPanelSolver() {
		this(CORE);
	}

	/** @param core how many a pool may have that is solved at once */
	CpSatPanelSolver(int core) {
		this.core = core;
	}

	private record Outcome(Status status, List<Long> members, long objective, long bound) {

	}

	@Override
	public PanelSolution solve(PanelProblem problem, Duration limit, int seed) {
		var clock = new Clock(limit, () -> false);
		var rules = new PanelRules(problem);
		var pool = problem.candidates()
				.stream()
				.filter(candidate -> !problem.forbidden().contains(candidate.id()))
				.sorted(Comparator.comparingLong(Candidate::id))
				.toList();
		var outcome = (pool.size() <= this.core)
				? search(problem, rules, pool, List.of(), clock.left(), seed)
				: fromMany(problem, rules, pool, clock, seed);
		return switch (outcome.status()) {
			case OPTIMAL, FEASIBLE ->
				PanelSolution.found(outcome.status(), rules, outcome.members(), outcome.bound(), clock.elapsed());
			case INFEASIBLE, UNKNOWN -> PanelSolution.none(outcome.status(), outcome.bound(), clock.elapsed());
		};
	}

	private Outcome fromMany(PanelProblem problem, PanelRules rules, List<Candidate> pool, Clock clock, int seed) {
		var bound = PanelBound.of(problem, rules, pool, clock);
		if (bound == null) {
			return search(problem, rules, pool, List.of(), clock.left(), seed);
		}
		var core = withFixed(problem, bound.best(this.core), pool);
		// Half of the time at most, so that something is left for the others.
		var first = search(problem, rules, core, List.of(), clock.left().dividedBy(2), seed);
		if (first.members().isEmpty()) {
			return within(bound, search(problem, rules, pool, List.of(), clock.left(), seed));
		}
		var better = withFixed(problem, bound.reaching(first.objective() + 1), pool);
		if (first.status() == Status.OPTIMAL && new HashSet<>(core).containsAll(better)) {
			return first;
		}
		var known = new HashSet<>(first.members());
		var rest = new HashSet<>(better);
		var second = search(problem, rules,
				pool.stream().filter(one -> rest.contains(one) || known.contains(one.id())).toList(), first.members(),
				clock.left(), seed);
		if (second.members().isEmpty() || second.objective() < first.objective()) {
			return within(bound, new Outcome(Status.FEASIBLE, first.members(), first.objective(), second.bound()));
		}
		return within(bound, second);
	}

	private static Outcome within(PanelBound bound, Outcome outcome) {
		return (outcome.status() == Status.FEASIBLE || outcome.status() == Status.UNKNOWN)
				? new Outcome((outcome.objective() >= bound.bound() && !outcome.members().isEmpty())
						? Status.OPTIMAL
						: outcome.status(), outcome.members(), outcome.objective(),
						Math.min(outcome.bound(), bound.bound()))
				: outcome;
	}

	private static List<Candidate> withFixed(PanelProblem problem, List<Candidate> some, List<Candidate> pool) {
		var ids = new HashSet<>(problem.fixed());
		some.forEach(candidate -> ids.add(candidate.id()));
		return pool.stream().filter(candidate -> ids.contains(candidate.id())).toList();
	}

	private static Outcome search(PanelProblem problem, PanelRules rules, List<Candidate> candidates, List<Long> start,
			Duration limit, int seed) {
		var seats = problem.seats();
		var panel = new PanelModel(problem, candidates, seats.least(), seats.most());
		if (seats.odd()) {
			panel.odd(null);
		}
		panel.organisations(null);
		problem.requirements().forEach(requirement -> panel.requirement(requirement, null));
		for (var conflict : panel.conflicts()) {
			panel.model()
					.addLessOrEqual(LinearExpr.newBuilder()
							.add(panel.sits(conflict.one()))
							.add(panel.sits(conflict.other())), 1);
		}
		var objective = LinearExpr.newBuilder();
		for (var candidate : candidates) {
			objective.addTerm(panel.sits(candidate.id()), rules.value(candidate));
			if (!start.isEmpty()) {
				panel.model().addHint(panel.sits(candidate.id()), start.contains(candidate.id()));
			}
		}
		for (var coverage : problem.coverage()) {
			var covered = panel.model().newIntVar(0, coverage.upTo(), "");
			panel.model().addLessOrEqual(covered, panel.having(coverage.feature()));
			objective.addTerm(covered, coverage.weight());
		}
		panel.model().maximize(objective);
		var solver = Cp.solver(limit, seed);
		var answer = solver.solve(panel.model());
		return switch (answer) {
			case OPTIMAL, FEASIBLE -> {
				var members = panel.members(solver);
				yield new Outcome(Status.valueOf(answer.name()), members, rules.objective(members),
						(long) Math.floor(solver.bestObjectiveBound() + 1e-6));
			}
			case INFEASIBLE -> new Outcome(Status.INFEASIBLE, List.of(), 0, 0);
			case UNKNOWN -> new Outcome(Status.UNKNOWN, List.of(), 0, atMost(rules, problem, candidates));
			case MODEL_INVALID, UNRECOGNIZED ->
				throw new IllegalStateException("The solver refuses the model: " + panel.model().validate());
		};
	}

	/** The best of all, whatever the rules say: a bound where the solver had no time for one. */
	private static long atMost(PanelRules rules, PanelProblem problem, List<Candidate> candidates) {
		var values = new ArrayList<>(candidates.stream().map(rules::value).toList());
		values.sort(Comparator.reverseOrder());
		return values.stream().limit(problem.seats().most()).mapToLong(value -> Math.max(0, value)).sum()
				+ problem.coverage().stream().mapToLong(one -> (long) one.weight() * one.upTo()).sum();
	}

	@Override
	public Relaxations relax(PanelProblem problem, Relaxations.Prices prices, int alternatives, Duration limit,
			int seed) {
		return new CpSatRelaxations(problem, prices).find(alternatives, limit, seed);
	}

}
