package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

/**
 * What would move somebody up comes true when it happens.
 */
class ImprovementsTest {

	private static final int THIS_YEAR = 2026;

	private static final ExpertRanking RANKING = new ExpertRanking(SamplePeople.THESAURUS,
			InstantSource.fixed(Instant.parse(THIS_YEAR + "-01-01T00:00:00Z")));

	private static List<Need> needs() {
		Need battery = Need.of("固态电池 machine tools 碳化硅", "");
		return List.of(battery.withLanguages(new Need.Language("de", CefrLevel.C2, false, 1)),
				battery.withLanguages(new Need.Language("ja", CefrLevel.C1, false, 1),
						new Need.Language("en", CefrLevel.B2, false, 3)),
				battery.withCountries(new Need.Country(Set.of("JP", "KR"), Set.of(), false, 1)),
				battery.withCountries(new Need.Country(Set.of("FR"), Set.of("trade"), false, 1))
						.withCompetences(new Need.Competence("project-management", false, 1),
								new Need.Competence("law", false, 2)));
	}

	@Test
	void comesTrueWhenItHappens() {
		Set<Class<?>> checked = new HashSet<>();
		for (Need need : needs()) {
			for (Weights weights : List.of(Weights.DEFAULT, new Weights(1, 2, 2, 2))) {
				List<Match> order = order(need, weights);
				for (Match match : order) {
					for (Improvement improvement : RANKING.improvements(need, match, order, weights)) {
						assertThat(improvement.rank()).isLessThan(order.indexOf(match) + 1);
						List<Match> then = order(need, weights, match.expertId(), improvement.gain());
						Match moved = then.get(improvement.rank() - 1);
						assertThat(moved.expertId()).as("%s for %s", improvement, need).isEqualTo(match.expertId());
						assertThat(moved.score()).isCloseTo(improvement.score(), within(1e-9));
						checked.add(improvement.gain().getClass());
					}
				}
			}
		}
		assertThat(checked).containsExactlyInAnyOrder(Gain.Language.class, Gain.Country.class, Gain.Competence.class);
	}

	@Test
	void hasNothingToSayToTheFirst() {
		for (Need need : needs()) {
			List<Match> order = order(need, Weights.DEFAULT);
			assertThat(RANKING.improvements(need, order.getFirst(), order, Weights.DEFAULT)).isEmpty();
		}
	}

	private static List<Match> order(Need need, Weights weights) {
		return order(need, weights, SamplePeople.experts());
	}

	/** The order in a world where somebody always had it: an index that saw a change also counts what was there before. */
	private static List<Match> order(Need need, Weights weights, long expertId, Gain gain) {
		return order(need, weights,
				SamplePeople.experts()
						.stream()
						.map((change) -> (change instanceof IndexChange.PutExpert(ExpertDocument person)
								&& person.id() == expertId)
										? new IndexChange.PutExpert(with(person, gain))
										: change)
						.toList());
	}

	private static List<Match> order(Need need, Weights weights, List<? extends IndexChange> people) {
		try (ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS))) {
			index.apply(List.copyOf(people));
			return new Matching(index, RANKING).match(need, Audience.MATCHED, weights).matches();
		}
	}

	private static ExpertDocument with(ExpertDocument person, Gain gain) {
		List<LanguageSkill> languages = new ArrayList<>(person.languages());
		List<CountryExperience> countries = new ArrayList<>(person.countries());
		List<String> competences = new ArrayList<>(person.competences());
		switch (gain) {
			case Gain.Language language -> {
				languages.removeIf((skill) -> skill.code().equals(language.code()));
				languages.add(new LanguageSkill(language.code(), language.level()));
			}
			case Gain.Country country -> countries.add(new CountryExperience(country.alpha2().iterator().next(),
					country.kind(), THIS_YEAR - country.years() + 1, THIS_YEAR));
			case Gain.Competence competence -> competences.add(competence.code());
		}
		return new ExpertDocument(person.id(), person.names(), person.headline(), person.affiliation(),
				person.basicsAudience(), person.pieces(), person.domains(), person.freeDomains(), person.industries(),
				languages, countries, competences, person.offers(), person.city(), person.residence(),
				person.verified(), person.available(), person.audiences(), person.updatedEpochMs());
	}

}
