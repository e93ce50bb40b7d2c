package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A need as its page shows it. What the viewer may not see is left out.
 *
 * @param disclosure {@code full}, or {@code outline} where only the field may be seen
 * @param returnReason why an official sent it back; only for its owner and officials
 * @param mine whether the viewer or the viewer's firm posted it
 * @param may what the viewer may do with it in its present state: {@code edit}, {@code delete}, {@code submit},
 * {@code publish}, {@code return}, {@code renew}, {@code close}, {@code match}
 */
public record DemandView(long id, int version, DemandState state, String disclosure, String kind,
		@Nullable String title, @Nullable String description, @Nullable String language,
		@Nullable DemandOwner organisation, @Nullable String city, List<String> industries,
		List<AskedDomainView> domains, List<AskedCountry> countries, List<AskedLanguage> languages,
		List<AskedCompetence> competences, @Nullable Budget budget, @Nullable LocalDate deadline,
		@Nullable Confidentiality confidentiality, @Nullable String returnReason, @Nullable Outcome outcome,
		@Nullable String outcomeNote, @Nullable Instant submittedAt, @Nullable Instant publishedAt,
		@Nullable Instant closedAt, Instant createdAt, Instant updatedAt, boolean mine, List<String> may,
		boolean expired, boolean sample) {

}
