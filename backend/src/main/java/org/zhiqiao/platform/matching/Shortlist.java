package org.zhiqiao.platform.matching;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.expert.ExpertCard;

/** The people an owner wants to remember. */
record Shortlist(List<ShortlistItem> items) {

	/**
	 * Somebody on the list.
	 *
	 * @param card none if the person is not published any more
	 * @param addedBy the name of whoever added them; none after that person has left
	 * @param rank where they stand among the matches now; none if they do not fit any more
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ShortlistItem(long expertId, @Nullable ExpertCard card, String note, @Nullable String addedBy,
			Instant addedAt,
			@Nullable Integer rank, @Nullable Double score, List<ContributionView> contributions) {

	}

}
