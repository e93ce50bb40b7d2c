package org.zhiqiao.platform.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is not yet followed.
 *
 * @param count number of changes
 * @param oldest when the oldest of them happened
 * @param failed those that could not be followed at the first try, at most a hundred, the newest first
 */
public record PendingChanges(long count, @Nullable Instant oldest, List<Failed> failed) {

	/**
	 * A change that could not be followed.
	 *
	 * @param attempts how often it was tried
	 * @param lastError what happened at the last try
	 * @param nextAttempt not before this moment
	 */
	public record Failed(SubjectKind kind, long id, int attempts, String lastError, Instant nextAttempt) {}

}
