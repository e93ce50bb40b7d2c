package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

/**
 * What is said to come of giving up musts is what the ranking finds without them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelaxationsTest {

	private static final String TEXT = "固态电池 machine tools 碳化硅 quantum lidar";

	private final ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));

	private final Matching matching = new Matching(this.index, new ExpertRanking(SamplePeople.THESAURUS,
			InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))));

	@BeforeAll
	void fill() {
		this.index.apply(List.copyOf(SamplePeople.experts()));
	}

	@AfterAll
	void close() {
		this.index.close();
	}

	private static List<Need.Language> languages() {
		return Stream.of("de", "ja", "en", "ru", "fr")
				.flatMap((code) -> Stream.of(CefrLevel.B2, CefrLevel.C2)
						.map((level) -> new Need.Language(code, level, true, 1)))
				.toList();
	}

	private static List<Need> needs() {
		List<Need> needs = new ArrayList<>();
		for (Need.Language language : languages()) {
			needs.add(Need.of(TEXT, "")
					.withLanguages(language)
					.withCountries(Need.Country.of("DE", false))
					.withCompetences(new Need.Competence("law", false, 1)));
			for (String country : List.of("DE", "JP", "US", "CN")) {
				needs.add(Need.of(TEXT, "")
						.withLanguages(language)
						.withCountries(Need.Country.of(country, true))
						.withCompetences(new Need.Competence("project-management", true, 1)));
			}
		}
		return needs;
	}

	@Test
	void bringsWhomTheRankingFindsWithoutTheMusts() {
		int singles = 0;
		int lowered = 0;
		int pairs = 0;
		for (Need need : needs()) {
			Relaxations relaxations = relaxations(need);
			List<Relaxation> all = new ArrayList<>(relaxations.single());
			Relaxation pair = relaxations.pair();
			if (pair != null) {
				all.add(pair);
				pairs++;
			}
			Set<Long> now = people(need);
			for (Relaxation relaxation : all) {
				List<Match> then = new ArrayList<>(rank(given(need, relaxation)).matches());
				then.removeIf((match) -> now.contains(match.expertId()));
				assertThat(then).as("%s of %s", relaxation, need).hasSize(relaxation.more());
				if (relaxation.level() == null) {
					assertThat(then.getFirst().score()).isEqualTo(relaxation.best());
					singles += relaxation.musts().size() % 2;
				} else {
					lowered++;
				}
			}
		}
		assertThat(singles).isPositive();
		assertThat(lowered).isPositive();
		assertThat(pairs).isPositive();
	}

	@Test
	void countsMustsInFreeWords() {
		int told = 0;
		for (String term : List.of("lidar", "quantum", "固态电池", "碳化硅", "zzyzx")) {
			for (String country : List.of("DE", "JP", "US", "CN")) {
				Need.Country there = Need.Country.of(country, true);
				Need need = Need.of(TEXT, "").withDomains(new Need.Domain("", term, true, 1)).withCountries(there);
				Need without = need.withDomains(Need.Domain.free(term));
				List<Match> then = new ArrayList<>(rank(without).matches());
				then.removeIf((match) -> people(need).contains(match.expertId()));
				List<Relaxation> words = relaxations(need).single()
						.stream()
						.filter((one) -> one.musts().equals(List.of(0)))
						.toList();
				assertThat(words).as("%s in %s", term, country).hasSize(then.isEmpty() ? 0 : 1);
				for (Relaxation one : words) {
					assertThat(one.more()).isEqualTo(then.size());
					assertThat(one.best()).isEqualTo(then.getFirst().score());
					told++;
				}
				Relaxation pair = relaxations(need).pair();
				if (pair != null) {
					List<Match> both = new ArrayList<>(
							rank(without.withCountries(Need.Country.of(country, false))).matches());
					both.removeIf((match) -> people(need).contains(match.expertId()));
					assertThat(both).hasSize(pair.more());
				}
			}
		}
		assertThat(told).isPositive();
	}

	@Test
	void isSilentAboutMustsThatLeaveNobodyOut() {
		assertThat(relaxations(Need.of(TEXT, ""))).isEqualTo(new Relaxations(List.of(), null));
		for (Need need : needs()) {
			Set<Long> now = people(need);
			Set<Integer> told = Set
					.copyOf(relaxations(need).single().stream().map((one) -> one.musts().getFirst()).toList());
			for (int must = 0; must < need.musts().size(); must++) {
				Set<Long> then = people(given(need, new Relaxation(List.of(must), null, 0, 0)));
				assertThat(told.contains(must)).isEqualTo(!then.equals(now));
			}
		}
	}

	private Relaxations relaxations(Need need) {
		return Relaxations.of(need, this.matching.outsiders(need, Audience.MATCHED, Weights.DEFAULT));
	}

	private Ranking rank(Need need) {
		return this.matching.rank(need, Audience.MATCHED, Weights.DEFAULT);
	}

	private Set<Long> people(Need need) {
		return Set.copyOf(rank(need).matches().stream().map(Match::expertId).toList());
	}

	/** The need, which asks for one language, one country and one competence, without some of its musts. */
	private static Need given(Need need, Relaxation up) {
		Need.Language language = need.languages().getFirst();
		Need.Country country = need.countries().getFirst();
		Need.Competence competence = need.competences().getFirst();
		boolean lowered = up.level() != null;
		return need
				.withLanguages(new Need.Language(language.code(),
						lowered ? Objects.requireNonNull(up.level()) : language.level(),
						lowered || !up.musts().contains(0), 1))
				.withCountries(new Need.Country(country.alpha2(), Set.of(),
						country.must() && !up.musts().contains(1), 1))
				.withCompetences(new Need.Competence(competence.code(),
						competence.must() && !up.musts().contains(2), 1));
	}

}
