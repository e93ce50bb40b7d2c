package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.zhiqiao.platform.panel.solve.PanelSolution.Alternates;
import org.zhiqiao.platform.panel.solve.PanelSolution.Contribution;
import org.zhiqiao.platform.panel.solve.PanelSolution.Status;
import org.zhiqiao.platform.panel.solve.PanelSolution.Swap;

/** Checks and values a given panel directly, whoever chose it: what a solver says can be verified without one. */
public final class PanelRules {

	/** The number of members. */
	public static final String SEATS = "seats";

	/** That the number of members is odd. */
	public static final String ODD = "odd";

	/** The most of one organisation. */
	public static final String ORGANISATION = "organisation";

	/** Conflicts between members. */
	public static final String CONFLICT = "conflict";

	/** Whoever must sit. */
	public static final String FIXED = "fixed";

	/** Whoever may not sit. */
	public static final String FORBIDDEN = "forbidden";

	static final List<String> CODES = List.of(SEATS, ODD, ORGANISATION, CONFLICT, FIXED, FORBIDDEN);

	static final int ALTERNATES = 3;

	private static final Comparator<Swap> BEST_FIRST = Comparator.comparingLong(Swap::objective)
			.reversed()
			.thenComparingLong(Swap::outsider);

	private final PanelProblem problem;

	private final Map<Long, Candidate> candidates = new HashMap<>();

	private final Map<Long, Set<Long>> conflicts = new HashMap<>();

	public PanelRules(PanelProblem problem) {
		this.problem = problem;
		problem.candidates().forEach(candidate -> this.candidates.put(candidate.id(), candidate));
		for (var conflict : problem.conflicts()) {
			this.conflicts.computeIfAbsent(conflict.one(), id -> new HashSet<>()).add(conflict.other());
			this.conflicts.computeIfAbsent(conflict.other(), id -> new HashSet<>()).add(conflict.one());
		}
	}

	/** The codes of all rules that a panel breaks: first those of this class, then those of the requirements. */
	public List<String> broken(Collection<Long> panel) {
		var members = members(panel);
		var size = members.size();
		var seats = this.problem.seats();
		var broken = new ArrayList<String>();
		if (size < seats.least() || size > seats.most()) {
			broken.add(SEATS);
		}
		if (seats.odd() && size % 2 == 0) {
			broken.add(ODD);
		}
		var most = this.problem.mostOfOneOrganisation();
		if (most != null && organisations(members).values().stream().anyMatch(count -> count > most.most(size))) {
			broken.add(ORGANISATION);
		}
		if (panel.stream().anyMatch(id -> conflicts(id).stream().anyMatch(panel::contains))) {
			broken.add(CONFLICT);
		}
		if (!panel.containsAll(this.problem.fixed())) {
			broken.add(FIXED);
		}
		if (panel.stream().anyMatch(this.problem.forbidden()::contains)) {
			broken.add(FORBIDDEN);
		}
		for (var requirement : this.problem.requirements()) {
			if (!requirement.holds(having(members, requirement.feature()), size)) {
				broken.add(requirement.code());
			}
		}
		return broken;
	}

	/** What a panel is worth, whether it keeps the rules or not. */
	public long objective(Collection<Long> panel) {
		var members = members(panel);
		var objective = 0L;
		for (var member : members) {
			objective += value(member);
		}
		for (var coverage : this.problem.coverage()) {
			objective += covered(coverage, having(members, coverage.feature()));
		}
		return objective;
	}

	long value(Candidate candidate) {
		var costs = this.problem.costs();
		return candidate.fit() - (long) candidate.load() * costs.load() - costs.seat();
	}

	Set<Long> conflicts(long id) {
		return this.conflicts.getOrDefault(id, Set.of());
	}

	/**
	 * A panel that somebody chose, told as a solver tells its own.
	 * @param bound no panel is worth more
	 */
	public PanelSolution given(Collection<Long> panel, long bound, Duration time) {
		var status = (objective(panel) >= bound) ? Status.OPTIMAL : Status.FEASIBLE;
		return PanelSolution.found(status, this, List.copyOf(panel), bound, time);
	}

	List<Contribution> contributions(List<Long> panel) {
		var objective = objective(panel);
		var contributions = new ArrayList<Contribution>();
		for (var id : panel) {
			var others = panel.stream().filter(other -> !other.equals(id)).toList();
			var rest = members(others);
			// A share is still one of all seats: one of them is empty.
			var breaks = this.problem.requirements()
					.stream()
					.filter(requirement -> !requirement.holds(having(rest, requirement.feature()), panel.size()))
					.map(Requirement::code)
					.toList();
			contributions.add(new Contribution(id, objective - objective(others), breaks));
		}
		return contributions;
	}

	/** The best few for each member. */
	List<Alternates> alternates(List<Long> panel) {
		return alternates(panel, ALTERNATES);
	}

	/**
	 * Who could take each member's place, all others staying and all rules kept.
	 * @param most so many for each member, the best first
	 */
	public List<Alternates> alternates(List<Long> panel, int most) {
		var members = members(panel);
		var size = members.size();
		var sitting = Set.copyOf(panel);
		var requirements = this.problem.requirements();
		var having = requirements.stream().mapToInt(one -> having(members, one.feature())).toArray();
		var covering = this.problem.coverage().stream().mapToInt(one -> having(members, one.feature())).toArray();
		var organisations = organisations(members);
		var quota = this.problem.mostOfOneOrganisation();
		var ofOne = (quota != null) ? quota.most(size) : size;
		var objective = objective(panel);
		var swaps = new ArrayList<List<Swap>>();
		panel.forEach(id -> swaps.add(new ArrayList<>()));
		for (var outsider : this.problem.candidates()) {
			if (sitting.contains(outsider.id()) || this.problem.forbidden().contains(outsider.id())) {
				continue;
			}
			var against = conflicts(outsider.id()).stream().filter(sitting::contains).toList();
			if (against.size() > 1) {
				continue;
			}
			for (var seat = 0; seat < size; seat++) {
				var member = members.get(seat);
				var free = against.isEmpty() || against.getFirst() == member.id();
				if (!free || this.problem.fixed().contains(member.id())) {
					continue;
				}
				if (outsider.organisation() != 0 && outsider.organisation() != member.organisation()
						&& organisations.getOrDefault(outsider.organisation(), 0) + 1 > ofOne) {
					continue;
				}
				var holds = true;
				for (var i = 0; i < having.length && holds; i++) {
					holds = requirements.get(i)
							.holds(having[i] + change(outsider, member, requirements.get(i).feature()), size);
				}
				if (holds) {
					var worth = objective + value(outsider) - value(member);
					for (var i = 0; i < covering.length; i++) {
						var coverage = this.problem.coverage().get(i);
						worth += covered(coverage, covering[i] + change(outsider, member, coverage.feature()))
								- covered(coverage, covering[i]);
					}
					swaps.get(seat).add(new Swap(outsider.id(), worth));
				}
			}
		}
		var alternates = new ArrayList<Alternates>();
		for (var seat = 0; seat < size; seat++) {
			alternates.add(new Alternates(panel.get(seat),
					swaps.get(seat).stream().sorted(BEST_FIRST).limit(most).toList()));
		}
		return alternates;
	}

	private List<Candidate> members(Collection<Long> panel) {
		var members = new ArrayList<Candidate>();
		for (var id : panel) {
			var candidate = this.candidates.get(id);
			if (candidate == null) {
				throw new IllegalArgumentException("No candidate " + id);
			}
			members.add(candidate);
		}
		return members;
	}

	private static Map<Long, Integer> organisations(List<Candidate> members) {
		var counts = new HashMap<Long, Integer>();
		for (var member : members) {
			if (member.organisation() != 0) {
				counts.merge(member.organisation(), 1, Integer::sum);
			}
		}
		return counts;
	}

	private static int having(List<Candidate> members, int feature) {
		var having = 0;
		for (var member : members) {
			having += member.features().contains(feature) ? 1 : 0;
		}
		return having;
	}

	private static int change(Candidate in, Candidate out, int feature) {
		return (in.features().contains(feature) ? 1 : 0) - (out.features().contains(feature) ? 1 : 0);
	}

	private static long covered(Coverage coverage, int having) {
		return (long) coverage.weight() * Math.min(coverage.upTo(), having);
	}

}
