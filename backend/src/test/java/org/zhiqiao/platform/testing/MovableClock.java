package org.zhiqiao.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that a test moves on, instead of waiting. */
public final class MovableClock extends Clock {

	private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

	/** Lets time pass. */
	public void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new Elsewhere(this, zone);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	/** The same clock, read in another zone. */
	private static final class Elsewhere extends Clock {

		private final MovableClock clock;

		private final ZoneId zone;

		private Elsewhere(MovableClock clock, ZoneId zone) {
			this.clock = clock;
			this.zone = zone;
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId other) {
			return new Elsewhere(this.clock, other);
		}

		@Override
		public Instant instant() {
			return this.clock.instant();
		}

	}

}
