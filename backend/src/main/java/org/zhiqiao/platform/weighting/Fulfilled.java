package org.zhiqiao.platform.weighting;

import java.util.Map;

import org.zhiqiao.search.ranking.Criterion;

/** What a person fulfils of each criterion, 0 to 1; not a number where the need does not ask for it or nobody knows. */
record Fulfilled(double domain, double language, double country, double wishes) {

	static Fulfilled of(Map<Criterion, Double> values) {
		return new Fulfilled(values.getOrDefault(Criterion.DOMAIN, Double.NaN),
				values.getOrDefault(Criterion.LANGUAGE, Double.NaN), values.getOrDefault(Criterion.COUNTRY, Double.NaN),
				values.getOrDefault(Criterion.WISHES, Double.NaN));
	}

	double of(Criterion criterion) {
		return switch (criterion) {
			case DOMAIN -> this.domain;
			case LANGUAGE -> this.language;
			case COUNTRY -> this.country;
			case WISHES -> this.wishes;
		};
	}

	boolean knows(Criterion criterion) {
		return !Double.isNaN(of(criterion));
	}

	/** Of how many criteria something is known. */
	int known() {
		var known = 0;
		for (var criterion : Criterion.values()) {
			known += knows(criterion) ? 1 : 0;
		}
		return known;
	}

	Fulfilled only(Criterion criterion) {
		return switch (criterion) {
			case DOMAIN -> new Fulfilled(this.domain, Double.NaN, Double.NaN, Double.NaN);
			case LANGUAGE -> new Fulfilled(Double.NaN, this.language, Double.NaN, Double.NaN);
			case COUNTRY -> new Fulfilled(Double.NaN, Double.NaN, this.country, Double.NaN);
			case WISHES -> new Fulfilled(Double.NaN, Double.NaN, Double.NaN, this.wishes);
		};
	}

}
