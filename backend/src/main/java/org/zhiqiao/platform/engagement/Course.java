package org.zhiqiao.platform.engagement;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What hangs on an engagement, each as it was recorded. */
final class Course {

	private Course() {}

	/** A question or an answer. */
	record Word(Side side, @Nullable Long account, String words, Instant at) {

	}

	/**
	 * A stage that was recorded.
	 *
	 * @param correction whether it took back what was recorded before
	 */
	record Stage(EngagementState state, LocalDate on, boolean correction, @Nullable Reason reason,
			@Nullable String note, @Nullable Side side, @Nullable Long account, Instant at) {

	}

	/** How one side found it; each mark from 1 to 5. */
	record Feedback(Side side, int communication, int reliability, int result, @Nullable String words,
			@Nullable Long account, Instant at) {

	}

}
