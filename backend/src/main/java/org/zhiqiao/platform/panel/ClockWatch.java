package org.zhiqiao.platform.panel;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a clock can be believed: it has to have moved as far as time has passed since the last look. One that was set
 * forth or back is not believed until it has kept its pace for a while, so that nobody loses a seat because a machine had the
 * wrong date for some minutes. What was before the process began cannot be known.
 */
final class ClockWatch {

	/** A clock that is merely corrected moves by less. */
	static final Duration SLACK = Duration.ofMinutes(5);

	/** Long enough for somebody to set a clock right. */
	static final Duration DOUBT = Duration.ofHours(1);

	/** What a clock showed at some nanosecond of the process. */
	private record Look(Instant shown, long nanos) {

	}

	private @Nullable Look last;

	private @Nullable Look jump;

	/**
	 * @param shown what the clock shows
	 * @param nanos what the process counts, as {@link System#nanoTime} does
	 */
	boolean steady(Instant shown, long nanos) {
		var before = this.last;
		this.last = new Look(shown, nanos);
		if (before != null && Duration.between(before.shown(), shown).minusNanos(nanos - before.nanos()).abs()
				.compareTo(SLACK) > 0) {
			this.jump = this.last;
		}
		var jumped = this.jump;
		if (jumped != null && nanos - jumped.nanos() >= DOUBT.toNanos()) {
			this.jump = null;
		}
		return this.jump == null;
	}

}
