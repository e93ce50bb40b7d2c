package org.zhiqiao.platform.newsletter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a newsletter takes what it tells from. */
enum Source {

	/** A search of the directory. */
	EXPERTS("/experts"),
	/** A search of the board of needs. */
	DEMANDS("/demands"),
	/** Kinds, industries and countries. */
	TOPICS("/stories");

	private final String page;

	Source(String page) {
		this.page = page;
	}

	/** The path of the page that shows all of it. */
	String page() {
		return this.page;
	}

	@JsonValue
	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Source> of(String code) {
		return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
	}

}
