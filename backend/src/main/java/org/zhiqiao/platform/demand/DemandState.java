package org.zhiqiao.platform.demand;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a need stands on its way from a draft to a closed matter. */
public enum DemandState {

	/** Seen by its owner alone. */
	DRAFT,
	/** Waits for an official. */
	SUBMITTED,
	/** An official wants it changed and has said why. */
	RETURNED,
	/** On the board and open to matching. */
	PUBLISHED,
	/** Over. */
	CLOSED;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
