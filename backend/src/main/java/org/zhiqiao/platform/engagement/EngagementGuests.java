package org.zhiqiao.platform.engagement;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandGuests;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.MatchedPeople;

/** Whom an engagement that stands shows more: the person more of the need, its owner more of a person who wants to help. */
@Component
class EngagementGuests implements DemandGuests, MatchedPeople {

	private final EngagementTable table;

	private final Experts experts;

	EngagementGuests(EngagementTable table, Experts experts) {
		this.table = table;
		this.experts = experts;
	}

	@Override
	public Map<Long, Boolean> guestOf(Actor actor, Collection<Long> demands) {
		return actor.is(Role.EXPERT)
				? this.experts.idOfAccount(actor.accountId())
						.map(person -> this.table.guestOf(person, demands))
						.orElseGet(Map::of)
				: Map.of();
	}

	/** Whoever was only invited does not count: anybody can be. */
	@Override
	public Set<Long> matchedWith(Actor actor, Collection<Long> people) {
		return this.table.willingAmong(actor.accountId(), actor.is(Role.FIRM) ? actor.organisationId() : null, people);
	}

}
