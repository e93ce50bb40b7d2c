package org.zhiqiao.platform.panel.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.solve.Assignment.Service;
import org.zhiqiao.platform.panel.solve.Assignment.Shortage;
import org.zhiqiao.platform.panel.solve.Assignment.Status;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Fit;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Item;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Person;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Recusal;
import org.zhiqiao.platform.panel.solve.AssignmentSolver.Progress;
import org.zhiqiao.platform.panel.solve.AssignmentSolver.Stage;

/** The worst-served item is served as well as it can be, then all together; nobody reviews too much or what they may not. */
class AssignmentSolverTest {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final AssignmentSolver solver = new CpSatAssignmentSolver();

	private final AssignmentSolver every = new EveryAssignmentSolver();

	@Test
	void findsAsGoodAnAssignmentAsTryingEveryOne() {
		var infeasible = 0;
		for (var seed = 0; seed < 300; seed++) {
			var problem = problem(new Random(seed), 2 + seed % 3, 5 + seed % 2, 2);
			var expected = this.every.solve(problem, LIMIT, seed, progress -> {}, () -> false);
			var assignment = solve(problem, seed);
			assertThat(assignment.status()).as("seed %d", seed).isEqualTo(expected.status());
			if (expected.status() == Status.OPTIMAL) {
				assertThat(List.of(assignment.worst(), assignment.total())).as("seed %d", seed)
						.isEqualTo(List.of(expected.worst(), expected.total()));
				assertThat(List.of(assignment.worstBound(), assignment.totalBound())).as("seed %d", seed)
						.isEqualTo(List.of(expected.worst(), expected.total()));
				keepsTheRules(problem, assignment);
			} else {
				infeasible++;
				assertThat(assignment.shortages()).as("seed %d", seed)
						.isNotEmpty()
						.allMatch(shortage -> shortage.missing() > 0);
				// With as many more for these items as are missing, but not with one less, there are enough.
				assertThat(this.every.solve(filled(problem, assignment, 0), LIMIT, seed, progress -> {}, () -> false)
						.status()).as("seed %d", seed).isEqualTo(Status.OPTIMAL);
				assertThat(this.every.solve(filled(problem, assignment, 1), LIMIT, seed, progress -> {}, () -> false)
						.status()).as("seed %d", seed).isEqualTo(Status.INFEASIBLE);
			}
		}
		assertThat(infeasible).isBetween(20, 200);
	}

	@Test
	void staysWithinHonestBoundsOnLargerProblems() {
		for (var seed = 400; seed < 406; seed++) {
			var problem = problem(new Random(seed), 25, 60, 3);
			var assignment = solve(problem, seed);
			assertThat(assignment.status()).as("seed %d", seed).isIn(Status.OPTIMAL, Status.FEASIBLE);
			keepsTheRules(problem, assignment);
			assertThat(assignment.worst()).isLessThanOrEqualTo(assignment.worstBound());
			assertThat(assignment.total()).isLessThanOrEqualTo(assignment.totalBound());
			assertThat(assignment.worstServed().fit()).isEqualTo(assignment.worst());
			assertThat(assignment.worstGap()).isBetween(0.0, 0.01);
			assertThat(assignment.totalGap()).isBetween(0.0, 0.01);
		}
	}

	@Test
	void servesTheWorstServedItemFirst() {
		// The greatest total would be 900 + 100.
		var problem = new AssignmentProblem(List.of(new Item(1, 1), new Item(2, 1)),
				List.of(new Person(1, 1), new Person(2, 1)),
				List.of(new Fit(1, 1, 900), new Fit(1, 2, 300), new Fit(2, 1, 400), new Fit(2, 2, 100)), Set.of());
		var assignment = solve(problem, 1);
		assertThat(assignment.services()).containsExactly(new Service(1, List.of(2L), 300),
				new Service(2, List.of(1L), 400));
		assertThat(assignment.worstServed().item()).isEqualTo(1);
		assertThat(assignment.status()).isEqualTo(Status.OPTIMAL);
	}

	@Test
	void keepsOutWhoIsRecused() {
		var problem = new AssignmentProblem(List.of(new Item(1, 1)), List.of(new Person(1, 1), new Person(2, 1)),
				List.of(new Fit(1, 1, 900), new Fit(1, 2, 300)), Set.of(new Recusal(1, 1)));
		assertThat(solve(problem, 1).services()).containsExactly(new Service(1, List.of(2L), 300));
	}

	@Test
	void namesItemsThatHaveTooFewPeople() {
		var people = LongStream.rangeClosed(1, 6).mapToObj(id -> new Person(id, (id == 6) ? 0 : 1)).toList();
		var fits = List.of(new Fit(1, 1, 9), new Fit(1, 6, 9), new Fit(2, 2, 9), new Fit(3, 2, 9), new Fit(3, 3, 9),
				new Fit(4, 2, 9), new Fit(4, 3, 9), new Fit(5, 4, 9), new Fit(5, 5, 9));
		var problem = new AssignmentProblem(
				List.of(new Item(1, 3), new Item(2, 1), new Item(3, 1), new Item(4, 2), new Item(5, 2)), people, fits,
				Set.of());
		var assignment = solve(problem, 1);
		assertThat(assignment.status()).isEqualTo(Status.INFEASIBLE);
		assertThat(assignment.services()).isEmpty();
		assertThat(assignment.shortages()).containsExactly(new Shortage(List.of(1L), 3, 1),
				new Shortage(List.of(2L, 3L, 4L), 4, 2));
		assertThat(assignment.shortages()).extracting(Shortage::missing).containsExactly(2, 2);
	}

	@Test
	void givesTheSameAssignmentEveryTime() {
		var problem = problem(new Random(11), 12, 40, 3);
		assertThat(solve(problem, 3)).usingRecursiveComparison().ignoringFields("time").isEqualTo(solve(problem, 3));
	}

	@Test
	void tellsHowFarItIs() {
		var told = new ArrayList<Progress>();
		var assignment = this.solver.solve(problem(new Random(12), 12, 40, 3), LIMIT, 1, told::add, () -> false);
		assertThat(told).extracting(Progress::stage).contains(Stage.WORST, Stage.TOTAL);
		assertThat(told).allMatch(progress -> progress.objective() <= progress.bound());
		assertThat(told.getLast().objective()).isEqualTo(assignment.total());
	}

	@Test
	void givesTheBestSoFarWhenStopped() {
		var random = new Random(13);
		var fits = LongStream.range(0, 60 * 70)
				.mapToObj(pair -> new Fit(pair / 70, pair % 70, random.nextInt(10_000)))
				.toList();
		var problem = new AssignmentProblem(LongStream.range(0, 60).mapToObj(id -> new Item(id, 3)).toList(),
				LongStream.range(0, 70).mapToObj(id -> new Person(id, 3)).toList(), fits, Set.of());
		var stopped = new AtomicBoolean();
		var assignment = this.solver.solve(problem, Duration.ofMinutes(5), 1, progress -> stopped.set(true),
				stopped::get);
		assertThat(assignment.time()).isLessThan(Duration.ofSeconds(20));
		assertThat(assignment.status()).isEqualTo(Status.FEASIBLE);
		assertThat(assignment.stopped()).isTrue();
		keepsTheRules(problem, assignment);
		assertThat(assignment.worst()).isLessThanOrEqualTo(assignment.worstBound());
		assertThat(assignment.total()).isLessThanOrEqualTo(assignment.totalBound());
	}

	@Test
	void passesOnWhatItsCallerThrows() {
		var problem = problem(new Random(14), 12, 40, 3);
		var calls = new ArrayList<Progress>();
		assertThatThrownBy(() -> this.solver.solve(problem, LIMIT, 1, progress -> {
			calls.add(progress);
			if (calls.size() == 2) {
				throw new IllegalStateException("enough");
			}
		}, () -> false)).hasMessage("enough");
	}

	@Test
	void refusesWhatIsUnknownOrThereTwice() {
		var items = List.of(new Item(1, 1));
		var people = List.of(new Person(1, 1));
		assertThatThrownBy(() -> new AssignmentProblem(items, people, List.of(new Fit(1, 2, 1)), Set.of()))
				.hasMessageContaining("no person 2");
		assertThatThrownBy(
				() -> new AssignmentProblem(items, people, List.of(new Fit(1, 1, 1), new Fit(1, 1, 2)), Set.of()))
				.hasMessageContaining("twice");
		assertThatThrownBy(() -> new AssignmentProblem(items, people, List.of(), Set.of(new Recusal(3, 1))))
				.hasMessageContaining("No item 3");
		assertThatThrownBy(() -> new AssignmentProblem(List.of(items.getFirst(), items.getFirst()), people, List.of(),
				Set.of())).hasMessageContaining("twice");
		assertThatThrownBy(() -> new Fit(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Item(1, 0)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Person(1, -1)).isInstanceOf(IllegalArgumentException.class);
	}

	private Assignment solve(AssignmentProblem problem, int seed) {
		return this.solver.solve(problem, LIMIT, seed, progress -> {}, () -> false);
	}

	private static AssignmentProblem problem(RandomGenerator random, int items, int people, int reviewers) {
		var fits = new ArrayList<Fit>();
		var recusals = new HashSet<Recusal>();
		for (var item = 1L; item <= items; item++) {
			for (var person = 1L; person <= people; person++) {
				if (random.nextInt(5) > 0) {
					fits.add(new Fit(item, person, random.nextInt(50)));
				}
				if (random.nextInt(10) == 0) {
					recusals.add(new Recusal(item, person));
				}
			}
		}
		return new AssignmentProblem(
				LongStream.rangeClosed(1, items).mapToObj(id -> new Item(id, 1 + random.nextInt(reviewers))).toList(),
				LongStream.rangeClosed(1, people).mapToObj(id -> new Person(id, random.nextInt(4))).toList(), fits,
				recusals);
	}

	/** The problem with new people for the items that have too few, so many less of them for the last. */
	private static AssignmentProblem filled(AssignmentProblem problem, Assignment assignment, int less) {
		var people = new ArrayList<>(problem.people());
		var fits = new ArrayList<>(problem.fits());
		var missing = assignment.shortages().stream().mapToInt(Shortage::missing).sum();
		var id = 100L;
		for (var shortage : assignment.shortages()) {
			for (var i = 0; i < shortage.missing() && id < 100 + missing - less; i++) {
				people.add(new Person(id, 1));
				for (var item : shortage.items()) {
					fits.add(new Fit(item, id, 1));
				}
				id++;
			}
		}
		return new AssignmentProblem(problem.items(), people, fits, problem.recusals());
	}

	private static void keepsTheRules(AssignmentProblem problem, Assignment assignment) {
		var loads = new HashMap<Long, Integer>();
		var total = 0L;
		assertThat(assignment.services()).hasSameSizeAs(problem.items());
		for (var item : problem.items()) {
			var service = assignment.services().get(problem.items().indexOf(item));
			assertThat(service.item()).isEqualTo(item.id());
			assertThat(service.people()).hasSize(item.reviewers()).doesNotHaveDuplicates();
			var sum = 0L;
			for (var person : service.people()) {
				assertThat(problem.recusals()).doesNotContain(new Recusal(item.id(), person));
				sum += problem.fits()
						.stream()
						.filter(fit -> fit.item() == item.id() && fit.person() == person)
						.findFirst()
						.orElseThrow()
						.fit();
				loads.merge(person, 1, Integer::sum);
			}
			assertThat(service.fit()).isEqualTo(sum).isGreaterThanOrEqualTo(assignment.worst());
			total += sum;
		}
		assertThat(assignment.total()).isEqualTo(total);
		for (var person : problem.people()) {
			assertThat(loads.getOrDefault(person.id(), 0)).isLessThanOrEqualTo(person.capacity());
		}
	}

}
