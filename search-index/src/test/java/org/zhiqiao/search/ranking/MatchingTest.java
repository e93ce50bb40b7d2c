package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

/**
 * Who comes first, and whether the reasons add up.
 */
class MatchingTest {

	private final ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));

	private final Matching matching = new Matching(this.index, new ExpertRanking(SamplePeople.THESAURUS,
			InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))));

	@BeforeEach
	void fill() {
		this.index.apply(SamplePeople.experts());
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	private Ranking match(Need need) {
		return this.matching.match(need, Audience.MATCHED, Weights.DEFAULT);
	}

	private static List<Long> ids(Ranking ranking) {
		return ranking.matches().stream().map(Match::expertId).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			固态电池硫化物电解质界面                                      | 1
			寻找熟悉全固態電池的工程師，解決企業技術難題                  | 1
			sulfide electrolytes for solid-state batteries                | 2
			碳化硅功率模块封装                                            | 3
			SiC power module packaging                                    | 3
			超高精密机床主轴设计                                          | 4
			We look for an engineer for ultra-precision machine tools     | 4
			中德技术转移合同的法律顾问                                    | 6
			technology transfer                                           | 6
			""")
	void putsTheRightPersonFirst(String text, long expected) {
		assertThat(ids(match(Need.of(text, "")))).startsWith(expected);
		assertThat(ids(match(Need.of("", text)))).startsWith(expected);
	}

	@ParameterizedTest
	@CsvSource({"固态电池", "solid-state battery"})
	void findsPeopleWhoseEvidenceIsInTheOtherLanguage(String text) {
		assertThat(ids(match(Need.of(text, "")))).contains(SamplePeople.ZHANG, SamplePeople.WEBER);
	}

	private static List<Need> needs() {
		Need battery = Need.of("固态电池", "硫化物电解质，需要德语");
		return List.of(battery, Need.of("", "machine tools"), Need.of("", ""),
				battery.withLanguages(new Need.Language("de", CefrLevel.C1, false, 1)),
				battery.withDomains(Need.Domain.concept("solid-state-battery"), Need.Domain.free("separator"))
						.withLanguages(new Need.Language("de", CefrLevel.B1, false, 2),
								new Need.Language("ja", CefrLevel.B1, false, 1))
						.withCountries(Need.Country.of("DE", false), Need.Country.of("JP", false))
						.withCompetences(new Need.Competence("trade", false, 1))
						.withOthers(new Need.Other(new Condition.InCity(Set.of("hefei")), false, 1),
								new Need.Other(new Condition.IsAvailable(), false, 0.5)),
				Need.of("", "").withCountries(Need.Country.of("DE", false)), Need.of("", "")
						.withLanguages(new Need.Language("de", CefrLevel.C1, true, 1)));
	}

	@Test
	void hasContributionsThatAddUpToTheScore() {
		for (Need need : needs()) {
			Ranking ranking = match(need);
			for (Weights weights : List.of(Weights.DEFAULT, new Weights(1, 0, 0, 0), new Weights(0, 3, 1, 0.3),
					new Weights(0, 0, 0, 0))) {
				for (Match match : ranking.reweighted(weights).matches()) {
					double points = 0;
					double shares = 0;
					for (Contribution contribution : match.contributions()) {
						assertThat(contribution.value()).isBetween(0.0, 1.0);
						assertThat(contribution.points())
								.isCloseTo(100 * contribution.weight() * contribution.value(), within(1e-9));
						points += contribution.points();
						shares += contribution.weight();
						assertThat(need.asksFor(contribution.criterion())).isTrue();
					}
					assertThat(match.score()).isCloseTo(points, within(1e-9)).isBetween(0.0, 100.0);
					if (!match.contributions().isEmpty()) {
						assertThat(shares).isCloseTo(1, within(1e-9));
					}
				}
			}
		}
	}

	@Test
	void reweighsWithoutTheIndex() {
		Need need = Need.of("固态电池", "").withLanguages(new Need.Language("de", CefrLevel.C1, false, 1));
		Ranking byDomain = this.matching.match(need, Audience.MATCHED, new Weights(1, 0, 0, 0));
		Ranking byLanguage = this.matching.match(need, Audience.MATCHED, new Weights(0, 1, 0, 0));
		this.index.close();
		assertThat(byDomain.reweighted(new Weights(0, 1, 0, 0))).isEqualTo(byLanguage);
		assertThat(ids(byLanguage)).startsWith(SamplePeople.WEBER);
	}

	@Test
	void takesNoPartForWhatIsNotAskedFor() {
		Match match = match(Need.of("固态电池", "")).matches().getFirst();
		assertThat(match.contributions()).extracting(Contribution::criterion).containsExactly(Criterion.DOMAIN);
		assertThat(match.contributions().getFirst().weight()).isEqualTo(1);
	}

	@Test
	void scoresTheSameWordsAlikeInAShortAndInALongNeed() {
		double brief = score("固态电池", SamplePeople.ZHANG);
		double wrapped = score("我公司诚聘熟悉固态电池的专家，帮助企业解决技术难题，欢迎联系。", SamplePeople.ZHANG);
		assertThat(wrapped).isCloseTo(brief, within(15.0));
	}

	private double score(String text, long person) {
		return this.matching.fit(Need.of(text, ""), person, Audience.MATCHED, Weights.DEFAULT).orElseThrow().score();
	}

	@Test
	void fitsOnePersonAsItRanksThem() {
		for (Need need : needs()) {
			for (Match match : match(need).matches()) {
				assertThat(this.matching.fit(need, match.expertId(), Audience.MATCHED, Weights.DEFAULT))
						.contains(match);
			}
		}
	}

	@Test
	void excludesByMustsAndCountsThem() {
		Need need = Need.of("固态电池", "").withLanguages(new Need.Language("de", CefrLevel.B1, true, 1));
		Ranking ranking = match(need);
		assertThat(ids(ranking)).containsExactlyInAnyOrder(SamplePeople.ZHANG, SamplePeople.WEBER);
		assertThat(ranking.tally().musts()).singleElement().satisfies((must) -> {
			assertThat(must.excluded()).isEqualTo(1);
			assertThat(must.alone()).isEqualTo(1);
		});
		assertThat(this.matching.preview(need, Audience.MATCHED)).isEqualTo(ranking.tally());
		assertThat(this.matching.fit(need, SamplePeople.SATO, Audience.MATCHED, Weights.DEFAULT)).isEmpty();
	}

	@Test
	void tellsReasonsWithTheirEvidence() {
		Need need = Need.of("固态电池", "")
				.withDomains(Need.Domain.concept("battery"))
				.withLanguages(new Need.Language("de", CefrLevel.C1, false, 1),
						new Need.Language("ja", CefrLevel.B1, false, 1))
				.withCountries(Need.Country.of("DE", false), Need.Country.of("BR", false));
		Match match = this.matching.fit(need, SamplePeople.ZHANG, Audience.MATCHED, Weights.DEFAULT).orElseThrow();
		List<Reason> reasons = match.contributions().stream().flatMap((one) -> one.reasons().stream()).toList();
		assertThat(reasons).contains(
				new Reason.DomainHeld("battery", "solid-state-battery", MatchedTerm.How.NARROWER, true),
				new Reason.LanguageHeld("de", CefrLevel.C1, CefrLevel.B1),
				new Reason.LanguageMissing("ja", CefrLevel.B1), new Reason.CountryMissing(Set.of("BR"), Set.of()));
		assertThat(reasons).hasAtLeastOneElementOfType(Reason.CountryHeld.class);
		assertThat(reasons).filteredOn(Reason.Evidence.class::isInstance)
				.isNotEmpty()
				.allSatisfy((reason) -> assertThat(((Reason.Evidence) reason).matched()).isNotEmpty());
	}

	@Test
	void valuesLanguagesByTheirDistance() {
		List<Double> values = java.util.stream.Stream.of("NATIVE", "C1", "B2", "B1", "A2", "A1")
				.map(CefrLevel::valueOf)
				.map((held) -> LanguageCriterion
						.assess(Need.of("", "").withLanguages(new Need.Language("de", CefrLevel.C1, false, 1)),
								CriteriaFacts.speaking("de", held))
						.value())
				.toList();
		assertThat(values).containsExactly(1.0, 1.0, 0.7, 0.4, 0.15, 0.0);
	}

	@Test
	void valuesCountriesByKindLengthAndTime() {
		double work = country("work", 2010, 2020);
		assertThat(work).isGreaterThan(country("conference", 2010, 2020));
		assertThat(work).isGreaterThan(country("work", 2019, 2020));
		assertThat(work).isGreaterThan(country("work", 1985, 1995));
		assertThat(country("work", 2015, null)).isEqualTo(1);
		assertThat(country("something-new", 2015, null)).isPositive();
	}

	private static double country(String kind, Integer from, @org.jspecify.annotations.Nullable Integer to) {
		return CountryCriterion
				.assess(Need.of("", "").withCountries(Need.Country.of("DE", false)),
						CriteriaFacts.knowing("DE", kind, from, to), 2026)
				.value();
	}

	@Test
	void ranksPeopleWithoutPublicationsByTheirOtherEvidence() {
		this.index.apply(List.of(new IndexChange.PutExpert(ExpertDocument.of(50, new Names("陈工", "", ""))
				.pieces(List.of(new Piece("r", PieceKind.ROLE, "超精密机床总设计师", "负责主轴与静压导轨设计二十年。", 2005, Audience.PUBLIC),
						new Piece("a", PieceKind.AWARD, "机床行业优秀工程师", "", 2015, Audience.PUBLIC)))
				.build()),
				new IndexChange.PutExpert(ExpertDocument.of(51, new Names("刘博", "", ""))
						.pieces(java.util.stream.IntStream.range(0, 30)
								.mapToObj((i) -> new Piece("p" + i, PieceKind.PUBLICATION, "车间调度优化方法之" + i, "研究生产排程。",
										2020,
										Audience.PUBLIC))
								.toList())
						.build())));
		assertThat(ids(match(Need.of("机床主轴设计", "")))).startsWith(50L).doesNotContain(51L);
	}

	@Test
	void ordersEqualPeopleByTheirKeys() {
		this.index.apply(java.util.stream.LongStream.of(63, 61, 62)
				.<IndexChange>mapToObj((id) -> new IndexChange.PutExpert(
						ExpertDocument.of(id, new Names("同", "", "")).headline("激光雷达标定").build()))
				.toList());
		assertThat(ids(match(Need.of("激光雷达标定", "")))).containsExactly(61L, 62L, 63L);
	}

}
