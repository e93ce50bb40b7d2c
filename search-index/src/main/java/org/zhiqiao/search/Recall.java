package org.zhiqiao.search;

import java.util.List;

/**
 * Evidence found, grouped by person.
 *
 * @param candidates people who fulfil the musts, in no particular order
 * @param tally counts, or {@link Tally#NOT_COUNTED}
 */
public record Recall(List<Candidate> candidates, Tally tally) {

	public Recall {
		candidates = List.copyOf(candidates);
	}

	/**
	 * A person with their best evidence.
	 *
	 * @param hits best first; empty for a person found by facts alone
	 */
	public record Candidate(ExpertFacts facts, List<EvidenceHit> hits) {

		public Candidate {
			hits = List.copyOf(hits);
		}

	}

}
