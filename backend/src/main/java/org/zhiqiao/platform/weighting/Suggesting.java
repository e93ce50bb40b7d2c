package org.zhiqiao.platform.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.weighting.NeedCase.Comparison;
import org.zhiqiao.platform.weighting.Suggestion.CriterionFigures;
import org.zhiqiao.search.ranking.Criterion;

/**
 * Finds weights near those that hold which would have put the people with whom something came about before the others.
 * <p>
 * For each need all pairs of one who came about and one who did not are looked at; a pair is in the right order if the first has
 * more points, and half so if both have as many. The share of a need is that of its pairs, and the share of weights is the mean
 * over the needs, so that a need with many people counts no more than another. Weights are tried in steps of five per cent, each
 * at most twenty away from what holds, and moving away has its price: see {@link #PRICE}. How far the gain can be trusted is
 * found by trying it on needs that took no part in finding the weights: so often as {@link #ROUNDS} needs are drawn with
 * replacement, the best weights for those are found, and their gain is taken on the needs that were not drawn.
 */
final class Suggesting {

	/** Fewer needs are chance. */
	static final int NEEDED = 20;

	/** The same needs give the same figures, whoever looks. */
	static final long SEED = 20_260_101;

	static final int ROUNDS = 1000;

	/** Per cent. */
	private static final int STEP = 5;

	private static final int FARTHEST = 20;

	/** No criterion is silenced. */
	private static final int LEAST = 5;

	/**
	 * What the sum of squared moves costs, in shares: moving ten per cent from one criterion to another has to bring one pair in
	 * a hundred into order.
	 */
	private static final double PRICE = 0.5;

	/** Points that differ by less are the same. */
	private static final double SAME = 1e-9;

	private static final double TAIL = 0.025;

	private Suggesting() {}

	/**
	 * What outcomes say.
	 * @param then needs with what people fulfilled before something came about
	 * @param now needs with what they fulfil now, which what came about may have added to: they take no part but in the figures
	 * of each criterion
	 */
	static Suggestion of(Percentages current, List<NeedCase> then, List<NeedCase> now) {
		var cases = then.stream().sorted(Comparator.comparingLong(NeedCase::needId)).map(Pairs::new).toList();
		var pairs = cases.stream().mapToInt(Pairs::count).sum();
		var all = Stream.concat(then.stream(), now.stream())
				.sorted(Comparator.comparingLong(NeedCase::needId))
				.toList();
		var figures = Arrays.stream(Criterion.values()).map(criterion -> figures(criterion, all)).toList();
		if (cases.isEmpty()) {
			return new Suggestion(Suggestion.TOO_FEW, 0, NEEDED, 0, current, null, null, null, null, null, 0, SEED,
					figures);
		}
		var currentShare = mean(cases, one -> one.share(current));
		if (cases.size() < NEEDED) {
			return new Suggestion(Suggestion.TOO_FEW, cases.size(), NEEDED, pairs, current, currentShare, null, null,
					null, null, 0, SEED, figures);
		}
		var grid = around(current);
		var shares = new double[grid.size()][cases.size()];
		var prices = new double[grid.size()];
		for (var i = 0; i < grid.size(); i++) {
			prices[i] = price(grid.get(i), current);
			for (var j = 0; j < cases.size(); j++) {
				shares[i][j] = cases.get(j).share(grid.get(i));
			}
		}
		var once = new int[cases.size()];
		Arrays.fill(once, 1);
		var best = best(shares, prices, once);
		var gains = gains(shares, prices, cases.size());
		var low = gains[(int) (TAIL * (gains.length - 1))];
		var high = gains[(int) Math.ceil((1 - TAIL) * (gains.length - 1))];
		var verdict = (best == 0) ? Suggestion.NO_GAIN : (low > 0) ? Suggestion.SUGGESTED : Suggestion.UNCERTAIN;
		return new Suggestion(verdict, cases.size(), NEEDED, pairs, current, currentShare, grid.get(best),
				Arrays.stream(shares[best]).average().orElseThrow(), low, high, gains.length, SEED, figures);
	}

	/** The weights that are tried, those that hold first and nearer ones before those farther away. */
	static List<Percentages> around(Percentages current) {
		var grid = new ArrayList<Percentages>();
		for (var domain = -FARTHEST; domain <= FARTHEST; domain += STEP) {
			for (var language = -FARTHEST; language <= FARTHEST; language += STEP) {
				for (var country = -FARTHEST; country <= FARTHEST; country += STEP) {
					var wishes = -domain - language - country;
					var one = new Percentages(current.domain() + domain, current.language() + language,
							current.country() + country, current.wishes() + wishes);
					if (Math.abs(wishes) <= FARTHEST && (one.equals(current) || loud(one, current))) {
						grid.add(one);
					}
				}
			}
		}
		grid.sort(Comparator.comparingDouble(one -> price(one, current)));
		return grid;
	}

	private static boolean loud(Percentages one, Percentages current) {
		return Arrays.stream(Criterion.values())
				.allMatch(criterion -> one.of(criterion) >= Math.min(LEAST, current.of(criterion)));
	}

	private static double price(Percentages one, Percentages current) {
		return PRICE * Arrays.stream(Criterion.values())
				.mapToDouble(criterion -> Math.pow((one.of(criterion) - current.of(criterion)) / 100.0, 2))
				.sum();
	}

	/** The gains on needs that were not drawn, from the least to the greatest. */
	private static double[] gains(double[][] shares, double[] prices, int needs) {
		var random = new SplittableRandom(SEED);
		var gains = new ArrayList<Double>();
		for (var round = 0; round < ROUNDS; round++) {
			var drawn = new int[needs];
			for (var i = 0; i < needs; i++) {
				drawn[random.nextInt(needs)]++;
			}
			var found = best(shares, prices, drawn);
			var gain = 0.0;
			var left = 0;
			for (var i = 0; i < needs; i++) {
				if (drawn[i] == 0) {
					gain += shares[found][i] - shares[0][i];
					left++;
				}
			}
			if (left > 0) {
				gains.add(gain / left);
			}
		}
		return gains.stream().mapToDouble(Double::doubleValue).sorted().toArray();
	}

	/** The first of the best: of several the nearest to what holds. */
	private static int best(double[][] shares, double[] prices, int[] times) {
		var best = 0;
		var most = Double.NEGATIVE_INFINITY;
		for (var i = 0; i < shares.length; i++) {
			var sum = 0.0;
			var count = 0;
			for (var j = 0; j < times.length; j++) {
				sum += times[j] * shares[i][j];
				count += times[j];
			}
			var worth = sum / count - prices[i];
			if (worth > most + SAME) {
				best = i;
				most = worth;
			}
		}
		return best;
	}

	private static CriterionFigures figures(Criterion criterion, List<NeedCase> cases) {
		var code = criterion.name().toLowerCase(Locale.ROOT);
		var asking = cases.stream().flatMap(one -> only(one, criterion)).toList();
		if (asking.isEmpty()) {
			return new CriterionFigures(code, 0, null, null, null);
		}
		return new CriterionFigures(code, asking.size(), mean(asking, one -> came(one, criterion)),
				mean(asking, one -> others(one, criterion)),
				mean(asking, one -> new Pairs(one).share(Percentages.SHIPPED)));
	}

	/** The need by one criterion alone; nothing if it does not ask for it. */
	private static Stream<NeedCase> only(NeedCase one, Criterion criterion) {
		var comparisons = new ArrayList<Comparison>();
		for (var comparison : one.comparisons()) {
			var others = comparison.others()
					.stream()
					.filter(other -> other.knows(criterion))
					.map(other -> other.only(criterion))
					.toList();
			if (comparison.came().knows(criterion) && !others.isEmpty()) {
				comparisons.add(new Comparison(comparison.came().only(criterion), others));
			}
		}
		return comparisons.isEmpty() ? Stream.empty() : Stream.of(new NeedCase(one.needId(), comparisons));
	}

	private static double came(NeedCase one, Criterion criterion) {
		return mean(one.comparisons(), comparison -> comparison.came().of(criterion));
	}

	private static double others(NeedCase one, Criterion criterion) {
		return mean(one.comparisons(), comparison -> mean(comparison.others(), other -> other.of(criterion)));
	}

	private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
		return all.stream().mapToDouble(value).average().orElseThrow();
	}

}
