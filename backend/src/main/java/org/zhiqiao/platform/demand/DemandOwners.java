package org.zhiqiao.platform.demand;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.organisation.MemberLeft;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.OrganisationChanged;
import org.zhiqiao.platform.organisation.OrganisationReferences;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** What needs have to know of the organisations that own them. */
@Component
class DemandOwners implements OrganisationReferences {

	private final Organisations organisations;

	private final DemandTable table;

	private final ChangeLog changes;

	DemandOwners(Organisations organisations, DemandTable table, ChangeLog changes) {
		this.organisations = organisations;
		this.table = table;
		this.changes = changes;
	}

	/** The organisation under the number that it has now. */
	Optional<Long> present(long id) {
		return this.organisations.find(id).map(Organisation::id);
	}

	/** The city at home in which an organisation is. */
	Optional<String> cityOf(long id) {
		return this.organisations.find(id).map(Organisation::city);
	}

	Map<Long, Bilingual> names(Collection<Long> ids) {
		return this.organisations.all(ids)
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

	@Override
	public String kind() {
		return "demands";
	}

	@Override
	public long count(long organisationId) {
		return this.table.countOf(organisationId);
	}

	@Override
	public void move(long goes, long stays) {
		this.table.moveOwner(goes, stays);
	}

	/** Whoever left an organisation no longer answers for what they posted in its name. */
	@EventListener
	void follow(MemberLeft left) {
		this.table.forgetOwner(left.organisationId(), left.accountId());
	}

	/** Needs are found by the name of their owner; in the transaction that changes it. */
	@EventListener
	void follow(OrganisationChanged changed) {
		this.changes.changed(SubjectKind.DEMAND, this.table.publishedOf(changed.organisationId()));
	}

}
