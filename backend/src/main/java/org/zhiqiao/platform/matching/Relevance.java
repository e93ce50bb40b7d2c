package org.zhiqiao.platform.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Weights;

/** How well people know a subject, by the same ranking as for needs, for whoever puts people together otherwise. */
@Component
public class Relevance {

	private static final int WEIGHT = 3;

	private final CurrentMatching matching;

	Relevance(CurrentMatching matching) {
		this.matching = matching;
	}

	/**
	 * Points from 0 to 100 for everything that officials may see of people; whoever is not among the best
	 * {@value Matching#PEOPLE} has none.
	 * @param title the subject in words, in any language
	 * @param concepts codes of its fields
	 */
	public Map<Long, Double> to(String title, Collection<String> concepts) {
		var domains = concepts.stream().map(code -> new Need.Domain(code, "", false, WEIGHT)).toList();
		var need = new Need(title, "", domains, List.of(), List.of(), List.of(), List.of(), Set.of());
		// It asks for the subject alone, so weights make no difference.
		return this.matching.get()
				.rank(need, Audience.MATCHED, Weights.DEFAULT)
				.matches()
				.stream()
				.collect(Collectors.toMap(Match::expertId, Match::score));
	}

}
