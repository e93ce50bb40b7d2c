package org.zhiqiao.platform.matching;

import java.util.ArrayList;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.search.ranking.Weights;

/** Weights as a page sends them, 0 to 100 each; only their proportions matter. What is left out has its usual weight. */
record WeightsAsked(@Nullable Double domain, @Nullable Double language, @Nullable Double country,
		@Nullable Double wishes) {

	private static final double MOST = 100;

	/**
	 * The weights.
	 * @param usual those of what is left out, on the same scale
	 * @param pointer where they stand in the request
	 */
	Weights weights(Weights usual, String pointer) {
		var wrong = new ArrayList<FieldError>();
		var weights = new double[]{value(this.domain, usual.domain(), pointer + "/domain", wrong),
				value(this.language, usual.language(), pointer + "/language", wrong),
				value(this.country, usual.country(), pointer + "/country", wrong),
				value(this.wishes, usual.wishes(), pointer + "/wishes", wrong)};
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new Weights(weights[0], weights[1], weights[2], weights[3]);
	}

	private static double value(@Nullable Double asked, double usual, String pointer, ArrayList<FieldError> wrong) {
		if (asked == null) {
			return usual;
		}
		if (!(asked >= 0)) {
			wrong.add(new FieldError(pointer, "at-least", 0));
		} else if (asked > MOST) {
			wrong.add(new FieldError(pointer, "at-most", 100));
		}
		return asked;
	}

}
