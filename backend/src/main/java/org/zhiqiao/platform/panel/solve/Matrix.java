package org.zhiqiao.platform.panel.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An assignment problem by places instead of numbers: who may review each item, in the order of their numbers.
 * Somebody without capacity may not.
 */
final class Matrix {

	final int items;

	final int people;

	final int[] reviewers;

	final int[] capacity;

	/** For each item the people. */
	final int[][] person;

	/** For each item their fits. */
	final int[][] fit;

	private final AssignmentProblem problem;

	private final List<AssignmentProblem.Person> sorted;

	Matrix(AssignmentProblem problem) {
		this.problem = problem;
		this.sorted = problem.people()
				.stream()
				.sorted((one, other) -> Long.compare(one.id(), other.id()))
				.toList();
		this.items = problem.items().size();
		this.people = this.sorted.size();
		this.reviewers = problem.items().stream().mapToInt(AssignmentProblem.Item::reviewers).toArray();
		this.capacity = this.sorted.stream().mapToInt(AssignmentProblem.Person::capacity).toArray();
		var places = new HashMap<Long, Integer>();
		for (var place = 0; place < this.people; place++) {
			places.put(this.sorted.get(place).id(), place);
		}
		var fits = new HashMap<Long, List<AssignmentProblem.Fit>>();
		var recusals = new HashSet<>(problem.recusals());
		for (var one : problem.fits()) {
			if (!recusals.contains(new AssignmentProblem.Recusal(one.item(), one.person()))
					&& this.capacity[places.getOrDefault(one.person(), 0)] > 0) {
				fits.computeIfAbsent(one.item(), id -> new ArrayList<>()).add(one);
			}
		}
		this.person = new int[this.items][];
		this.fit = new int[this.items][];
		for (var item = 0; item < this.items; item++) {
			var row = new ArrayList<>(fits.getOrDefault(problem.items().get(item).id(), List.of()));
			row.sort((one, other) -> Long.compare(one.person(), other.person()));
			this.person[item] = row.stream().mapToInt(one -> places.getOrDefault(one.person(), 0)).toArray();
			this.fit[item] = row.stream().mapToInt(AssignmentProblem.Fit::fit).toArray();
		}
	}

	/** Places of an item's row, the greatest value first. */
	static List<Integer> bestFirst(double[] values) {
		var order = new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
		order.sort((one, other) -> Double.compare(values[other], values[one]));
		return order;
	}

	/** The fit of an item whose reviewers stand at these places of its row. */
	long service(int item, int[] chosen) {
		return Arrays.stream(chosen).mapToLong(place -> this.fit[item][place]).sum();
	}

	long worst(int[][] chosen) {
		return IntStream.range(0, this.items).mapToLong(item -> service(item, chosen[item])).min().orElseThrow();
	}

	long total(int[][] chosen) {
		return IntStream.range(0, this.items).mapToLong(item -> service(item, chosen[item])).sum();
	}

	List<Assignment.Service> services(int[][] chosen) {
		var services = new ArrayList<Assignment.Service>();
		for (var item = 0; item < this.items; item++) {
			var row = this.person[item];
			var ids = new ArrayList<Long>();
			for (var place : chosen[item]) {
				ids.add(this.sorted.get(row[place]).id());
			}
			Collections.sort(ids);
			services.add(new Assignment.Service(item(item), ids, service(item, chosen[item])));
		}
		return services;
	}

	long item(int item) {
		return this.problem.items().get(item).id();
	}

}
