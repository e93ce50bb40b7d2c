package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.zhiqiao.platform.panel.BestPanelView.SeatChange;
import org.zhiqiao.platform.panel.DirectChoice.Chosen;
import org.zhiqiao.platform.panel.solve.Candidate;
import org.zhiqiao.platform.panel.solve.Conflict;
import org.zhiqiao.platform.panel.solve.Costs;
import org.zhiqiao.platform.panel.solve.Coverage;
import org.zhiqiao.platform.panel.solve.PanelProblem;
import org.zhiqiao.platform.panel.solve.PanelRules;
import org.zhiqiao.platform.panel.solve.PanelSolution;
import org.zhiqiao.platform.panel.solve.Quota;
import org.zhiqiao.platform.panel.solve.Relaxations;
import org.zhiqiao.platform.panel.solve.Seats;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/**
 * A panel as a problem for the solver, and back: the greatest sum of how well the members know the items, with a premium for
 * each field that somebody covers and a discount for those who served lately.
 */
final class PanelQuestion {

	static final int POINT = 100;

	/** What the first two members who know a field add to a panel, in points of a hundred. */
	private static final int COVERED = 15 * POINT;

	private static final int COVERED_UP_TO = 2;

	/** What each panel within a year takes away. */
	private static final int SERVED = 2 * POINT;

	private final Pool pool;

	private final SeatPlan plan;

	private final Map<Long, Pool.Person> candidates;

	private final List<String> fields;

	private final Map<Long, Integer> fit;

	private final Map<Long, Set<String>> known;

	private final Map<Long, Integer> load;

	private final List<TiedPair> apart;

	/**
	 * @param fields of the items and groups, each once
	 * @param fit how well people know the items, in points of a hundred
	 * @param known the fields that people know
	 * @param load on how many panels people sat within a year
	 * @param apart who may not sit together
	 */
	PanelQuestion(Pool pool, List<String> fields, Map<Long, Integer> fit, Map<Long, Set<String>> known,
			Map<Long, Integer> load, List<TiedPair> apart) {
		this.pool = pool;
		this.plan = new SeatPlan(pool.groups());
		this.candidates = pool.people()
				.stream()
				.filter(person -> person.group() >= 0)
				.collect(Collectors.toMap(Pool.Person::id, Function.identity()));
		this.fields = List.copyOf(fields);
		this.fit = Map.copyOf(fit);
		this.known = Map.copyOf(known);
		this.load = Map.copyOf(load);
		this.apart = List.copyOf(apart);
	}

	/** To a tenth. */
	static double points(long value) {
		return Math.round((double) value * 10 / POINT) / 10.0;
	}

	Pool pool() {
		return this.pool;
	}

	SeatPlan plan() {
		return this.plan;
	}

	/** Who may take some seat. */
	Map<Long, Pool.Person> candidates() {
		return this.candidates;
	}

	/** Who may not sit together. */
	List<TiedPair> apart() {
		return this.apart;
	}

	/** The fields of the items and groups. */
	List<String> fields() {
		return this.fields;
	}

	/** @throws InvalidInput if somebody is to be kept who may not serve */
	void check(Set<Long> kept, Set<Long> without) {
		var wrong = new ArrayList<FieldError>();
		for (var person : kept) {
			if (!this.candidates.containsKey(person) || without.contains(person)) {
				wrong.add(new FieldError("/keep", "panel-may-not-serve", person));
			}
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	PanelProblem problem(Set<Long> kept, Set<Long> without) {
		var free = this.plan.free();
		var people = this.candidates.values()
				.stream()
				.sorted(Comparator.comparingLong(Pool.Person::id))
				.map(person -> {
					var features = this.plan.features(person.fits());
					IntStream.range(0, this.fields.size())
							.filter(field -> knows(person.id(), this.fields.get(field)))
							.forEach(field -> features.add(free + field));
					return new Candidate(person.id(), fit(person.id()), person.organisation(), features,
							this.load.getOrDefault(person.id(), 0));
				})
				.toList();
		var coverage = IntStream.range(0, this.fields.size())
				.mapToObj(field -> new Coverage(this.fields.get(field), free + field, COVERED, COVERED_UP_TO))
				.toList();
		return PanelProblem.of(Seats.exactly(this.plan.seats()), people)
				.withRequirements(this.plan.requirements())
				.withMostOfOneOrganisation(Quota.of(this.pool.mostOfOneOrganisation()))
				.withConflicts(this.apart.stream().map(pair -> new Conflict(pair.one(), pair.other())).toList())
				.withCoverage(coverage)
				.withFixed(kept)
				.withForbidden(without.stream().filter(this.candidates::containsKey).collect(Collectors.toSet()))
				.withCosts(new Costs(SERVED, 0));
	}

	/** The groups that somebody fits. */
	Set<Integer> fits(long person) {
		return Objects.requireNonNull(this.candidates.get(person)).fits();
	}

	int fit(long person) {
		return Math.min(Candidate.BEST, this.fit.getOrDefault(person, 0));
	}

	private boolean knows(long person, String field) {
		return this.known.getOrDefault(person, Set.of()).contains(field);
	}

	List<String> known(long person) {
		return this.fields.stream().filter(field -> knows(person, field)).toList();
	}

	String name(long person) {
		var candidate = this.candidates.get(person);
		return (candidate != null && !candidate.name().isBlank()) ? candidate.name() : "#" + person;
	}

	/** What does not concern a panel whose seats are given says nothing. */
	List<SeatChange> change(Relaxations.Change change) {
		return switch (change) {
			case Relaxations.Change.Lowered(var code, var by) ->
				List.of(new SeatChange("fewer-of-group", by, this.plan.names(code)));
			case Relaxations.Change.OrganisationRaised(var by) ->
				List.of(new SeatChange("organisation", by, List.of()));
			case Relaxations.Change.FewerSeats(var by) -> List.of(new SeatChange("fewer-seats", by, List.of()));
			case Relaxations.Change.MoreSeats(var by) -> List.of(new SeatChange("more-seats", by, List.of()));
			case Relaxations.Change.ConflictWaived(var tie) ->
				List.of(new SeatChange("together", 1, List.of(name(tie.one()), name(tie.other()))));
			default -> List.of();
		};
	}

	/**
	 * Who could follow on the seats of each group, the best first: by what the panel would be worth with them in the place of
	 * that member of the group whom they replace best, all others staying.
	 * @param panel keeps all rules
	 * @param groups where each member sits
	 * @param most so many for each group
	 */
	List<List<Chosen>> alternates(PanelSolution panel, Map<Long, Integer> groups, int most) {
		var rules = new PanelRules(problem(Set.of(), Set.of()));
		var worth = new ArrayList<Map<Long, Long>>();
		this.pool.groups().forEach(_ -> worth.add(new HashMap<>()));
		for (var place : rules.alternates(panel.members(), this.candidates.size())) {
			var group = Objects.requireNonNull(groups.get(place.member()));
			for (var swap : place.swaps()) {
				if (fits(swap.outsider()).contains(group)) {
					worth.get(group).merge(swap.outsider(), swap.objective(), Math::max);
				}
			}
		}
		return worth.stream()
				.map(ofGroup -> ofGroup.entrySet()
						.stream()
						.sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
						.limit(most)
						.map(one -> chosen(one.getKey(), panel.objective() - one.getValue()))
						.toList())
				.toList();
	}

	/** @param adds in points of a hundred */
	Chosen chosen(long person, long adds) {
		var candidate = Objects.requireNonNull(this.candidates.get(person));
		return new Chosen(person, DrawService.name(candidate), candidate.organisation(), points(fit(person)),
				points(adds), known(person));
	}

}
