package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the declarations for a panel stand, for its officers.
 *
 * @param required whether only those who have declared can be chosen
 * @param open whether answers are still taken
 * @param mayAsk whether the reader may ask now
 * @param asked how many were
 * @param unanswered how many of them have not answered
 * @param outdated how many answered about items or parties that have changed since
 * @param tied candidates who are tied to each other and may not sit together, among those who can be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeclarationsView(long panel, boolean required, boolean open, boolean mayAsk, int asked, int noConflict, int ties,
		int unwilling, int unanswered, int outdated, List<AskingView> askings, List<TiedCandidates> tied) {

	/**
	 * A time when candidates were asked.
	 *
	 * @param by none once the account is gone
	 * @param mailed how many could be written to
	 * @param confidential numbers of the items whose titles were not told
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AskingView(int number, Instant at, @Nullable String by, Instant answerBy, int people, int mailed,
			List<Integer> confidential) {

	}

	record TiedCandidates(long one, String oneName, long other, String otherName, InterestKind kind) {

	}

	/**
	 * Whom asking would reach.
	 *
	 * @param people who would be asked
	 * @param mailed how many of them can be written to
	 */
	record AskingReach(int people, int mailed) {

	}

}
