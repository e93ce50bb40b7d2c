package org.zhiqiao.platform.panel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody does not take a seat. */
enum DeclineReason {

	/** Has a conflict of interest. */
	@JsonProperty("conflict")
	CONFLICT,
	/** Has no time. */
	@JsonProperty("no-time")
	NO_TIME,
	/** Does not know the field well enough. */
	@JsonProperty("not-my-field")
	NOT_MY_FIELD,
	/** Is away. */
	@JsonProperty("absent")
	ABSENT,
	/** Something else, told in the note. */
	@JsonProperty("other")
	OTHER

}
