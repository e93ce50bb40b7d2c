package org.zhiqiao.platform.cooperation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is told of. */
public enum CooperationKind {

	/** Something that hosts and partners did together, with a beginning and an end. */
	PROJECT,
	/** A place for cooperation that was approved, such as a joint research centre. */
	BASE,
	/** A course, a team or a talent programme that brings people together for some time. */
	PROGRAMME,
	/** A visit or a conference. */
	EVENT;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it has days and people to count. */
	public boolean occasion() {
		return this == PROGRAMME || this == EVENT;
	}

	/** The forms it can have, which the pages have words for; none for projects and bases. */
	public List<String> forms() {
		return switch (this) {
			case PROGRAMME -> List.of("training", "team", "talent");
			case EVENT -> List.of("visit", "mission", "conference", "exchange");
			default -> List.of();
		};
	}

	public static Optional<CooperationKind> of(String code) {
		return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
	}

}
