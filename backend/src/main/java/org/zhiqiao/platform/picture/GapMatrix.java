package org.zhiqiao.platform.picture;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Industries against cities or countries, with how much there is of each where they meet.
 *
 * @param columns what the columns are
 * @param city that the figures are of, if the columns are countries; none for all
 * @param country that the figures are about, if the columns are cities; none for all
 * @param language that the people speak; none for any
 * @param industries the lines, all there are
 * @param places the columns: all cities, or the partner countries for which there is anything, the most first
 * @param cells line by line; only those in which there is anything, or in which there should be
 */
record GapMatrix(GapColumns columns, @Nullable String city, @Nullable String country, @Nullable String language,
		List<String> industries, List<String> places, List<GapCell> cells) {

	/** What the columns are. */
	enum GapColumns {

		@JsonProperty("city")
		CITY, @JsonProperty("country")
		COUNTRY

	}

	/**
	 * What there is of an industry in a city or with a country.
	 *
	 * @param needs that are published and open
	 * @param people who are published
	 * @param projects that were recorded
	 * @param bases that were recorded
	 * @param outcomes engagements of needs with people that are agreed, under contract or done
	 * @param leading whether the industry has one of the city's leading ones in it
	 * @param gap what is missing: somebody needs something and nobody is there, or a leading industry has nothing to show
	 */
	record GapCell(String industry, String place, long needs, long people, long projects, long bases,
			long outcomes, boolean leading,
			@Nullable Gap gap) {

	}

	/** What is missing. */
	enum Gap {

		/** There are needs, and no people. */
		@JsonProperty("people")
		PEOPLE,
		/** A leading industry has neither projects nor bases. */
		@JsonProperty("cooperation")
		COOPERATION

	}

}
