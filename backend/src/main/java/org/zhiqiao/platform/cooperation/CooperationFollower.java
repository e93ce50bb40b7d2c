package org.zhiqiao.platform.cooperation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.organisation.OrganisationReferences;

/** Keeps projects and bases with the people and organisations they name when two become one, and lets go of those who leave. */
@Component
class CooperationFollower implements OrganisationReferences, PersonalData {

	private final CooperationTable table;

	private final BaseYearTable years;

	private final Cooperations cooperations;

	CooperationFollower(CooperationTable table, BaseYearTable years, Cooperations cooperations) {
		this.table = table;
		this.years = years;
		this.cooperations = cooperations;
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
		return "cooperation";
	}

	@Override
	public long count(long organisationId) {
		return this.table.countOfOrganisation(organisationId);
	}

	@Override
	public void move(long goes, long stays) {
		this.table.moveOrganisation(goes, stays);
	}

	@Override
	public String section() {
		return "cooperation";
	}

	@Override
	public Object export(long accountId) {
		return this.cooperations.enteredBy(accountId);
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.table.forgetOwner(accountId);
		this.years.forget(accountId);
	}

}
