package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import org.zhiqiao.platform.panel.solve.Requirement.AtLeast;
import org.zhiqiao.platform.panel.solve.Requirement.AtMost;

/**
 * Leaves out candidates without whom as few rules need to give way. One candidate can always stand in for another if they
 * have all features of which more is better and no other of which less is, and are in conflict with nobody else. Whoever
 * has so many of those that no panel can hold or block all of them is not needed: on any panel they can be exchanged for
 * one who is free. The exchange ends, since each takes in somebody who was kept.
 */
final class Dominance {

	private final PanelProblem problem;

	private final PanelRules rules;

	private final int least;

	private final int most;

	/** @param wanted features of which more is better, as bits, like {@code unwanted} those of which less is */
	private record Member(Candidate candidate, long wanted, long unwanted) {

		boolean standsInFor(Member other, PanelRules rules) {
			return (other.wanted & ~this.wanted) == 0 && (this.unwanted & ~other.unwanted) == 0
					&& withoutOther(rules.conflicts(this.candidate.id()), rules.conflicts(other.candidate.id()),
							other.candidate.id());
		}

		private static boolean withoutOther(Set<Long> few, Set<Long> many, long other) {
			if (few.size() > many.size() + 1) {
				return false;
			}
			for (var id : few) {
				if (id != other && !many.contains(id)) {
					return false;
				}
			}
			return true;
		}

	}

	private Dominance(PanelProblem problem, PanelRules rules, int least, int most) {
		this.problem = problem;
		this.rules = rules;
		this.least = least;
		this.most = most;
	}

	/**
	 * The candidates who are needed, by their numbers; all who must sit among them, none who may not.
	 * @param least no panel is smaller
	 * @param most no panel is larger
	 */
	static List<Candidate> needed(PanelProblem problem, PanelRules rules, int least, int most) {
		var dominance = new Dominance(problem, rules, least, most);
		var members = problem.candidates()
				.stream()
				.filter(candidate -> !problem.forbidden().contains(candidate.id()))
				.map(candidate -> dominance.member(candidate))
				// Whoever stands in for another comes first, or both stand in for each other.
				.sorted(Comparator.comparingInt((Member member) -> -Long.bitCount(member.wanted()))
						.thenComparingInt(member -> Long.bitCount(member.unwanted()))
						.thenComparingInt(member -> rules.conflicts(member.candidate().id()).size())
						.thenComparingLong(member -> member.candidate().id()))
				.toList();
		var kept = new ArrayList<Member>();
		var comparable = problem.requirements().size() <= Long.SIZE;
		for (var member : members) {
			if (!comparable || problem.fixed().contains(member.candidate().id()) || dominance.isNeeded(member, kept)) {
				kept.add(member);
			}
		}
		return kept.stream().map(Member::candidate).sorted(Comparator.comparingLong(Candidate::id)).toList();
	}

	private Member member(Candidate candidate) {
		var wanted = 0L;
		var unwanted = 0L;
		var bit = 1L;
		for (var requirement : this.problem.requirements()) {
			if (candidate.features().contains(requirement.feature())) {
				switch (requirement) {
					case AtLeast _ -> wanted |= bit;
					case AtMost _ -> unwanted |= bit;
				}
			}
			bit <<= 1;
		}
		return new Member(candidate, wanted, unwanted);
	}

	private boolean isNeeded(Member member, List<Member> kept) {
		var organisation = member.candidate().organisation();
		var ofOrganisation = new HashMap<Long, Integer>();
		var free = 0;
		for (var better : kept) {
			// Whoever must sit sits already.
			if (this.problem.fixed().contains(better.candidate().id()) || !better.standsInFor(member, this.rules)) {
				continue;
			}
			// The one who goes makes room in their own organisation.
			if (better.candidate().organisation() == 0 || better.candidate().organisation() == organisation) {
				free++;
			} else if (ofOrganisation.getOrDefault(better.candidate().organisation(), 0) < ofOne(organisation,
					this.most)) {
				ofOrganisation.merge(better.candidate().organisation(), 1, Integer::sum);
			} else {
				continue;
			}
			if (isEnough(organisation, free, ofOrganisation.values())) {
				return false;
			}
		}
		return true;
	}

	/** Whether the others of a panel of any size are too few to hold or block everybody. */
	private boolean isEnough(long organisation, int free, Collection<Integer> ofOrganisation) {
		for (var seats = this.most; seats >= this.least; seats--) {
			var enough = free;
			var ofOne = ofOne(organisation, seats);
			for (var count : ofOrganisation) {
				// Others of an organisation, whoever they are, can fill its places.
				enough += Math.min(count, ofOne);
			}
			if (enough < seats) {
				return false;
			}
		}
		return true;
	}

	/** A panel with somebody of an organisation allows at least one of each. */
	private int ofOne(long organisation, int seats) {
		var most = this.problem.mostOfOneOrganisation();
		return (most != null) ? Math.max((organisation != 0) ? 1 : 0, most.most(seats)) : seats;
	}

}
