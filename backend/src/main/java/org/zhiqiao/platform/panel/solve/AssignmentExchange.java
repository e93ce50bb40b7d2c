package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Serves the worst-served item better by exchanging reviewers, as long as nobody else falls as low: with somebody free,
 * between two items, or around three. A start for the search, with no proof.
 */
final class AssignmentExchange {

	/** Fits of pairs that are not allowed. */
	private static final int NEVER = -1;

	private final Matrix matrix;

	private final int[][] fit;

	private final boolean[][] reviews;

	private final List<Set<Integer>> reviewing = new ArrayList<>();

	private final long[] service;

	/** Items that each give up one person and get another one. */
	private record Exchange(long worst, List<Change> changes) {

		Exchange(long worst, Change... changes) {
			this(worst, List.of(changes));
		}

	}

	private record Change(int item, int out, int in) {

	}

	private AssignmentExchange(Matrix matrix, int[][] chosen) {
		this.matrix = matrix;
		this.fit = new int[matrix.items][matrix.people];
		this.reviews = new boolean[matrix.items][matrix.people];
		this.service = new long[matrix.items];
		for (var person = 0; person < matrix.people; person++) {
			this.reviewing.add(new LinkedHashSet<>());
		}
		for (var item = 0; item < matrix.items; item++) {
			Arrays.fill(this.fit[item], NEVER);
			for (var place = 0; place < matrix.person[item].length; place++) {
				this.fit[item][matrix.person[item][place]] = matrix.fit[item][place];
			}
			for (var place : chosen[item]) {
				put(item, matrix.person[item][place]);
			}
		}
	}

	/** An assignment whose worst-served item is served at least as well. */
	static int[][] improved(Matrix matrix, int[][] chosen, Clock clock) {
		var exchange = new AssignmentExchange(matrix, chosen);
		while (!clock.over() && exchange.step()) {
			// Each step lifts one item above what was the worst service.
		}
		return exchange.chosen();
	}

	private boolean step() {
		var worst = IntStream.range(0, this.matrix.items)
				.reduce((one, other) -> (this.service[other] < this.service[one]) ? other : one)
				.orElseThrow();
		var best = best(worst, false);
		if (best == null) {
			best = best(worst, true);
		}
		if (best == null) {
			return false;
		}
		for (var change : best.changes()) {
			this.reviews[change.item()][change.out()] = false;
			this.reviewing.get(change.out()).remove(change.item());
			this.service[change.item()] -= this.fit[change.item()][change.out()];
		}
		for (var change : best.changes()) {
			put(change.item(), change.in());
		}
		return true;
	}

	private void put(int item, int person) {
		this.reviews[item][person] = true;
		this.reviewing.get(person).add(item);
		this.service[item] += this.fit[item][person];
	}

	/** @param three whether to look for exchanges around three items, which takes much longer */
	private @Nullable Exchange best(int worst, boolean three) {
		@Nullable
		Exchange best = null;
		for (var out : reviewers(worst)) {
			for (var in : this.matrix.person[worst]) {
				var own = after(worst, out, in);
				if (this.reviews[worst][in] || own <= ((best != null) ? best.worst() : this.service[worst])) {
					continue;
				}
				if (isFree(in)) {
					best = new Exchange(own, new Change(worst, out, in));
					continue;
				}
				for (var other : this.reviewing.get(in)) {
					best = better(best,
							three ? around(worst, out, in, own, other) : between(worst, out, in, own, other));
				}
			}
		}
		return best;
	}

	private @Nullable Exchange between(int worst, int out, int in, long own, int other) {
		@Nullable
		Exchange best = null;
		for (var instead : this.matrix.person[other]) {
			var low = Math.min(own, after(other, in, instead));
			if ((instead == out || isFree(instead)) && !this.reviews[other][instead]
					&& low > ((best != null) ? best.worst() : this.service[worst])) {
				best = new Exchange(low, new Change(worst, out, in), new Change(other, in, instead));
			}
		}
		return best;
	}

	private @Nullable Exchange around(int worst, int out, int in, long own, int other) {
		@Nullable
		Exchange best = null;
		for (var instead : this.matrix.person[other]) {
			var low = Math.min(own, after(other, in, instead));
			if (this.reviews[other][instead] || low <= ((best != null) ? best.worst() : this.service[worst])) {
				continue;
			}
			for (var third : this.reviewing.get(instead)) {
				if (third != worst && this.fit[third][out] != NEVER && !this.reviews[third][out]) {
					var lowest = Math.min(low, after(third, instead, out));
					if (lowest > ((best != null) ? best.worst() : this.service[worst])) {
						best = new Exchange(lowest, new Change(worst, out, in), new Change(other, in, instead),
								new Change(third, instead, out));
					}
				}
			}
		}
		return best;
	}

	private static @Nullable Exchange better(@Nullable Exchange one, @Nullable Exchange other) {
		return (one == null || (other != null && other.worst() > one.worst())) ? other : one;
	}

	private long after(int item, int out, int in) {
		return this.service[item] - this.fit[item][out] + this.fit[item][in];
	}

	private boolean isFree(int person) {
		return this.reviewing.get(person).size() < this.matrix.capacity[person];
	}

	private int[] reviewers(int item) {
		return Arrays.stream(this.matrix.person[item]).filter(person -> this.reviews[item][person]).toArray();
	}

	private int[][] chosen() {
		return IntStream.range(0, this.matrix.items)
				.mapToObj(item -> IntStream.range(0, this.matrix.person[item].length)
						.filter(place -> this.reviews[item][this.matrix.person[item][place]])
						.toArray())
				.toArray(int[][]::new);
	}

}
