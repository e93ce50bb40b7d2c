package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many seats of groups can be taken if an organisation gives only so many people: a flow, raised seat by seat. */
final class Seating {

	private final List<Integer> seats;

	/** For each group, how many people of which organisation it can take. */
	private final List<Map<Long, Integer>> links;

	private final int most;

	private final List<Map<Long, Integer>> taken = new ArrayList<>();

	private final Map<Long, Integer> ofOrganisation = new HashMap<>();

	Seating(List<Integer> seats, List<Map<Long, Integer>> links, int most) {
		this.seats = List.copyOf(seats);
		this.links = List.copyOf(links);
		this.most = most;
		links.forEach(_ -> this.taken.add(new HashMap<>()));
	}

	int most() {
		var seated = 0;
		for (var group = 0; group < this.seats.size(); group++) {
			for (var seat = 0; seat < this.seats.get(group) && seat(group, new HashSet<>()); seat++) {
				seated++;
			}
		}
		return seated;
	}

	/** Gives the group one more person, if need be by moving another group to another organisation. */
	private boolean seat(int group, Set<Long> tried) {
		for (var link : this.links.get(group).entrySet()) {
			var organisation = link.getKey();
			if (this.taken.get(group).getOrDefault(organisation, 0) >= link.getValue() || !tried.add(organisation)) {
				continue;
			}
			if (this.ofOrganisation.getOrDefault(organisation, 0) < this.most) {
				this.ofOrganisation.merge(organisation, 1, Integer::sum);
				this.taken.get(group).merge(organisation, 1, Integer::sum);
				return true;
			}
			for (var other = 0; other < this.seats.size(); other++) {
				if (this.taken.get(other).getOrDefault(organisation, 0) > 0 && seat(other, tried)) {
					this.taken.get(other).merge(organisation, -1, Integer::sum);
					this.taken.get(group).merge(organisation, 1, Integer::sum);
					return true;
				}
			}
		}
		return false;
	}

}
