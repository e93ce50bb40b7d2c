package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Minutes as members got them.
 *
 * @param number from 1 within the panel
 * @param counted the figures that they speak of
 * @param signBy whoever has neither signed nor written a dissent by then counts as agreeing
 * @param withdrawnAt when they were taken back
 */
record Minutes(long panel, int number, Conclusion content, CountedResult counted, Instant givenAt, Instant signBy,
		@Nullable Instant withdrawnAt, @Nullable String withdrawnReason, List<Signature> signatures) {

	Minutes {
		signatures = List.copyOf(signatures);
	}

	/**
	 * Who was on the panel, and what came of their points.
	 *
	 * @param members the invitations by which they have their seats
	 */
	record CountedResult(List<Long> members, ReviewResult result) {

		CountedResult {
			members = List.copyOf(members);
		}

	}

	/**
	 * What a member says to the minutes.
	 *
	 * @param dissent exactly what they wrote; none if they agree
	 */
	record Signature(long invitation, @Nullable String dissent, Instant at) {

	}

	boolean standing() {
		return this.withdrawnAt == null;
	}

	Optional<Signature> of(long invitation) {
		return this.signatures.stream().filter(signature -> signature.invitation() == invitation).findFirst();
	}

	/** Whether everybody has answered, or the time to do so is over. */
	boolean answered(Instant now) {
		return !now.isBefore(this.signBy)
				|| this.counted.members().stream().allMatch(member -> of(member).isPresent());
	}

}
