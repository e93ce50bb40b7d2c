package org.zhiqiao.platform.demand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a need ended; asked when it is closed, so that both sides learn of it. */
public enum Outcome {

	/** Somebody found here helps or has helped. */
	SOLVED,
	/** Somebody was found by another way. */
	ELSEWHERE,
	/** Nobody was found. */
	UNANSWERED,
	/** It is not needed any more. */
	WITHDRAWN;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Outcome> of(String code) {
		return Arrays.stream(values()).filter((value) -> value.code().equals(code)).findFirst();
	}

}
