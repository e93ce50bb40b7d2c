package org.zhiqiao.search.ranking;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Turns a need into a question to the index, and what the index finds into a ranking.
 */
public final class ExpertRanking {

	/** A word of the title is meant more than one of the description. */
	private static final double TITLE = 2;

	/** Pieces that cover less of a need have a word in common with it by accident. */
	private static final double COVERAGE = 0.06;

	private final Supplier<Thesaurus> thesaurus;

	private final InstantSource clock;

	/**
	 * Makes a ranking.
	 * @param clock says how long ago something was
	 */
	public ExpertRanking(Thesaurus thesaurus, InstantSource clock) {
		this(() -> thesaurus, clock);
	}

	/**
	 * Makes a ranking that follows a thesaurus which is edited while it is in use.
	 * @param thesaurus gives the present version
	 * @param clock says how long ago something was
	 */
	public ExpertRanking(Supplier<Thesaurus> thesaurus, InstantSource clock) {
		this.thesaurus = thesaurus;
		this.clock = clock;
	}

	/**
	 * What to ask the index in view of a need.
	 * @param people at most so many people
	 */
	public RecallQuery question(Need need, Audience viewer, int people) {
		List<RecallQuery.Text> texts = new ArrayList<>();
		if (!need.title().isBlank()) {
			texts.add(new RecallQuery.Text(need.title(), TITLE));
		}
		if (!need.description().isBlank()) {
			texts.add(new RecallQuery.Text(need.description(), 1));
		}
		List<RecallQuery.Topic> topics = need.domains()
				.stream()
				.filter((domain) -> domain.weight() > 0)
				.map((domain) -> new RecallQuery.Topic(domain.code(), domain.term(), domain.weight()))
				.toList();
		return new RecallQuery(viewer, texts, topics, need.musts(), need.wishes(), Set.of(), need.except(),
				people, COVERAGE, true);
	}

	/**
	 * The same question, but for everybody and all of their evidence: for files and measurements,
	 * where people who have nothing to do with the need are wanted at the end of the list.
	 */
	public RecallQuery exhaustiveQuestion(Need need, Audience viewer) {
		RecallQuery question = question(need, viewer, Integer.MAX_VALUE);
		return new RecallQuery(viewer, question.texts(), question.topics(), question.musts(), question.wishes(),
				question.only(), question.except(), question.people(), 0, false);
	}

	/**
	 * Ranks the people whom the index found.
	 */
	public Ranking rank(Need need, Recall recall, Weights weights) {
		int thisYear = thisYear();
		List<Condition> musts = need.musts();
		List<Match> matches = recall.candidates()
				.parallelStream()
				// the index has applied the musts; facts that changed since then have the last word
				.filter((candidate) -> musts.stream().allMatch((must) -> must.test(candidate.facts())))
				.map((candidate) -> Ranking.weigh(candidate.facts(), assess(need, candidate, thisYear), weights))
				.toList();
		return Ranking.sorted(matches, weights, recall.tally());
	}

	/**
	 * What would move a person up in a ranking: computed by the same rules, one gain at a time.
	 * @param order the people among whom the match stands, with the scores of these weights
	 * @return the greatest first; none for whoever fulfils all wishes, or is first
	 */
	public List<Improvement> improvements(Need need, Match match, List<Match> order, Weights weights) {
		return new Improvements(need, order, weights, thisYear()).of(match);
	}

	/**
	 * What it would take to let somebody in whom the musts leave out.
	 * @param order the people within the musts, with the scores of these weights
	 */
	public NearMiss nearMiss(Need need, Outsider outsider, List<Match> order, Weights weights) {
		return new Improvements(need, order, weights, thisYear()).nearMiss(outsider);
	}

	Wordings wordings(Function<Need, List<Match>> people) {
		return new Wordings(this.thesaurus.get(), people);
	}

	private int thisYear() {
		return this.clock.instant().atOffset(ZoneOffset.UTC).getYear();
	}

	private List<Contribution> assess(Need need, Recall.Candidate candidate, int thisYear) {
		List<Contribution> values = new ArrayList<>();
		for (Criterion criterion : Criterion.values()) {
			if (!need.asksFor(criterion)) {
				continue;
			}
			Assessment assessment = switch (criterion) {
				case DOMAIN -> DomainCriterion.assess(need, candidate, this.thesaurus.get());
				case LANGUAGE -> LanguageCriterion.assess(need, candidate.facts());
				case COUNTRY -> CountryCriterion.assess(need, candidate.facts(), thisYear);
				case WISHES -> WishesCriterion.assess(need, candidate.facts());
			};
			values.add(new Contribution(criterion, assessment.value(), 0, 0, assessment.reasons()));
		}
		return values;
	}

}
