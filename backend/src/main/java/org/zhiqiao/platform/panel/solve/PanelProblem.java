package org.zhiqiao.platform.panel.solve;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who could sit on a panel and what must be true of it. The best panel has the greatest
 * {@code Σ (fit − load × costs.load − costs.seat) + Σ coverage} of all that keep every rule.
 *
 * @param candidates each once
 * @param conflicts between candidates
 * @param mostOfOneOrganisation so many members of one organisation at most; null for any number
 * @param fixed candidates who must sit
 * @param forbidden candidates who may not sit
 */
public record PanelProblem(Seats seats, List<Candidate> candidates, List<Conflict> conflicts,
		List<Requirement> requirements, @Nullable Quota mostOfOneOrganisation, List<Coverage> coverage, Set<Long> fixed,
		Set<Long> forbidden, Costs costs) {

	/**
	 * Makes a problem. That no panel keeps all rules is no error here.
	 * @throws IllegalArgumentException if somebody is there twice or unknown, must and may not sit, or two rules have
	 * the same code
	 */
	public PanelProblem {
		candidates = List.copyOf(candidates);
		conflicts = conflicts.stream().distinct().sorted().toList();
		requirements = List.copyOf(requirements);
		coverage = List.copyOf(coverage);
		fixed = Set.copyOf(fixed);
		forbidden = Set.copyOf(forbidden);
		var known = new HashSet<Long>();
		for (var candidate : candidates) {
			if (!known.add(candidate.id())) {
				throw new IllegalArgumentException("Candidate " + candidate.id() + " is there twice");
			}
		}
		for (var conflict : conflicts) {
			check(known, Set.of(conflict.one(), conflict.other()), "in conflict");
		}
		check(known, fixed, "fixed");
		check(known, forbidden, "forbidden");
		for (var id : fixed) {
			if (forbidden.contains(id)) {
				throw new IllegalArgumentException("Candidate " + id + " is both fixed and forbidden");
			}
		}
		var codes = new HashSet<>(PanelRules.CODES);
		for (var requirement : requirements) {
			if (!codes.add(requirement.code())) {
				throw new IllegalArgumentException("There are two rules " + requirement.code());
			}
		}
	}

	/** A problem without rules, to which they are added. */
	public static PanelProblem of(Seats seats, List<Candidate> candidates) {
		return new PanelProblem(seats, candidates, List.of(), List.of(), null, List.of(), Set.of(), Set.of(),
				Costs.NONE);
	}

	public PanelProblem withSeats(Seats seats) {
		return new PanelProblem(seats, this.candidates, this.conflicts, this.requirements, this.mostOfOneOrganisation,
				this.coverage, this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withCandidates(List<Candidate> candidates) {
		return new PanelProblem(this.seats, candidates, this.conflicts, this.requirements, this.mostOfOneOrganisation,
				this.coverage, this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withConflicts(Collection<Conflict> conflicts) {
		return new PanelProblem(this.seats, this.candidates, List.copyOf(conflicts), this.requirements,
				this.mostOfOneOrganisation, this.coverage, this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withRequirements(List<Requirement> requirements) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, requirements, this.mostOfOneOrganisation,
				this.coverage, this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withMostOfOneOrganisation(@Nullable Quota most) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, this.requirements, most, this.coverage,
				this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withCoverage(List<Coverage> coverage) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, this.requirements,
				this.mostOfOneOrganisation, coverage, this.fixed, this.forbidden, this.costs);
	}

	public PanelProblem withFixed(Set<Long> fixed) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, this.requirements,
				this.mostOfOneOrganisation, this.coverage, fixed, this.forbidden, this.costs);
	}

	public PanelProblem withForbidden(Set<Long> forbidden) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, this.requirements,
				this.mostOfOneOrganisation, this.coverage, this.fixed, forbidden, this.costs);
	}

	public PanelProblem withCosts(Costs costs) {
		return new PanelProblem(this.seats, this.candidates, this.conflicts, this.requirements,
				this.mostOfOneOrganisation, this.coverage, this.fixed, this.forbidden, costs);
	}

	private static void check(Set<Long> known, Set<Long> named, String what) {
		var unknown = named.stream().filter(id -> !known.contains(id)).sorted().toList();
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("No candidates, but " + what + ": "
					+ unknown.stream().map(String::valueOf).collect(Collectors.joining(", ")));
		}
	}

}
