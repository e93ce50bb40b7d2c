package org.zhiqiao.platform.panel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps service on panels with the person when two profiles become one. */
@Component("panelMergeFollower")
class MergeFollower {

	private final ServiceTable services;

	MergeFollower(ServiceTable services) {
		this.services = services;
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.services.move(merged.gone(), merged.stays());
	}

}
