package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.zhiqiao.platform.panel.Pool.Person;

/**
 * How likely each person is to be drawn. Exact where no organisation has more people than may be drawn; else found by drawing
 * {@value #DRAWS} times, always with the same numbers, which is exact to about half a hundredth.
 */
final class Chances {

	static final int DRAWS = 20_000;

	private static final long SEED = 2026;

	private final Map<Long, Double> chances;

	private final boolean exact;

	private Chances(Map<Long, Double> chances, boolean exact) {
		this.chances = chances;
		this.exact = exact;
	}

	static Chances of(Pool pool) {
		var strata = new ArrayList<List<Person>>();
		var ofOrganisation = new HashMap<Long, Integer>();
		for (var group = 0; group < pool.groups().size(); group++) {
			var people = pool.of(group);
			strata.add(people);
			people.stream()
					.filter(person -> person.organisation() != 0)
					.forEach(person -> ofOrganisation.merge(person.organisation(), 1, Integer::sum));
		}
		var exact = ofOrganisation.values().stream().allMatch(count -> count <= pool.mostOfOneOrganisation());
		var chances = new HashMap<Long, Double>();
		if (exact) {
			for (var group = 0; group < strata.size(); group++) {
				var people = strata.get(group);
				var chance = Math.min(1, (double) pool.groups().get(group).seats() / Math.max(1, people.size()));
				people.forEach(person -> chances.put(person.id(), chance));
			}
		} else {
			drawOften(pool, strata).forEach((person, times) -> chances.put(person, (double) times / DRAWS));
		}
		return new Chances(chances, exact);
	}

	private static Map<Long, Integer> drawOften(Pool pool, List<List<Person>> strata) {
		var random = new SplittableRandom(SEED);
		var times = new HashMap<Long, Integer>();
		strata.forEach(people -> people.forEach(person -> times.put(person.id(), 0)));
		var left = strata.stream().map(people -> people.toArray(Person[]::new)).toList();
		for (var draw = 0; draw < DRAWS; draw++) {
			var ofOrganisation = new HashMap<Long, Integer>();
			for (var group = 0; group < left.size(); group++) {
				var people = left.get(group);
				var seats = pool.groups().get(group).seats();
				// Who was shuffled before may be shuffled again: every order stays equally likely.
				for (var place = 0; place < people.length && seats > 0; place++) {
					var other = place + random.nextInt(people.length - place);
					var person = people[other];
					people[other] = people[place];
					people[place] = person;
					if (person.organisation() == 0 || ofOrganisation.merge(person.organisation(), 1,
							Integer::sum) <= pool.mostOfOneOrganisation()) {
						times.merge(person.id(), 1, Integer::sum);
						seats--;
					}
				}
			}
		}
		return times;
	}

	/** From 0 to 1; 0 for whoever cannot be drawn. */
	double of(long person) {
		return this.chances.getOrDefault(person, 0.0);
	}

	double highest(List<Person> people) {
		return people.stream().mapToDouble(person -> of(person.id())).max().orElse(0);
	}

	/** See {@link PoolView.GroupView#effective}. */
	double effective(List<Person> people) {
		var sum = people.stream().mapToDouble(person -> of(person.id())).sum();
		var squares = people.stream().mapToDouble(person -> of(person.id()) * of(person.id())).sum();
		return (squares > 0) ? sum * sum / squares : 0;
	}

	boolean exact() {
		return this.exact;
	}

}
