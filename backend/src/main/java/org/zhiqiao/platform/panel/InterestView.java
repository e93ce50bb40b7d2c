package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * A tie as the person whose it is sees it.
 *
 * @param person the number of a profile
 * @param personName none if the profile is not shown any more
 * @param organisationName in one language if the organisation is not registered
 * @param since the first year
 * @param until the last year; none while it lasts
 * @param endedAt when it was said that it is over, or a mistake
 * @param noted if an officer heard of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterestView(long id, InterestKind kind, @Nullable Long person, @Nullable String personName,
		@Nullable Long organisation, @Nullable Bilingual organisationName, @Nullable String words,
		@Nullable Integer since, @Nullable Integer until, Instant declaredAt, @Nullable Instant endedAt,
		boolean mistaken, @Nullable NotedTie noted) {

	/** What an officer said, and what the person says against it. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NotedTie(String source, @Nullable String contest, @Nullable Instant contestedAt) {

	}

	/** All of somebody's, the last declared first. */
	record Interests(List<InterestView> items) {

	}

}
