package org.zhiqiao.platform.matching;

import java.util.List;
import java.util.Map;

import org.zhiqiao.search.Audience;

/**
 * Somebody was shown a part of a ranking.
 *
 * @param demandVersion which version of the need
 * @param audience what the reader may see of people; what they fulfil depends on it
 * @param places from 1, in the order in which the people were shown
 */
public record MatchesShown(long demandId, int demandVersion, Audience audience, List<Place> places) {

	public MatchesShown {
		places = List.copyOf(places);
	}

	/**
	 * Where a person stood.
	 *
	 * @param values how well they fulfilled each criterion that was asked for, 0 to 1, by {@code domain}, {@code language},
	 * {@code country} and {@code wishes}
	 */
	public record Place(long expertId, int place, Map<String, Double> values) {

		public Place {
			values = Map.copyOf(values);
		}

	}

}
