package org.zhiqiao.platform.panel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a draw is. */
enum DrawState {

	/** The officers give their commitments; the list is not frozen yet. */
	@JsonProperty("open")
	OPEN,
	/** The list is frozen; the officers reveal their secrets. */
	@JsonProperty("frozen")
	FROZEN,
	/** Everything is on file, the members too. */
	@JsonProperty("drawn")
	DRAWN,
	/** It does not count; it stays on file with the reason. */
	@JsonProperty("void")
	VOID;

	/** As a problem names it. */
	String word() {
		return "draw-" + name().toLowerCase(Locale.ROOT);
	}

}
