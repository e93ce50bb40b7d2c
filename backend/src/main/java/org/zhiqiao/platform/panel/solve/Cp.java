package org.zhiqiao.platform.panel.solve;

import java.time.Duration;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;

/** The solver as it is set up for every use here. */
final class Cp {

	static {
		Loader.loadNativeLibraries();
	}

	private Cp() {}

	/** A model made elsewhere could be made before the library is there. */
	static CpModel model() {
		return new CpModel();
	}

	/** For linear programmes. */
	static MPSolver linear() {
		return MPSolver.createSolver("GLOP");
	}

	/** For flows in networks. */
	static MinCostFlow flow() {
		return new MinCostFlow();
	}

	/** One worker and a fixed seed, so that the same model gives the same answer. */
	static CpSolver solver(Duration limit, int seed) {
		var solver = new CpSolver();
		solver.getParameters()
				.setNumWorkers(1)
				.setRandomSeed(seed)
				.setLinearizationLevel(2)
				.setMaxTimeInSeconds(Math.max(0, limit.toNanos()) / 1e9);
		return solver;
	}

}
