package org.zhiqiao.platform.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When mail about a topic is sent. */
enum MailChoice {

	/** Each at once. */
	AT_ONCE,
	/** All of a day in one mail. */
	DIGEST,
	/** Not at all. */
	NEVER;

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<MailChoice> of(String code) {
		return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
	}

}
