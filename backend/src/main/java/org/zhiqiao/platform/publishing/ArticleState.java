package org.zhiqiao.platform.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the manuscript of an article stands. An edition published before stays readable meanwhile. */
public enum ArticleState {

	/** Seen by its author alone. */
	DRAFT,
	/** Waits for the administration. */
	SUBMITTED,
	/** The administration wants it changed and has said why. */
	RETURNED,
	/** The public reads it as it stands. */
	PUBLISHED,
	/** Taken from the public. */
	WITHDRAWN;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
