package org.zhiqiao.platform.engagement;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/** What an officer thinks of a need. */
public record TriageView(int version, Verdict verdict, @Nullable String remarks, Instant decidedAt) {

	/** What is to become of it. */
	public enum Verdict {

		/** People can work with it as it is. */
		@JsonProperty("ready")
		READY,
		/** It is too vague for people to answer. */
		@JsonProperty("refine")
		REFINE,
		/** A question for research of several years, not for one engagement. */
		@JsonProperty("long-term")
		LONG_TERM

	}

}
