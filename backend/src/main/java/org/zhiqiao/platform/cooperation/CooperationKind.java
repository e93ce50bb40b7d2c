package org.zhiqiao.platform.cooperation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is told of. */
public enum CooperationKind {

	/** Something that hosts and partners did together, with a beginning and an end. */
	PROJECT,
	/** A place for cooperation that was approved, such as a joint research centre. */
	BASE;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<CooperationKind> of(String code) {
		return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
	}

}
