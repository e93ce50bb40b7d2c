package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Finds the best assignment. Besides the solver for use there is one for tests, which tries every assignment. */
public interface AssignmentSolver {

	/**
	 * Finds the best assignment. Where there are people enough, some assignment is given however soon it is stopped.
	 * @param seed the same problem and seed give the same assignment wherever the search is not cut short
	 * @param progress told of each better assignment, by the thread that solves
	 * @param stopped asked several times a second, by another thread, whether to give what was found so far
	 */
	Assignment solve(AssignmentProblem problem, Duration limit, int seed, Consumer<Progress> progress,
			BooleanSupplier stopped);

	/**
	 * How far a solver is.
	 *
	 * @param bound no assignment is better in this stage
	 */
	record Progress(Stage stage, long objective, long bound, Duration elapsed) {

	}

	/** What is made as great as possible. */
	enum Stage {

		/** The fit of the worst-served item. */
		WORST,

		/** The total, without serving the worst-served item worse. */
		TOTAL

	}

}
