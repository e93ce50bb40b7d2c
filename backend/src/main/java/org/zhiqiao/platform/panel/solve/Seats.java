package org.zhiqiao.platform.panel.solve;

/**
 * How many members a panel has.
 *
 * @param odd whether only odd numbers are allowed, so that a vote has a majority
 */
public record Seats(int least, int most, boolean odd) {

	public Seats {
		if (least < 1 || most < least) {
			throw new IllegalArgumentException("Seats from " + least + " to " + most);
		}
		if (odd && least == most && least % 2 == 0) {
			throw new IllegalArgumentException("No odd number of seats from " + least + " to " + most);
		}
	}

	/** Exactly so many. */
	public static Seats exactly(int seats) {
		return new Seats(seats, seats, false);
	}

	/** An odd number in a range. */
	public static Seats odd(int least, int most) {
		return new Seats(least, most, true);
	}

	boolean allow(int seats) {
		return seats >= this.least && seats <= this.most && (!this.odd || seats % 2 == 1);
	}

}
