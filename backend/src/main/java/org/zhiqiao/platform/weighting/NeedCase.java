package org.zhiqiao.platform.weighting;

import java.util.List;

/**
 * A need of which something came, as far as it tells of weights.
 *
 * @param comparisons one for each person with whom something came about
 */
record NeedCase(long needId, List<Comparison> comparisons) {

	NeedCase {
		comparisons = List.copyOf(comparisons);
		if (comparisons.isEmpty()) {
			throw new IllegalArgumentException("A need without pairs tells nothing: " + needId);
		}
	}

	/**
	 * Somebody with whom something came about, and who was considered beside them.
	 *
	 * @param others in an order that does not depend on what they fulfil
	 */
	record Comparison(Fulfilled came, List<Fulfilled> others) {

		Comparison {
			others = List.copyOf(others);
			if (others.isEmpty()) {
				throw new IllegalArgumentException("Somebody without others is not compared");
			}
		}

	}

}
