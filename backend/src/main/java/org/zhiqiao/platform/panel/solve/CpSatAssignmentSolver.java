package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;

import com.google.ortools.graph.MinCostFlowBase;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.Assignment.Status;

/**
 * Solves in steps, each of which may already be the proof. A minimum-cost flow gives the greatest total without regard to
 * the worst-served item: a start, and a bound. A linear programme bounds how well the worst-served item can be served;
 * CP-SAT looks for such an assignment, first among the pairs of the programme, then among all. The same follows for the
 * total, where only pairs are left out that the bound excludes from every better assignment.
 */
public final class CpSatAssignmentSolver implements AssignmentSolver {

	@Override
	public Assignment solve(AssignmentProblem problem, Duration limit, int seed, Consumer<Progress> progress,
			BooleanSupplier stopped) {
		var clock = new Clock(limit, stopped);
		var matrix = new Matrix(problem);
		var shortages = new Places(matrix).shortages();
		if (!shortages.isEmpty()) {
			return new Assignment(Status.INFEASIBLE, List.of(), 0, 0, 0, 0, clock.elapsed(), false, shortages);
		}
		return new Run(matrix, clock, seed, progress).solve();
	}

	/** One solve. */
	private static final class Run {

		/** The first stage may take this share of the time that is left, so that the second has some. */
		private static final int SHARE = 2;

		private static final int NEAR = 8;

		private final Matrix matrix;

		private final Clock clock;

		private final int seed;

		private final Consumer<Progress> progress;

		private int[][] chosen;

		private long worstBound;

		private long totalBound;

		Run(Matrix matrix, Clock clock, int seed, Consumer<Progress> progress) {
			this.matrix = matrix;
			this.clock = clock;
			this.seed = seed;
			this.progress = progress;
			this.chosen = flow(matrix, (item, place) -> matrix.fit[item][place]);
			this.worstBound = IntStream.range(0, matrix.items).mapToLong(this::alone).min().orElseThrow();
			this.totalBound = matrix.total(this.chosen);
		}

		/** How well an item is served that has all it likes. */
		private long alone(int item) {
			var fits = this.matrix.fit[item].clone();
			Arrays.sort(fits);
			return Arrays.stream(fits).skip((long) fits.length - this.matrix.reviewers[item]).asLongStream().sum();
		}

		Assignment solve() {
			tell(Stage.WORST);
			if (this.worstBound > worst()) {
				serveWorst();
			}
			tell(Stage.TOTAL);
			if (this.totalBound > total()) {
				fill();
			}
			var proven = worst() == this.worstBound && total() == this.totalBound;
			return new Assignment(proven ? Status.OPTIMAL : Status.FEASIBLE, this.matrix.services(this.chosen), worst(),
					this.worstBound, total(), this.totalBound, this.clock.elapsed(), !proven && this.clock.stopped(),
					List.of());
		}

		private void serveWorst() {
			start(this.chosen);
			var programme = new AssignmentProgramme(this.matrix, Stage.WORST, 0, this.chosen);
			int[][] columns;
			try {
				var bound = programme.solve(this.clock);
				if (bound != null) {
					this.worstBound = Math.min(this.worstBound, bound.worst());
				}
				var shares = programme.shares();
				if (shares != null) {
					start(rounded(shares));
				}
				columns = programme.columns();
			} finally {
				programme.delete();
			}
			var late = this.clock.elapsed().plus(this.clock.left().dividedBy(SHARE));
			if (this.worstBound > worst()) {
				search(Stage.WORST, union(columns, this.chosen), late.minus(this.clock.left().dividedBy(2L * SHARE)),
						false);
			}
			if (this.worstBound > worst()) {
				search(Stage.WORST, all(), late, true);
			}
		}

		/** Takes a start if exchanges make it the best so far. */
		private void start(int[][] from) {
			var improved = AssignmentExchange.improved(this.matrix, from, this.clock);
			if (this.matrix.worst(improved) > worst()) {
				this.chosen = improved;
				tell(Stage.WORST);
			}
		}

		private int[][] rounded(double[][] shares) {
			return flow(this.matrix, (item, place) -> Math.round(shares[item][place] * Candidate.BEST));
		}

		private static int[][] union(int[][] columns, int[][] chosen) {
			return IntStream.range(0, columns.length)
					.mapToObj(item -> IntStream.concat(Arrays.stream(columns[item]), Arrays.stream(chosen[item]))
							.distinct()
							.sorted()
							.toArray())
					.toArray(int[][]::new);
		}

		private void fill() {
			var programme = new AssignmentProgramme(this.matrix, Stage.TOTAL, worst(), this.chosen);
			@Nullable
			AssignmentBound bound;
			try {
				bound = programme.solve(this.clock);
			} finally {
				programme.delete();
			}
			if (bound == null) {
				return;
			}
			var least = bound.total(worst());
			this.totalBound = Math.min(this.totalBound, least);
			var late = this.clock.elapsed().plus(this.clock.left());
			if (this.totalBound > total()) {
				search(Stage.TOTAL, near(bound), late.minus(this.clock.left().dividedBy(SHARE)), false);
			}
			if (this.totalBound > total()) {
				search(Stage.TOTAL, possible(bound, least), late, true);
			}
		}

		/** The pairs that an item would take at the prices of a bound, and some more. */
		private int[][] near(AssignmentBound bound) {
			var near = new int[this.matrix.items][];
			for (var item = 0; item < near.length; item++) {
				near[item] = IntStream
						.concat(Arrays.stream(this.chosen[item]),
								Matrix.bestFirst(bound.values(item))
										.stream()
										.limit((long) this.matrix.reviewers[item] + NEAR)
										.mapToInt(Integer::intValue))
						.distinct()
						.sorted()
						.toArray();
			}
			return near;
		}

		/** The pairs that can be part of an assignment with a greater total: forcing any other one in lowers the bound too far. */
		private int[][] possible(AssignmentBound bound, long least) {
			var possible = new int[this.matrix.items][];
			for (var item = 0; item < possible.length; item++) {
				var values = bound.values(item);
				// One point more than is needed, against rounding.
				var lowest = bound.threshold(item) - (least - total());
				var taken = this.chosen[item];
				possible[item] = IntStream.range(0, values.length)
						.filter(place -> values[place] >= lowest || Arrays.stream(taken).anyMatch(one -> one == place))
						.toArray();
			}
			return possible;
		}

		private int[][] all() {
			return Arrays.stream(this.matrix.person).map(row -> IntStream.range(0, row.length).toArray())
					.toArray(int[][]::new);
		}

		/** @param every whether every better assignment is among these pairs, so that a bound on them is one on all */
		private void search(Stage stage, int[][] columns, Duration late, boolean every) {
			var left = late.minus(this.clock.elapsed());
			if (this.clock.over() || left.isNegative()) {
				return;
			}
			var bound = (stage == Stage.WORST) ? this.worstBound : this.totalBound;
			var search = new AssignmentSearch(this.matrix, stage, columns, this.chosen, worst(), bound);
			var found = search.run(left, this.seed, this.clock,
					objective -> this.progress.accept(new Progress(stage, objective, bound, this.clock.elapsed())));
			if (found != null) {
				this.chosen = found;
			}
			if (every && stage == Stage.WORST) {
				this.worstBound = Math.max(worst(), Math.min(this.worstBound, search.bound()));
			} else if (every) {
				this.totalBound = Math.max(total(), Math.min(this.totalBound, search.bound()));
			}
		}

		private void tell(Stage stage) {
			this.progress.accept((stage == Stage.WORST)
					? new Progress(stage, worst(), this.worstBound, this.clock.elapsed())
					: new Progress(stage, total(), this.totalBound, this.clock.elapsed()));
		}

		private long worst() {
			return this.matrix.worst(this.chosen);
		}

		private long total() {
			return this.matrix.total(this.chosen);
		}

		/** The assignment with the greatest sum of these values. */
		private static int[][] flow(Matrix matrix, ToLongBiFunction<Integer, Integer> value) {
			var flow = Cp.flow();
			try {
				var sink = matrix.items + matrix.people;
				var arcs = new int[matrix.items][];
				for (var item = 0; item < matrix.items; item++) {
					arcs[item] = new int[matrix.person[item].length];
					for (var place = 0; place < arcs[item].length; place++) {
						arcs[item][place] = flow.addArcWithCapacityAndUnitCost(item,
								matrix.items + matrix.person[item][place], 1,
								-value.applyAsLong(item, place));
					}
					flow.setNodeSupply(item, matrix.reviewers[item]);
				}
				for (var person = 0; person < matrix.people; person++) {
					flow.addArcWithCapacityAndUnitCost(matrix.items + person, sink, matrix.capacity[person], 0);
				}
				flow.setNodeSupply(sink, -Arrays.stream(matrix.reviewers).sum());
				var status = flow.solve();
				if (status != MinCostFlowBase.Status.OPTIMAL) {
					throw new IllegalStateException("No flow, though there are people enough: " + status);
				}
				return Arrays.stream(arcs)
						.map(row -> IntStream.range(0, row.length).filter(place -> flow.getFlow(row[place]) > 0)
								.toArray())
						.toArray(int[][]::new);
			} finally {
				flow.delete();
			}
		}

	}

}
