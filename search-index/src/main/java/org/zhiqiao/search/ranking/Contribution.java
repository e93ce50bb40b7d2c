package org.zhiqiao.search.ranking;

import java.util.List;

/**
 * What one criterion brings to a score.
 *
 * @param value how well it is met, 0 to 1
 * @param weight its share among the criteria asked for; all shares of a match add up to 1
 * @param points {@code 100 · weight · value}; the points of a match add up to its score
 */
public record Contribution(Criterion criterion, double value, double weight, double points, List<Reason> reasons) {

	public Contribution {
		reasons = List.copyOf(reasons);
	}

}
