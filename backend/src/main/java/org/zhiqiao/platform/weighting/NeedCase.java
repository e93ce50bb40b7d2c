package org.zhiqiao.platform.weighting;

import java.util.List;
import java.util.Map;

import org.zhiqiao.search.ranking.Criterion;

/**
 * A need of which something came, as far as it tells of weights. Each person is what they fulfil of the criteria that it asks
 * for, 0 to 1.
 *
 * @param came people with whom something came about
 * @param others people who were considered, and with whom nothing did
 */
record NeedCase(long needId, List<Map<Criterion, Double>> came, List<Map<Criterion, Double>> others) {

	NeedCase {
		came = List.copyOf(came);
		others = List.copyOf(others);
		if (came.isEmpty() || others.isEmpty()) {
			throw new IllegalArgumentException("A need without pairs tells nothing: " + needId);
		}
	}

	int pairs() {
		return this.came.size() * this.others.size();
	}

}
