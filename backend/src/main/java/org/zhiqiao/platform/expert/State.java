package org.zhiqiao.platform.expert;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a profile is from being found. */
enum State {

	/** Being written. */
	@JsonProperty("draft")
	DRAFT,
	/** To be found by whoever may see it. */
	@JsonProperty("published")
	PUBLISHED,
	/** Taken back; nobody finds it. */
	@JsonProperty("withdrawn")
	WITHDRAWN,
	/** Merged into another profile or emptied at the person's wish: a number without contents, never shown. */
	@JsonProperty("gone")
	GONE;

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The one that shows less: what was taken back stays so, a draft does not become public by the other's consent. */
	State stricter(State other) {
		return (rank() >= other.rank()) ? this : other;
	}

	private int rank() {
		return switch (this) {
			case PUBLISHED -> 0;
			case DRAFT -> 1;
			case WITHDRAWN -> 2;
			case GONE -> 3;
		};
	}

}
