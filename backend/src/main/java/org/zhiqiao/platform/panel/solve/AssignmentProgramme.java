package org.zhiqiao.platform.panel.solve;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.AssignmentSolver.Stage;

/**
 * The assignment as a linear programme, where people can be divided. It starts with the best pairs of each item and takes
 * in others while their price says that they could make it better (column generation).
 */
final class AssignmentProgramme {

	private static final int START = 30;

	private static final int STEP = 10;

	private final Matrix matrix;

	private final Stage stage;

	private final long worst;

	private final MPSolver solver = Cp.linear();

	private final MPConstraint[] places;

	private final MPConstraint[] loads;

	private final MPConstraint[] services;

	/** The pairs taken in, by item and place of its row. */
	private final @Nullable MPVariable[][] pairs;

	private @Nullable AssignmentBound best;

	private double @Nullable [][] shares;

	/**
	 * Sets the programme up.
	 * @param worst what every item must have in the second stage
	 */
	AssignmentProgramme(Matrix matrix, Stage stage, long worst, int[][] chosen) {
		this.matrix = matrix;
		this.stage = stage;
		this.worst = worst;
		this.places = new MPConstraint[matrix.items];
		this.services = new MPConstraint[matrix.items];
		this.loads = new MPConstraint[matrix.people];
		this.pairs = new MPVariable[matrix.items][];
		this.solver.objective().setMaximization();
		for (var person = 0; person < matrix.people; person++) {
			this.loads[person] = this.solver.makeConstraint(0, matrix.capacity[person]);
		}
		var least = (stage == Stage.WORST) ? this.solver.makeNumVar(0, MPSolver.infinity(), "") : null;
		if (least != null) {
			this.solver.objective().setCoefficient(least, 1);
		}
		for (var item = 0; item < matrix.items; item++) {
			this.places[item] = this.solver.makeConstraint(matrix.reviewers[item], matrix.reviewers[item]);
			this.services[item] = this.solver.makeConstraint((least != null) ? 0 : (double) worst, MPSolver.infinity());
			if (least != null) {
				this.services[item].setCoefficient(least, -1);
			}
			this.pairs[item] = new MPVariable[matrix.person[item].length];
			for (var place : chosen[item]) {
				take(item, place);
			}
			var fits = Arrays.stream(matrix.fit[item]).asDoubleStream().toArray();
			Matrix.bestFirst(fits).stream().limit(START).forEach(taker(item));
		}
	}

	private Consumer<Integer> taker(int item) {
		return place -> take(item, place);
	}

	private void take(int item, int place) {
		if (this.pairs[item][place] != null) {
			return;
		}
		var pair = this.solver.makeNumVar(0, 1, "");
		var fit = this.matrix.fit[item][place];
		this.places[item].setCoefficient(pair, 1);
		this.loads[this.matrix.person[item][place]].setCoefficient(pair, 1);
		this.services[item].setCoefficient(pair, fit);
		if (this.stage == Stage.TOTAL) {
			this.solver.objective().setCoefficient(pair, fit);
		}
		this.pairs[item][place] = pair;
	}

	/**
	 * Solves it.
	 * @return the least bound that was found; null if not even one round was done
	 */
	@Nullable
	AssignmentBound solve(Clock clock) {
		while (!clock.over()) {
			this.solver.setTimeLimit(Math.max(1, clock.left().toMillis()));
			if (this.solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
				break;
			}
			var bound = AssignmentBound.of(this.matrix, weights(), Arrays.stream(this.loads)
					.mapToDouble(load -> Math.max(0, load.dualValue()))
					.toArray());
			if (this.best == null || better(bound, this.best)) {
				this.best = bound;
			}
			this.shares = taken();
			if (!grow(bound)) {
				break;
			}
		}
		return this.best;
	}

	private boolean better(AssignmentBound one, AssignmentBound other) {
		return (this.stage == Stage.WORST)
				? one.worst() < other.worst()
				: one.total(this.worst) < other.total(this.worst);
	}

	private double[] weights() {
		var weights = Arrays.stream(this.services).mapToDouble(service -> Math.max(0, -service.dualValue())).toArray();
		if (this.stage == Stage.TOTAL) {
			return Arrays.stream(weights).map(weight -> 1 + weight).toArray();
		}
		return weights;
	}

	/** Takes in pairs that are worth more than the last one their item would take of those it has. */
	private boolean grow(AssignmentBound bound) {
		var grown = false;
		for (var item = 0; item < this.matrix.items; item++) {
			var values = bound.values(item);
			var taken = 0;
			var added = 0;
			for (var place : Matrix.bestFirst(values)) {
				if (taken >= this.matrix.reviewers[item] || added >= STEP) {
					break;
				}
				if (this.pairs[item][place] != null) {
					taken++;
				} else {
					take(item, place);
					added++;
					grown = true;
				}
			}
		}
		return grown;
	}

	/** How much of each pair the last solution takes, by item and place of its row; null if there was none. */
	double @Nullable [][] shares() {
		return this.shares;
	}

	private double[][] taken() {
		return Arrays.stream(this.pairs)
				.map(row -> Arrays.stream(row).mapToDouble(pair -> (pair != null) ? pair.solutionValue() : 0).toArray())
				.toArray(double[][]::new);
	}

	void delete() {
		this.solver.delete();
	}

	/** For each item the places of its row that were taken in. */
	int[][] columns() {
		var columns = new int[this.matrix.items][];
		for (var item = 0; item < columns.length; item++) {
			var row = this.pairs[item];
			columns[item] = IntStream.range(0, row.length).filter(place -> row[place] != null).toArray();
		}
		return columns;
	}

}
