package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.PanelContent.Residence;

/** The rules that are given to the solver let through just those panels that can be seated. */
class SeatPlanTest {

	@Test
	void letsThroughExactlyWhoCanBeSeated() {
		var seatable = 0;
		for (var seed = 0; seed < 500; seed++) {
			var random = new Random(seed);
			var groups = List.of(group("a", 1 + random.nextInt(3)), group("b", 1 + random.nextInt(2)),
					group("c", 1 + random.nextInt(2)));
			var plan = new SeatPlan(groups);
			var fits = new HashMap<Long, Set<Integer>>();
			for (var member = 1L; member <= plan.seats(); member++) {
				var of = new HashSet<>(Set.of(random.nextInt(3)));
				if (random.nextBoolean()) {
					of.add(random.nextInt(3));
				}
				fits.put(member, of);
			}
			var members = fits.keySet().stream().sorted().toList();
			var seated = plan.seated(members, member -> fits.getOrDefault(member, Set.of()));
			seated.forEach((member, group) -> assertThat(fits.get(member)).contains(group));
			var holds = plan.requirements()
					.stream()
					.allMatch(rule -> rule.holds((int) fits.values()
							.stream()
							.filter(of -> plan.features(of).contains(rule.feature()))
							.count(), plan.seats()));
			assertThat(seated.size() == plan.seats()).as("seed %d", seed).isEqualTo(holds);
			seatable += holds ? 1 : 0;
			assertThat(within(seated, groups)).isTrue();
		}
		assertThat(seatable).isBetween(50, 450);
	}

	private static boolean within(Map<Long, Integer> seated, List<Group> groups) {
		var counts = new int[groups.size()];
		seated.values().forEach(group -> counts[group]++);
		for (var group = 0; group < counts.length; group++) {
			if (counts[group] > groups.get(group).seats()) {
				return false;
			}
		}
		return true;
	}

	@Test
	void namesTheGroupsOfARule() {
		assertThat(new SeatPlan(List.of(group("a", 1), group("b", 1), group("c", 1))).names("5"))
				.containsExactly("a", "c");
	}

	private static Group group(String name, int seats) {
		return new Group(name, seats, Residence.ANYWHERE, List.of(), List.of(), List.of());
	}

}
