package org.zhiqiao.platform.matching;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps shortlists right when two profiles become one. */
@Component
class MergeFollower {

	private final ShortlistTable shortlists;

	MergeFollower(ShortlistTable shortlists) {
		this.shortlists = shortlists;
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.shortlists.follow(merged.gone(), merged.stays());
	}

}
