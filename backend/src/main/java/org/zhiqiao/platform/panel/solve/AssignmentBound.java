package org.zhiqiao.platform.panel.solve;

import java.util.Arrays;

/**
 * An upper bound that holds whatever the prices are (Lagrange): each item may take whom it likes, but its fits are
 * weighed and each person costs a price, and pays it back once for each item they can review. Prices from a linear
 * programme over some of the pairs thus give a bound over all of them.
 */
final class AssignmentBound {

	/** Far above rounding in sums of this size, far below a point of fit. */
	private static final double ROUNDING = 1e-5;

	private final Matrix matrix;

	/** For each item, at least 0. */
	private final double[] weight;

	/** For each person, at least 0. */
	private final double[] price;

	/** On the sum of the weighed services. */
	private final double bound;

	private AssignmentBound(Matrix matrix, double[] weight, double[] price, double bound) {
		this.matrix = matrix;
		this.weight = weight;
		this.price = price;
		this.bound = bound;
	}

	static AssignmentBound of(Matrix matrix, double[] weight, double[] price) {
		var bound = 0.0;
		for (var person = 0; person < matrix.people; person++) {
			bound += matrix.capacity[person] * price[person];
		}
		for (var item = 0; item < matrix.items; item++) {
			var values = values(matrix, weight, price, item);
			Arrays.sort(values);
			for (var i = 1; i <= matrix.reviewers[item]; i++) {
				bound += values[values.length - i];
			}
		}
		return new AssignmentBound(matrix, weight, price, bound);
	}

	/** For each pair of an item what it is worth at these prices. */
	double[] values(int item) {
		return values(this.matrix, this.weight, this.price, item);
	}

	private static double[] values(Matrix matrix, double[] weight, double[] price, int item) {
		var values = new double[matrix.person[item].length];
		for (var place = 0; place < values.length; place++) {
			values[place] = weight[item] * matrix.fit[item][place] - price[matrix.person[item][place]];
		}
		return values;
	}

	/** What the last one is worth whom an item would take. */
	double threshold(int item) {
		var values = values(item);
		Arrays.sort(values);
		return values[values.length - this.matrix.reviewers[item]];
	}

	/** For any weights: no item is served worse than their mean. */
	long worst() {
		return (long) Math.floor(this.bound / Arrays.stream(this.weight).sum() + ROUNDING);
	}

	/** For weights of one and more: what is more than one is bought back at the service that every item has at least. */
	long total(long worst) {
		var total = this.bound;
		for (var one : this.weight) {
			total -= (one - 1) * worst;
		}
		return (long) Math.floor(total + ROUNDING);
	}

}
