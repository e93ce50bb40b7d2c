package org.zhiqiao.platform.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;

/**
 * What came of the points, item by item, on a scale of 100.
 * <p>
 * A member's mark for an item is <code>100 · Σ wₖ·pₖ/mₖ / Σ wₖ</code> with the points pₖ of at most mₖ and the weight wₖ of
 * each criterion. The mean of an item is that of its marks, all members alike; its deviation is that of these marks around
 * the mean (they are all the marks there are, so it is divided by their number, not by one less). A mark is an outlier if it is
 * more than {@value #FAR} away from the median of the other members' marks, where there are at least three marks. Items are
 * ranked by their means to two places; equal means share a rank.
 */
record ReviewResult(List<ItemResult> items) {

	/** So far from the median of the others somebody saw something else. */
	static final int FAR = 20;

	private static final int FEWEST = 3;

	static final double SCALE = 100;

	ReviewResult {
		items = List.copyOf(items);
	}

	/**
	 * What a member gave to the items that they may judge.
	 *
	 * @param member a number that tells them from the others
	 * @param points by the number of the item, then of the criterion
	 */
	record Marked(long member, Map<Integer, Map<Integer, Double>> points) {

	}

	/**
	 * What came of an item; without marks it has no figures.
	 *
	 * @param item its number
	 * @param rank from 1
	 * @param criteria the means of the criteria, in their order, on a scale of 100
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ItemResult(int item, @Nullable Double mean, @Nullable Double least, @Nullable Double greatest,
			@Nullable Double deviation, @Nullable Integer rank, List<Double> criteria, List<MemberMark> marks) {

		ItemResult {
			criteria = List.copyOf(criteria);
			marks = List.copyOf(marks);
		}

		private ItemResult ranked(int place) {
			return new ItemResult(this.item, this.mean, this.least, this.greatest, this.deviation, place,
					this.criteria, this.marks);
		}

	}

	/**
	 * A member's mark for an item.
	 *
	 * @param member by whose invitation it is
	 * @param outlier whether it is far from what the others gave
	 */
	record MemberMark(long member, double mark, boolean outlier) {

	}

	/** @param items their numbers, in the order of the panel */
	static ReviewResult of(ReviewSetup setup, List<Integer> items, List<Marked> members) {
		var results = items.stream().map(item -> result(setup, item, members)).toList();
		var ranked = new ArrayList<ItemResult>();
		for (var result : results) {
			var mean = result.mean();
			ranked.add((mean == null)
					? result
					: result.ranked(1 + (int) results.stream()
							.map(ItemResult::mean)
							.filter(other -> other != null && rounded(other) > rounded(mean))
							.count()));
		}
		return new ReviewResult(ranked);
	}

	private static ItemResult result(ReviewSetup setup, int item, List<Marked> members) {
		var judging = members.stream()
				.filter(member -> member.points().containsKey(item))
				.sorted(Comparator.comparingLong(Marked::member))
				.toList();
		if (judging.isEmpty()) {
			return new ItemResult(item, null, null, null, null, null, List.of(), List.of());
		}
		var marks = judging.stream().map(member -> mark(setup, points(member, item))).toList();
		var mean = mean(marks);
		var deviation = Math
				.sqrt(mean(marks.stream().map(mark -> (mark - mean) * (mark - mean)).toList()));
		var criteria = new ArrayList<Double>();
		for (var place = 1; place <= setup.criteria().size(); place++) {
			var criterion = place;
			criteria.add(mean(judging.stream()
					.map(member -> SCALE * given(points(member, item), criterion)
							/ setup.criteria().get(criterion - 1).points())
					.toList()));
		}
		var named = new ArrayList<MemberMark>();
		for (var i = 0; i < marks.size(); i++) {
			named.add(new MemberMark(judging.get(i).member(), marks.get(i), outlying(marks, i)));
		}
		return new ItemResult(item, mean, marks.stream().min(Double::compare).orElseThrow(),
				marks.stream().max(Double::compare).orElseThrow(), deviation, null, criteria, named);
	}

	private static Map<Integer, Double> points(Marked member, int item) {
		return member.points().getOrDefault(item, Map.of());
	}

	private static double given(Map<Integer, Double> points, int criterion) {
		var given = points.get(criterion);
		if (given == null) {
			throw new IllegalArgumentException("Criterion " + criterion + " has no points");
		}
		return given;
	}

	/** What points for one item come to. */
	static double mark(ReviewSetup setup, Map<Integer, Double> points) {
		var sum = 0.0;
		for (var place = 1; place <= setup.criteria().size(); place++) {
			ReviewCriterion criterion = setup.criteria().get(place - 1);
			sum += criterion.weight() * given(points, place) / criterion.points();
		}
		return SCALE * sum / setup.weights();
	}

	private static double mean(List<Double> numbers) {
		return numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size();
	}

	private static boolean outlying(List<Double> marks, int which) {
		if (marks.size() < FEWEST) {
			return false;
		}
		var others = new ArrayList<>(marks);
		others.remove(which);
		return Math.abs(marks.get(which) - median(others)) > FAR;
	}

	private static double median(List<Double> numbers) {
		var sorted = numbers.stream().sorted().toList();
		var half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
	}

	private static long rounded(double mean) {
		return Math.round(mean * SCALE);
	}

}
