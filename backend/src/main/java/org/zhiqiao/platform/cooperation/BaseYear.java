package org.zhiqiao.platform.cooperation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

/**
 * What a base meant to reach in a year, and what it reached.
 *
 * @param version 0 until it is stored
 * @param note what the figures do not say
 * @param reportedAt when it was handed in as the report of the year
 */
record BaseYear(long base, int year, int version, List<Measure> measures, @Nullable String note,
		@Nullable Instant reportedAt) {

	BaseYear {
		measures = List.copyOf(measures);
	}

	static BaseYear empty(long base, int year) {
		return new BaseYear(base, year, 0, List.of(), null, null);
	}

	/** The three things that a base is followed up on (§4.3.1 of the paper). */
	enum Area {

		TRAINING, RESEARCH, OUTPUT;

		/** As clients of the API see it. */
		@JsonValue
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * One figure.
	 *
	 * @param what is counted, such as doctors trained
	 * @param unit such as people
	 * @param target what was meant to be reached
	 * @param result what was reached; none until it is known
	 */
	record Measure(@Nullable Area area, @Nullable String what, @Nullable String unit, @Nullable BigDecimal target,
			@Nullable BigDecimal result) {

	}

}
