package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ClockWatchTest {

	private static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");

	private final ClockWatch watch = new ClockWatch();

	@Test
	void believesAClockThatKeepsItsPace() {
		for (var minute = 0; minute < 200; minute++) {
			assertThat(steady(Duration.ofMinutes(minute), Duration.ofMinutes(minute))).isTrue();
		}
		// A machine that was busy looks late, and a clock that is corrected moves a little.
		assertThat(steady(Duration.ofHours(9), Duration.ofHours(9).minusMinutes(2))).isTrue();
	}

	@Test
	void doubtsAClockThatJumpsForthUntilItHasKeptItsPace() {
		assertThat(steady(Duration.ZERO, Duration.ZERO)).isTrue();
		assertThat(steady(Duration.ofDays(30), Duration.ofMinutes(1))).isFalse();
		assertThat(steady(Duration.ofDays(30).plusMinutes(59), Duration.ofMinutes(60))).isFalse();
		assertThat(steady(Duration.ofDays(30).plusMinutes(60), Duration.ofMinutes(61))).isTrue();
	}

	@Test
	void doubtsAClockThatJumpsForthAndBack() {
		assertThat(steady(Duration.ZERO, Duration.ZERO)).isTrue();
		assertThat(steady(Duration.ofDays(30), Duration.ofMinutes(1))).isFalse();
		assertThat(steady(Duration.ofMinutes(2), Duration.ofMinutes(2))).isFalse();
		assertThat(steady(Duration.ofMinutes(62), Duration.ofMinutes(62))).isTrue();
	}

	@Test
	void doubtsAClockThatJumpsBack() {
		assertThat(steady(Duration.ofDays(30), Duration.ZERO)).isTrue();
		assertThat(steady(Duration.ZERO, Duration.ofMinutes(1))).isFalse();
	}

	private boolean steady(Duration shown, Duration passed) {
		return this.watch.steady(BEGIN.plus(shown), 77 + passed.toNanos());
	}

}
