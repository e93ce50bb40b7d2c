package org.zhiqiao.platform.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something a machine may lack, found by an environment variable. */
public enum Facility {

	/** A MySQL server on which schemas may be made and dropped. */
	MYSQL("ZHIQIAO_TEST_MYSQL_URL"),
	/** The path of a Chromium. */
	CHROMIUM("ZHIQIAO_TEST_CHROMIUM");

	/** {@code all}, or the names of facilities with commas between them. */
	static final String REQUIRED = "ZHIQIAO_TEST_REQUIRE";

	private final String variable;

	Facility(String variable) {
		this.variable = variable;
	}

	/** Where the facility is, or empty when this machine lacks it. */
	public Optional<String> location() {
		return Optional.ofNullable(System.getenv(this.variable)).filter(value -> !value.isBlank());
	}

	String variable() {
		return this.variable;
	}

	boolean isRequired() {
		return isRequired(System.getenv(REQUIRED));
	}

	boolean isRequired(@Nullable String required) {
		return required != null && Arrays.stream(required.split(",", -1))
				.map(name -> name.strip().toLowerCase(Locale.ROOT))
				.anyMatch(name -> name.equals("all") || name.equals(name().toLowerCase(Locale.ROOT)));
	}

}
