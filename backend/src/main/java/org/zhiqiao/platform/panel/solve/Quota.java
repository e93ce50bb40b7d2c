package org.zhiqiao.platform.panel.solve;

/**
 * So many members, or such a share of the panel, or both: {@code count + parts / of × seats}. A share is rounded in
 * favour of the rule: up where at least so many are asked for, down where at most.
 *
 * @param count may be negative where a share was lowered
 */
public record Quota(int count, int parts, int of) {

	public Quota {
		if (parts < 0 || of < 1 || parts > of) {
			throw new IllegalArgumentException("A share is between 0 and 1: " + parts + "/" + of);
		}
	}

	/** A fixed number of members. */
	public static Quota of(int count) {
		return new Quota(count, 0, 1);
	}

	/** A share of all members. */
	public static Quota share(int parts, int of) {
		return new Quota(0, parts, of);
	}

	/** How many are needed of a panel of so many. */
	public int least(int seats) {
		return Math.max(0, this.count + Math.ceilDiv(this.parts * seats, this.of));
	}

	/** How many are allowed on a panel of so many. */
	public int most(int seats) {
		return this.count + Math.floorDiv(this.parts * seats, this.of);
	}

	Quota plus(int more) {
		return new Quota(this.count + more, this.parts, this.of);
	}

}
