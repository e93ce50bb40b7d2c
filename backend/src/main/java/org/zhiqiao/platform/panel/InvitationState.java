package org.zhiqiao.platform.panel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of an invitation. */
enum InvitationState {

	/** Waits for an answer. */
	@JsonProperty("open")
	OPEN,
	/** The person comes, and has declared that they have no conflict of interest. */
	@JsonProperty("accepted")
	ACCEPTED,
	/** The person does not come, whether or not they had accepted before. */
	@JsonProperty("declined")
	DECLINED,
	/** Nobody answered in time. */
	@JsonProperty("expired")
	EXPIRED,
	/** The person's profile is not published any more. */
	@JsonProperty("droppedOut")
	DROPPED_OUT,
	/** The organiser has excused the person, who came to have a conflict of interest. */
	@JsonProperty("excused")
	EXCUSED,
	/** The draw does not count. */
	@JsonProperty("revoked")
	REVOKED;

	/** Whether the seat is the person's. */
	boolean standing() {
		return this == OPEN || this == ACCEPTED;
	}

	/** As a problem names it. */
	String word() {
		return "invitation-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
