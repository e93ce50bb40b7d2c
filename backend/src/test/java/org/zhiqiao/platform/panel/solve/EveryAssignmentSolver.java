package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.zhiqiao.platform.panel.solve.Assignment.Status;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Person;
import org.zhiqiao.platform.panel.solve.AssignmentProblem.Recusal;

/** Tries every assignment there is. For a handful of items. */
final class EveryAssignmentSolver implements AssignmentSolver {

	@Override
	public Assignment solve(AssignmentProblem problem, Duration limit, int seed, Consumer<Progress> progress,
			BooleanSupplier stopped) {
		var left = new HashMap<Long, Integer>();
		for (Person person : problem.people()) {
			left.put(person.id(), person.capacity());
		}
		var best = best(problem, 0, left, Long.MAX_VALUE, 0, new long[]{-1, -1});
		return (best[0] < 0)
				? new Assignment(Status.INFEASIBLE, List.of(), 0, 0, 0, 0, Duration.ZERO, false, List.of())
				: new Assignment(Status.OPTIMAL, List.of(), best[0], best[0], best[1], best[1], Duration.ZERO, false,
						List.of());
	}

	private static long[] best(AssignmentProblem problem, int item, Map<Long, Integer> left, long worst, long total,
			long[] best) {
		if (item == problem.items().size()) {
			if (worst > best[0] || (worst == best[0] && total > best[1])) {
				return new long[]{worst, total};
			}
			return best;
		}
		var id = problem.items().get(item).id();
		var fits = problem.fits()
				.stream()
				.filter(fit -> fit.item() == id && !problem.recusals().contains(new Recusal(id, fit.person())))
				.toList();
		var found = best;
		for (var bits = 0; bits < 1 << fits.size(); bits++) {
			if (Integer.bitCount(bits) != problem.items().get(item).reviewers()) {
				continue;
			}
			var service = 0L;
			var possible = true;
			for (var i = 0; i < fits.size(); i++) {
				if ((bits >> i & 1) != 0) {
					service += fits.get(i).fit();
					possible &= left.merge(fits.get(i).person(), -1, Integer::sum) >= 0;
				}
			}
			if (possible) {
				found = best(problem, item + 1, left, Math.min(worst, service), total + service, found);
			}
			for (var i = 0; i < fits.size(); i++) {
				if ((bits >> i & 1) != 0) {
					left.merge(fits.get(i).person(), 1, Integer::sum);
				}
			}
		}
		return found;
	}

}
