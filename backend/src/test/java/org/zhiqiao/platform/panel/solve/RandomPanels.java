package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;

/** Small problems of every kind, some of them impossible. */
final class RandomPanels {

	private static final int FEATURES = 5;

	private RandomPanels() {}

	static PanelProblem problem(RandomGenerator random, int people) {
		var candidates = new ArrayList<Candidate>();
		for (var id = 1; id <= people; id++) {
			var features = new HashSet<Integer>();
			for (var feature = 0; feature < FEATURES; feature++) {
				if (random.nextInt(3) == 0) {
					features.add(feature);
				}
			}
			candidates.add(new Candidate(id, random.nextInt(8) * 100, random.nextInt(4), features, random.nextInt(3)));
		}
		var conflicts = new ArrayList<Conflict>();
		for (var i = random.nextInt(people); i > 0; i--) {
			var one = random.nextLong(1, people + 1);
			var other = random.nextLong(1, people + 1);
			if (one != other) {
				conflicts.add(new Conflict(one, other));
			}
		}
		var requirements = new ArrayList<Requirement>();
		for (var i = random.nextInt(4); i > 0; i--) {
			var quota = random.nextBoolean() ? Quota.of(random.nextInt(4)) : Quota.share(1, random.nextInt(2, 4));
			var feature = random.nextInt(FEATURES);
			requirements.add(random.nextInt(3) > 0
					? new AtLeast("at least " + i, feature, quota)
					: new AtMost("at most " + i, feature, quota));
		}
		var least = random.nextInt(1, 5);
		var most = least + random.nextInt(3);
		var odd = random.nextBoolean() && (least != most || least % 2 == 1);
		var problem = PanelProblem.of(new Seats(least, most, odd), candidates)
				.withConflicts(conflicts)
				.withRequirements(requirements)
				.withCosts(new Costs(random.nextInt(2) * 50, random.nextInt(2) * 300))
				.withCoverage(List.of(new Coverage("wish", random.nextInt(FEATURES), random.nextInt(300), 2)));
		if (random.nextBoolean()) {
			problem = problem.withMostOfOneOrganisation(
					random.nextBoolean() ? Quota.of(random.nextInt(1, 3)) : Quota.share(1, 3));
		}
		if (random.nextInt(3) == 0) {
			problem = problem.withFixed(Set.of(1L, random.nextLong(2, 4))).withForbidden(Set.of(4L));
		}
		return problem;
	}

}
