package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

/**
 * Somebody would have followed on a seat, and was not asked.
 *
 * @param stratum its place in the draw, from 0
 * @param seat from 1 within the stratum
 * @param place in the order of those who follow, from 0
 * @param reasons codes: of an {@link Obstacle}, or one of those below
 */
record PassedOver(int stratum, int seat, long expert, int place, List<String> reasons, Instant at) {

	/** The profile is not published any more. */
	static final String GONE = "gone";

	/** The person does not want to be asked now. */
	static final String AWAY = "away";

	/** The person is tied to a member so that they may not sit together. */
	static final String TIED = "tied";

	/** As many people of the same legal person sit on the panel as may. */
	static final String ORGANISATION = "organisation";

	PassedOver {
		reasons = List.copyOf(reasons);
	}

}
