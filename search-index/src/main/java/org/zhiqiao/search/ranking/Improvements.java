package org.zhiqiao.search.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertFacts;
import org.zhiqiao.search.LanguageSkill;

/**
 * What would move a person up: each wish that the person does not fulfil is taken as fulfilled, and the person is
 * assessed and placed again by the very rules of the ranking.
 */
final class Improvements {

	/** Long enough to know a country well. */
	private static final int YEARS = 3;

	private static final String USUAL_KIND = "work";

	private static final Comparator<Improvement> MOST_FIRST = Comparator.comparingInt(Improvement::rank)
			.thenComparing(Comparator.comparingDouble(Improvement::score).reversed());

	private final Need need;

	private final List<Match> order;

	private final Weights weights;

	private final int thisYear;

	Improvements(Need need, List<Match> order, Weights weights, int thisYear) {
		this.need = need;
		this.order = order;
		this.weights = weights;
		this.thisYear = thisYear;
	}

	/**
	 * The gains that would move somebody up, the greatest first.
	 */
	List<Improvement> of(Match match) {
		int now = rank(match.expertId(), match.score());
		return gains(match).map((gain) -> {
			double score = scoreWith(match, List.of(gain));
			return new Improvement(gain, score, rank(match.expertId(), score));
		}).filter((improvement) -> improvement.rank() < now).sorted(MOST_FIRST).toList();
	}

	/**
	 * What it would take to let somebody in whom the musts leave out.
	 */
	NearMiss nearMiss(Outsider outsider) {
		List<Condition> musts = this.need.musts();
		List<Gain> gains = outsider.failed()
				.stream()
				.sorted()
				.flatMap((place) -> gain(musts.get(place)).stream())
				.distinct()
				.toList();
		double score = scoreWith(outsider.match(), gains);
		ExpertFacts then = with(outsider.match().facts(), gains);
		boolean inside = outsider.failed()
				.stream()
				.map(musts::get)
				.allMatch((must) -> gain(must).isPresent() && must.test(then));
		return new NearMiss(outsider, gains, score, inside ? rank(outsider.match().expertId(), score) : 0);
	}

	/** What fulfils a must; nothing for one about the subject itself, or about a choice of the person. */
	private static Optional<Gain> gain(Condition must) {
		return switch (must) {
			case Condition.Speaks(String code, CefrLevel level) -> Optional.of(new Gain.Language(code, level));
			case Condition.KnowsCountry(Set<String> alpha2, Set<String> kinds) -> Optional.of(country(alpha2, kinds));
			case Condition.HasCompetence(String code) -> Optional.of(new Gain.Competence(code));
			default -> Optional.empty();
		};
	}

	private static Gain country(Set<String> alpha2, Set<String> kinds) {
		return new Gain.Country(alpha2, kinds.stream().sorted().findFirst().orElse(USUAL_KIND), YEARS);
	}

	private Stream<Gain> gains(Match match) {
		List<Gain> gains = new ArrayList<>();
		for (Contribution contribution : match.contributions()) {
			for (Reason reason : contribution.reasons()) {
				switch (reason) {
					case Reason.LanguageHeld held when !held.speaksFor() ->
						gains.add(new Gain.Language(held.code(), held.asked()));
					case Reason.LanguageMissing missing ->
						gains.add(new Gain.Language(missing.code(), missing.asked()));
					case Reason.CountryMissing missing -> gains.add(country(missing.alpha2(), missing.kinds()));
					case Reason.ConditionUnmet(Condition.HasCompetence(String code)) ->
						gains.add(new Gain.Competence(code));
					default -> {
						// nothing that a person could acquire
					}
				}
			}
		}
		return gains.stream().distinct();
	}

	private double scoreWith(Match match, List<Gain> gains) {
		ExpertFacts then = with(match.facts(), gains);
		List<Contribution> values = match.contributions().stream().map((before) -> {
			double value = switch (before.criterion()) {
				// no gain is about what somebody has worked on
				case DOMAIN -> before.value();
				case LANGUAGE -> LanguageCriterion.assess(this.need, then).value();
				case COUNTRY -> CountryCriterion.assess(this.need, then, this.thisYear).value();
				case WISHES -> WishesCriterion.assess(this.need, then).value();
			};
			return new Contribution(before.criterion(), value, 0, 0, before.reasons());
		}).toList();
		return Ranking.weigh(then, values, this.weights).score();
	}

	private ExpertFacts with(ExpertFacts facts, List<Gain> gains) {
		ExpertFacts then = facts;
		for (Gain gain : gains) {
			then = with(then, gain);
		}
		return then;
	}

	private ExpertFacts with(ExpertFacts facts, Gain gain) {
		return switch (gain) {
			case Gain.Language language -> with(facts,
					and(facts.languages(), new LanguageSkill(language.code(), language.level())), facts.countries(),
					facts.competences());
			case Gain.Country country -> with(facts, facts.languages(),
					and(facts.countries(),
							new CountryExperience(country.alpha2().stream().sorted().findFirst().orElseThrow(),
									country.kind(), this.thisYear - country.years() + 1, this.thisYear)),
					facts.competences());
			case Gain.Competence competence ->
				with(facts, facts.languages(), facts.countries(), and(facts.competences(), competence.code()));
		};
	}

	private static ExpertFacts with(ExpertFacts facts, List<LanguageSkill> languages,
			List<CountryExperience> countries, List<String> competences) {
		return new ExpertFacts(facts.id(), facts.domains(), facts.evidencedDomains(), facts.domainClosure(),
				facts.industries(), languages, countries, competences, facts.offers(), facts.city(),
				facts.residence(), facts.verified(), facts.available(), facts.declines(), facts.pieces(),
				facts.updatedEpochMs());
	}

	private static <T> List<T> and(List<T> list, T more) {
		return Stream.concat(list.stream(), Stream.of(more)).toList();
	}

	/** The place that a score would take among all others. */
	private int rank(long expertId, double score) {
		int rank = 1;
		for (Match other : this.order) {
			if (other.expertId() != expertId
					&& (other.score() > score || (other.score() == score && other.expertId() < expertId))) {
				rank++;
			}
		}
		return rank;
	}

}
