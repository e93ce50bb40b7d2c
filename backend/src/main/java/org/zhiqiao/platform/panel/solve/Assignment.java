package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.List;

/**
 * Who reviews what, how good that is, and how good any assignment could be.
 *
 * @param services of each item, in the order of the problem; empty where there is no assignment
 * @param worst the fit of the worst-served item
 * @param worstBound no assignment serves its worst-served item better
 * @param total of all fits
 * @param totalBound no assignment that serves every item at least as well as {@code worst} has a greater total
 * @param stopped whether the caller stopped it: the best so far
 * @param shortages why there is no assignment; empty where there is one
 */
public record Assignment(Status status, List<Service> services, long worst, long worstBound, long total,
		long totalBound,
		Duration time, boolean stopped, List<Shortage> shortages) {

	public Assignment {
		services = List.copyOf(services);
		shortages = List.copyOf(shortages);
	}

	/** How much is known. */
	public enum Status {

		/** No assignment is better. */
		OPTIMAL,

		/** A better one may exist, within the bounds. */
		FEASIBLE,

		/** There are too few people. */
		INFEASIBLE

	}

	/**
	 * Who reviews an item.
	 *
	 * @param people by their numbers, ascending
	 * @param fit the sum of theirs
	 */
	public record Service(long item, List<Long> people, long fit) {

		public Service {
			people = List.copyOf(people);
		}

	}

	/**
	 * Items that have too few people together: no assignment fills more than {@code available} of their places.
	 *
	 * @param items by their numbers, ascending; one item where it has too few people by itself
	 * @param needed reviewers
	 */
	public record Shortage(List<Long> items, int needed, int available) {

		public Shortage {
			items = List.copyOf(items);
		}

		public int missing() {
			return this.needed - this.available;
		}

	}

	/** The item that is served worst, the first of several. */
	public Service worstServed() {
		return this.services.stream()
				.reduce((one, other) -> (other.fit() < one.fit()) ? other : one)
				.orElseThrow(() -> new IllegalStateException("Nobody reviews anything"));
	}

	/** How far the bound of the worst-served item is above it, relative to it. */
	public double worstGap() {
		return (double) (this.worstBound - this.worst) / Math.max(1, this.worst);
	}

	/** How far the bound of the total is above it, relative to it. */
	public double totalGap() {
		return (double) (this.totalBound - this.total) / Math.max(1, this.total);
	}

}
