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
						List<Match> then = order(need, weights, match.expertId(), List.of(improvement.gain()));
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

	@Test
	void letsInWhomTheMustsLeaveOutWhenItHappens() {
		Set<Integer> missed = new HashSet<>();
		for (Need need : conditionedNeeds()) {
			for (Weights weights : List.of(Weights.DEFAULT, new Weights(1, 2, 2, 2))) {
				List<Match> order = order(need, weights);
				for (Outsider outsider : outsiders(need, weights)) {
					long person = outsider.match().expertId();
					NearMiss near = RANKING.nearMiss(need, outsider, order, weights);
					assertThat(near.gains()).hasSameSizeAs(outsider.failed());
					List<Match> then = order(need, weights, person, near.gains());
					Match inside = then.get(near.rank() - 1);
					assertThat(inside.expertId()).as("%s for %s", near, need).isEqualTo(person);
					assertThat(inside.score()).isCloseTo(near.score(), within(1e-9));
					missed.add(near.gains().size());
				}
			}
		}
		assertThat(missed).contains(1, 2, 3);
	}

	@Test
	void promisesNoPlaceWhereTheSubjectItselfIsMissed() {
		Need need = Need.of("固态电池 machine tools 碳化硅", "")
				.withDomains(new Need.Domain("", "solid-state", true, 1))
				.withLanguages(new Need.Language("de", CefrLevel.C2, true, 1));
		List<Outsider> outsiders = outsiders(need, Weights.DEFAULT).stream()
				.filter((one) -> one.failed().contains(0))
				.toList();
		assertThat(outsiders).isNotEmpty();
		for (Outsider outsider : outsiders) {
			NearMiss near = RANKING.nearMiss(need, outsider, order(need, Weights.DEFAULT), Weights.DEFAULT);
			assertThat(near.rank()).isZero();
			assertThat(near.gains()).hasSize(outsider.failed().size() - 1);
		}
	}

	@Test
	void seesOnePersonOutsideAsAmongAll() {
		List<Need> needs = new ArrayList<>(conditionedNeeds());
		needs.add(needs.getFirst().withDomains(new Need.Domain("", "solid-state", true, 1)));
		try (ExpertiseIndex index = index(SamplePeople.experts())) {
			Matching matching = new Matching(index, RANKING);
			for (Need need : needs) {
				List<Outsider> all = matching.outsiders(need, Audience.MATCHED, Weights.DEFAULT);
				assertThat(all).isNotEmpty();
				for (Outsider outsider : all) {
					assertThat(matching.outsider(need, outsider.match().expertId(), Audience.MATCHED, Weights.DEFAULT))
							.hasValueSatisfying((one) -> {
								assertThat(one.failed()).isEqualTo(outsider.failed());
								assertThat(one.match().score()).isCloseTo(outsider.match().score(), within(1e-9));
							});
				}
				for (Match match : matching.rank(need, Audience.MATCHED, Weights.DEFAULT).matches()) {
					assertThat(matching.outsider(need, match.expertId(), Audience.MATCHED, Weights.DEFAULT)).isEmpty();
				}
			}
		}
	}

	private static List<Need> conditionedNeeds() {
		Need battery = Need.of("固态电池 machine tools 碳化硅", "");
		Need german = battery.withLanguages(new Need.Language("de", CefrLevel.C2, true, 1));
		return List.of(german, german.withCountries(new Need.Country(Set.of("JP", "KR"), Set.of(), true, 1)),
				german.withCountries(new Need.Country(Set.of("FR"), Set.of("trade"), true, 1))
						.withCompetences(new Need.Competence("law", true, 2)));
	}

	private static List<Outsider> outsiders(Need need, Weights weights) {
		try (ExpertiseIndex index = index(SamplePeople.experts())) {
			return new Matching(index, RANKING).outsiders(need, Audience.MATCHED, weights);
		}
	}

	private static ExpertiseIndex index(List<? extends IndexChange> people) {
		ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));
		index.apply(List.copyOf(people));
		return index;
	}

	private static List<Match> order(Need need, Weights weights) {
		return order(need, weights, SamplePeople.experts());
	}

	/** The order in a world where somebody always had it: an index that saw a change also counts what was there before. */
	private static List<Match> order(Need need, Weights weights, long expertId, List<Gain> gains) {
		return order(need, weights,
				SamplePeople.experts()
						.stream()
						.map((change) -> (change instanceof IndexChange.PutExpert(ExpertDocument person)
								&& person.id() == expertId)
										? new IndexChange.PutExpert(with(person, gains))
										: change)
						.toList());
	}

	private static List<Match> order(Need need, Weights weights, List<? extends IndexChange> people) {
		try (ExpertiseIndex index = index(people)) {
			return new Matching(index, RANKING).match(need, Audience.MATCHED, weights).matches();
		}
	}

	private static ExpertDocument with(ExpertDocument person, List<Gain> gains) {
		ExpertDocument then = person;
		for (Gain gain : gains) {
			then = with(then, gain);
		}
		return then;
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
