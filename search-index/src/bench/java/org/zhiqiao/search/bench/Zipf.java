package org.zhiqiao.search.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks so that the r-th is drawn in proportion to 1 / (r + 1)^exponent, as words of a
 * language, places and fields of work are.
 */
final class Zipf {

	private final double[] cumulated;

	Zipf(int size, double exponent) {
		this.cumulated = new double[size];
		double sum = 0;
		for (int rank = 0; rank < size; rank++) {
			sum += Math.pow(rank + 1.0, -exponent);
			this.cumulated[rank] = sum;
		}
	}

	/**
	 * A rank, 0 for the most frequent one.
	 */
	int draw(SplittableRandom random) {
		double at = random.nextDouble() * this.cumulated[this.cumulated.length - 1];
		int found = Arrays.binarySearch(this.cumulated, at);
		return Math.min((found >= 0) ? found : -found - 1, this.cumulated.length - 1);
	}

}
