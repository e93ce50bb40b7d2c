package org.zhiqiao.platform.picture;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How concentrated cooperation is on industries or partner countries; see {@link Herfindahl} for the formulas.
 *
 * @param city that the figures are of; none for the province
 * @param from the first year; none if all there is counts
 * @param to the last year
 * @param closedNeeds which needs that are over are among those counted
 * @param all over all these years together, with every share
 * @param years each by itself, the first one first, with the first three shares
 */
record ConcentrationView(By by, @Nullable String city, @Nullable Integer from, @Nullable Integer to,
		ClosedCounted closedNeeds, List<Spread> all, List<YearSpread> years) {

	/** By what it is measured. */
	enum By {

		@JsonProperty("industry")
		INDUSTRY, @JsonProperty("country")
		COUNTRY

	}

	/** Which needs that are over the reader may know of. */
	enum ClosedCounted {

		/** All of those that are counted here. */
		@JsonProperty("all")
		ALL,
		/** Those of the reader's city. */
		@JsonProperty("own")
		OWN,
		/** None. */
		@JsonProperty("none")
		NONE

	}

	/** The figures of a year, in the order of the measures. */
	record YearSpread(int year, List<Spread> spreads) {

	}

	/**
	 * How one measure is spread.
	 *
	 * @param things how many there are, each counted once
	 * @param counted the sum over industries or countries
	 * @param places how many of these have anything
	 * @param cr3 share of the first three, 0 to 1; absent where there is nothing
	 * @param hhi index of Herfindahl and Hirschman, 0 to 1; absent where there is nothing
	 * @param shares the most first
	 */
	record Spread(Measure measure, long things, long counted, int places, @Nullable Double cr3, @Nullable Double hhi,
			List<CodeShare> shares) {

	}

	/**
	 * The part of an industry or a country.
	 *
	 * @param share of what is counted, 0 to 1
	 */
	record CodeShare(String code, long count, double share) {

	}

}
