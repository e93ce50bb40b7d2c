package org.zhiqiao.platform.panel.solve;

/**
 * What is taken off the sum of fits, in points of fit.
 *
 * @param load for each review that a member has done lately, so that work goes round
 * @param seat for each member: whoever adds less to a panel of open size is left out. At 0 the largest panel wins
 */
public record Costs(int load, int seat) {

	/** Nothing is taken off. */
	public static final Costs NONE = new Costs(0, 0);

	public Costs {
		if (load < 0 || seat < 0) {
			throw new IllegalArgumentException("Costs are not negative: " + load + ", " + seat);
		}
	}

}
