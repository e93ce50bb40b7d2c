package org.zhiqiao.platform.engagement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.expert.ExpertCard;

/**
 * An engagement in a list.
 *
 * @param need as far as the reader may see it; in lists of one need none
 * @param person in lists of one person none
 * @param waits whether the reader is to do something
 */
public record EngagementLine(long id, long demandId, long expertId, Side by, EngagementState state,
		@Nullable DemandCard need, @Nullable ExpertCard person, @Nullable String personName, boolean waits,
		Instant createdAt, Instant updatedAt) {

}
