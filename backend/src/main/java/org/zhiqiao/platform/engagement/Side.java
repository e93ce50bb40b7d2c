package org.zhiqiao.platform.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two sides of an engagement. */
enum Side {

	/** Whoever posted the need, and everybody of the same firm. */
	@JsonProperty("owner")
	OWNER,
	/** The expert. */
	@JsonProperty("person")
	PERSON;

	Side other() {
		return (this == OWNER) ? PERSON : OWNER;
	}

}
