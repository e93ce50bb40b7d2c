package org.zhiqiao.platform.research;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where what is being written stands. What the public reads stays as it is until the next edition is published. */
enum ResearchState {

	/** Seen by its author alone. */
	DRAFT,
	/** Waits for the administration. */
	SUBMITTED,
	/** The administration wants it changed and has said why. */
	RETURNED,
	/** The public reads it as it stands. */
	PUBLISHED,
	/** It was taken from the public. */
	WITHDRAWN;

	/** As clients of the API see it. */
	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	String word() {
		return "research-" + code();
	}

}
