package org.zhiqiao.platform.engagement;

import org.jspecify.annotations.Nullable;

/**
 * How one side wants to be reached; shown to the other once both have agreed.
 *
 * @param other a telephone number or anything else
 */
record EngagementContact(String name, String email, @Nullable String other) {

}
