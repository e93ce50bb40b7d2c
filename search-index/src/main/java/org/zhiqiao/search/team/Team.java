package org.zhiqiao.search.team;

import java.util.List;
import java.util.Set;

/**
 * The smallest team that covers whatever can be covered, of all such the one with the greatest sum of scores, and what
 * proves it.
 *
 * @param members those who had to be on it first, in their order; then the others, best score first
 * @param uncovered requirements that no candidate meets
 * @param atLeast no team of fewer people covers as much, those who had to be on it included
 * @param proof why
 * @param best whether no other team of the same size has a greater sum of scores; unknown where the search was cut short
 */
public record Team(List<Long> members, Set<Integer> uncovered, int atLeast, Proof proof, boolean best) {

	public Team {
		members = List.copyOf(members);
		uncovered = Set.copyOf(uncovered);
	}

	/** Whether no smaller team covers as much. */
	public boolean smallest() {
		return this.members.size() == this.atLeast;
	}

	/** Why a team needs at least so many people. */
	public sealed interface Proof {

	}

	/**
	 * Nobody meets two of these requirements, so each takes somebody else.
	 *
	 * @param requirements as many as people are needed besides those who had to be on the team
	 */
	public record Apart(Set<Integer> requirements) implements Proof {

		public Apart {
			requirements = Set.copyOf(requirements);
		}

	}

	/**
	 * Every way to cover everything with one person less was followed to where it fails.
	 *
	 * @param steps how many choices of a person that took
	 */
	public record Exhausted(long steps) implements Proof {

	}

}
