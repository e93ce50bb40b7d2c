package org.zhiqiao.platform.panel.solve;

/**
 * A wish: each member with the feature is worth so much more, until there are enough.
 *
 * @param weight for each, in points of fit
 * @param upTo so many members count
 */
public record Coverage(String code, int feature, int weight, int upTo) {

	public Coverage {
		if (weight < 0 || weight > Candidate.BEST || upTo < 1) {
			throw new IllegalArgumentException("Coverage " + code + ": weight " + weight + ", up to " + upTo);
		}
	}

}
