package org.zhiqiao.search.ranking;

import java.util.List;

import org.zhiqiao.search.ExpertFacts;

/**
 * How well a person fits a need, and why.
 *
 * @param score 0 to 100, the sum of the points; comparable between needs
 * @param contributions one for each criterion that the need asks for
 * @param facts what the score rests on besides the evidence
 */
public record Match(long expertId, double score, List<Contribution> contributions, ExpertFacts facts) {

	public Match {
		contributions = List.copyOf(contributions);
	}

}
