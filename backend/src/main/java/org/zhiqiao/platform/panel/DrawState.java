package org.zhiqiao.platform.panel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a draw or a direct choice is. */
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
	/** A direct choice waits for the supervisor. */
	@JsonProperty("proposed")
	PROPOSED,
	/** The supervisor has approved a direct choice; its members have their seats. */
	@JsonProperty("chosen")
	CHOSEN,
	/** The supervisor has refused a direct choice. */
	@JsonProperty("refused")
	REFUSED,
	/** The organiser has taken a direct choice back before anybody decided. */
	@JsonProperty("withdrawn")
	WITHDRAWN,
	/** It does not count; it stays on file with the reason. */
	@JsonProperty("void")
	VOID;

	/** Whether people have seats by it. */
	boolean seated() {
		return this == DRAWN || this == CHOSEN;
	}

	/** Whether it is on file only, so that the panel can be changed or its members selected anew. */
	boolean over() {
		return this == VOID || this == REFUSED || this == WITHDRAWN;
	}

	/** Whether what is known of candidates can change nothing any more. */
	boolean closesList() {
		return this == FROZEN || seated();
	}

	/** As a problem names it. */
	String word() {
		return "draw-" + name().toLowerCase(Locale.ROOT);
	}

}
