package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.zhiqiao.platform.panel.solve.Assignment.Shortage;

/**
 * Fills as many places as can be filled, by augmenting paths. Where some stay empty, the items that a path from an empty
 * place reaches are those that have too few people together (Hall's theorem).
 */
final class Places {

	private final Matrix matrix;

	/** For each item who reviews it, by places of its row. */
	private final boolean[][] taken;

	private final int[] filled;

	private final int[] load;

	/** For each person the items they review. */
	private final List<Set<Integer>> reviewing = new ArrayList<>();

	private final int[] wanted;

	/** Which item a person was reached from in the present search, and which person an item; -1 for none. */
	private final int[] reachedFrom;

	private final int[] lentBy;

	private final boolean[] reached;

	Places(Matrix matrix) {
		this.matrix = matrix;
		this.taken = new boolean[matrix.items][];
		for (var item = 0; item < matrix.items; item++) {
			this.taken[item] = new boolean[matrix.person[item].length];
		}
		this.filled = new int[matrix.items];
		this.load = new int[matrix.people];
		for (var person = 0; person < matrix.people; person++) {
			this.reviewing.add(new LinkedHashSet<>());
		}
		this.wanted = new int[matrix.items];
		this.reachedFrom = new int[matrix.people];
		this.lentBy = new int[matrix.items];
		this.reached = new boolean[matrix.items];
	}

	/** What is missing, nothing if all places can be filled. */
	List<Shortage> shortages() {
		var shortages = new ArrayList<Shortage>();
		for (var item = 0; item < this.matrix.items; item++) {
			var allowed = this.matrix.person[item].length;
			this.wanted[item] = Math.min(this.matrix.reviewers[item], allowed);
			if (allowed < this.matrix.reviewers[item]) {
				shortages.add(new Shortage(List.of(this.matrix.item(item)), this.matrix.reviewers[item], allowed));
			}
		}
		// Once no path leads from an item to somebody free, none ever will.
		for (var item = 0; item < this.matrix.items; item++) {
			while (this.filled[item] < this.wanted[item] && fill(item)) {
				this.filled[item]++;
			}
		}
		var group = new int[this.matrix.items];
		Arrays.fill(group, -1);
		for (var item = 0; item < this.matrix.items; item++) {
			if (this.filled[item] < this.wanted[item]) {
				fill(item);
				join(group, item);
			}
		}
		var together = new TreeMap<Integer, List<Integer>>();
		for (var item = 0; item < group.length; item++) {
			if (group[item] >= 0) {
				together.computeIfAbsent(group[item], first -> new ArrayList<>()).add(item);
			}
		}
		for (var items : together.values()) {
			shortages.add(new Shortage(items.stream().map(this.matrix::item).sorted().toList(),
					items.stream().mapToInt(item -> this.wanted[item]).sum(),
					items.stream().mapToInt(item -> this.filled[item]).sum()));
		}
		return shortages;
	}

	/** What one search reached belongs together, and with whatever of it was reached before. */
	private void join(int[] group, int from) {
		for (var item = 0; item < group.length; item++) {
			if (this.reached[item] && group[item] >= 0) {
				var other = group[item];
				for (var i = 0; i < group.length; i++) {
					group[i] = (group[i] == other) ? from : group[i];
				}
			}
			group[item] = this.reached[item] ? from : group[item];
		}
	}

	/** One more reviewer for an item, others giving way; false if nobody is left. */
	private boolean fill(int from) {
		Arrays.fill(this.reachedFrom, -1);
		Arrays.fill(this.reached, false);
		var queue = new int[this.matrix.items];
		var end = 0;
		queue[end++] = from;
		this.reached[from] = true;
		for (var at = 0; at < end; at++) {
			var item = queue[at];
			for (var place = 0; place < this.taken[item].length; place++) {
				var person = this.matrix.person[item][place];
				if (this.taken[item][place] || this.reachedFrom[person] >= 0) {
					continue;
				}
				this.reachedFrom[person] = item;
				if (this.load[person] < this.matrix.capacity[person]) {
					hand(person, from);
					return true;
				}
				for (var other : this.reviewing.get(person)) {
					if (!this.reached[other]) {
						this.reached[other] = true;
						this.lentBy[other] = person;
						queue[end++] = other;
					}
				}
			}
		}
		return false;
	}

	/** Somebody free goes to the item from which they were reached, who served it to the one before, and so on. */
	private void hand(int free, int from) {
		this.load[free]++;
		var person = free;
		while (true) {
			var item = this.reachedFrom[person];
			set(item, person, true);
			if (item == from) {
				return;
			}
			person = this.lentBy[item];
			set(item, person, false);
		}
	}

	private void set(int item, int person, boolean reviews) {
		this.taken[item][Arrays.binarySearch(this.matrix.person[item], person)] = reviews;
		if (reviews) {
			this.reviewing.get(person).add(item);
		} else {
			this.reviewing.get(person).remove(item);
		}
	}

	/** Who reviews each item, by places of its row: some assignment, not a good one. */
	int[][] chosen() {
		var chosen = new int[this.matrix.items][];
		for (var item = 0; item < chosen.length; item++) {
			var row = this.taken[item];
			chosen[item] = IntStream.range(0, row.length).filter(place -> row[place]).toArray();
		}
		return chosen;
	}

}
