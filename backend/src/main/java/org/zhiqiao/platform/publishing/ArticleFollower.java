package org.zhiqiao.platform.publishing;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.organisation.OrganisationChanged;
import org.zhiqiao.platform.organisation.OrganisationReferences;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;

/** Keeps articles with the people and organisations they are about when two become one, and lets go of those who leave. */
@Component
class ArticleFollower implements OrganisationReferences {

	private final ArticleTable table;

	private final ChangeLog changes;

	ArticleFollower(ArticleTable table, ChangeLog changes) {
		this.table = table;
		this.changes = changes;
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

	/** Articles are found by the names and cities of the organisations in them; in the transaction that changes these. */
	@EventListener
	void follow(OrganisationChanged changed) {
		this.changes.changed(SubjectKind.ARTICLE, this.table.live(
				new Wanted(null, null, null, null, changed.organisationId(), null, List.of()), 0, Integer.MAX_VALUE));
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
