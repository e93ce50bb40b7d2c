package org.zhiqiao.platform.exposure;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps the figures with the person when two profiles become one. */
@Component
class ExposureFollower {

	private final ExposureTable table;

	ExposureFollower(ExposureTable table) {
		this.table = table;
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.table.follow(merged.gone(), merged.stays());
	}

}
