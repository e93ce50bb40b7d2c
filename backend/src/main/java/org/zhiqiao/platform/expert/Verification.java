package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether an officer has checked what the profile claims.
 *
 * @param on the day of the last decision
 * @param by the account that decided
 * @param askedAt since when it waits in the queue
 */
record Verification(Status status, @Nullable LocalDate on, @Nullable Long by, @Nullable String remark,
		@Nullable Instant askedAt) {

	static final Verification NONE = new Verification(Status.UNVERIFIED, null, null, null, null);

	enum Status {

		/** Nobody has checked, or an officer could not confirm it. */
		@JsonProperty("unverified")
		UNVERIFIED,
		/** The person asked for it. */
		@JsonProperty("requested")
		REQUESTED,
		/** An officer has checked it. */
		@JsonProperty("verified")
		VERIFIED,
		/** It was checked, but has changed since. */
		@JsonProperty("outdated")
		OUTDATED;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What others see of it. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record View(Status status, @Nullable LocalDate on, @Nullable String remark) {

	}

	boolean waiting() {
		return this.status == Status.REQUESTED || this.status == Status.OUTDATED;
	}

	Verification requested(Instant now) {
		return new Verification(Status.REQUESTED, this.on, this.by, this.remark, now);
	}

	/** After a change to what had been checked. */
	Verification overtaken(Instant now) {
		return (this.status == Status.VERIFIED)
				? new Verification(Status.OUTDATED, this.on, this.by, this.remark, now)
				: this;
	}

}
