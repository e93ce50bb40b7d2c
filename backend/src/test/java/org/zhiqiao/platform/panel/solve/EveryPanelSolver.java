package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.zhiqiao.platform.panel.solve.PanelSolution.Status;
import org.zhiqiao.platform.panel.solve.Relaxations.Change;
import org.zhiqiao.platform.panel.solve.Relaxations.Prices;
import org.zhiqiao.platform.panel.solve.Relaxations.Relaxation;

/** Tries every panel there is, with rules of its own. For a dozen candidates. */
final class EveryPanelSolver implements PanelSolver {

	@Override
	public PanelSolution solve(PanelProblem problem, Duration limit, int seed) {
		var best = new ArrayList<Candidate>();
		var objective = Long.MIN_VALUE;
		for (var panel : panels(problem)) {
			if (problem.seats().allow(panel.size()) && objective(problem, panel) > objective
					&& slacks(problem, panel).values().stream().allMatch(slack -> slack == 0)) {
				objective = objective(problem, panel);
				best.clear();
				best.addAll(panel);
			}
		}
		if (best.isEmpty()) {
			return PanelSolution.none(Status.INFEASIBLE, 0, Duration.ZERO);
		}
		return new PanelSolution(Status.OPTIMAL, ids(best), objective, objective, Duration.ZERO, List.of(), List.of());
	}

	@Override
	public Relaxations relax(PanelProblem problem, Prices prices, int alternatives, Duration limit, int seed) {
		var found = new ArrayList<Relaxation>();
		var known = new ArrayList<Map<String, Integer>>();
		var sorted = panels(problem).stream()
				.filter(panel -> panel.size() <= Math.max(2 * problem.seats().most(), problem.fixed().size()))
				.sorted(Comparator.comparingLong(panel -> price(problem, panel, prices)))
				.toList();
		for (var panel : sorted) {
			var slacks = slacks(problem, panel);
			if (found.size() < alternatives && known.stream().noneMatch(one -> within(one, slacks))) {
				known.add(slacks);
				found.add(new Relaxation(List.<Change>of(), price(problem, panel, prices), ids(panel)));
			}
		}
		return new Relaxations(found, true);
	}

	/** All panels with everybody who must sit and nobody who may not. */
	static List<List<Candidate>> panels(PanelProblem problem) {
		var panels = new ArrayList<List<Candidate>>();
		var candidates = problem.candidates();
		for (var bits = 1; bits < 1 << candidates.size(); bits++) {
			var panel = new ArrayList<Candidate>();
			for (var i = 0; i < candidates.size(); i++) {
				if ((bits >> i & 1) != 0) {
					panel.add(candidates.get(i));
				}
			}
			if (ids(panel).containsAll(problem.fixed())
					&& panel.stream().noneMatch(one -> problem.forbidden().contains(one.id()))) {
				panels.add(panel);
			}
		}
		return panels;
	}

	static long objective(PanelProblem problem, List<Candidate> panel) {
		var sum = 0L;
		for (var one : panel) {
			sum += one.fit() - (long) one.load() * problem.costs().load() - problem.costs().seat();
		}
		for (var coverage : problem.coverage()) {
			sum += (long) coverage.weight() * Math.min(coverage.upTo(), having(panel, coverage.feature()));
		}
		return sum;
	}

	/** By how much a panel misses each rule. */
	static Map<String, Integer> slacks(PanelProblem problem, List<Candidate> panel) {
		var size = panel.size();
		var slacks = new HashMap<String, Integer>();
		slacks.put("fewer", Math.max(0, problem.seats().least() - size));
		slacks.put("more", Math.max(0, size - problem.seats().most()));
		slacks.put("odd", (problem.seats().odd() && size % 2 == 0) ? 1 : 0);
		slacks.put("conflict",
				(int) problem.conflicts().stream()
						.filter(one -> ids(panel).containsAll(List.of(one.one(), one.other())))
						.count());
		var most = problem.mostOfOneOrganisation();
		var over = 0;
		for (var one : panel) {
			if (most != null && one.organisation() != 0) {
				var same = panel.stream().filter(other -> other.organisation() == one.organisation()).count();
				over = Math.max(over, (int) same - (most.count() + most.parts() * size / most.of()));
			}
		}
		slacks.put("organisation", over);
		for (var requirement : problem.requirements()) {
			var quota = requirement.quota();
			var wanted = quota.count() + (double) quota.parts() * size / quota.of();
			var having = having(panel, requirement.feature());
			var missing = (requirement instanceof Requirement.AtLeast)
					? Math.ceil(wanted - 1e-9) - having
					: having - Math.floor(wanted + 1e-9);
			slacks.put(requirement.code(), (int) Math.max(0, missing));
		}
		return slacks;
	}

	private static boolean within(Map<String, Integer> few, Map<String, Integer> many) {
		return few.entrySet().stream().allMatch(one -> one.getValue() <= many.getOrDefault(one.getKey(), 0));
	}

	private static long price(PanelProblem problem, List<Candidate> panel, Prices prices) {
		var price = 0L;
		for (var slack : slacks(problem, panel).entrySet()) {
			price += (long) slack.getValue() * switch (slack.getKey()) {
				case "fewer", "more" -> prices.seat();
				case "odd" -> prices.odd();
				case "organisation" -> prices.organisation();
				case "conflict" -> prices.conflict();
				default -> prices.requirement();
			};
		}
		return price;
	}

	private static int having(List<Candidate> panel, int feature) {
		return (int) panel.stream().filter(one -> one.features().contains(feature)).count();
	}

	private static List<Long> ids(List<Candidate> panel) {
		return panel.stream().map(Candidate::id).sorted().toList();
	}

}
