package org.zhiqiao.search.ranking;

import java.util.List;

/**
 * What a criterion finds about a person.
 *
 * @param value 0 to 1
 */
record Assessment(double value, List<Reason> reasons) {

	Assessment {
		if (!(value >= 0 && value <= 1)) {
			throw new IllegalArgumentException("A value must be between 0 and 1: " + value);
		}
		reasons = List.copyOf(reasons);
	}

}
