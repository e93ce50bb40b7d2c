package org.zhiqiao.platform.expert;

import java.util.Collection;
import java.util.Set;

import org.zhiqiao.platform.account.Actor;

/** Tells which experts fit a published need of somebody's; whoever matches people to needs knows it. */
public interface MatchedPeople {

	/** Those of these experts who are among the matches or on the shortlist of a published need that the actor owns. */
	Set<Long> matchedWith(Actor actor, Collection<Long> experts);

}
