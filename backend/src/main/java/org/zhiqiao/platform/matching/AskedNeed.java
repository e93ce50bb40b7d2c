package org.zhiqiao.platform.matching;

import java.util.List;

import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Need;

/**
 * A need as the ranking takes it, with the way back to the form.
 *
 * @param musts where in the form each must of the need stands, in the need's own order
 */
record AskedNeed(Need need, List<Must> musts) {

	AskedNeed {
		musts = List.copyOf(musts);
		if (musts.size() != need.musts().size()) {
			throw new IllegalArgumentException("Every must needs its place");
		}
	}

	/** Whether it asks for anything at all. */
	boolean saysAnything() {
		for (var criterion : Criterion.values()) {
			if (this.need.asksFor(criterion)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Where a must stands.
	 *
	 * @param pointer a JSON pointer into the form, such as {@code /languages/0}
	 * @param code what is asked for there: a code, or free words
	 */
	record Must(String pointer, Criterion criterion, String code) {

	}

}
