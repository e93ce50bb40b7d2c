package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.expert.MatchedPeople;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.IndexNotReady;

/** Who is a match of somebody's: everybody who fits a need of theirs that an official has published and that is open. */
@Component
class OwnMatches implements MatchedPeople {

	private final Demands demands;

	private final Standings standings;

	OwnMatches(Demands demands, Standings standings) {
		this.demands = demands;
		this.standings = standings;
	}

	@Override
	public Set<Long> matchedWith(Actor actor, Collection<Long> experts) {
		var own = this.demands.openOf(actor);
		if (own.isEmpty()) {
			return Set.of();
		}
		var matched = new HashSet<Long>();
		try {
			for (var demand : own) {
				// Whoever is only on the shortlist does not count: anybody can be put there.
				matched.addAll(this.standings.of(demand, Audience.MATCHED).people());
			}
		} catch (IndexNotReady rebuilding) {
			// For as long as the index is rebuilt nobody counts as a match: profiles show less, never too much.
			return Set.of();
		}
		matched.retainAll(Set.copyOf(experts));
		return matched;
	}

}
