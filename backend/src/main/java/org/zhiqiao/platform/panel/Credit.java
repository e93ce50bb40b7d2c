package org.zhiqiao.platform.panel;

import java.util.Collection;

/**
 * What somebody's earlier panels say of how they serve, from 0 to 100. Nobody is known by one panel alone: everybody begins at
 * {@link #NEUTRAL} as if they had served on {@link #PRIOR} panels like that, and each assessment of the last {@link #YEARS}
 * years moves them from there:
 *
 * <pre>
 * NEUTRAL + Σ (points − NEUTRAL) / (n + PRIOR)
 * </pre>
 */
final class Credit {

	static final int NEUTRAL = 80;

	static final int PRIOR = 2;

	static final int YEARS = 3;

	private Credit() {}

	/** @param points of the assessments that count */
	static double of(Collection<Integer> points) {
		var moved = points.stream().mapToInt(given -> given - NEUTRAL).sum();
		return NEUTRAL + (double) moved / (points.size() + PRIOR);
	}

}
