package org.zhiqiao.platform.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.weighting.NeedCase.Comparison;
import org.zhiqiao.search.ranking.Criterion;

/** The pairs of a need in a form in which thousands of weights are tried quickly. */
final class Pairs {

	/**
	 * Of one need, as the page says too. A need whose ranking was looked at by many has more others than tell anything new; everybody with whom
	 * something came about is compared with as many of them, drawn so that the same are drawn each time.
	 */
	static final int MOST = 400;

	/** Points that differ by less are the same. */
	private static final double SAME = 1e-9;

	private static final Criterion[] CRITERIA = Criterion.values();

	/** For each pair and criterion, how much more the first fulfils; 0 where it is not known of both. */
	private final double[] more;

	private final boolean[] both;

	private final int count;

	Pairs(NeedCase one) {
		var pairs = drawn(one);
		this.count = pairs.size();
		this.more = new double[this.count * CRITERIA.length];
		this.both = new boolean[this.count * CRITERIA.length];
		var at = 0;
		for (var pair : pairs) {
			for (var criterion : CRITERIA) {
				var known = pair.came().knows(criterion) && pair.other().knows(criterion);
				this.both[at] = known;
				this.more[at++] = known ? pair.came().of(criterion) - pair.other().of(criterion) : 0;
			}
		}
	}

	record Pair(Fulfilled came, Fulfilled other) {

	}

	int count() {
		return this.count;
	}

	private static List<Pair> drawn(NeedCase one) {
		var each = Math.max(1, MOST / one.comparisons().size());
		var random = new SplittableRandom(Suggesting.SEED + one.needId());
		var pairs = new ArrayList<Pair>();
		for (var comparison : one.comparisons()) {
			for (var other : some(comparison, each, random)) {
				pairs.add(new Pair(comparison.came(), other));
			}
		}
		return pairs;
	}

	private static List<Fulfilled> some(Comparison comparison, int most, SplittableRandom random) {
		if (comparison.others().size() <= most) {
			return comparison.others();
		}
		var left = new ArrayList<>(comparison.others());
		for (var i = 0; i < most; i++) {
			var other = i + random.nextInt(left.size() - i);
			left.set(other, left.set(i, left.get(other)));
		}
		return left.subList(0, most);
	}

	/** How many these weights put in the right order. */
	double share(Percentages weights) {
		var each = new double[CRITERIA.length];
		for (var i = 0; i < each.length; i++) {
			each[i] = weights.of(CRITERIA[i]);
		}
		var right = 0.0;
		for (var at = 0; at < this.more.length; at += CRITERIA.length) {
			right += order(at, each);
		}
		return right / this.count;
	}

	/** As the ranking counts points, by the criteria that are known of both. */
	private double order(int at, double[] weights) {
		var sum = 0.0;
		var total = 0.0;
		var plain = 0.0;
		var known = 0;
		for (var i = 0; i < weights.length; i++) {
			if (this.both[at + i]) {
				sum += weights[i] * this.more[at + i];
				total += weights[i];
				plain += this.more[at + i];
				known++;
			}
		}
		var ahead = (total > 0) ? sum / total : (known > 0) ? plain / known : 0;
		if (Math.abs(ahead) < SAME) {
			return 0.5;
		}
		return (ahead > 0) ? 1 : 0;
	}

}
