package org.zhiqiao.platform.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.moment.Moments;

/**
 * How somebody wants to be told of things.
 *
 * @param version 0 before they chose anything
 * @param zone none if they chose none
 * @param quiet none if mail may come at any time
 * @param choices those that differ from {@link Choice#FIRST} and those that do not, as they were chosen
 */
record Preferences(int version, @Nullable ZoneId zone, @Nullable Quiet quiet, Map<Topic, Choice> choices) {

	/** The mail of the day is there when people begin to work. */
	static final LocalTime MORNING = LocalTime.of(8, 0);

	static final Preferences NONE = new Preferences(0, null, null, Map.of());

	Preferences {
		choices = Map.copyOf(choices);
	}

	/**
	 * When somebody does not want mail.
	 *
	 * @param from the first minute that is quiet
	 * @param to the first that is not; earlier than {@code from} if the quiet lasts over midnight
	 */
	record Quiet(LocalTime from, LocalTime to) {

		boolean holds(LocalTime time) {
			return this.from.isBefore(this.to)
					? !time.isBefore(this.from) && time.isBefore(this.to)
					: !time.isBefore(this.from) || time.isBefore(this.to);
		}

	}

	Choice choice(Topic topic) {
		return this.choices.getOrDefault(topic, Choice.FIRST);
	}

	/** The chosen zone, else the one of the profile, else the one of Anhui. */
	ZoneId zone(@Nullable ZoneId home) {
		return Objects.requireNonNullElse(this.zone, Objects.requireNonNullElse(home, Moments.HERE));
	}

	/** The first moment from now on at which mail may be sent. */
	Instant mailAt(Instant now, ZoneId zone) {
		Quiet hours = this.quiet;
		if (hours == null) {
			return now;
		}
		ZonedDateTime here = now.atZone(zone);
		if (!hours.holds(here.toLocalTime())) {
			return now;
		}
		boolean tomorrow = !here.toLocalTime().isBefore(hours.to());
		ZonedDateTime end = here.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(hours.to()).atZone(zone);
		// Where clocks are put back the end comes twice; in the second round only the second is still to come.
		return end.toInstant().isAfter(now) ? end.toInstant() : end.withLaterOffsetAtOverlap().toInstant();
	}

	/** The next morning. */
	static Instant digestAfter(Instant now, ZoneId zone) {
		ZonedDateTime here = now.atZone(zone);
		ZonedDateTime morning = here.toLocalDate().atTime(MORNING).atZone(zone);
		return morning.toInstant().isAfter(now)
				? morning.toInstant()
				: here.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
	}

}
