package org.zhiqiao.platform.engagement;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.demand.DemandClosed;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.organisation.MemberLeft;

/**
 * Keeps engagements right when needs close and people leave or become one. Comes first when an account is erased: once its
 * profile has gone nobody knows any more which engagements are its owner's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngagementFollower implements PersonalData {

	private final Engagements engagements;

	private final EngagementTable table;

	private final Experts experts;

	EngagementFollower(Engagements engagements, EngagementTable table, Experts experts) {
		this.engagements = engagements;
		this.table = table;
		this.experts = experts;
	}

	/** In the transaction that closes it. */
	@EventListener
	void follow(DemandClosed closed) {
		this.engagements.needClosed(closed.demand());
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.engagements.merged(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. */
	@EventListener
	void forget(ExpertErased erased) {
		this.engagements.personLeft(erased.expertId());
	}

	/** In the transaction in which they leave. */
	@EventListener
	void follow(MemberLeft left) {
		this.table.memberLeft(left.organisationId(), left.accountId());
	}

	@Override
	public String section() {
		return "engagements";
	}

	@Override
	public Object export(long accountId) {
		return this.engagements.ofAccount(accountId);
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(this.engagements::personLeft);
		this.engagements.ownerLeft(accountId);
	}

}
