package org.zhiqiao.platform.engagement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An engagement of the made-up sample.
 *
 * @param byOwner whether the person was invited; else they offered themselves
 * @param state the code of how far it has come
 * @param daysAgo when it began
 * @param reason the code of why it was declined or failed
 * @param triage the code of what an officer thinks of the need
 */
public record SampleEngagement(long demandId, long expertId, boolean byOwner, String message, List<Said> words,
		String state, int daysAgo, @Nullable Marks ownerMarks, @Nullable Marks personMarks, @Nullable String reason,
		@Nullable String triage, @Nullable String remarks) {

	public SampleEngagement {
		words = List.copyOf(words);
	}

	/** A question or an answer. */
	public record Said(boolean byOwner, String words) {

	}

	/** Feedback, each mark from 1 to 5. */
	public record Marks(int communication, int reliability, int result, @Nullable String words) {

	}

}
