package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Where somebody works or worked.
 *
 * @param organisationId a registered organisation, if it is one
 * @param name as the person writes it
 * @param country ISO 3166-1 alpha-2
 * @param from first year
 * @param to last year; none while it lasts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Affiliation(@Nullable Long organisationId, Bilingual name, @Nullable String country,
		@Nullable Integer from,
		@Nullable Integer to, @Nullable String role) {

	/** Whether there may have been a year in which both lasted; an unknown year excludes nothing. */
	boolean overlaps(Affiliation other) {
		return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
	}

	private boolean startsBeforeEndOf(Affiliation other) {
		return this.from == null || other.to == null || this.from <= other.to;
	}

}
