package org.zhiqiao.platform.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come.
 *
 * @param total rows in the file, once they are counted
 * @param done rows that are behind us, right and wrong ones
 * @param publish whether new profiles are published at once
 * @param failure why it failed, a code with a text under {@code field.<code>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportJob(long id, ImportKind kind, String fileName, State state, boolean publish, @Nullable Integer total,
		int done,
		int created, int updated, int unchanged, int failed, @Nullable String failure, long createdBy,
		Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant finishedAt, @JsonIgnore String storedName,
		@JsonIgnore Place cursor) {

	enum State {

		/** Waits for its turn. */
		@JsonProperty("queued")
		QUEUED,
		/** Is being worked on, or was when the application stopped: it goes on by itself. */
		@JsonProperty("running")
		RUNNING,
		/** Was halted, and goes on when asked to. */
		@JsonProperty("paused")
		PAUSED,
		/** All rows are behind us. */
		@JsonProperty("done")
		DONE,
		/** Could not go on; may be asked to try again. */
		@JsonProperty("failed")
		FAILED,
		/** Will not go on; what was taken in stays. */
		@JsonProperty("cancelled")
		CANCELLED;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Where the next row is: rows of this pass that are behind us. */
	record Place(int pass, int row) {

	}

	/** What some rows came to. */
	record Tally(int done, int created, int updated, int unchanged, int failed) {

		static final Tally NONE = new Tally(0, 0, 0, 0, 0);

		Tally plus(Tally other) {
			return new Tally(this.done + other.done, this.created + other.created, this.updated + other.updated,
					this.unchanged + other.unchanged, this.failed + other.failed);
		}

	}

	boolean over() {
		return this.state == State.DONE || this.state == State.CANCELLED;
	}

}
