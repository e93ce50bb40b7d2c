package org.zhiqiao.platform.panel.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.solve.PanelSolution.Alternates;
import org.zhiqiao.platform.panel.solve.PanelSolution.Contribution;
import org.zhiqiao.platform.panel.solve.PanelSolution.Status;
import org.zhiqiao.platform.panel.solve.PanelSolution.Swap;
import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;

/** The panel is the best one, keeps the rules and is the same every time. */
class PanelSolverTest {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final PanelSolver solver = new CpSatPanelSolver();

	private final PanelSolver every = new EveryPanelSolver();

	@Test
	void findsAsGoodAPanelAsTryingEveryOne() {
		var infeasible = 0;
		for (var seed = 0; seed < 300; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 6 + seed % 6);
			var expected = this.every.solve(problem, LIMIT, seed);
			var solution = this.solver.solve(problem, LIMIT, seed);
			assertThat(solution.status()).as("seed %d", seed).isEqualTo(expected.status());
			if (solution.found()) {
				assertThat(solution.objective()).as("seed %d", seed).isEqualTo(expected.objective());
				assertThat(solution.bound()).as("seed %d", seed).isEqualTo(expected.objective());
				assertThat(new PanelRules(problem).broken(solution.members())).as("seed %d", seed).isEmpty();
			} else {
				infeasible++;
			}
		}
		assertThat(infeasible).isBetween(30, 200);
	}

	@Test
	void losesNothingByStartingFromThoseWhoSeemBest() {
		for (var seed = 1000; seed < 1200; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 7 + seed % 5);
			var expected = this.every.solve(problem, LIMIT, seed);
			var solution = new CpSatPanelSolver(1 + seed % 6).solve(problem, LIMIT, seed);
			assertThat(solution.status()).as("seed %d", seed).isEqualTo(expected.status());
			assertThat(solution.objective()).as("seed %d", seed).isEqualTo(expected.objective());
			if (solution.found()) {
				assertThat(solution.bound()).as("seed %d", seed).isEqualTo(expected.objective());
				assertThat(new PanelRules(problem).broken(solution.members())).as("seed %d", seed).isEmpty();
			}
		}
	}

	@Test
	void boundsEveryPanelWithEverybody() {
		for (var seed = 1300; seed < 1350; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 8).withForbidden(Set.of());
			var bound = PanelBound.of(problem, new PanelRules(problem), problem.candidates(),
					new Clock(LIMIT, () -> false));
			for (var panel : EveryPanelSolver.panels(problem)) {
				if (EveryPanelSolver.slacks(problem, panel).values().stream().allMatch(slack -> slack == 0)) {
					var objective = EveryPanelSolver.objective(problem, panel);
					assertThat(bound).as("seed %d", seed).isNotNull();
					assertThat(bound.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(objective);
					assertThat(bound.reaching(objective)).as("seed %d", seed).containsAll(panel);
				}
			}
		}
	}

	@Test
	void namesOnlyAlternatesWhoKeepTheRulesAndTheBestFirst() {
		var swaps = 0;
		for (var seed = 2000; seed < 2100; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 10);
			var solution = this.solver.solve(problem, LIMIT, seed);
			var rules = new PanelRules(problem);
			for (var alternates : solution.alternates()) {
				var possible = new ArrayList<Swap>();
				for (var candidate : problem.candidates()) {
					var panel = new ArrayList<>(solution.members());
					panel.remove(alternates.member());
					if (!solution.members().contains(candidate.id())) {
						panel.add(candidate.id());
						if (rules.broken(panel).isEmpty()) {
							possible.add(new Swap(candidate.id(), rules.objective(panel)));
						}
					}
				}
				possible.sort((one, other) -> (one.objective() != other.objective())
						? Long.compare(other.objective(), one.objective())
						: Long.compare(one.outsider(), other.outsider()));
				assertThat(alternates.swaps()).as("seed %d", seed)
						.isEqualTo(possible.subList(0, Math.min(3, possible.size())))
						.allMatch(swap -> swap.objective() <= solution.objective());
				swaps += alternates.swaps().size();
			}
		}
		assertThat(swaps).isGreaterThan(100);
	}

	@Test
	void saysWhatThePanelLosesWithoutEachMember() {
		var problem = PanelProblem
				.of(Seats.exactly(3),
						List.of(candidate(1, 900, 0, 1), candidate(2, 500, 0, 2), candidate(3, 400, 0, 2),
								candidate(4, 300, 0)))
				.withRequirements(List.of(new AtLeast("German", 1, 1), new AtLeast("hydrogen", 2, 2)))
				.withCoverage(List.of(new Coverage("hydrogen too", 2, 50, 1)));
		var solution = this.solver.solve(problem, LIMIT, 1);
		assertThat(solution.members()).containsExactly(1L, 2L, 3L);
		assertThat(solution.objective()).isEqualTo(1850);
		assertThat(solution.contributions()).containsExactly(new Contribution(1, 900, List.of("German")),
				new Contribution(2, 500, List.of("hydrogen")), new Contribution(3, 400, List.of("hydrogen")));
		assertThat(solution.alternates()).extracting(Alternates::swaps).allMatch(List::isEmpty);
	}

	@Test
	void givesTheSamePanelEveryTime() {
		var problem = RandomPanels.problem(new Random(7), 40).withSeats(Seats.exactly(7)).withFixed(Set.of());
		var first = this.solver.solve(problem, LIMIT, 5);
		var shuffled = new ArrayList<>(problem.candidates());
		Collections.shuffle(shuffled, new Random(3));
		for (var again : List.of(problem, problem.withCandidates(shuffled))) {
			assertThat(this.solver.solve(again, LIMIT, 5)).usingRecursiveComparison()
					.ignoringFields("time")
					.isEqualTo(first);
		}
	}

	@Test
	void takesAnOddNumberOfMembers() {
		var people = LongStream.rangeClosed(1, 9).mapToObj(id -> candidate(id, 100, 0)).toList();
		assertThat(this.solver.solve(PanelProblem.of(Seats.odd(4, 8), people), LIMIT, 1).members()).hasSize(7);
		assertThatThrownBy(() -> Seats.odd(4, 4)).hasMessageContaining("odd");
	}

	@Test
	void neverSeatsTwoWhoAreInConflict() {
		var problem = PanelProblem
				.of(Seats.exactly(2), List.of(candidate(1, 900, 0), candidate(2, 800, 0), candidate(3, 100, 0)))
				.withConflicts(List.of(new Conflict(2, 1)));
		assertThat(this.solver.solve(problem, LIMIT, 1).members()).containsExactly(1L, 3L);
		assertThat(this.solver.solve(problem.withFixed(Set.of(1L, 2L)), LIMIT, 1).status())
				.isEqualTo(Status.INFEASIBLE);
	}

	@Test
	void keepsASharePerOrganisationAndOfAFeature() {
		var problem = PanelProblem
				.of(Seats.exactly(6),
						LongStream.rangeClosed(1, 12)
								.mapToObj(id -> candidate(id, (int) (1000 - id), (id + 2) / 3, (id > 9) ? 1 : 0))
								.toList())
				.withMostOfOneOrganisation(Quota.share(1, 3))
				.withRequirements(List.of(new AtLeast("overseas", 1, Quota.share(1, 3)), new AtMost("home", 0, 4)));
		assertThat(this.solver.solve(problem, LIMIT, 1).members()).containsExactly(1L, 2L, 4L, 5L, 10L, 11L);
	}

	@Test
	void findsTheNextBestPanelsThatDifferEnough() {
		for (var seed = 3000; seed < 3040; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 9);
			var best = this.solver.solve(problem, LIMIT, seed);
			if (!best.found()) {
				continue;
			}
			var next = this.solver.nextBest(problem, best.members(), 3, 1, LIMIT, seed);
			var expected = this.every.nextBest(problem, best.members(), 3, 1, LIMIT, seed);
			assertThat(next.getFirst().objective()).as("seed %d", seed).isEqualTo(expected.getFirst().objective());
			var known = new ArrayList<>(List.of(best.members()));
			for (var solution : next) {
				if (solution.found()) {
					assertThat(new PanelRules(problem).broken(solution.members())).isEmpty();
					assertThat(known).allMatch(one -> !one.containsAll(solution.members()));
					assertThat(solution.objective()).isLessThanOrEqualTo(best.objective());
					known.add(solution.members());
				}
			}
			assertThat(next.stream().limit(next.size() - 1L)).allMatch(PanelSolution::found);
		}
	}

	@Test
	void differsInAtLeastSoManyMembers() {
		var people = LongStream.rangeClosed(1, 9).mapToObj(id -> candidate(id, (int) (1000 - id), 0)).toList();
		var problem = PanelProblem.of(Seats.exactly(4), people);
		var next = this.solver.nextBest(problem, List.of(1L, 2L, 3L, 4L), 3, 2, LIMIT, 1);
		assertThat(next.getFirst().members()).containsExactly(1L, 2L, 5L, 6L);
		assertThat(next).hasSize(3).allMatch(one -> one.status() == Status.OPTIMAL);
		for (var one : next) {
			var others = new HashSet<>(one.members());
			others.removeAll(Set.of(1L, 2L, 3L, 4L));
			assertThat(others).hasSizeGreaterThanOrEqualTo(2);
		}
		assertThatThrownBy(() -> this.solver.nextBest(problem, List.of(), 1, 5, LIMIT, 1))
				.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void saysThatTheTimeWasOver() {
		var problem = RandomPanels.problem(new Random(7), 200).withSeats(Seats.exactly(7));
		var solution = this.solver.solve(problem, Duration.ZERO, 1);
		assertThat(solution.status()).isEqualTo(Status.UNKNOWN);
		assertThat(solution.members()).isEmpty();
	}

	@Test
	void refusesAProblemThatContradictsItself() {
		var people = List.of(candidate(1, 1, 0), candidate(2, 1, 0));
		var problem = PanelProblem.of(Seats.exactly(1), people);
		assertThatThrownBy(() -> problem.withFixed(Set.of(3L, 9L))).hasMessageContaining("fixed: 3, 9");
		assertThatThrownBy(() -> problem.withForbidden(Set.of(1L)).withFixed(Set.of(1L)))
				.hasMessageContaining("both fixed and forbidden");
		assertThatThrownBy(() -> problem.withConflicts(List.of(new Conflict(1, 7)))).hasMessageContaining("7");
		assertThatThrownBy(() -> problem.withCandidates(List.of(people.getFirst(), people.getFirst())))
				.hasMessageContaining("twice");
		assertThatThrownBy(() -> problem.withRequirements(List.of(new AtLeast("a", 1, 1), new AtMost("a", 2, 1))))
				.hasMessageContaining("two rules a");
		assertThatThrownBy(() -> problem.withRequirements(List.of(new AtLeast(PanelRules.SEATS, 1, 1))))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Conflict(1, 1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Candidate(1, 10_001, 0, Set.of(), 0))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Seats(3, 2, false)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Quota.share(4, 3)).isInstanceOf(IllegalArgumentException.class);
	}

	private static Candidate candidate(long id, int fit, long organisation, Integer... features) {
		return new Candidate(id, fit, organisation, Set.of(features), 0);
	}

}
