package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Candidates of a panel were asked for declarations.
 *
 * @param number from 1
 * @param by the number of an account
 * @param message the organiser's words
 * @param confidential numbers of the items whose titles are not told
 * @param people how many were asked
 * @param mailed how many could be written to
 */
record Asking(long panel, int number, long by, Instant at, Instant answerBy, @Nullable String message,
		List<Integer> confidential, int people, int mailed) {

	Asking {
		confidential = List.copyOf(confidential);
	}

}
