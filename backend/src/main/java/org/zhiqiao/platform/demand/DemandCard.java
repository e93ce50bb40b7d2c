package org.zhiqiao.platform.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A need as boards and lists show it. What the viewer may not see is left out.
 *
 * @param disclosure {@code full}, or {@code outline} where only the field may be seen
 * @param excerpt how the description begins
 * @param mine whether the viewer or the viewer's firm posted it
 */
public record DemandCard(long id, DemandState state, String disclosure, String kind, @Nullable String title,
		@Nullable String excerpt, @Nullable String language, @Nullable DemandOwner organisation, @Nullable String city,
		List<String> industries, List<AskedDomainView> domains, List<AskedCountry> countries,
		List<AskedLanguage> languages, @Nullable Budget budget, @Nullable LocalDate deadline,
		@Nullable Confidentiality confidentiality, @Nullable Instant publishedAt, Instant updatedAt, boolean mine,
		boolean expired, boolean sample) {

}
