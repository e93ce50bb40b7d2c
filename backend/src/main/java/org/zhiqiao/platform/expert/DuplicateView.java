package org.zhiqiao.platform.expert;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A profile that may be of the same person.
 *
 * @param card what the viewer may see of it; none if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DuplicateView(long expertId, Duplicate.Certainty certainty, @Nullable ExpertCard card, List<Reason> reasons) {

	/** Why, as a code and in the reader's language. */
	record Reason(String code, String detail) {

	}

	/** Two profiles side by side. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Pair(ExpertCard one, ExpertCard other, Duplicate.Certainty certainty, List<Reason> reasons) {

	}

}
