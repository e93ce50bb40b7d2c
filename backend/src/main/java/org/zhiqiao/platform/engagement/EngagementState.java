package org.zhiqiao.platform.engagement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far an engagement has come. */
public enum EngagementState {

	/** Not both have agreed yet. */
	WAITING,
	/** Both have agreed and know each other's contact. */
	IN_CONTACT,
	/** They will work together. */
	AGREED,
	/** A contract is signed. */
	CONTRACT,
	/** The work is done. */
	DONE,
	/** Nothing comes of it although they were in contact. */
	FAILED,
	/** One side did not want. */
	DECLINED,
	/** One side took back what it had said. */
	WITHDRAWN,
	/** The need was closed, or the person has left. */
	ENDED;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<EngagementState> of(String code) {
		return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
	}

	/** Whether both know each other's contact, so that how it goes on can be recorded. */
	boolean exchanged() {
		return switch (this) {
			case IN_CONTACT, AGREED, CONTRACT, DONE, FAILED -> true;
			case WAITING, DECLINED, WITHDRAWN, ENDED -> false;
		};
	}

	/** Whether it is the one that a need and a person have. */
	boolean standing() {
		return this == WAITING || (exchanged() && this != FAILED);
	}

	/** Whether something came of it. */
	boolean outcome() {
		return this == AGREED || this == CONTRACT || this == DONE;
	}

	/** Whether both are asked how it was. */
	boolean over() {
		return this == DONE || this == FAILED;
	}

	/** Whether it ends when the need is closed; what is agreed goes on, for the need is often closed because of it. */
	boolean endsWithNeed() {
		return this == WAITING || this == IN_CONTACT;
	}

}
