package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

/**
 * Experience with a country, or with any country of a region, that is asked for.
 *
 * @param code ISO 3166-1 alpha-2
 * @param kind the kind of experience; null means any
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
public record AskedCountry(@Nullable String code, @Nullable String region, @Nullable String kind,
		boolean must, int weight) {

}
