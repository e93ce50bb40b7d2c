package org.zhiqiao.platform.matching;

import java.util.List;

/**
 * Somebody was shown a part of a ranking.
 *
 * @param places from 1, in the order in which the people were shown
 */
public record MatchesShown(long demandId, List<Place> places) {

	public MatchesShown {
		places = List.copyOf(places);
	}

	/** Where a person stood. */
	public record Place(long expertId, int place) {

	}

}
