package org.zhiqiao.platform.newsletter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether issues are written. */
enum NewsletterState {

	/** A visitor has yet to confirm that the address is theirs. */
	WAITING,
	/** They are. */
	ACTIVE,
	/** Not any more, until its reader says otherwise. */
	STOPPED;

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
