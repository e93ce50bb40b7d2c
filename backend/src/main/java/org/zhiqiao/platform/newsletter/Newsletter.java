package org.zhiqiao.platform.newsletter;

import java.time.DayOfWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of from time to time.
 *
 * @param accountId none for a visitor
 * @param email of a visitor
 * @param language of a visitor, BCP 47
 * @param query as the page that shows it has it in its address
 * @param stopToken stops it, and opens nothing
 * @param coveredUntil what was new up to here has been told
 * @param nextIssueAt none while no issues are written
 */
record Newsletter(long id, int version, @Nullable Long accountId, @Nullable String email, @Nullable String language,
		Source source, String name, String query, Rhythm rhythm, @Nullable DayOfWeek weekday, NewsletterState state,
		String stopToken, Instant coveredUntil, @Nullable Instant nextIssueAt, Instant createdAt) {

	/** Without what stops it. */
	@Override
	public String toString() {
		return "Newsletter[" + this.id + " " + this.source + " " + this.state + "]";
	}

}
