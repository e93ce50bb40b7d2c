package org.zhiqiao.platform.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a request to join has come. */
enum JoinState {

	/** Nobody has decided yet. */
	WAITING,
	/** They act for the organisation. */
	ACCEPTED,
	/** They do not; the reason was told. */
	REFUSED,
	/** They no longer want to. */
	WITHDRAWN;

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
