package org.zhiqiao.platform.picture;

import org.jspecify.annotations.Nullable;

/**
 * Whether recommendations and panels reach many people, and people overseas; only aggregates, small counts left out. Profiles hold
 * neither sex nor date of birth, so nothing is said of women or of young people.
 *
 * @param days over which recommendations are counted, up to today
 * @param year in which the results of panels were settled; years are not added up, so that none follows from the others
 * @param available everybody who is published
 */
record BalanceView(int days, int year, PeopleByResidence available, ReachedPeople recommended, PanelBalance panels) {

	/** People by where they live: at home, overseas, or where is not known or not shown. */
	record PeopleByResidence(SmallCounts.PeopleCount total, SmallCounts.PeopleCount home,
			SmallCounts.PeopleCount overseas,
			SmallCounts.PeopleCount unknown) {

	}

	/**
	 * People who were reached.
	 *
	 * @param gini how unequally it is spread over everybody who is published: 0 alike, towards 1 all on one, to a tenth; absent where few were
	 * reached
	 * @param topTen share of the ten who were reached most often, 0 to 1, to a tenth; absent where few were
	 */
	record ReachedPeople(PeopleByResidence people, @Nullable Double gini, @Nullable Double topTen) {

	}

	/**
	 * PanelBalance whose result is settled, so that their lists are not sealed any more.
	 *
	 * @param panels how many
	 * @param once people who sat on one of them
	 * @param twice on two
	 * @param more on three or more
	 */
	record PanelBalance(long panels, ReachedPeople members, SmallCounts.PeopleCount once, SmallCounts.PeopleCount twice,
			SmallCounts.PeopleCount more) {

	}

}
