package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How somebody served on a panel, as its organiser saw it. It is given once; after that only a ruling on what the person has
 * against it changes what counts, and what was given first stays on file.
 *
 * @param invitation by which they had their seat
 * @param marks as they were given, in the order of the criteria
 * @param remark empty if there is none
 * @param by the number of an account
 */
record Assessment(long invitation, long panel, List<AssessmentMark> marks, String remark, long by, Instant at,
		@Nullable Contest contest, @Nullable AssessmentRuling ruling) {

	Assessment {
		marks = List.copyOf(marks);
	}

	/**
	 * The points for one criterion.
	 *
	 * @param criterion a code of the pack of rules
	 * @param reason empty if there is none
	 */
	record AssessmentMark(String criterion, int points, String reason) {

	}

	/** What the person has against it. */
	record Contest(String words, Instant at) {

	}

	/**
	 * What the supervisor decided.
	 *
	 * @param marks instead of those given; empty unless they change
	 * @param by the number of an account
	 */
	record AssessmentRuling(AssessmentVerdict verdict, List<AssessmentMark> marks, String reason, long by, Instant at) {

		AssessmentRuling {
			marks = List.copyOf(marks);
		}

	}

	/** What becomes of an assessment that is contested. */
	enum AssessmentVerdict {

		/** It stays as it was given. */
		@JsonProperty("upheld")
		UPHELD,
		/** Other points count. */
		@JsonProperty("changed")
		CHANGED,
		/** It does not count at all. */
		@JsonProperty("setAside")
		SET_ASIDE

	}

	/** How far an assessment is. */
	enum AssessmentState {

		@JsonProperty("given")
		GIVEN,
		/** Does not count until somebody has decided. */
		@JsonProperty("contested")
		CONTESTED, @JsonProperty("upheld")
		UPHELD, @JsonProperty("changed")
		CHANGED, @JsonProperty("setAside")
		SET_ASIDE

	}

	AssessmentState state() {
		if (this.ruling != null) {
			return switch (this.ruling.verdict()) {
				case UPHELD -> AssessmentState.UPHELD;
				case CHANGED -> AssessmentState.CHANGED;
				case SET_ASIDE -> AssessmentState.SET_ASIDE;
			};
		}
		return (this.contest != null) ? AssessmentState.CONTESTED : AssessmentState.GIVEN;
	}

	/** What counts towards a credit, from 0 to 100; nothing while it is contested, or if it was set aside. */
	OptionalInt counted() {
		return switch (state()) {
			case GIVEN, UPHELD -> OptionalInt.of(points(this.marks));
			case CHANGED -> OptionalInt.of(points((this.ruling != null) ? this.ruling.marks() : this.marks));
			case CONTESTED, SET_ASIDE -> OptionalInt.empty();
		};
	}

	static int points(List<AssessmentMark> marks) {
		return marks.stream().mapToInt(AssessmentMark::points).sum();
	}

}
