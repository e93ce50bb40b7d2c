package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.zhiqiao.platform.panel.Conflicts.Ruled;
import org.zhiqiao.platform.panel.PanelContent.Group;

/**
 * Everybody who was looked at for a panel, with what keeps them from its seats. Who could take seats of several groups belongs
 * to the first of them, so that nobody is drawn twice.
 *
 * @param people by their numbers
 */
record Pool(List<Group> groups, int mostOfOneOrganisation, int peoplePerSeat, List<Person> people) {

	/** More conditions than these are not given up at once: whoever must has a wrong panel in mind. */
	private static final int GIVEN_UP_AT_ONCE = 3;

	private static final int CHANGES = 5;

	Pool {
		groups = List.copyOf(groups);
		people = List.copyOf(people);
	}

	/**
	 * Somebody who was looked at.
	 *
	 * @param organisation the legal person they work for, as {@link LegalPersons.Employers#of} numbers it; 0 for none
	 * @param general what keeps them from any seat
	 * @param measures years in the field and panels within a year, as far as they are known and count
	 * @param ofGroups for each group, what keeps them from its seats besides
	 * @param findings what they have to do with the parties
	 */
	record Person(long id, String name, long organisation, Set<Obstacle> general, Map<Obstacle, Integer> measures,
			List<Set<Obstacle>> ofGroups, List<Ruled> findings) {

		Person {
			measures = Map.copyOf(measures);
			general = Set.copyOf(general);
			ofGroups = ofGroups.stream().map(Set::copyOf).toList();
			findings = List.copyOf(findings);
		}

		Set<Obstacle> obstacles(int group) {
			var all = EnumSet.noneOf(Obstacle.class);
			all.addAll(this.general);
			all.addAll(this.ofGroups.get(group));
			return all;
		}

		/** The group whose seats they can take; -1 for none. */
		int group() {
			for (var group = 0; this.general.isEmpty() && group < this.ofGroups.size(); group++) {
				if (this.ofGroups.get(group).isEmpty()) {
					return group;
				}
			}
			return -1;
		}

		/** The groups whose seats they can take. */
		Set<Integer> fits() {
			return IntStream.range(0, this.general.isEmpty() ? this.ofGroups.size() : 0)
					.filter(group -> this.ofGroups.get(group).isEmpty())
					.boxed()
					.collect(Collectors.toSet());
		}

		/** The group whose seats they could take but for one obstacle; -1 for none. */
		int groupBut(Obstacle obstacle) {
			return IntStream.range(0, this.ofGroups.size())
					.filter(group -> Set.of(obstacle).containsAll(obstacles(group)))
					.findFirst()
					.orElse(-1);
		}

		/** What keeps them from the panel; empty if nothing does. */
		Set<Obstacle> reasons() {
			var all = EnumSet.noneOf(Obstacle.class);
			if (group() < 0) {
				all.addAll(this.general);
				if (all.isEmpty()) {
					this.ofGroups.forEach(all::addAll);
				}
			}
			return all;
		}

	}

	/**
	 * What an obstacle costs a group.
	 *
	 * @param people whom it keeps away
	 * @param alone whom nothing else keeps away
	 */
	record Cost(Obstacle obstacle, int people, int alone) {

	}

	/**
	 * A change that would leave enough people.
	 *
	 * @param givenUp conditions that would no longer hold, or hold less
	 * @param eased of those that need not be given up altogether, the number that would do: years in the field, panels within a
	 * year
	 * @param people who could then be drawn
	 */
	record Change(List<Obstacle> givenUp, Map<Obstacle, Integer> eased, int people) {

		Change {
			givenUp = List.copyOf(givenUp);
			eased = Map.copyOf(eased);
		}

	}

	/** Those who can take a seat of a group. */
	List<Person> of(int group) {
		return this.people.stream().filter(person -> person.group() == group).toList();
	}

	/** How many people a group is to be drawn from at least. */
	int wanted(int group) {
		return this.groups.get(group).seats() * this.peoplePerSeat;
	}

	List<Cost> costs(int group) {
		var people = new EnumMap<Obstacle, Integer>(Obstacle.class);
		var alone = new EnumMap<Obstacle, Integer>(Obstacle.class);
		for (var person : this.people) {
			var obstacles = person.obstacles(group);
			obstacles.forEach(obstacle -> people.merge(obstacle, 1, Integer::sum));
			if (obstacles.size() == 1) {
				alone.merge(obstacles.iterator().next(), 1, Integer::sum);
			}
		}
		var costs = new ArrayList<Cost>();
		people.forEach((obstacle, count) -> costs.add(new Cost(obstacle, count, alone.getOrDefault(obstacle, 0))));
		return costs;
	}

	/**
	 * The smallest sets of conditions without which the group would have enough people, those that bring most first; empty if
	 * it has, or if no such set brings enough.
	 */
	List<Change> changes(int group) {
		var wanted = Math.max(wanted(group), this.groups.get(group).seats());
		var free = this.people.stream().filter(person -> person.group() < 0 || person.group() >= group).toList();
		var sets = new HashMap<Set<Obstacle>, Integer>();
		free.forEach(person -> sets.merge(person.obstacles(group), 1, Integer::sum));
		if (sets.getOrDefault(Set.of(), 0) >= wanted) {
			return List.of();
		}
		var there = EnumSet.noneOf(Obstacle.class);
		sets.keySet().forEach(there::addAll);
		there.removeIf(obstacle -> !obstacle.canBeGivenUp());
		var changes = new ArrayList<Change>();
		for (var size = 1; size <= GIVEN_UP_AT_ONCE && changes.isEmpty(); size++) {
			for (var given : subsets(List.copyOf(there), size, 0)) {
				var people = sets.entrySet()
						.stream()
						.filter(set -> given.containsAll(set.getKey()))
						.mapToInt(Map.Entry::getValue)
						.sum();
				if (people >= wanted) {
					changes.add(eased(given, wanted, free, group));
				}
			}
		}
		changes.sort((one, other) -> Integer.compare(other.people(), one.people()));
		return changes.subList(0, Math.min(CHANGES, changes.size()));
	}

	/** Giving up conditions, but those that are numbers no further than is needed. */
	private static Change eased(List<Obstacle> given, int wanted, List<Person> free, int group) {
		var eased = new EnumMap<Obstacle, Integer>(Obstacle.class);
		var people = free.stream().filter(person -> given.containsAll(person.obstacles(group))).toList();
		for (var obstacle : given) {
			var within = people.stream().filter(person -> !person.obstacles(group).contains(obstacle)).toList();
			var missing = wanted - within.size();
			var nearest = people.stream()
					.filter(person -> person.obstacles(group).contains(obstacle))
					.map(person -> person.measures().get(obstacle))
					.filter(Objects::nonNull)
					.sorted(obstacle == Obstacle.EXPERIENCE ? Comparator.reverseOrder() : Comparator.naturalOrder())
					.toList();
			if (missing > 0 && missing <= nearest.size()) {
				int enough = nearest.get(missing - 1);
				eased.put(obstacle, (obstacle == Obstacle.LOAD) ? enough + 1 : enough);
				people = people.stream()
						.filter(person -> !person.obstacles(group).contains(obstacle)
								|| reaches(person, obstacle, enough))
						.toList();
			}
		}
		return new Change(given, eased, people.size());
	}

	private static boolean reaches(Person person, Obstacle obstacle, int enough) {
		var measure = person.measures().get(obstacle);
		return measure != null && (obstacle == Obstacle.EXPERIENCE ? measure >= enough : measure <= enough);
	}

	private static List<List<Obstacle>> subsets(List<Obstacle> all, int size, int from) {
		if (size == 0) {
			return List.of(List.of());
		}
		var subsets = new ArrayList<List<Obstacle>>();
		for (var i = from; i < all.size(); i++) {
			for (var rest : subsets(all, size - 1, i + 1)) {
				var subset = new ArrayList<Obstacle>();
				subset.add(all.get(i));
				subset.addAll(rest);
				subsets.add(subset);
			}
		}
		return subsets;
	}

	/**
	 * How many seats can be taken at once, when no more than so many come from one organisation: the largest flow from the
	 * groups through the organisations.
	 */
	int seatable() {
		return seatable(this.mostOfOneOrganisation);
	}

	/**
	 * The lowest limit on one organisation with which all seats could be taken; none if they can be as it is, or if no limit
	 * would help.
	 */
	OptionalInt limitThatSeatsAll() {
		if (seatable() == seats()) {
			return OptionalInt.empty();
		}
		return IntStream.rangeClosed(this.mostOfOneOrganisation + 1, seats())
				.filter(limit -> seatable(limit) == seats())
				.findFirst();
	}

	private int seatable(int most) {
		var links = new ArrayList<Map<Long, Integer>>();
		for (var group = 0; group < this.groups.size(); group++) {
			var ofOrganisations = new HashMap<Long, Integer>();
			for (var person : of(group)) {
				// Who has no employer stands alone; no organisation has a number that low.
				ofOrganisations.merge(
						(person.organisation() != 0) ? person.organisation() : Long.MIN_VALUE + person.id(), 1,
						Integer::sum);
			}
			links.add(ofOrganisations);
		}
		return new Seating(this.groups.stream().map(Group::seats).toList(), links, most).most();
	}

	int seats() {
		return this.groups.stream().mapToInt(Group::seats).sum();
	}

	/** How many people can be drawn at all. */
	long eligible() {
		return this.people.stream().filter(person -> person.group() >= 0).count();
	}

	static Set<Obstacle> none() {
		return EnumSet.noneOf(Obstacle.class);
	}

	static long organisations(Collection<Person> people) {
		return people.stream().mapToLong(Person::organisation).filter(organisation -> organisation != 0).distinct()
				.count();
	}

}
