package org.zhiqiao.search.ranking;

/**
 * How much each criterion counts. Only their proportions matter, and only among the criteria that
 * a need asks for.
 */
public record Weights(double domain, double language, double country, double wishes) {

	/** Domain counts half; language and country are the other things a bridge is made of. */
	public static final Weights DEFAULT = new Weights(0.5, 0.2, 0.2, 0.1);

	public Weights {
		for (double weight : new double[]{domain, language, country, wishes}) {
			if (!(weight >= 0 && weight <= 1000)) {
				throw new IllegalArgumentException("A weight must be between 0 and 1000: " + weight);
			}
		}
	}

	public double of(Criterion criterion) {
		return switch (criterion) {
			case DOMAIN -> this.domain;
			case LANGUAGE -> this.language;
			case COUNTRY -> this.country;
			case WISHES -> this.wishes;
		};
	}

}
