package org.zhiqiao.platform.panel.solve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items that each need some reviewers, and people who can review some of them. The best assignment serves the
 * worst-served item as well as possible, and of all that do has the greatest sum of fits.
 *
 * @param fits who can review what; nobody reviews an item without standing here with it
 * @param recusals who may not review what, whatever the fit
 */
public record AssignmentProblem(List<Item> items, List<Person> people, List<Fit> fits, Set<Recusal> recusals) {

	/**
	 * Makes a problem. That there are too few people is no error here.
	 * @throws IllegalArgumentException if something is there twice or unknown
	 */
	public AssignmentProblem {
		items = List.copyOf(items);
		people = List.copyOf(people);
		fits = List.copyOf(fits);
		recusals = Set.copyOf(recusals);
		if (items.isEmpty()) {
			throw new IllegalArgumentException("No items");
		}
		var knownItems = new HashSet<Long>();
		for (var item : items) {
			if (!knownItems.add(item.id())) {
				throw new IllegalArgumentException("Item " + item.id() + " is there twice");
			}
		}
		var knownPeople = new HashSet<Long>();
		for (var person : people) {
			if (!knownPeople.add(person.id())) {
				throw new IllegalArgumentException("Person " + person.id() + " is there twice");
			}
		}
		var pairs = new HashMap<Long, Set<Long>>();
		for (var fit : fits) {
			if (!knownItems.contains(fit.item()) || !knownPeople.contains(fit.person())) {
				throw new IllegalArgumentException("No item " + fit.item() + " or no person " + fit.person());
			}
			if (!pairs.computeIfAbsent(fit.item(), id -> new HashSet<>()).add(fit.person())) {
				throw new IllegalArgumentException(
						"Item " + fit.item() + " and person " + fit.person() + " are there twice");
			}
		}
		for (var recusal : recusals) {
			if (!knownItems.contains(recusal.item()) || !knownPeople.contains(recusal.person())) {
				throw new IllegalArgumentException("No item " + recusal.item() + " or no person " + recusal.person());
			}
		}
	}

	/**
	 * Something to be reviewed.
	 *
	 * @param reviewers exactly so many
	 */
	public record Item(long id, int reviewers) {

		public Item {
			if (reviewers < 1) {
				throw new IllegalArgumentException("Item " + id + " needs a reviewer");
			}
		}

	}

	/**
	 * Somebody who reviews.
	 *
	 * @param capacity so many items at most
	 */
	public record Person(long id, int capacity) {

		public Person {
			if (capacity < 0) {
				throw new IllegalArgumentException("Person " + id + " has a negative capacity");
			}
		}

	}

	/**
	 * How well a person fits an item.
	 *
	 * @param fit from 0 to {@value Candidate#BEST}
	 */
	public record Fit(long item, long person, int fit) {

		public Fit {
			if (fit < 0 || fit > Candidate.BEST) {
				throw new IllegalArgumentException(
						"Item " + item + " and person " + person + " have a fit out of range: " + fit);
			}
		}

	}

	/** A person who may not review an item. */
	public record Recusal(long item, long person) {

	}

}
