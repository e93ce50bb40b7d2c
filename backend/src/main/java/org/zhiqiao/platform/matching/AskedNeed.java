package org.zhiqiao.platform.matching;

import java.util.List;

import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Need;

/**
 * A need as the ranking takes it, with the way back to the form.
 *
 * @param entries where in the form each must and wish of the need stands, in the order of {@link Need#conditions()}
 */
record AskedNeed(Need need, List<Entry> entries) {

	AskedNeed {
		entries = List.copyOf(entries);
		if (entries.size() != need.conditions().size()) {
			throw new IllegalArgumentException("Every must and wish needs its place");
		}
	}

	/** Where the musts stand, in the order of {@link Need#musts()}. */
	List<Entry> musts() {
		return this.entries.stream().filter(Entry::must).toList();
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
	 * Where a must or wish stands.
	 *
	 * @param pointer a JSON pointer into the form, such as {@code /languages/0}
	 * @param code what is asked for there: a code, or free words
	 */
	record Entry(String pointer, Criterion criterion, String code, boolean must) {

	}

}
