package org.zhiqiao.platform.demand;

import java.util.Collection;
import java.util.Map;

import org.zhiqiao.platform.account.Actor;

/** Tells which needs somebody takes part in as a guest of their owners; whoever brings people and needs together knows it. */
public interface DemandGuests {

	/** Those among the needs in which the actor takes part; true where the owner has shown them the full text. */
	Map<Long, Boolean> guestOf(Actor actor, Collection<Long> demands);

}
