package org.zhiqiao.search;

/**
 * How strongly a piece of evidence speaks for a person, from how much of the need's words it covers
 * and how similar its meaning is; one fixed curve for all needs, so that strengths can be compared
 * between them.
 * <p>
 * Both are brought to standard deviations above the unrelated and added. The strength grows by half
 * with each 0.8 of them: a piece on the very subject outweighs any number that have only the
 * field in common. The constants were found on research abstracts and cross-checked on terms
 * across languages; they are flat about these values.
 */
public final class EvidenceStrength {

	/** Deviations for covering all of the need's words. */
	private static final double FULL_COVERAGE = 2;

	/** Growth by the deviation, natural logarithm. */
	private static final double GROWTH = 0.5;

	/** From so many deviations on a piece cannot be stronger. */
	private static final double FULL = 5.5;

	private EvidenceStrength() {}

	/**
	 * The strength of a piece, above 0 and at most 1.
	 * @param coverage share of the need's words, weighed by how telling they are, 0 to 1
	 * @param similarity in standard deviations; not a number where it is not known, and then what
	 * pieces of such coverage usually have
	 */
	public static double of(double coverage, double similarity) {
		double known = Double.isNaN(similarity) ? usualSimilarity(coverage) : similarity;
		return Math.min(1, Math.exp(GROWTH * (known + FULL_COVERAGE * coverage - FULL)));
	}

	private static double usualSimilarity(double coverage) {
		return 1.2 * Math.log((coverage + 0.02) / 0.04);
	}

	/**
	 * What the r-th best piece of a person counts, r from 1: a second and third one make sure, a
	 * ninth adds nothing.
	 */
	public static double discount(int rank) {
		return (rank > PIECES) ? 0 : Math.log(2) / Math.log(rank + 1.0);
	}

	/** So many pieces of a person count. */
	public static final int PIECES = 8;

}
