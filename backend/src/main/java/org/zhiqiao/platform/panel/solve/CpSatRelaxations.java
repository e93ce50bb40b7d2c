package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

import org.zhiqiao.platform.panel.solve.Relaxations.Change;
import org.zhiqiao.platform.panel.solve.Relaxations.Prices;
import org.zhiqiao.platform.panel.solve.Relaxations.Relaxation;

/**
 * Gives every rule a variable by how much it is relaxed and minimises what they cost together. After each alternative
 * the next one must relax something less than it.
 */
final class CpSatRelaxations {

	private final PanelModel panel;

	private final CpModel model;

	private final LinearExprBuilder price = LinearExpr.newBuilder();

	private final List<Slack> slacks = new ArrayList<>();

	private final Map<Conflict, BoolVar> waived = new LinkedHashMap<>();

	/**
	 * By how much one rule is relaxed.
	 *
	 * @param change what that means; null for the conflicts, which are told one by one
	 */
	private record Slack(IntVar variable, int most, int price, IntFunction<List<Change>> change) {

	}

	CpSatRelaxations(PanelProblem problem, Prices prices) {
		var seats = problem.seats();
		var rules = new PanelRules(problem);
		var most = mostSeats(problem);
		this.panel = new PanelModel(problem, Dominance.needed(problem, rules, 1, most), 1, most);
		this.model = this.panel.model();
		var fewer = slack(seats.least() - 1, prices.seat(), by -> List.of(new Change.FewerSeats(by)));
		this.model.addGreaterOrEqual(LinearExpr.newBuilder().add(this.panel.size()).add(fewer), seats.least());
		var more = slack(Math.max(0, most - seats.most()), prices.seat(), by -> List.of(new Change.MoreSeats(by)));
		this.model.addLessOrEqual(LinearExpr.newBuilder().add(this.panel.size()).addTerm(more, -1), seats.most());
		if (seats.odd()) {
			var even = this.model.newBoolVar("");
			slack(even, 1, prices.odd(), by -> List.of(new Change.EvenAllowed()));
			this.panel.odd(even);
		}
		if (problem.mostOfOneOrganisation() != null) {
			this.panel.organisations(
					slack(most, prices.organisation(), by -> List.of(new Change.OrganisationRaised(by))));
		}
		for (var requirement : problem.requirements()) {
			this.panel.requirement(requirement, switch (requirement) {
				case Requirement.AtLeast(var code, var _, var quota) -> slack(quota.least(most), prices.requirement(),
						by -> List.of(new Change.Lowered(code, by)));
				case Requirement.AtMost(var code, var _, var quota) -> slack(most + Math.max(0, -quota.count()),
						prices.requirement(), by -> List.of(new Change.Raised(code, by)));
			});
		}
		conflicts(prices);
		this.model.minimize(this.price);
	}

	/**
	 * More than twice the seats would be another panel.
	 */
	static int mostSeats(PanelProblem problem) {
		return Math.max(2 * problem.seats().most(), problem.fixed().size());
	}

	private void conflicts(Prices prices) {
		var sum = LinearExpr.newBuilder();
		for (var conflict : this.panel.conflicts()) {
			var waive = this.model.newBoolVar("");
			this.model.addLessOrEqual(LinearExpr.newBuilder()
					.add(this.panel.sits(conflict.one()))
					.add(this.panel.sits(conflict.other()))
					.addTerm(waive, -1), 1);
			this.waived.put(conflict, waive);
			sum.add(waive);
		}
		var count = slack(this.waived.size(), prices.conflict(), by -> List.of());
		this.model.addEquality(count, sum);
	}

	private IntVar slack(int most, int price, IntFunction<List<Change>> change) {
		var variable = this.model.newIntVar(0, most, "");
		slack(variable, most, price, change);
		return variable;
	}

	private void slack(IntVar variable, int most, int price, IntFunction<List<Change>> change) {
		this.slacks.add(new Slack(variable, most, price, change));
		this.price.addTerm(variable, price);
	}

	Relaxations find(int alternatives, Duration limit, int seed) {
		var end = System.nanoTime() + limit.toNanos();
		var found = new ArrayList<Relaxation>();
		while (found.size() < alternatives) {
			var solver = Cp.solver(Duration.ofNanos(end - System.nanoTime()), seed);
			var answer = solver.solve(this.model);
			if (answer == CpSolverStatus.INFEASIBLE) {
				break;
			}
			if (answer != CpSolverStatus.OPTIMAL) {
				// What was found may not be the smallest, so it is not told.
				return new Relaxations(found, false);
			}
			var values = this.slacks.stream().mapToInt(slack -> (int) solver.value(slack.variable())).toArray();
			found.add(relaxation(solver, values));
			if (!less(values)) {
				break;
			}
		}
		return new Relaxations(found, true);
	}

	private Relaxation relaxation(CpSolver solver, int[] values) {
		var changes = new ArrayList<Change>();
		var price = 0L;
		for (var i = 0; i < values.length; i++) {
			if (values[i] > 0) {
				changes.addAll(this.slacks.get(i).change().apply(values[i]));
				price += (long) values[i] * this.slacks.get(i).price();
			}
		}
		this.waived.forEach((conflict, waive) -> {
			if (solver.booleanValue(waive)) {
				changes.add(new Change.ConflictWaived(conflict));
			}
		});
		return new Relaxation(changes, price, this.panel.members(solver));
	}

	/** From now on something must be relaxed less than here, if anything was. */
	private boolean less(int[] values) {
		var any = new ArrayList<LinearArgument>();
		for (var i = 0; i < values.length; i++) {
			if (values[i] > 0) {
				var slack = this.slacks.get(i);
				var less = this.model.newBoolVar("");
				// slack ≤ value − 1 where it is less, and ≤ its most where it need not be
				this.model.addLessOrEqual(LinearExpr.newBuilder()
						.add(slack.variable())
						.addTerm(less, (long) slack.most() - values[i] + 1), slack.most());
				any.add(less);
			}
		}
		if (any.isEmpty()) {
			return false;
		}
		this.model.addGreaterOrEqual(LinearExpr.sum(any.toArray(LinearArgument[]::new)), 1);
		return true;
	}

}
