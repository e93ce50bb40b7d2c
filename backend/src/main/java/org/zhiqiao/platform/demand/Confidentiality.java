package org.zhiqiao.platform.demand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who may read the text of a published need and learn who posted it. */
public enum Confidentiality {

	/** Everybody. */
	PUBLIC,
	/** Whoever has signed in. */
	REGISTERED,
	/** Its owner and the officials responsible for it; all others see only what field it is in. */
	CONFIDENTIAL;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Confidentiality> of(String code) {
		return Arrays.stream(values()).filter((value) -> value.code().equals(code)).findFirst();
	}

}
