package org.zhiqiao.platform.picture;

import java.util.Collection;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * How concentrated things are on industries or countries. With cᵢ things of the i-th one and C = Σcᵢ:
 * <ul>
 * <li>CR₃ = (c₁ + c₂ + c₃) / C, the three largest (concentration ratio; Bain, Industrial Organization, 1959, ch. 4);</li>
 * <li>HHI = Σ (cᵢ / C)² (Hirschman, National Power and the Structure of Foreign Trade, 1945; Herfindahl, 1950), from 1/n where all
 * n are alike to 1 where there is only one. 1 / HHI is how many equal ones would be as concentrated (Adelman, Review of Economics
 * and Statistics 51, 1969).</li>
 * </ul>
 *
 * @param counted C: what belongs to several counts in each
 * @param places how many industries or countries have anything
 * @param cr3 0 to 1; none where nothing is counted, which is not nought
 * @param hhi above 0 to 1; none where nothing is counted
 */
record Herfindahl(long counted, int places, @Nullable Double cr3, @Nullable Double hhi) {

	private static final int THREE = 3;

	static Herfindahl of(Collection<Long> counts) {
		var some = counts.stream().filter(count -> count > 0).sorted(Comparator.reverseOrder()).toList();
		var all = some.stream().mapToLong(Long::longValue).sum();
		if (all == 0) {
			return new Herfindahl(0, 0, null, null);
		}
		var first = some.stream().limit(THREE).mapToLong(Long::longValue).sum();
		var squares = some.stream().mapToDouble(count -> (double) count / all).map(share -> share * share).sum();
		return new Herfindahl(all, some.size(), (double) first / all, squares);
	}

}
