package org.zhiqiao.platform.weighting;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.matching.Percentages;

/**
 * What outcomes say of the weights.
 *
 * @param verdict {@code too-few}, {@code no-gain}, {@code uncertain} or {@code suggested}
 * @param needs so many needs have pairs with what people fulfilled before something came about
 * @param needed so many are asked for
 * @param pairs of those needs: of one person with whom something came about and one with whom nothing did
 * @param current the weights that hold
 * @param currentShare of the pairs that the weights that hold put in the right order, each need weighing the same; none without
 * pairs
 * @param best the weights that would do best near those that hold; only from so many needs on
 * @param bestShare of the pairs, with those; on the very needs to which they were fitted
 * @param low the interval of the gain that weights found anew from some of the needs have on those left out: lower end
 * @param high upper end
 * @param rounds how often that was tried
 * @param seed from which the same figures come again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(String verdict, int needs, int needed, int pairs, Percentages current, @Nullable Double currentShare,
		@Nullable Percentages best, @Nullable Double bestShare, @Nullable Double low, @Nullable Double high, int rounds,
		long seed, List<CriterionFigures> criteria) {

	static final String TOO_FEW = "too-few";

	static final String NO_GAIN = "no-gain";

	static final String UNCERTAIN = "uncertain";

	static final String SUGGESTED = "suggested";

	/**
	 * What one criterion alone says, of all needs, those included of which only what people fulfil now is known.
	 *
	 * @param criterion {@code domain}, {@code language}, {@code country} or {@code wishes}
	 * @param needs that ask for it and have pairs
	 * @param came the mean of those with whom something came about, 0 to 1, each need weighing the same; none without needs
	 * @param others the mean of the others
	 * @param share of the pairs that it alone puts in the right order, where both fulfil it alike half
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CriterionFigures(String criterion, int needs, @Nullable Double came, @Nullable Double others,
			@Nullable Double share) {

	}

	/** The weights that may be followed; none unless they are well founded. */
	@Nullable
	Percentages suggested() {
		return SUGGESTED.equals(this.verdict) ? this.best : null;
	}

}
