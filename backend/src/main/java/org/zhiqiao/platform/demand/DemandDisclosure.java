package org.zhiqiao.platform.demand;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;

/** The one place that decides who sees how much of a need; {@link DemandSight} knows the guests besides. */
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

	/**
	 * What a guest of its owner sees, also after it is closed; while it is reviewed again nobody but those who always do.
	 * @param full whether the owner has shown them the full text
	 */
	static Sight asGuest(Demand demand, boolean full) {
		if (demand.state() != DemandState.PUBLISHED && demand.state() != DemandState.CLOSED) {
			return Sight.NONE;
		}
		var confidentiality = demand.content().confidentiality();
		var open = confidentiality == Confidentiality.PUBLIC || confidentiality == Confidentiality.REGISTERED;
		return (full || open) ? Sight.FULL : Sight.OUTLINE;
	}

	static Sight more(Sight one, Sight other) {
		return (one.compareTo(other) >= 0) ? one : other;
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
