package org.zhiqiao.search.ranking;

import java.util.Set;

/**
 * Somebody who knows the subject of a need and whom its musts leave out.
 *
 * @param match how the person would fit if the musts were wishes
 * @param failed the musts that are not fulfilled, by their places in {@link Need#musts()}; never empty
 */
public record Outsider(Match match, Set<Integer> failed) {

	public Outsider {
		failed = Set.copyOf(failed);
		if (failed.isEmpty()) {
			throw new IllegalArgumentException("Nothing leaves this person out");
		}
	}

}
