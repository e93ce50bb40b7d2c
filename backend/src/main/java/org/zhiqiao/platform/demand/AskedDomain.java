package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

/**
 * A field of work that is asked for: a concept of the thesaurus, or words of the firm's own where the thesaurus has none.
 *
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
public record AskedDomain(@Nullable String code, @Nullable String text,
		boolean must, int weight) {

}
