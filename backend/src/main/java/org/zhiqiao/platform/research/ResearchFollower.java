package org.zhiqiao.platform.research;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps studies and guides with the people they name when two become one, and lets go of those who leave. */
@Component
class ResearchFollower implements PersonalData {

	private final ResearchTable table;

	private final ResearchService research;

	ResearchFollower(ResearchTable table, ResearchService research) {
		this.table = table;
		this.research = research;
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.table.replace(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. */
	@EventListener
	void forget(ExpertErased erased) {
		this.table.replace(erased.expertId(), null);
	}

	@Override
	public String section() {
		return "research";
	}

	@Override
	public Object export(long accountId) {
		return this.research.writtenBy(accountId);
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.table.forgetOwner(accountId);
	}

}
