package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.List;

/**
 * A panel, how good it is, and how good any panel could be.
 *
 * @param members by their numbers, ascending; empty where there is no panel
 * @param objective what the panel is worth, as {@link PanelProblem} defines it
 * @param bound no panel is worth more
 * @param contributions of each member, in their order
 * @param alternates of each member, in their order
 */
public record PanelSolution(Status status, List<Long> members, long objective, long bound, Duration time,
		List<Contribution> contributions, List<Alternates> alternates) {

	public PanelSolution {
		members = List.copyOf(members);
		contributions = List.copyOf(contributions);
		alternates = List.copyOf(alternates);
	}

	/** How much is known. */
	public enum Status {

		/** No panel is worth more. */
		OPTIMAL,

		/** Keeps all rules; the time was over before it was known whether another one is worth more. */
		FEASIBLE,

		/** No panel keeps all rules. */
		INFEASIBLE,

		/** The time was over before any panel was found. */
		UNKNOWN

	}

	/**
	 * What the panel would lose without a member, the seat left empty.
	 *
	 * @param drop of the objective
	 * @param breaks the codes of requirements that would no longer hold
	 */
	public record Contribution(long member, long drop, List<String> breaks) {

		public Contribution {
			breaks = List.copyOf(breaks);
		}

	}

	/**
	 * Who could take a member's place, all others staying.
	 *
	 * @param swaps best first; none for a member who must sit
	 */
	public record Alternates(long member, List<Swap> swaps) {

		public Alternates {
			swaps = List.copyOf(swaps);
		}

	}

	/**
	 * Somebody in a member's place.
	 *
	 * @param objective what the panel would be worth
	 */
	public record Swap(long outsider, long objective) {

	}

	/** The solution for members that were found. */
	static PanelSolution found(Status status, PanelRules rules, List<Long> members, long bound, Duration time) {
		var sorted = members.stream().sorted().toList();
		return new PanelSolution(status, sorted, rules.objective(sorted), bound, time, rules.contributions(sorted),
				rules.alternates(sorted));
	}

	/** The solution where no members were found. */
	static PanelSolution none(Status status, long bound, Duration time) {
		return new PanelSolution(status, List.of(), 0, bound, time, List.of(), List.of());
	}

	/** Whether there is a panel. */
	public boolean found() {
		return this.status == Status.OPTIMAL || this.status == Status.FEASIBLE;
	}

	/** How far the bound is above the objective, relative to it. */
	public double gap() {
		return (double) (this.bound - this.objective) / Math.max(1, Math.abs(this.objective));
	}

}
