package org.zhiqiao.platform.newsletter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a newsletter comes; always in the morning of its reader. */
enum Rhythm {

	/** Each morning. */
	DAILY,
	/** On a day of the week. */
	WEEKLY,
	/** On the first day of a month. */
	MONTHLY;

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Rhythm> of(String code) {
		return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
	}

	/** The next time after a moment. */
	Instant next(Instant after, ZoneId zone, @Nullable DayOfWeek weekday) {
		LocalDate day = on(after.atZone(zone).toLocalDate(), weekday);
		Instant next = day.atTime(MORNING).atZone(zone).toInstant();
		return next.isAfter(after)
				? next
				: on(day.plusDays(1), weekday).atTime(MORNING).atZone(zone).toInstant();
	}

	/** The first day that fits, from one day on. */
	private LocalDate on(LocalDate from, @Nullable DayOfWeek weekday) {
		return switch (this) {
			case DAILY -> from;
			case WEEKLY -> from.with(TemporalAdjusters.nextOrSame(weekday == null ? DayOfWeek.MONDAY : weekday));
			case MONTHLY -> from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
		};
	}

}
