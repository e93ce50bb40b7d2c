package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;

/**
 * What a panel can be worth at most, and what it can be worth at most with a given candidate. Rules on how many have
 * something get a price for each member who is missing or too many (Lagrange), conflicts are left out; what is left is
 * to take the best. That holds at any prices; good ones come from the linear programme, where people can be divided.
 */
final class PanelBound {

	/** Far above rounding in sums of this size, far below a point of fit. */
	private static final double ROUNDING = 1e-4;

	private final List<Candidate> candidates;

	private final double[] values;

	/** The most a panel of each candidate can be worth. */
	private final double[] with;

	private final double bound;

	/** {@code have × those who have it + all × members ≥ least}. */
	private record Row(List<Integer> having, long have, long all, long least) {

	}

	private PanelBound(PanelProblem problem, List<Candidate> candidates, double[] values, double constant) {
		this.candidates = candidates;
		this.values = values;
		this.with = new double[values.length];
		var fixed = IntStream.range(0, values.length)
				.filter(i -> problem.fixed().contains(candidates.get(i).id()))
				.toArray();
		var free = IntStream.range(0, values.length)
				.filter(i -> !problem.fixed().contains(candidates.get(i).id()))
				.boxed()
				.sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
				.toList();
		var sum = constant + Arrays.stream(fixed).mapToDouble(i -> values[i]).sum();
		var best = Double.NEGATIVE_INFINITY;
		var butOne = Double.NEGATIVE_INFINITY;
		for (var seats = fixed.length; seats <= problem.seats().most()
				&& seats - fixed.length <= free.size(); seats++) {
			if (seats > fixed.length) {
				if (problem.seats().allow(seats)) {
					butOne = Math.max(butOne, sum);
				}
				sum += values[free.get(seats - fixed.length - 1)];
			}
			if (problem.seats().allow(seats)) {
				best = Math.max(best, sum);
			}
		}
		this.bound = best;
		for (var i : fixed) {
			this.with[i] = best;
		}
		// Whoever is among the best anyway may be counted twice, which makes the bound only weaker.
		for (var i : free) {
			this.with[i] = Math.min(best, butOne + values[i]);
		}
	}

	/** The bound at the best prices; null if there is no time for them or no panel even with people divided. */
	static @Nullable PanelBound of(PanelProblem problem, PanelRules rules, List<Candidate> candidates, Clock clock) {
		var solver = Cp.linear();
		try {
			return of(problem, rules, candidates, clock, solver);
		} finally {
			solver.delete();
		}
	}

	private static @Nullable PanelBound of(PanelProblem problem, PanelRules rules, List<Candidate> candidates,
			Clock clock, MPSolver solver) {
		solver.objective().setMaximization();
		var values = candidates.stream().mapToDouble(rules::value).toArray();
		var size = solver.makeNumVar(problem.seats().least(), problem.seats().most(), "");
		var sum = solver.makeConstraint(0, 0);
		sum.setCoefficient(size, -1);
		var sitting = candidates.stream().map(candidate -> {
			var sits = solver.makeNumVar(problem.fixed().contains(candidate.id()) ? 1 : 0, 1, "");
			solver.objective().setCoefficient(sits, (double) rules.value(candidate));
			sum.setCoefficient(sits, 1);
			return sits;
		}).toList();
		var rows = rows(problem, candidates);
		var constraints = new ArrayList<MPConstraint>();
		for (var row : rows) {
			var constraint = solver.makeConstraint((double) row.least(), MPSolver.infinity());
			constraint.setCoefficient(size, (double) row.all());
			for (var i : row.having()) {
				constraint.setCoefficient(sitting.get(i), (double) row.have());
			}
			constraints.add(constraint);
		}
		var covering = new ArrayList<MPConstraint>();
		var coverings = new ArrayList<List<Integer>>();
		for (var coverage : problem.coverage()) {
			var covered = solver.makeNumVar(0, coverage.upTo(), "");
			solver.objective().setCoefficient(covered, coverage.weight());
			var constraint = solver.makeConstraint(0, MPSolver.infinity());
			constraint.setCoefficient(covered, -1);
			var having = having(candidates, candidate -> candidate.features().contains(coverage.feature()));
			for (var i : having) {
				constraint.setCoefficient(sitting.get(i), 1);
			}
			covering.add(constraint);
			coverings.add(having);
		}
		solver.setTimeLimit(Math.max(1, clock.left().toMillis()));
		if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
			return null;
		}
		var constant = 0.0;
		for (var row = 0; row < rows.size(); row++) {
			var price = Math.max(0, -constraints.get(row).dualValue());
			constant -= price * rows.get(row).least();
			for (var i = 0; i < values.length; i++) {
				values[i] += price * rows.get(row).all();
			}
			for (var i : rows.get(row).having()) {
				values[i] += price * rows.get(row).have();
			}
		}
		for (var wish = 0; wish < covering.size(); wish++) {
			var price = Math.max(0, -covering.get(wish).dualValue());
			var coverage = problem.coverage().get(wish);
			constant += coverage.upTo() * Math.max(0, coverage.weight() - price);
			for (var i : coverings.get(wish)) {
				values[i] += price;
			}
		}
		return new PanelBound(problem, candidates, values, constant);
	}

	private static List<Row> rows(PanelProblem problem, List<Candidate> candidates) {
		var rows = new ArrayList<Row>();
		for (var requirement : problem.requirements()) {
			var having = having(candidates, candidate -> candidate.features().contains(requirement.feature()));
			switch (requirement) {
				case AtLeast(var _, var _, var quota) ->
					rows.add(new Row(having, quota.of(), -quota.parts(), (long) quota.of() * quota.count()));
				case AtMost(var _, var _, var quota) -> rows.add(atMost(having, quota));
			}
		}
		var most = problem.mostOfOneOrganisation();
		if (most != null) {
			var members = new TreeMap<Long, List<Integer>>();
			for (var i = 0; i < candidates.size(); i++) {
				if (candidates.get(i).organisation() != 0) {
					members.computeIfAbsent(candidates.get(i).organisation(), id -> new ArrayList<>()).add(i);
				}
			}
			for (var ofOne : members.values()) {
				rows.add(atMost(ofOne, most));
			}
		}
		return rows;
	}

	private static Row atMost(List<Integer> having, Quota quota) {
		return new Row(having, -quota.of(), quota.parts(), -(long) quota.of() * quota.count());
	}

	private static List<Integer> having(List<Candidate> candidates, Predicate<Candidate> has) {
		return IntStream.range(0, candidates.size()).filter(i -> has.test(candidates.get(i))).boxed().toList();
	}

	/** No panel is worth more. */
	long bound() {
		return (long) Math.floor(this.bound + ROUNDING);
	}

	/** Everybody with whom a panel could be worth so much. */
	List<Candidate> reaching(long objective) {
		return IntStream.range(0, this.with.length)
				.filter(i -> this.with[i] + ROUNDING >= objective)
				.mapToObj(this.candidates::get)
				.toList();
	}

	/** Those who seem best, so many and whoever must sit. */
	List<Candidate> best(int count) {
		var order = new ArrayList<>(IntStream.range(0, this.with.length).boxed().toList());
		order.sort(Comparator.comparingDouble((Integer i) -> this.with[i])
				.thenComparingDouble(i -> this.values[i])
				.reversed());
		// Whoever must sit reaches the bound, but so may many others.
		var best = new HashMap<Long, Candidate>();
		order.stream().limit(count).map(this.candidates::get).forEach(one -> best.put(one.id(), one));
		return this.candidates.stream().filter(one -> best.containsKey(one.id())).toList();
	}

}
