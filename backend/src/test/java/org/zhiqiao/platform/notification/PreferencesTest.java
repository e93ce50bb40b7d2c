package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Preferences.Quiet;

class PreferencesTest {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static Instant mailAt(String from, String to, String now, ZoneId zone) {
		return new Preferences(1, null, new Quiet(LocalTime.parse(from), LocalTime.parse(to)), Map.of())
				.mailAt(Instant.parse(now), zone);
	}

	@Test
	void writesAtOnceOutsideQuietHours() {
		assertThat(Preferences.NONE.mailAt(Instant.parse("2026-03-01T03:00:00Z"), BERLIN))
				.isEqualTo("2026-03-01T03:00:00Z");
		assertThat(mailAt("12:00", "14:00", "2026-03-01T13:00:00Z", BERLIN)).as("14:00 is not quiet any more")
				.isEqualTo("2026-03-01T13:00:00Z");
		assertThat(mailAt("22:00", "07:00", "2026-03-01T20:59:59Z", BERLIN)).isEqualTo("2026-03-01T20:59:59Z");
	}

	@Test
	void waitsForTheEndOfQuietHoursAlsoOverMidnight() {
		assertThat(mailAt("12:00", "14:00", "2026-03-01T11:00:00Z", BERLIN)).isEqualTo("2026-03-01T13:00:00Z");
		assertThat(mailAt("22:00", "07:00", "2026-03-01T21:00:00Z", BERLIN)).isEqualTo("2026-03-02T06:00:00Z");
		assertThat(mailAt("22:00", "07:00", "2026-03-01T23:30:00Z", BERLIN)).isEqualTo("2026-03-02T06:00:00Z");
		assertThat(mailAt("22:00", "07:00", "2026-03-01T14:00:00Z", Moments.HERE)).as("22:00 in Anhui")
				.isEqualTo("2026-03-01T23:00:00Z");
	}

	@Test
	void knowsThatClocksArePutForwardAndBack() {
		// 29 March 2026: 02:00 becomes 03:00. The night is an hour shorter, and 02:30 is not on any clock.
		assertThat(mailAt("22:00", "07:00", "2026-03-28T22:00:00Z", BERLIN)).isEqualTo("2026-03-29T05:00:00Z");
		assertThat(mailAt("22:00", "02:30", "2026-03-28T22:00:00Z", BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
		// 25 October 2026: 03:00 becomes 02:00, so that 02:15 comes twice.
		assertThat(mailAt("22:00", "07:00", "2026-10-24T22:00:00Z", BERLIN)).isEqualTo("2026-10-25T06:00:00Z");
		assertThat(mailAt("22:00", "02:30", "2026-10-25T00:15:00Z", BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
		assertThat(mailAt("22:00", "02:30", "2026-10-25T01:15:00Z", BERLIN)).as("in the second round")
				.isEqualTo("2026-10-25T01:30:00Z");
	}

	@Test
	void writesTheDailyMailInTheMorningOfTheReader() {
		assertThat(Preferences.digestAfter(Instant.parse("2026-03-01T06:59:59Z"), BERLIN))
				.isEqualTo("2026-03-01T07:00:00Z");
		assertThat(Preferences.digestAfter(Instant.parse("2026-03-01T07:00:00Z"), BERLIN)).as("the next one")
				.isEqualTo("2026-03-02T07:00:00Z");
		assertThat(Preferences.digestAfter(Instant.parse("2026-03-28T12:00:00Z"), BERLIN)).as("summer time")
				.isEqualTo("2026-03-29T06:00:00Z");
		assertThat(Preferences.digestAfter(Instant.parse("2026-03-01T12:00:00Z"), Moments.HERE))
				.isEqualTo("2026-03-02T00:00:00Z");
	}

	@Test
	void livesByTheChosenZoneElseTheProfilesElseAnhuis() {
		assertThat(Preferences.NONE.zone(null)).isEqualTo(Moments.HERE);
		assertThat(Preferences.NONE.zone(BERLIN)).isEqualTo(BERLIN);
		assertThat(new Preferences(1, ZoneId.of("Asia/Tokyo"), null, Map.of()).zone(BERLIN))
				.isEqualTo(ZoneId.of("Asia/Tokyo"));
	}

}
