package org.zhiqiao.platform.organisation;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.PersonalData;

/** Which organisations somebody entered. */
@Component
class ProposedOrganisations implements PersonalData {

	private final OrganisationTable table;

	ProposedOrganisations(OrganisationTable table) {
		this.table = table;
	}

	@Override
	public String section() {
		return "organisations";
	}

	@Override
	public Object export(long accountId) {
		List<Long> entered = this.table.createdBy(accountId);
		return this.table.all(entered).values().stream().sorted(Comparator.comparingLong(Organisation::id)).toList();
	}

	/** The organisation stays; who entered it is forgotten. */
	@Override
	public void erase(long accountId) {
		this.table.forgetCreator(accountId);
	}

}
