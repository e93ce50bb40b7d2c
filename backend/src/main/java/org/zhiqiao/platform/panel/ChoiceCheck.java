package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.solve.Candidate;
import org.zhiqiao.platform.panel.solve.PanelProblem;
import org.zhiqiao.platform.panel.solve.PanelRules;
import org.zhiqiao.platform.panel.solve.Quota;
import org.zhiqiao.platform.panel.solve.Seats;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/** Holds people who were chosen directly against all rules of a panel and the pool as it is now. */
final class ChoiceCheck {

	private final Pool pool;

	private final SeatPlan plan;

	private final Map<Long, Pool.Person> people;

	private final List<TiedPair> apart;

	/** @param apart who may not sit together */
	ChoiceCheck(Pool pool, List<TiedPair> apart) {
		this.pool = pool;
		this.apart = List.copyOf(apart);
		this.plan = new SeatPlan(pool.groups());
		this.people = pool.people().stream().collect(Collectors.toMap(Pool.Person::id, Function.identity()));
	}

	/** What keeps somebody from the panel now; empty if nothing does. None if they are not in the pool any more. */
	@Nullable
	Set<Obstacle> obstacles(long person) {
		var known = this.people.get(person);
		return (known != null) ? known.reasons() : null;
	}

	/** Every rule that members break, each at the place of those who break it. */
	List<FieldError> members(List<Long> members) {
		var wrong = new ArrayList<FieldError>();
		var able = new ArrayList<Long>();
		for (var i = 0; i < members.size(); i++) {
			var at = "/members/" + i;
			var person = this.people.get(members.get(i));
			if (person == null) {
				wrong.add(new FieldError(at, "choice-gone", members.get(i)));
			} else if (members.indexOf(person.id()) < i) {
				wrong.add(new FieldError(at, "choice-twice", DrawService.name(person)));
			} else if (person.group() < 0) {
				wrong.addAll(named(at, person, person.reasons()));
			} else {
				able.add(person.id());
			}
		}
		for (var pair : this.apart) {
			if (able.contains(pair.one()) && able.contains(pair.other())) {
				wrong.add(new FieldError("/members/" + members.indexOf(pair.other()), "choice-tied",
						DrawService.name(person(pair.other())), DrawService.name(person(pair.one()))));
			}
		}
		if (members.size() != this.plan.seats()) {
			wrong.add(new FieldError("/members", "choice-seats", this.plan.seats(), members.size()));
		}
		for (var rule : rules(members.size()).broken(able)) {
			if (rule.equals(PanelRules.ORGANISATION)) {
				wrong.addAll(ofOneOrganisation(members, able));
			} else if (rule.matches("\\d+") && able.size() == this.plan.seats()) {
				wrong.add(new FieldError("/members", "choice-group", String.join(" / ", this.plan.names(rule))));
			}
		}
		return wrong;
	}

	/** The groups of a panel and its limit on one legal person, as rules; what people know does not matter here. */
	private PanelRules rules(int size) {
		var candidates = this.people.values()
				.stream()
				.filter(person -> person.group() >= 0)
				.sorted(Comparator.comparingLong(Pool.Person::id))
				.map(person -> new Candidate(person.id(), 0, person.organisation(),
						this.plan.features(person.fits()), 0))
				.toList();
		return new PanelRules(PanelProblem.of(Seats.exactly(Math.max(1, size)), candidates)
				.withRequirements(this.plan.requirements())
				.withMostOfOneOrganisation(Quota.of(this.pool.mostOfOneOrganisation())));
	}

	private List<FieldError> ofOneOrganisation(List<Long> members, List<Long> able) {
		var count = new HashMap<Long, Integer>();
		able.forEach(member -> count.merge(person(member).organisation(), 1, Integer::sum));
		var most = this.pool.mostOfOneOrganisation();
		var wrong = new ArrayList<FieldError>();
		for (var member : able) {
			var organisation = person(member).organisation();
			var there = count.getOrDefault(organisation, 0);
			if (organisation != 0 && there > most) {
				wrong.add(new FieldError("/members/" + members.indexOf(member), "choice-organisation",
						DrawService.name(person(member)), there, most));
			}
		}
		return wrong;
	}

	/** What is wrong with those who are to follow on the seats of each group. */
	List<FieldError> alternates(List<List<Long>> alternates, List<Long> members) {
		var wrong = new ArrayList<FieldError>();
		if (alternates.size() != this.pool.groups().size()) {
			wrong.add(new FieldError("/alternates", "choice-groups", this.pool.groups().size()));
			return wrong;
		}
		for (var group = 0; group < alternates.size(); group++) {
			var seen = new HashSet<Long>();
			for (var i = 0; i < alternates.get(group).size(); i++) {
				var at = "/alternates/" + group + "/" + i;
				var number = alternates.get(group).get(i);
				var person = this.people.get(number);
				if (person == null) {
					wrong.add(new FieldError(at, "choice-gone", number));
				} else if (members.contains(number)) {
					wrong.add(new FieldError(at, "choice-alternate-member", DrawService.name(person)));
				} else if (!seen.add(number)) {
					wrong.add(new FieldError(at, "choice-twice", DrawService.name(person)));
				} else {
					wrong.addAll(named(at, person, person.obstacles(group)));
				}
			}
		}
		return wrong;
	}

	private static List<FieldError> named(String at, Pool.Person person, Set<Obstacle> obstacles) {
		return obstacles.stream()
				.sorted()
				.map(obstacle -> new FieldError(at, "choice-" + obstacle.code(), DrawService.name(person)))
				.toList();
	}

	private Pool.Person person(long number) {
		return Objects.requireNonNull(this.people.get(number));
	}

	/** Where members who keep all rules sit. */
	Map<Long, Integer> seated(List<Long> members) {
		return this.plan.seated(members.stream().sorted().toList(), member -> person(member).fits());
	}

}
