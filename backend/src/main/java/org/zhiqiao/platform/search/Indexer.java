package org.zhiqiao.platform.search;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.change.ChangeFollower;
import org.zhiqiao.platform.change.NotReadyToFollow;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexNotReady;

/** Brings what changed into the index. */
@Component
class Indexer implements ChangeFollower {

	private final ExpertiseIndex index;

	private final Sources sources;

	private final OnlyNode node;

	Indexer(ExpertiseIndex index, Sources sources, OnlyNode node) {
		this.index = index;
		this.sources = sources;
		this.node = node;
	}

	@Override
	public void follow(List<Subject> subjects) {
		if (!this.node.holds()) {
			throw new NotReadyToFollow(new IllegalStateException("Another process may have the database"));
		}
		try {
			this.index.apply(this.sources.load(subjects));
		} catch (IndexNotReady notReady) {
			throw new NotReadyToFollow(notReady);
		}
	}

}
