package org.zhiqiao.platform.panel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a review has got. */
enum ReviewStage {

	/** Set up; nobody was told yet. */
	@JsonProperty("prepared")
	PREPARED,
	/** Members give points, until it is due or all have signed. */
	@JsonProperty("open")
	OPEN,
	/** No points are given any more; the conclusion is being written. */
	@JsonProperty("closed")
	CLOSED,
	/** Members have the minutes, and sign them or write a dissent. */
	@JsonProperty("signing")
	SIGNING,
	/** The organiser has asked for it to be settled. */
	@JsonProperty("proposed")
	PROPOSED,
	/** Nothing changes any more. */
	@JsonProperty("settled")
	SETTLED;

	/** As a problem names it. */
	String word() {
		return "review-" + name().toLowerCase(Locale.ROOT);
	}

}
