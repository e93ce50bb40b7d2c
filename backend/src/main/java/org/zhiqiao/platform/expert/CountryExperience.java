package org.zhiqiao.platform.expert;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did in or with a country.
 *
 * @param code ISO 3166-1 alpha-2
 * @param kind study, work, trade … (a code of the vocabulary)
 * @param from first year
 * @param to last year; none while it lasts, or if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountryExperience(String code, String kind, @Nullable Integer from, @Nullable Integer to,
		@Nullable String note) {

}
