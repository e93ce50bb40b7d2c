package org.zhiqiao.platform.panel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why somebody cannot take a seat. */
enum Obstacle {

	/** Has a conflict of interest that no officer may overlook. */
	CONFLICT(false),
	/** May have a conflict of interest; nobody has decided yet. */
	UNDECIDED(false),
	/** Does not want to serve on this panel. */
	DECLINED(false),
	/** Has not declared what they have to do with the parties. */
	UNDECLARED(false),
	/** Has said that they have no time. */
	UNAVAILABLE(false),
	/** No officer has checked the profile as it stands. */
	UNVERIFIED(false),
	/** Has no senior title. */
	TITLE(false),
	/** Is not known to have been in the field for long enough. */
	EXPERIENCE(false),
	/** Sat on as many panels as allowed within a year. */
	LOAD(false),
	/** Sat on a panel not long ago. */
	ROTATION(false),
	/** Served so badly on earlier panels that their credit is too low. */
	CREDIT(false),
	/** Works for a government body. */
	GOVERNMENT(false),
	/** Was verified by an officer of this very panel since it was set up. */
	KEEPER(false),
	/** Knows none of the fields that the seats are for. */
	FIELD(true),
	/** Speaks none of the languages well enough. */
	LANGUAGE(true),
	/** Has no experience with any of the countries. */
	COUNTRY(true),
	/** Lives on the other side of the border, or nobody knows where. */
	RESIDENCE(true);

	private final boolean ofGroup;

	Obstacle(boolean ofGroup) {
		this.ofGroup = ofGroup;
	}

	/** Whether it keeps from the seats of one group only. */
	boolean ofGroup() {
		return this.ofGroup;
	}

	/** Whether the organiser can give up what stands in the way. */
	boolean canBeGivenUp() {
		return this != CONFLICT && this != DECLINED && this != KEEPER;
	}

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
