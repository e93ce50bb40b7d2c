package org.zhiqiao.platform.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups by which people choose how they are told of things. */
public enum Topic {

	/** Needs that are posted, reviewed and returned, and who helps with them. */
	NEEDS,
	/** Being asked to sit on a panel or to declare interests. */
	INVITATIONS,
	/** The work of panels. */
	PANELS,
	/** Articles, projects and bases, studies and guides. */
	COOPERATION,
	/** The account itself, and for whom one acts. */
	ACCOUNT;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Topic> of(String code) {
		return Arrays.stream(values()).filter(topic -> topic.code().equals(code)).findFirst();
	}

}
