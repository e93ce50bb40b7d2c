package org.zhiqiao.search.team;

import java.util.Collection;

/** A set of numbers below {@value #SIZE}, cheap to compare and to look up. */
record Bits(long low, long high) {

	static final int SIZE = 2 * Long.SIZE;

	static final Bits NONE = new Bits(0, 0);

	static Bits of(Collection<Integer> numbers) {
		Bits bits = NONE;
		for (int number : numbers) {
			bits = bits.with(number);
		}
		return bits;
	}

	Bits with(int number) {
		return (number < Long.SIZE)
				? new Bits(this.low | 1L << number, this.high)
				: new Bits(this.low, this.high | 1L << number);
	}

	Bits and(Bits other) {
		return new Bits(this.low & other.low, this.high & other.high);
	}

	Bits or(Bits other) {
		return new Bits(this.low | other.low, this.high | other.high);
	}

	Bits without(Bits other) {
		return new Bits(this.low & ~other.low, this.high & ~other.high);
	}

	boolean has(int number) {
		return ((number < Long.SIZE) ? this.low >>> number & 1 : this.high >>> number & 1) != 0;
	}

	boolean isEmpty() {
		return (this.low | this.high) == 0;
	}

	boolean isWithin(Bits other) {
		return without(other).isEmpty();
	}

	int size() {
		return Long.bitCount(this.low) + Long.bitCount(this.high);
	}

	/** The lowest number of a set that is not empty. */
	int first() {
		return (this.low != 0)
				? Long.numberOfTrailingZeros(this.low)
				: Long.SIZE + Long.numberOfTrailingZeros(this.high);
	}

}
