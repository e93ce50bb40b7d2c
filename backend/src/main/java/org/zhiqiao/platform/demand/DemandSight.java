package org.zhiqiao.platform.demand;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.demand.DemandDisclosure.Sight;

/** How much somebody sees of needs: as anybody like them, or more where they are a guest. */
@Component
class DemandSight {

	private final ObjectProvider<DemandGuests> guests;

	DemandSight(ObjectProvider<DemandGuests> guests) {
		this.guests = guests;
	}

	Sight of(Demand demand, @Nullable Actor viewer) {
		return Objects.requireNonNull(of(List.of(demand), viewer).get(demand.id()));
	}

	/** By the needs' numbers. */
	Map<Long, Sight> of(Collection<Demand> demands, @Nullable Actor viewer) {
		var sights = new HashMap<Long, Sight>();
		demands.forEach(demand -> sights.put(demand.id(), DemandDisclosure.of(demand, viewer)));
		if (viewer == null || !viewer.is(Role.EXPERT)) {
			return sights;
		}
		// Asked only where it makes a difference.
		var partly = demands.stream().filter(demand -> sights.get(demand.id()) != Sight.FULL).toList();
		if (!partly.isEmpty()) {
			var ids = partly.stream().map(Demand::id).toList();
			var shown = new HashMap<Long, Boolean>();
			this.guests.orderedStream().forEach(known -> shown.putAll(known.guestOf(viewer, ids)));
			partly.forEach(demand -> {
				var full = shown.get(demand.id());
				if (full != null) {
					sights.merge(demand.id(), DemandDisclosure.asGuest(demand, full), DemandDisclosure::more);
				}
			});
		}
		return sights;
	}

}
