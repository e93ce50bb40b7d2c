package org.zhiqiao.platform.panel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import org.zhiqiao.platform.panel.solve.AssignmentProblem;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Fit;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Item;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Person;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Recusal;
import org.zhiqiao.platform.panel.solve.Candidate;
import org.zhiqiao.platform.panel.solve.Conflict;
import org.zhiqiao.platform.panel.solve.Costs;
import org.zhiqiao.platform.panel.solve.Coverage;
import org.zhiqiao.platform.panel.solve.CpSatAssignmentSolver;
import org.zhiqiao.platform.panel.solve.CpSatPanelSolver;
import org.zhiqiao.platform.panel.solve.PanelProblem;
import org.zhiqiao.platform.panel.solve.Quota;
import org.zhiqiao.platform.panel.solve.Relaxations.Prices;
import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;
import org.zhiqiao.platform.panel.solve.Seats;

/** How long the best panel and the best assignment take. The seeds are 1, 2, …; how many can be given. */
final class PanelBench {

	private static final int DOMAINS = 12;

	private static final int LANGUAGES = 4;

	private static final int OVERSEAS = 50;

	private static final int SENIOR = 51;

	private static final int OFFICIAL = 52;

	private PanelBench() {}

	public static void main(String[] arguments) {
		var seeds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 9;
		var solver = new CpSatPanelSolver();
		// The first call loads the native library.
		var start = System.nanoTime();
		solver.solve(problem(new Random(0), 20, 10, Seats.exactly(3), 0), Duration.ofSeconds(1), 0);
		System.out.printf("loading the library and the first solve: %.2f s%n", seconds(start));
		panels("panel of 7 to 15 from 200, 1,500 conflicts", seeds, 200, 1500, Duration.ofSeconds(20));
		panels("panel of 7 to 15 from 10,000, 1,500 conflicts", seeds, 10_000, 1500, Duration.ofSeconds(5));
		panels("panel of 7 to 15 from 10,000, 75,000 conflicts", seeds, 10_000, 75_000, Duration.ofSeconds(5));
		relaxations(seeds);
		assignments(Math.min(seeds, 3));
	}

	private static void panels(String name, int seeds, int people, int conflicts, Duration limit) {
		var times = new ArrayList<Double>();
		var gaps = new ArrayList<Double>();
		var statuses = new ArrayList<String>();
		for (var seed = 1; seed <= seeds; seed++) {
			var problem = problem(new Random(seed), people, conflicts, Seats.odd(7, 15), 9000);
			var start = System.nanoTime();
			var solution = new CpSatPanelSolver().solve(problem, limit, seed);
			times.add(seconds(start));
			gaps.add(solution.gap());
			statuses.add(solution.status() + " " + solution.members().size());
		}
		System.out.printf("%s%n  time %s s, gap %s (best / median / worst)%n  %s%n", name, spread(times, "%.2f"),
				spread(gaps, "%.5f"), statuses);
	}

	private static void relaxations(int seeds) {
		var times = new ArrayList<Double>();
		var complete = 0;
		for (var seed = 1; seed <= seeds; seed++) {
			var random = new Random(seed);
			var problem = problem(random, 200, 1500, Seats.exactly(9), 0);
			// Two rules that exclude each other.
			var requirements = new ArrayList<>(problem.requirements());
			requirements.add(new AtLeast("abroad", OVERSEAS, 7));
			requirements.add(new AtMost("no more abroad", OVERSEAS, 4));
			var start = System.nanoTime();
			var relaxations = new CpSatPanelSolver().relax(problem.withRequirements(requirements), Prices.USUAL, 3,
					Duration.ofSeconds(20), seed);
			times.add(seconds(start));
			complete += relaxations.complete() ? 1 : 0;
		}
		System.out.printf("what would have to give way, 200 people, 1,500 conflicts%n  time %s s, %d of %d proven%n",
				spread(times, "%.2f"), complete, seeds);
	}

	private static PanelProblem problem(RandomGenerator random, int people, int conflicts, Seats seats, int seat) {
		var candidates = new ArrayList<Candidate>();
		for (var id = 1L; id <= people; id++) {
			var features = new HashSet<Integer>();
			for (var i = 0; i < 2; i++) {
				features.add(random.nextInt(DOMAINS));
			}
			if (random.nextInt(3) == 0) {
				features.add(20 + random.nextInt(LANGUAGES));
			}
			if (random.nextInt(4) == 0) {
				features.add(OVERSEAS);
			}
			if (random.nextInt(2) == 0) {
				features.add(SENIOR);
			}
			if (random.nextInt(10) == 0) {
				features.add(OFFICIAL);
			}
			candidates.add(new Candidate(id, 2000 + random.nextInt(8000), 1 + random.nextInt(Math.max(1, people / 8)),
					features, random.nextInt(8)));
		}
		var pairs = new HashSet<Conflict>();
		while (pairs.size() < conflicts) {
			var one = random.nextLong(1, people + 1);
			var other = random.nextLong(1, people + 1);
			if (one != other) {
				pairs.add(new Conflict(one, other));
			}
		}
		var few = seats.most() < 5;
		return PanelProblem.of(seats, candidates)
				.withConflicts(pairs)
				.withMostOfOneOrganisation(few ? null : Quota.share(1, 3))
				.withCosts(new Costs(100, seat))
				.withCoverage(List.of(new Coverage("domain 3", 3, 400, 2), new Coverage("domain 4", 4, 400, 2),
						new Coverage("domain 5", 5, 300, 3), new Coverage("language 2", 22, 500, 1)))
				.withRequirements(few
						? List.of()
						: List.of(new AtLeast("domain 0", 0, 2), new AtLeast("domain 1", 1, 2),
								new AtLeast("domain 2", 2, 1), new AtLeast("German", 20, 1),
								new AtLeast("French", 21, 1), new AtLeast("overseas", OVERSEAS, Quota.share(1, 3)),
								new AtLeast("senior", SENIOR, Quota.share(1, 2)), new AtMost("official", OFFICIAL, 1)));
	}

	private static void assignments(int seeds) {
		for (var scarce : List.of(false, true)) {
			var times = new ArrayList<Double>();
			var worst = new ArrayList<Double>();
			var total = new ArrayList<Double>();
			var statuses = new ArrayList<String>();
			for (var seed = 1; seed <= seeds; seed++) {
				var problem = assignment(new Random(seed), scarce);
				var start = System.nanoTime();
				var assignment = new CpSatAssignmentSolver().solve(problem, Duration.ofSeconds(30), seed,
						progress -> {},
						() -> false);
				times.add(seconds(start));
				worst.add(assignment.worstGap());
				total.add(assignment.totalGap());
				statuses.add("%s %d of %d, %d of %d".formatted(assignment.status(), assignment.worst(),
						assignment.worstBound(), assignment.total(), assignment.totalBound()));
			}
			System.out.printf(
					"100 items, 5 reviewers each, 1,000 people, %s%n  time %s s, gap worst %s, total %s%n  %s%n",
					scarce ? "scarce: 520 places, fits by domain" : "1,500 places, fits by chance",
					spread(times, "%.2f"),
					spread(worst, "%.5f"), spread(total, "%.6f"), statuses);
		}
	}

	private static AssignmentProblem assignment(RandomGenerator random, boolean scarce) {
		var fits = new ArrayList<Fit>();
		var recusals = new HashSet<Recusal>();
		var items = new int[100];
		for (var item = 0; item < items.length; item++) {
			items[item] = random.nextInt(DOMAINS);
		}
		var people = new ArrayList<Person>();
		for (var person = 1L; person <= 1000; person++) {
			people.add(new Person(person, scarce ? ((person <= 520) ? 1 : 0) : 1 + random.nextInt(2)));
			var domain = random.nextInt(DOMAINS);
			for (var item = 1L; item <= items.length; item++) {
				var base = scarce ? (items[(int) item - 1] == domain ? 5000 : 1000) : 0;
				fits.add(new Fit(item, person, base + random.nextInt(scarce ? 5000 : 10_000)));
				if (random.nextInt(20) == 0) {
					recusals.add(new Recusal(item, person));
				}
			}
		}
		return new AssignmentProblem(LongStream.rangeClosed(1, items.length).mapToObj(id -> new Item(id, 5)).toList(),
				people, fits, Set.copyOf(recusals));
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	private static String spread(List<Double> values, String format) {
		var sorted = values.stream().sorted().toList();
		return (format + " / " + format + " / " + format).formatted(sorted.getFirst(), sorted.get(sorted.size() / 2),
				sorted.getLast());
	}

}
