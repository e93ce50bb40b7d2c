package org.zhiqiao.platform.panel.solve;

/**
 * Two candidates who may not sit together. The lower number stands first, so that equal conflicts are equal.
 */
public record Conflict(long one, long other) implements Comparable<Conflict> {

	public Conflict {
		if (one == other) {
			throw new IllegalArgumentException("Candidate " + one + " in conflict with themselves");
		}
		if (one > other) {
			var lower = other;
			other = one;
			one = lower;
		}
	}

	@Override
	public int compareTo(Conflict conflict) {
		var first = Long.compare(this.one, conflict.one);
		return (first != 0) ? first : Long.compare(this.other, conflict.other);
	}

}
