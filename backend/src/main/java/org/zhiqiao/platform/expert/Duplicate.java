package org.zhiqiao.platform.expert;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Another profile that may be of the same person.
 *
 * @param reasons why, the strongest first
 */
record Duplicate(long expertId, Certainty certainty, List<Reason> reasons) {

	enum Certainty {

		/** The same identifier. */
		@JsonProperty("certain")
		CERTAIN,
		/** The same name, and the same employer at the same time. */
		@JsonProperty("likely")
		LIKELY,
		/** Only the same name: many people share one, so this never suffices to merge. */
		@JsonProperty("weak")
		WEAK;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	enum Reason {

		SAME_ORCID(Certainty.CERTAIN), SAME_OPENALEX(Certainty.CERTAIN), SAME_EMAIL(
				Certainty.CERTAIN), SAME_NAME_AND_AFFILIATION(Certainty.LIKELY), SAME_NAME(Certainty.WEAK);

		private final Certainty certainty;

		Reason(Certainty certainty) {
			this.certainty = certainty;
		}

		/** E.g. {@code same-orcid}; the text stands under {@code duplicate.same-orcid}. */
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Reason ofCode(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

	static Duplicate of(long expertId, List<Reason> reasons) {
		return new Duplicate(expertId,
				reasons.stream().map((reason) -> reason.certainty).min(Comparator.naturalOrder()).orElseThrow(),
				reasons);
	}

}
