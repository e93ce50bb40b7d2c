package org.zhiqiao.platform.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.moment.Moments;

class RhythmTest {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static Instant next(Rhythm rhythm, String after) {
		return rhythm.next(Instant.parse(after), BERLIN, DayOfWeek.WEDNESDAY);
	}

	@Test
	void comesInTheMorningOfTheReader() {
		assertThat(next(Rhythm.DAILY, "2026-03-02T06:59:00Z")).isEqualTo("2026-03-02T07:00:00Z");
		assertThat(next(Rhythm.DAILY, "2026-03-02T07:00:00Z")).isEqualTo("2026-03-03T07:00:00Z");
		assertThat(Rhythm.DAILY.next(Instant.parse("2026-03-02T07:00:00Z"), Moments.HERE, null))
				.isEqualTo("2026-03-03T00:00:00Z");
	}

	@Test
	void comesOnItsDayOfTheWeekOrTheFirstOfAMonth() {
		assertThat(next(Rhythm.WEEKLY, "2026-03-02T12:00:00Z")).isEqualTo("2026-03-04T07:00:00Z");
		assertThat(next(Rhythm.WEEKLY, "2026-03-04T06:00:00Z")).isEqualTo("2026-03-04T07:00:00Z");
		assertThat(next(Rhythm.WEEKLY, "2026-03-04T07:00:00Z")).isEqualTo("2026-03-11T07:00:00Z");
		assertThat(next(Rhythm.MONTHLY, "2026-03-01T06:00:00Z")).isEqualTo("2026-03-01T07:00:00Z");
		assertThat(next(Rhythm.MONTHLY, "2026-03-01T07:00:00Z")).as("in summer time").isEqualTo("2026-04-01T06:00:00Z");
		assertThat(next(Rhythm.MONTHLY, "2026-12-15T07:00:00Z")).isEqualTo("2027-01-01T07:00:00Z");
	}

	@Test
	void staysAtEightWhenClocksChange() {
		assertThat(next(Rhythm.DAILY, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T06:00:00Z");
		assertThat(next(Rhythm.DAILY, "2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T07:00:00Z");
	}

}
