package org.zhiqiao.platform.panel;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

	@Test
	void countsFromTheDayAfterAndLeavesWeekendsOut() {
		// Wednesday noon in Beijing; the fifth working day after it is the next Wednesday.
		assertThat(WorkingDays.after(Instant.parse("2026-03-04T04:00:00Z"), 5))
				.isEqualTo(Instant.parse("2026-03-11T16:00:00Z"));
		// Saturday.
		assertThat(WorkingDays.after(Instant.parse("2026-03-07T04:00:00Z"), 1))
				.isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
	}

	@Test
	void goesByTheDayOfBeijing() {
		// Still Sunday in UTC, and Monday already in Beijing.
		assertThat(WorkingDays.after(Instant.parse("2026-03-08T17:00:00Z"), 1))
				.isEqualTo(Instant.parse("2026-03-10T16:00:00Z"));
	}

}
