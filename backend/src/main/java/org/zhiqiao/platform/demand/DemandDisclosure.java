package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;

/** The one place that decides who sees how much of a need. */
final class DemandDisclosure {

	private DemandDisclosure() {}

	/** How much somebody sees. */
	enum Sight {

		/** Not even that it exists. */
		NONE,
		/** The field it is in. */
		OUTLINE,
		/** All that it says. */
		FULL

	}

	static Sight of(Demand demand, @Nullable Actor viewer) {
		if (owns(demand, viewer) || (reviews(demand, viewer) && demand.state() != DemandState.DRAFT)) {
			return Sight.FULL;
		}
		if (demand.state() != DemandState.PUBLISHED) {
			return Sight.NONE;
		}
		return switch (demand.content().confidentiality()) {
			case PUBLIC -> Sight.FULL;
			case REGISTERED -> (viewer != null) ? Sight.FULL : Sight.OUTLINE;
			case CONFIDENTIAL -> Sight.OUTLINE;
			case null -> Sight.OUTLINE;
		};
	}

	/** Whoever posted it, and everybody who acts for the same firm. */
	static boolean owns(Demand demand, @Nullable Actor actor) {
		if (actor == null) {
			return false;
		}
		if (demand.ownerId() != null && demand.ownerId() == actor.accountId()) {
			return true;
		}
		return demand.organisationId() != null && demand.organisationId().equals(actor.organisationId())
				&& actor.is(Role.FIRM);
	}

	/** The officers of its city and those of the province. */
	static boolean reviews(Demand demand, @Nullable Actor actor) {
		if (actor == null) {
			return false;
		}
		return actor.is(Role.PROVINCIAL_OFFICER) || (actor.is(Role.CITY_OFFICER) && actor.city() != null
				&& actor.city().equals(demand.content().city()));
	}

	/** What of the content a viewer with this sight may read. */
	static DemandContent content(Demand demand, Sight sight) {
		return switch (sight) {
			case FULL -> demand.content();
			case OUTLINE -> demand.content().outline();
			case NONE -> throw new IllegalArgumentException("Nothing of this need may be shown");
		};
	}

}
