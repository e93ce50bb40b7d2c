package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.Tally;

/**
 * Matching as the rest of the world uses it: a need in, people in order out.
 */
public final class Matching {

	/** Nobody reads on after so many people. */
	public static final int PEOPLE = 500;

	private final ExpertiseIndex index;

	private final ExpertRanking ranking;

	public Matching(ExpertiseIndex index, ExpertRanking ranking) {
		this.index = index;
		this.ranking = ranking;
	}

	/**
	 * The people who fit a need, and how many there are.
	 */
	public Ranking match(Need need, Audience viewer, Weights weights) {
		return this.ranking.rank(need, this.index.recall(this.ranking.question(need, viewer, PEOPLE)), weights);
	}

	/**
	 * The people who fit a need, without counting those who do not.
	 */
	public Ranking rank(Need need, Audience viewer, Weights weights) {
		RecallQuery question = this.ranking.question(need, viewer, PEOPLE).uncounted();
		return this.ranking.rank(need, this.index.recall(question), weights);
	}

	/**
	 * How one person fits a need; empty if the viewer may not see the person, a must leaves them
	 * out, or nothing they show has to do with what the need says.
	 */
	public Optional<Match> fit(Need need, long expertId, Audience viewer, Weights weights) {
		RecallQuery question = this.ranking.question(need, viewer, PEOPLE).restrictedTo(Set.of(expertId)).uncounted();
		return this.ranking.rank(need, this.index.recall(question), weights).matches().stream().findFirst();
	}

	/**
	 * The people who know the subject of a need and whom its musts leave out, best first; of at most
	 * {@value #PEOPLE} people, those within the musts among them.
	 */
	public List<Outsider> outsiders(Need need, Audience viewer, Weights weights) {
		List<Condition> musts = need.musts();
		Need open = need.relaxed();
		Map<Condition, Set<Long>> mentioning = new HashMap<>();
		for (Condition must : musts) {
			if (must instanceof Condition.Mentions words) {
				mentioning.computeIfAbsent(words, (one) -> people(open, one, viewer, weights));
			}
		}
		List<Outsider> outsiders = new ArrayList<>();
		for (Match match : rank(open, viewer, weights).matches()) {
			Set<Integer> failed = IntStream.range(0, musts.size()).filter((i) -> {
				Set<Long> among = mentioning.get(musts.get(i));
				return (among != null) ? !among.contains(match.expertId()) : !musts.get(i).test(match.facts());
			}).boxed().collect(Collectors.toUnmodifiableSet());
			if (!failed.isEmpty()) {
				outsiders.add(new Outsider(match, failed));
			}
		}
		return List.copyOf(outsiders);
	}

	/**
	 * Who fulfils a condition among the people of a need. Facts hold no texts, so whether somebody mentions free words
	 * is asked of the engine.
	 */
	private Set<Long> people(Need need, Condition must, Audience viewer, Weights weights) {
		List<Need.Other> others = new ArrayList<>(need.others());
		others.add(new Need.Other(must, true, 0));
		return rank(need.withOthers(others.toArray(Need.Other[]::new)), viewer, weights).matches()
				.stream()
				.map(Match::expertId)
				.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What would move a person up among others, the greatest first.
	 * @param order the people among whom the match stands, with the scores of these weights
	 */
	public List<Improvement> improvements(Need need, Match match, List<Match> order, Weights weights) {
		return this.ranking.improvements(need, match, order, weights);
	}

	/**
	 * How many people fit a need as it stands, and what each must costs: cheap enough for a form
	 * that is being filled in.
	 */
	public Tally preview(Need need, Audience viewer) {
		return this.index.tally(this.ranking.question(need, viewer, PEOPLE));
	}

}
