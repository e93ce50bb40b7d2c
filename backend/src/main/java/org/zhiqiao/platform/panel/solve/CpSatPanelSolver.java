package org.zhiqiao.platform.panel.solve;

import java.time.Duration;

import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;

import org.zhiqiao.platform.panel.solve.PanelSolution.Status;

/** Solves with CP-SAT of OR-Tools, by linear constraints only. */
public final class CpSatPanelSolver implements PanelSolver {

	@Override
	public PanelSolution solve(PanelProblem problem, Duration limit, int seed) {
		var start = System.nanoTime();
		var rules = new PanelRules(problem);
		var seats = problem.seats();
		var panel = new PanelModel(problem, Dominance.needed(problem, rules, seats.least(), seats.most(), rules::value),
				seats.least(),
				seats.most());
		if (seats.odd()) {
			panel.odd(null);
		}
		panel.organisations(null);
		problem.requirements().forEach(requirement -> panel.requirement(requirement, null));
		for (var conflict : panel.conflicts()) {
			panel.model()
					.addLessOrEqual(LinearExpr.sum(
							new LinearArgument[]{panel.sits(conflict.one()), panel.sits(conflict.other())}), 1);
		}
		var objective = LinearExpr.newBuilder();
		for (var candidate : panel.candidates()) {
			objective.addTerm(panel.sits(candidate.id()), rules.value(candidate));
		}
		for (var coverage : problem.coverage()) {
			var covered = panel.model().newIntVar(0, coverage.upTo(), "");
			panel.model().addLessOrEqual(covered, panel.having(coverage.feature()));
			objective.addTerm(covered, coverage.weight());
		}
		panel.model().maximize(objective);
		var solver = Cp.solver(limit.minusNanos(System.nanoTime() - start), seed);
		var answer = solver.solve(panel.model());
		var time = Duration.ofNanos(System.nanoTime() - start);
		var bound = (long) Math.floor(solver.bestObjectiveBound() + 1e-6);
		return switch (answer) {
			case OPTIMAL -> PanelSolution.found(Status.OPTIMAL, rules, panel.members(solver), bound, time);
			case FEASIBLE -> PanelSolution.found(Status.FEASIBLE, rules, panel.members(solver), bound, time);
			case INFEASIBLE -> PanelSolution.none(Status.INFEASIBLE, 0, time);
			case UNKNOWN -> PanelSolution.none(Status.UNKNOWN, bound, time);
			case MODEL_INVALID, UNRECOGNIZED ->
				throw new IllegalStateException("The solver refuses the model: " + panel.model().validate());
		};
	}

	@Override
	public Relaxations relax(PanelProblem problem, Relaxations.Prices prices, int alternatives, Duration limit,
			int seed) {
		return new CpSatRelaxations(problem, prices).find(alternatives, limit, seed);
	}

}
