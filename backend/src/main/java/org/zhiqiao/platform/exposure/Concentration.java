package org.zhiqiao.platform.exposure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How unequally something is spread over people.
 *
 * @param gini 0 where everybody has as much, towards 1 where one has all; null where nobody has anything
 * @param topTen share of the ten who have most, 0 to 1; null where nobody has anything
 */
public record Concentration(@Nullable Double gini, @Nullable Double topTen) {

	private static final int TEN = 10;

	/**
	 * Computes both.
	 * @param counts of those who have something
	 * @param people how many there are in all, at least as many as counts; the others have nothing
	 */
	public static Concentration of(List<Integer> counts, int people) {
		var ascending = counts.stream().mapToInt(Integer::intValue).sorted().toArray();
		var everybody = Math.max(people, ascending.length);
		var total = 0L;
		var weighted = 0L;
		for (var i = 0; i < ascending.length; i++) {
			total += ascending[i];
			// The rank among everybody: those who have nothing come first.
			weighted += (long) (everybody - ascending.length + i + 1) * ascending[i];
		}
		if (total == 0) {
			return new Concentration(null, null);
		}
		var top = 0L;
		for (var i = Math.max(0, ascending.length - TEN); i < ascending.length; i++) {
			top += ascending[i];
		}
		return new Concentration(2.0 * weighted / (everybody * (double) total) - (everybody + 1.0) / everybody,
				(double) top / total);
	}

}
