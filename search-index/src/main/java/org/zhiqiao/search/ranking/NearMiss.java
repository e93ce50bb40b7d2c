package org.zhiqiao.search.ranking;

import java.util.List;

/**
 * Somebody whom the musts of a need leave out, and what it would take to let them in.
 *
 * @param gains fulfil the musts that the person misses, as far as a person can acquire them
 * @param score 0 to 100, as it would be with the gains
 * @param rank from 1, the place that the person would take among those within the musts; 0 where the gains do not
 *     fulfil every must, because one is about the subject itself
 */
public record NearMiss(Outsider outsider, List<Gain> gains, double score, int rank) {

	public NearMiss {
		gains = List.copyOf(gains);
	}

}
