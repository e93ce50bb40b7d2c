package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.zhiqiao.search.AskedWord;
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

	/** A need that asks for more is a book. */
	private static final int WORDS = 40;

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
	 * Those of some people who fit a need, best first; as {@link #fit} for each of them, by one question to the index.
	 */
	public List<Match> among(Need need, Set<Long> people, Audience viewer, Weights weights) {
		RecallQuery question = this.ranking.question(need, viewer, PEOPLE).restrictedTo(people).uncounted();
		return this.ranking.rank(need, this.index.recall(question), weights).matches();
	}

	/**
	 * The people who know the subject of a need and whom its musts leave out, best first; of at most
	 * {@value #PEOPLE} people, those within the musts among them.
	 */
	public List<Outsider> outsiders(Need need, Audience viewer, Weights weights) {
		Need open = need.relaxed();
		return outsiders(need, rank(open, viewer, weights).matches(),
				(must) -> people(rank(open.withMust(must), viewer, weights).matches()));
	}

	/**
	 * How one person stands outside the musts of a need; empty if the viewer may not see the person, no must leaves
	 * them out, or nothing they show has to do with what the need says.
	 */
	public Optional<Outsider> outsider(Need need, long expertId, Audience viewer, Weights weights) {
		Need open = need.relaxed();
		return outsiders(need, fit(open, expertId, viewer, weights).stream().toList(),
				(must) -> people(fit(open.withMust(must), expertId, viewer, weights).stream().toList()))
				.stream()
				.findFirst();
	}

	/**
	 * Those of some people whom the musts leave out.
	 * @param mentioning asks the engine which of them fulfil a must in free words: facts hold no texts
	 */
	private static List<Outsider> outsiders(Need need, List<Match> matches,
			Function<Condition.Mentions, Set<Long>> mentioning) {
		List<Condition> musts = need.musts();
		Map<Condition, Set<Long>> known = new HashMap<>();
		List<Outsider> outsiders = new ArrayList<>();
		for (Match match : matches) {
			Set<Integer> failed = IntStream.range(0, musts.size())
					.filter((i) -> !((musts.get(i) instanceof Condition.Mentions words)
							? known.computeIfAbsent(words, (_) -> mentioning.apply(words)).contains(match.expertId())
							: musts.get(i).test(match.facts())))
					.boxed()
					.collect(Collectors.toUnmodifiableSet());
			if (!failed.isEmpty()) {
				outsiders.add(new Outsider(match, failed));
			}
		}
		return List.copyOf(outsiders);
	}

	private static Set<Long> people(List<Match> matches) {
		return matches.stream().map(Match::expertId).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What would move a person up among others, the greatest first.
	 * @param order the people among whom the match stands, with the scores of these weights
	 */
	public List<Improvement> improvements(Need need, Match match, List<Match> order, Weights weights) {
		return this.ranking.improvements(need, match, order, weights);
	}

	/**
	 * What it would take to let somebody in whom the musts leave out.
	 * @param order the people within the musts, with the scores of these weights
	 */
	public NearMiss nearMiss(Need need, Outsider outsider, List<Match> order, Weights weights) {
		return this.ranking.nearMiss(need, outsider, order, weights);
	}

	/**
	 * How a need could be worded to find more people. Costs up to ten rankings.
	 * @param now the people whom it finds as it is, with the scores of these weights
	 * @param present keeps those of some people who may be shown at this moment
	 */
	public Wording wording(Need need, Audience viewer, Weights weights, List<Match> now,
			UnaryOperator<List<Match>> present) {
		List<AskedWord> asked = this.index.asked(this.ranking.question(need, viewer, PEOPLE), WORDS);
		return this.ranking.wordings((changed) -> present.apply(rank(changed, viewer, weights).matches()))
				.of(need, asked, now);
	}

	/**
	 * The smallest team that together covers what a need asks for, musts and wishes alike. Costs a ranking, and another
	 * for each requirement that few of its people meet.
	 * @param keep people who must be on it, if they have anything to do with the need
	 * @param present keeps those of some people who may be shown at this moment
	 */
	public TeamSearch team(Need need, Audience viewer, Weights weights, List<Long> keep,
			UnaryOperator<List<Match>> present) {
		return new Teams((asked) -> present.apply(rank(asked, viewer, weights).matches())).of(need, keep);
	}

	/**
	 * How many people fit a need as it stands, and what each must costs: cheap enough for a form
	 * that is being filled in.
	 */
	public Tally preview(Need need, Audience viewer) {
		return this.index.tally(this.ranking.question(need, viewer, PEOPLE));
	}

}
