package org.zhiqiao.platform.panel.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.solve.Relaxations.Change;
import org.zhiqiao.platform.panel.solve.Relaxations.Prices;
import org.zhiqiao.platform.panel.solve.Relaxations.Relaxation;
import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;

/** What would have to give way is as little as possible, and then a panel is possible. */
class RelaxationsTest {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final PanelSolver solver = new CpSatPanelSolver();

	private final PanelSolver every = new EveryPanelSolver();

	@Test
	void costsAsLittleAsTryingEveryPanelShows() {
		var several = 0;
		for (var seed = 0; seed < 150; seed++) {
			var random = new Random(seed);
			var problem = RandomPanels.problem(random, 7 + seed % 3);
			var prices = new Prices(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3),
					1 + random.nextInt(3), 1 + random.nextInt(5));
			var expected = this.every.relax(problem, prices, 3, LIMIT, seed);
			var relaxations = this.solver.relax(problem, prices, 3, LIMIT, seed);
			assertThat(relaxations.complete()).isTrue();
			assertThat(relaxations.alternatives()).as("seed %d", seed)
					.extracting(Relaxation::price)
					.isEqualTo(expected.alternatives().stream().map(Relaxation::price).toList());
			for (var relaxation : relaxations.alternatives()) {
				var relaxed = relaxation.of(problem);
				assertThat(new PanelRules(relaxed).broken(relaxation.panel())).as("seed %d", seed).isEmpty();
				assertThat(this.every.solve(relaxed, LIMIT, seed).found()).isTrue();
			}
			if (relaxations.alternatives().size() > 1) {
				several++;
			}
		}
		assertThat(several).isGreaterThan(25);
	}

	/** Many who are alike, so that most of them can be left out. */
	@Test
	void losesNothingByLeavingOutWhoIsNotNeeded() {
		var left = 0;
		for (var seed = 500; seed < 540; seed++) {
			var problem = RandomPanels.problem(new Random(seed), 11);
			problem = problem.withSeats(new Seats(1 + seed % 2, 2, false))
					.withCandidates(problem.candidates()
							.stream()
							.map(one -> new Candidate(one.id(), one.fit(), one.organisation(),
									one.features().contains(0) ? Set.of(0) : Set.of(), one.load()))
							.toList());
			left += 11 - Dominance.needed(problem, new PanelRules(problem), 1, CpSatRelaxations.mostSeats(problem))
					.size();
			assertThat(this.solver.relax(problem, Prices.USUAL, 3, LIMIT, seed).alternatives()).as("seed %d", seed)
					.extracting(Relaxation::price)
					.isEqualTo(this.every.relax(problem, Prices.USUAL, 3, LIMIT, seed)
							.alternatives()
							.stream()
							.map(Relaxation::price)
							.toList());
		}
		assertThat(left).isGreaterThan(80);
	}

	@Test
	void saysInNumbersWhatWouldHelp() {
		var problem = PanelProblem
				.of(Seats.exactly(3),
						List.of(candidate(1, 1), candidate(2, 1), candidate(3), candidate(4), candidate(5)))
				.withRequirements(List.of(new AtLeast("German", 1, 3)))
				.withConflicts(List.of(new Conflict(3, 4), new Conflict(3, 5), new Conflict(4, 5)));
		var relaxations = this.solver.relax(problem, Prices.USUAL, 3, LIMIT, 1);
		assertThat(relaxations.complete()).isTrue();
		assertThat(relaxations.alternatives().getFirst().changes()).containsExactly(new Change.Lowered("German", 1));
		assertThat(relaxations.alternatives()).hasSize(1);
	}

	@Test
	void namesConflictsThatWouldBeWaived() {
		var problem = PanelProblem.of(Seats.exactly(2), List.of(candidate(1), candidate(2), candidate(3)))
				.withFixed(Set.of(1L, 2L))
				.withConflicts(List.of(new Conflict(1, 2)));
		var relaxations = this.solver.relax(problem, Prices.USUAL, 3, LIMIT, 1);
		assertThat(relaxations.alternatives()).singleElement().satisfies(one -> {
			assertThat(one.changes()).containsExactly(new Change.ConflictWaived(new Conflict(1, 2)));
			assertThat(one.price()).isEqualTo(10);
			assertThat(one.panel()).containsExactly(1L, 2L);
		});
	}

	@Test
	void changesNothingWhereAPanelIsPossible() {
		var problem = PanelProblem.of(Seats.exactly(1), List.of(candidate(1)));
		assertThat(this.solver.relax(problem, Prices.USUAL, 3, LIMIT, 1).alternatives()).singleElement()
				.satisfies(one -> assertThat(one.changes()).isEmpty());
	}

	@Test
	void findsNothingWhereNobodyMaySit() {
		var problem = PanelProblem.of(Seats.exactly(1), List.of(candidate(1))).withForbidden(Set.of(1L));
		var relaxations = this.solver.relax(problem, Prices.USUAL, 3, LIMIT, 1);
		assertThat(relaxations.alternatives()).isEmpty();
		assertThat(relaxations.complete()).isTrue();
	}

	@Test
	void tellsOnlyWhatIsProven() {
		var problem = RandomPanels.problem(new Random(1), 9);
		var relaxations = this.solver.relax(problem, Prices.USUAL, 3, Duration.ZERO, 1);
		assertThat(relaxations.alternatives()).isEmpty();
		assertThat(relaxations.complete()).isFalse();
	}

	private static Candidate candidate(long id, Integer... features) {
		return new Candidate(id, 100, 0, Set.of(features), 0);
	}

}
