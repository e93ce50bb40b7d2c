package org.zhiqiao.platform.panel;

import java.nio.ByteBuffer;

import javax.crypto.Mac;

/**
 * Numbers that anybody who knows the seed can make again: HMAC-SHA-256 over a counter, as {@code backend/docs/draw.md} tells it.
 */
final class DrawStream {

	private static final long SPAN = 1L << Integer.SIZE;

	/** One for all blocks, which are many: looking its algorithm up takes longer than a block. */
	private final Mac mac;

	private long counter;

	private ByteBuffer block = ByteBuffer.allocate(0);

	DrawStream(byte[] seed) {
		this.mac = DrawHash.hmac(seed);
	}

	/** A number below a bound, each as likely as any other: what would favour the lower ones is thrown away. */
	int below(int bound) {
		var fair = SPAN - SPAN % bound;
		while (true) {
			var number = next();
			if (number < fair) {
				return (int) (number % bound);
			}
		}
	}

	private long next() {
		if (!this.block.hasRemaining()) {
			this.block = ByteBuffer
					.wrap(this.mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(this.counter++).array()));
		}
		return Integer.toUnsignedLong(this.block.getInt());
	}

}
