package org.zhiqiao.platform.research;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is written. */
enum ResearchKind {

	/** Of the think tank, under its research themes (§4.6.2 of the paper). */
	STUDY,
	/** What projects are wanted, topic by topic. */
	GUIDE;

	/** As clients of the API see it. */
	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Where the public reads one. */
	String path(long id) {
		return ((this == STUDY) ? "/research/" : "/guides/") + id;
	}

	static Optional<ResearchKind> of(String code) {
		return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
	}

}
