package org.zhiqiao.platform.publishing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.organisation.OrganisationReferences;

/** Keeps articles with the people and organisations they are about when two become one, and lets go of those who leave. */
@Component
class ArticleFollower implements OrganisationReferences {

	private final ArticleTable table;

	ArticleFollower(ArticleTable table) {
		this.table = table;
	}

	/** In the transaction of the merge. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.table.movePerson(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. */
	@EventListener
	void forget(ExpertErased erased) {
		this.table.forgetPerson(erased.expertId());
	}

	@Override
	public String kind() {
		return "articles";
	}

	@Override
	public long count(long organisationId) {
		return this.table.countOfOrganisation(organisationId);
	}

	@Override
	public void move(long goes, long stays) {
		this.table.moveOrganisation(goes, stays);
	}

}
