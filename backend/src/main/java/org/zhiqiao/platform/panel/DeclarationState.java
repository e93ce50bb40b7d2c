package org.zhiqiao.platform.panel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of asking somebody for a declaration. */
enum DeclarationState {

	/** No answer yet. */
	@JsonProperty("asked")
	ASKED,
	/** Says that there is no tie. */
	@JsonProperty("noConflict")
	NO_CONFLICT,
	/** Has told ties. */
	@JsonProperty("ties")
	TIES,
	/** Does not want to serve on this panel. */
	@JsonProperty("unwilling")
	UNWILLING,
	/** Answered about items or parties that have changed since. */
	@JsonProperty("outdated")
	OUTDATED;

	/** Whether the answer holds for what is reviewed now. */
	boolean declared() {
		return this == NO_CONFLICT || this == TIES;
	}

}
