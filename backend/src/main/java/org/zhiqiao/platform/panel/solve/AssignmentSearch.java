package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.AssignmentSolver.Stage;

/** CP-SAT over some of the pairs, started from a known assignment. */
final class AssignmentSearch {

	/** How often the caller is asked whether to stop. */
	private static final Duration ASKED = Duration.ofMillis(50);

	private final int[][] columns;

	private final BoolVar[][] pairs;

	private final CpModel model = Cp.model();

	private long bound;

	/**
	 * Sets the search up.
	 * @param chosen the start, among the columns
	 * @param worst what every item must have
	 * @param bound no assignment is better
	 */
	AssignmentSearch(Matrix matrix, Stage stage, int[][] columns, int[][] chosen, long worst, long bound) {
		this.columns = columns;
		this.bound = bound;
		this.pairs = new BoolVar[matrix.items][];
		var loads = new LinearExprBuilder[matrix.people];
		Arrays.setAll(loads, person -> LinearExpr.newBuilder());
		var counts = new int[matrix.people];
		var total = LinearExpr.newBuilder();
		var least = this.model.newIntVar(worst, (stage == Stage.WORST) ? bound : worst, "");
		for (var item = 0; item < matrix.items; item++) {
			var places = LinearExpr.newBuilder();
			var service = LinearExpr.newBuilder();
			this.pairs[item] = new BoolVar[columns[item].length];
			for (var i = 0; i < columns[item].length; i++) {
				var place = columns[item][i];
				var pair = this.model.newBoolVar("");
				var person = matrix.person[item][place];
				this.pairs[item][i] = pair;
				this.model.addHint(pair, Arrays.stream(chosen[item]).anyMatch(one -> one == place));
				places.add(pair);
				service.addTerm(pair, matrix.fit[item][place]);
				total.addTerm(pair, matrix.fit[item][place]);
				loads[person].add(pair);
				counts[person]++;
			}
			this.model.addEquality(places, matrix.reviewers[item]);
			this.model.addGreaterOrEqual(service, least);
		}
		for (var person = 0; person < matrix.people; person++) {
			if (counts[person] > matrix.capacity[person]) {
				this.model.addLessOrEqual(loads[person], matrix.capacity[person]);
			}
		}
		if (stage == Stage.WORST) {
			this.model.addHint(least, worst);
			this.model.maximize(least);
		} else {
			this.model.addLessOrEqual(total, bound);
			this.model.maximize(total);
		}
	}

	/**
	 * Searches.
	 * @return the best assignment, by places of the rows; null if the time was too short for any
	 */
	int @Nullable [][] run(Duration limit, int seed, Clock clock, LongConsumer better) {
		var solver = Cp.solver(limit, seed);
		var callback = new Callback(better);
		var watch = Thread.ofVirtual().start(() -> watch(solver, clock));
		try {
			var status = solver.solve(this.model, callback);
			callback.rethrow();
			if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
				this.bound = Math.min(this.bound, (long) Math.floor(solver.bestObjectiveBound() + 1e-6));
				return IntStream.range(0, this.columns.length)
						.mapToObj(item -> IntStream.range(0, this.columns[item].length)
								.filter(i -> solver.booleanValue(this.pairs[item][i]))
								.map(i -> this.columns[item][i])
								.toArray())
						.toArray(int[][]::new);
			}
			if (status != CpSolverStatus.UNKNOWN) {
				throw new IllegalStateException("The start is an assignment, and yet the solver says: " + status);
			}
			return null;
		} finally {
			watch.interrupt();
			callback.delete();
		}
	}

	long bound() {
		return this.bound;
	}

	/** Asks again and again, since the solver may not have begun when it is told to stop. */
	private static void watch(CpSolver solver, Clock clock) {
		try {
			while (true) {
				if (clock.stopped()) {
					solver.stopSearch();
				}
				Thread.sleep(ASKED);
			}
		} catch (InterruptedException ex) {
			// The search is over.
			Thread.currentThread().interrupt();
		}
	}

	/** What the caller throws must not pass through the solver's native code. */
	private static final class Callback extends CpSolverSolutionCallback {

		private final LongConsumer better;

		private @Nullable RuntimeException thrown;

		Callback(LongConsumer better) {
			this.better = better;
		}

		@Override
		public void onSolutionCallback() {
			try {
				this.better.accept((long) objectiveValue());
			} catch (RuntimeException ex) {
				this.thrown = ex;
				stopSearch();
			}
		}

		void rethrow() {
			if (this.thrown != null) {
				throw this.thrown;
			}
		}

	}

}
