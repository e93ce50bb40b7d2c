package org.zhiqiao.search;

import org.jspecify.annotations.Nullable;

/**
 * A time that somebody spent in, or worked with, a country.
 *
 * @param alpha2 ISO 3166-1 code in upper case
 * @param kind code of the kind: study, work, research-stay, joint-project, trade, investment,
 * diplomacy, conference, other
 * @param from first year, null when unknown
 * @param to last year, null when it goes on or is unknown
 */
public record CountryExperience(String alpha2, String kind, @Nullable Integer from, @Nullable Integer to) {

}
