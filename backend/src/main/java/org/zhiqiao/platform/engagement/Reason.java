package org.zhiqiao.platform.engagement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why nothing came of it. */
enum Reason {

	TOO_BUSY, NOT_MY_FIELD, LOCATION, NOT_FITTING, FOUND_ANOTHER, PLANS_CHANGED, CONDITIONS, CONFLICT_OF_INTEREST, FUNDING, TIME, TECHNICAL, NO_ANSWER, OTHER,
	/** The need was closed. */
	NEED_CLOSED,
	/** The person is not on the platform any more. */
	PERSON_LEFT,
	/** Two profiles were one person, and the other engagement had come further. */
	SAME_PERSON;

	/** When somebody may give it. */
	enum Use {

		/** The person declines. */
		PERSON,
		/** The owner of the need declines. */
		OWNER,
		/** Either side records that it failed. */
		FAILURE

	}

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Reason> of(String code, Use use) {
		return Arrays.stream(values()).filter(reason -> reason.code().equals(code) && reason.serves(use)).findFirst();
	}

	private boolean serves(Use use) {
		return switch (this) {
			case TOO_BUSY, NOT_MY_FIELD -> use == Use.PERSON;
			case NOT_FITTING -> use == Use.OWNER;
			case LOCATION -> use != Use.OWNER;
			case FOUND_ANOTHER, PLANS_CHANGED -> use != Use.PERSON;
			case FUNDING, TIME, TECHNICAL, NO_ANSWER -> use == Use.FAILURE;
			case CONDITIONS, CONFLICT_OF_INTEREST, OTHER -> true;
			case NEED_CLOSED, PERSON_LEFT, SAME_PERSON -> false;
		};
	}

}
