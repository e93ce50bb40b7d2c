package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.Tally;

/**
 * People in the order in which they fit a need; equal ones in the order of their keys.
 *
 * @param tally how many people were considered and what each must cost
 */
public record Ranking(List<Match> matches, Weights weights, Tally tally) {

	static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
			.reversed()
			.thenComparingLong(Match::expertId);

	public Ranking {
		matches = List.copyOf(matches);
	}

	/**
	 * The same people with other weights: needs neither the index nor the need.
	 */
	public Ranking reweighted(Weights other) {
		List<Match> changed = new ArrayList<>(this.matches.size());
		for (Match match : this.matches) {
			changed.add(weigh(match.facts(), match.contributions(), other));
		}
		return sorted(changed, other, this.tally);
	}

	static Ranking sorted(List<Match> matches, Weights weights, Tally tally) {
		List<Match> sorted = new ArrayList<>(matches);
		sorted.sort(BEST_FIRST);
		return new Ranking(sorted, weights, tally);
	}

	/**
	 * Distributes the weights among the criteria asked for. Where all of those have the weight 0
	 * they count alike: somebody who asks only for what they gave no weight still wants an order.
	 */
	static Match weigh(ExpertFacts facts, List<Contribution> values, Weights weights) {
		double total = 0;
		for (Contribution value : values) {
			total += weights.of(value.criterion());
		}
		double score = 0;
		List<Contribution> contributions = new ArrayList<>(values.size());
		for (Contribution value : values) {
			double share = (total > 0) ? weights.of(value.criterion()) / total : 1.0 / values.size();
			double points = 100 * share * value.value();
			score += points;
			contributions.add(new Contribution(value.criterion(), value.value(), share, points, value.reasons()));
		}
		return new Match(facts.id(), score, contributions, facts);
	}

}
