package org.zhiqiao.platform.matching;

import java.util.ArrayList;
import java.util.List;

import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.search.ranking.Criterion;
import org.zhiqiao.search.ranking.Weights;

/** Weights in whole per cent that add up to 100. */
public record Percentages(int domain, int language, int country, int wishes) {

	/** What the platform comes with. */
	public static final Percentages SHIPPED = new Percentages(50, 20, 20, 10);

	/**
	 * Stops what cannot be weights.
	 * @param pointer where they stand in the request
	 * @throws InvalidInput naming every wrong place
	 */
	public void check(String pointer) {
		var wrong = new ArrayList<FieldError>();
		for (var criterion : Criterion.values()) {
			var value = of(criterion);
			if (value < 0 || value > 100) {
				wrong.add(new FieldError(pointer + "/" + ReasonViews.code(criterion),
						(value < 0) ? "at-least" : "at-most",
						(value < 0) ? 0 : 100));
			}
		}
		var sum = domain() + language() + country() + wishes();
		if (wrong.isEmpty() && sum != 100) {
			wrong.add(new FieldError(pointer, "weights-sum", sum));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	public int of(Criterion criterion) {
		return switch (criterion) {
			case DOMAIN -> this.domain;
			case LANGUAGE -> this.language;
			case COUNTRY -> this.country;
			case WISHES -> this.wishes;
		};
	}

	/** In the order of {@link Criterion}. */
	public List<Integer> list() {
		return List.of(this.domain, this.language, this.country, this.wishes);
	}

	Weights weights() {
		return new Weights(this.domain, this.language, this.country, this.wishes);
	}

}
