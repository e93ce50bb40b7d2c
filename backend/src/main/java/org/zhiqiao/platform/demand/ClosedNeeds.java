package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;

/**
 * Which needs that are over somebody may know of: nobody else learns even that there were such, also not from a figure.
 *
 * @param all those of every city
 * @param city those of this one; none for no city
 */
public record ClosedNeeds(boolean all, @Nullable String city) {

	/** None at all. */
	public static final ClosedNeeds NONE = new ClosedNeeds(false, null);

	/** As {@link DemandDisclosure#reviews} has it. */
	public static ClosedNeeds seenBy(Actor actor) {
		if (actor.is(Role.PROVINCIAL_OFFICER)) {
			return new ClosedNeeds(true, null);
		}
		return actor.is(Role.CITY_OFFICER) ? new ClosedNeeds(false, actor.city()) : NONE;
	}

	/** Whether all those of a city, or of the province, are among them. */
	public boolean complete(@Nullable String ofCity) {
		return this.all || (ofCity != null && ofCity.equals(this.city));
	}

}
