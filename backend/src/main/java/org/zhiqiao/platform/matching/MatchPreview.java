package org.zhiqiao.platform.matching;

import java.util.List;

/**
 * How many people a need finds while it is being written.
 *
 * @param matching people who fulfil all musts
 * @param considered people who have anything to do with it, before any must
 */
record MatchPreview(int matching, int considered, List<MatchPage.Exclusion> musts) {

	static final MatchPreview NOTHING_ASKED = new MatchPreview(0, 0, List.of());

}
