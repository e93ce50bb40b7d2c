package org.zhiqiao.search.team;

import java.util.Set;

/**
 * Somebody who could be on a team.
 *
 * @param score how well the person fits by themselves; never negative
 * @param covers the requirements that the person meets, by their numbers from 0
 */
public record Candidate(long id, double score, Set<Integer> covers) {

	public Candidate {
		covers = Set.copyOf(covers);
		if (!(score >= 0)) {
			throw new IllegalArgumentException("A score is at least 0: " + score);
		}
	}

}
