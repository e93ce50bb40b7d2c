package org.zhiqiao.platform.cooperation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where what somebody is writing stands. What was recorded before goes on to count meanwhile. */
public enum CooperationState {

	/** Seen by its author alone. */
	DRAFT,
	/** Waits for the administration. */
	SUBMITTED,
	/** The administration wants it changed and has said why. */
	RETURNED,
	/** It counts as it stands. */
	RECORDED;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** As a problem names it. */
	String word() {
		return "cooperation-" + code();
	}

}
