package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

import org.zhiqiao.platform.panel.PanelContent.Group;
import org.zhiqiao.platform.panel.solve.Requirement;

/**
 * The seats of a panel's groups as rules for a solver. Who fits several groups may sit in any of them: by Hall's theorem the
 * members can be seated exactly if, for every set of groups, enough of them fit one of the set.
 */
final class SeatPlan {

	private final List<Group> groups;

	SeatPlan(List<Group> groups) {
		this.groups = List.copyOf(groups);
	}

	int seats() {
		return this.groups.stream().mapToInt(Group::seats).sum();
	}

	/** One rule for each set of groups but that of all; its code and feature are the set as bits. */
	List<Requirement> requirements() {
		var all = (1 << this.groups.size()) - 1;
		return IntStream.range(1, all)
				.<Requirement>mapToObj(set -> new Requirement.AtLeast(Integer.toString(set), set, seats(set)))
				.toList();
	}

	private int seats(int set) {
		return IntStream.range(0, this.groups.size())
				.filter(group -> (set >> group & 1) == 1)
				.map(group -> this.groups.get(group).seats())
				.sum();
	}

	/** The features of somebody who fits these groups: every set that has one of them. */
	Set<Integer> features(Set<Integer> fits) {
		var features = new HashSet<Integer>();
		for (var set = 1; set < (1 << this.groups.size()) - 1; set++) {
			var bits = set;
			if (fits.stream().anyMatch(group -> (bits >> group & 1) == 1)) {
				features.add(set);
			}
		}
		return features;
	}

	/** The first number that is free for other features. */
	int free() {
		return 1 << this.groups.size();
	}

	/** The names of the groups of a rule. */
	List<String> names(String code) {
		var set = Integer.parseInt(code);
		return IntStream.range(0, this.groups.size())
				.filter(group -> (set >> group & 1) == 1)
				.mapToObj(group -> this.groups.get(group).name())
				.toList();
	}

	/**
	 * A group for each member; whoever cannot be seated is left out.
	 * @param fits the groups that somebody fits
	 */
	Map<Long, Integer> seated(List<Long> members, LongFunction<Set<Integer>> fits) {
		var seats = new ArrayList<List<Long>>();
		this.groups.forEach(_ -> seats.add(new ArrayList<>()));
		members.forEach(member -> seat(member, fits, seats, new HashSet<>()));
		var groupOf = new HashMap<Long, Integer>();
		for (var group = 0; group < seats.size(); group++) {
			for (var member : seats.get(group)) {
				groupOf.put(member, group);
			}
		}
		return groupOf;
	}

	private boolean seat(long member, LongFunction<Set<Integer>> fits, List<List<Long>> seats, Set<Integer> tried) {
		for (var group : fits.apply(member).stream().sorted().toList()) {
			if (!tried.add(group)) {
				continue;
			}
			var taken = seats.get(group);
			if (taken.size() < this.groups.get(group).seats()) {
				return taken.add(member);
			}
			for (var other : List.copyOf(taken)) {
				if (seat(other, fits, seats, tried)) {
					taken.remove(other);
					return taken.add(member);
				}
			}
		}
		return false;
	}

}
