package org.zhiqiao.platform.organisation;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param stays as it is now
 * @param goes as it is now
 * @param result what stays, as it would be afterwards
 * @param moves how many of what would refer to the other one
 * @param members the names of those who act for the one that goes: they would act for the other
 */
record MergePreview(OrganisationView stays, OrganisationView goes, OrganisationView result, List<Moves> moves,
		List<String> members) {

	/**
	 * How many would move.
	 *
	 * @param kind {@code members}, {@code joinRequests}, {@code parts}, or what other modules keep
	 */
	record Moves(String kind, long count) {}

}
