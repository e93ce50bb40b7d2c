package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;

/** Finds the best panel. Besides the solver for use there is one for tests, which tries every panel. */
public interface PanelSolver {

	/**
	 * Finds the best panel.
	 * @param seed chooses among panels that are worth the same; the same problem and seed give the same panel wherever
	 * the limit is not reached
	 */
	PanelSolution solve(PanelProblem problem, Duration limit, int seed);

	/**
	 * Says by which smallest changes of the rules a panel becomes possible.
	 * @param alternatives so many ways at most
	 */
	Relaxations relax(PanelProblem problem, Relaxations.Prices prices, int alternatives, Duration limit, int seed);

	/**
	 * The next-best panels: each the best that has at least so many members whom the previous panel has not, and whom
	 * each of the panels before it in the answer has not either. Ends with the first for which no panel was found, so
	 * the last one says why there are no more.
	 * @param limit for each panel
	 */
	default List<PanelSolution> nextBest(PanelProblem problem, List<Long> previous, int panels, int minDifference,
			Duration limit, int seed) {
		if (minDifference < 1 || minDifference > problem.seats().most()) {
			throw new IllegalArgumentException("So many members cannot differ: " + minDifference);
		}
		var rules = new PanelRules(problem);
		var solutions = new ArrayList<PanelSolution>();
		var known = new ArrayList<>(List.of(previous));
		while (solutions.size() < panels) {
			var solution = solve(differing(problem, known, minDifference), limit, seed);
			if (!solution.found()) {
				solutions.add(solution);
				break;
			}
			// The contributions and alternates are those of the problem itself.
			solutions.add(PanelSolution.found(solution.status(), rules, solution.members(), solution.bound(),
					solution.time()));
			known.add(solution.members());
		}
		return solutions;
	}

	private static PanelProblem differing(PanelProblem problem, List<List<Long>> known, int minDifference) {
		var used = new HashSet<Integer>();
		problem.candidates().forEach(candidate -> used.addAll(candidate.features()));
		problem.requirements().forEach(requirement -> used.add(requirement.feature()));
		problem.coverage().forEach(coverage -> used.add(coverage.feature()));
		var free = IntStream.iterate(0, feature -> feature + 1)
				.filter(feature -> !used.contains(feature))
				.limit(known.size())
				.boxed()
				.toList();
		var candidates = problem.candidates().stream().map(candidate -> {
			var features = new HashSet<>(candidate.features());
			for (var i = 0; i < known.size(); i++) {
				if (!known.get(i).contains(candidate.id())) {
					features.add(free.get(i));
				}
			}
			return new Candidate(candidate.id(), candidate.fit(), candidate.organisation(), features, candidate.load());
		}).toList();
		var codes = problem.requirements().stream().map(Requirement::code).toList();
		var differences = IntStream.range(0, codes.size() + known.size())
				.mapToObj(i -> "differs " + i)
				.filter(code -> !codes.contains(code))
				.limit(known.size())
				.toList();
		var requirements = Stream.concat(problem.requirements().stream(),
				IntStream.range(0, known.size())
						.<Requirement>mapToObj(i -> new AtLeast(differences.get(i), free.get(i), minDifference)));
		return problem.withCandidates(candidates).withRequirements(requirements.toList());
	}

}
