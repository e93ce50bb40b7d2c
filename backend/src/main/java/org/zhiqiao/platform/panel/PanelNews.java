package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;

/**
 * What was found about people and the parties of a panel since its organiser last looked.
 *
 * @param until what is marked as seen is all that was found until this moment
 * @param maySee whether the reader may mark it as seen
 * @param gone what does not hold any more
 */
record PanelNews(long panel, Instant until, boolean maySee, List<NewFinding> items, List<GoneFinding> gone) {

	/** @param seated whether the person sits on the panel */
	record NewFinding(long person, String name, boolean seated, Instant foundAt, FindingView finding) {

	}

	/**
	 * @param rule the code of the rule that had found it
	 * @param item the number of the item
	 */
	record GoneFinding(long person, String name, String rule, long item, Instant goneAt) {

	}

}
