package org.zhiqiao.platform.panel.solve;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How much time a solve has left, and whether its caller stopped it. */
final class Clock {

	private final long start = System.nanoTime();

	private final long limit;

	private final BooleanSupplier stopped;

	Clock(Duration limit, BooleanSupplier stopped) {
		this.limit = limit.toNanos();
		this.stopped = stopped;
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	Duration left() {
		return Duration.ofNanos(Math.max(0, this.limit - elapsed().toNanos()));
	}

	boolean stopped() {
		return this.stopped.getAsBoolean();
	}

	boolean over() {
		return stopped() || left().isZero();
	}

}
