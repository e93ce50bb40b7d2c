package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

/** The people among whom a team is looked for, and what they cover. */
class TeamsTest {

	private static final Need NEED = Need.of("固态电池 machine tools 碳化硅", "")
			.withDomains(new Need.Domain("", "solid-state", true, 1))
			.withLanguages(new Need.Language("de", CefrLevel.C2, true, 1),
					new Need.Language("ja", CefrLevel.C1, false, 1))
			.withCountries(new Need.Country(Set.of("FR"), Set.of("trade"), true, 1),
					new Need.Country(Set.of("JP", "KR"), Set.of(), false, 0))
			.withCompetences(new Need.Competence("law", false, 2));

	private static ExpertiseIndex index;

	private static Matching matching;

	@BeforeAll
	static void fill() {
		index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));
		index.apply(List.copyOf(SamplePeople.experts()));
		matching = new Matching(index, new ExpertRanking(SamplePeople.THESAURUS,
				InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))));
	}

	@AfterAll
	static void close() {
		index.close();
	}

	@Test
	void coversWhatTheNeedAsksForWithPeopleWhoMeetIt() {
		TeamSearch search = search(List.of(), UnaryOperator.identity());
		// the countries that weigh nothing ask for nothing
		assertThat(search.requirements()).extracting(TeamSearch.Requirement::place).containsExactly(-1, 0, 1, 2, 3, 5);
		Set<Integer> covered = new HashSet<>(search.team().uncovered());
		for (int i = 0; i < search.candidates().size(); i++) {
			Match match = search.candidates().get(i);
			for (int requirement : search.covers().get(i)) {
				Condition condition = search.requirements().get(requirement).condition();
				assertThat(condition == null || condition.test(match.facts())).isTrue();
				if (condition instanceof Condition.Mentions) {
					assertThat(matching.fit(NEED.relaxed().withMust(condition), match.expertId(), Audience.MATCHED,
							Weights.DEFAULT)).isPresent();
				}
				if (search.team().members().contains(match.expertId())) {
					covered.add(requirement);
				}
			}
		}
		assertThat(covered).hasSize(search.requirements().size());
		assertThat(search.team().members()).hasSizeGreaterThan(1);
		assertThat(search.team().smallest()).isTrue();
		assertThat(search.candidates()).extracting(Match::score)
				.isSortedAccordingTo((one, other) -> Double.compare(other, one));
	}

	@Test
	void keepsWhomItIsToldToAndLeavesOutWhoMayNotBeShown() {
		List<Long> members = search(List.of(), UnaryOperator.identity()).team().members();
		TeamSearch without = search(List.of(), (people) -> people.stream()
				.filter((match) -> match.expertId() != members.getFirst())
				.toList());
		assertThat(without.candidates()).extracting(Match::expertId).doesNotContain(members.getFirst());
		assertThat(without.team().members()).doesNotContain(members.getFirst());
		long other = without.candidates()
				.stream()
				.map(Match::expertId)
				.filter((id) -> !members.contains(id))
				.findFirst()
				.orElseThrow();
		assertThat(search(List.of(other, 987_654L), UnaryOperator.identity()).team().members()).startsWith(other)
				.doesNotContain(987_654L);
	}

	@Test
	void asksForTheSubjectOfATextAlone() {
		TeamSearch search = matching.team(Need.of("固态电池", ""), Audience.MATCHED, Weights.DEFAULT, List.of(),
				UnaryOperator.identity());
		assertThat(search.requirements()).containsExactly(TeamSearch.Requirement.SUBJECT);
		assertThat(search.team().members()).containsExactly(search.candidates().getFirst().expertId());
	}

	private static TeamSearch search(List<Long> keep, UnaryOperator<List<Match>> present) {
		return matching.team(NEED, Audience.MATCHED, Weights.DEFAULT, keep, present);
	}

}
