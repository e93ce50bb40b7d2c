package org.zhiqiao.platform.panel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;

import org.zhiqiao.platform.moment.Moments;

/** Counts days from Monday to Friday in Beijing. Public holidays, which are set anew each year, are counted as the days they fall on. */
final class WorkingDays {

	private static final EnumSet<DayOfWeek> OFF = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private WorkingDays() {}

	/** The end of the last of so many working days after the day of a moment. */
	static Instant after(Instant moment, int days) {
		var day = LocalDate.ofInstant(moment, Moments.HERE);
		for (var left = days; left > 0;) {
			day = day.plusDays(1);
			if (!OFF.contains(day.getDayOfWeek())) {
				left--;
			}
		}
		return day.plusDays(1).atStartOfDay(Moments.HERE).toInstant();
	}

}
