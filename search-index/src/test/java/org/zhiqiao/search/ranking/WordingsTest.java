package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiqiao.search.AskedWord;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CefrLevel;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.LanguageSkill;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

/**
 * What is said to come of other words is what the ranking finds with them.
 */
class WordingsTest {

	private static final Need BATTERY = Need.of("固态电池硫化物电解质", "");

	private final ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));

	private final Matching matching = new Matching(this.index, new ExpertRanking(SamplePeople.THESAURUS,
			InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))));

	@BeforeEach
	void fill() {
		this.index.apply(SamplePeople.experts());
		// people of a neighbouring field, who show nothing of what is named
		for (long id = 100; id < 106; id++) {
			this.index.apply(
					List.of(new IndexChange.PutExpert(
							person(id, "Lithium-ion battery recycling", "lithium-ion-battery", "en"))));
		}
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	private static ExpertDocument person(long id, String title, String domain, String language) {
		return ExpertDocument.of(id, new Names("", "Person " + id, ""))
				.pieces(List.of(SamplePeople.piece("x" + id, PieceKind.PROJECT, title, "", 2020, Audience.PUBLIC)))
				.domains(List.of(domain))
				.languages(List.of(new LanguageSkill(language, CefrLevel.C1)))
				.updatedEpochMs(1)
				.build();
	}

	private Wording wording(Need need, Audience viewer) {
		return this.matching.wording(need, viewer, Weights.DEFAULT,
				this.matching.rank(need, viewer, Weights.DEFAULT).matches(), UnaryOperator.identity());
	}

	private static Need with(Need need, String code) {
		List<Need.Domain> domains = new ArrayList<>(need.domains());
		domains.add(Need.Domain.concept(code));
		return need.withDomains(domains.toArray(Need.Domain[]::new));
	}

	private void assertTrue(Need need, Wording.Addition addition) {
		Set<Long> now = Set.copyOf(people(need).stream().map(Match::expertId).toList());
		List<Match> more = new ArrayList<>(people(with(need, addition.code())));
		more.removeIf((match) -> now.contains(match.expertId()));
		assertThat(more).as("%s", addition).hasSize(addition.more()).isNotEmpty();
		assertThat(more.getFirst().score()).isEqualTo(addition.best());
	}

	private List<Match> people(Need need) {
		return this.matching.rank(need, Audience.MATCHED, Weights.DEFAULT).matches();
	}

	@Test
	void offersTheFieldAboveWithWhomItBrings() {
		Wording wording = wording(BATTERY, Audience.MATCHED);
		assertThat(wording.additions()).extracting(Wording.Addition::code).contains("battery");
		assertThat(wording.additions()).filteredOn((one) -> one.code().equals("battery"))
				.singleElement()
				.satisfies((one) -> {
					assertThat(one.broaderThan()).containsExactly("solid-state-battery");
					assertThat(one.more()).isEqualTo(6);
				});
		wording.additions().forEach((addition) -> assertTrue(BATTERY, addition));
	}

	@Test
	void countsOnlyPeopleWithinTheMusts() {
		Need german = BATTERY.withLanguages(new Need.Language("de", CefrLevel.B1, true, 1));
		// the neighbours speak English
		assertThat(wording(german, Audience.MATCHED).additions()).isEmpty();
		Need english = BATTERY.withLanguages(new Need.Language("en", CefrLevel.B2, true, 1));
		assertThat(wording(english, Audience.MATCHED).additions()).isNotEmpty()
				.allSatisfy((addition) -> assertTrue(english, addition));
	}

	@Test
	void leavesOutWhoMayNotBeShown() {
		Wording nobody = this.matching.wording(BATTERY, Audience.MATCHED, Weights.DEFAULT, people(BATTERY),
				(matches) -> matches.stream().filter((match) -> match.expertId() < 100).toList());
		assertThat(nobody.additions()).isEmpty();
	}

	@Test
	void offersWhatTheFirstPeopleHaveInCommon() {
		for (long id = 200; id < 205; id++) {
			this.index.apply(List.of(new IndexChange.PutExpert(person(id, "固态电池硫化物电解质研究", "silicon-carbide", "en"))));
		}
		Wording wording = wording(BATTERY, Audience.MATCHED);
		assertThat(wording.additions()).filteredOn((one) -> one.code().equals("silicon-carbide"))
				.singleElement()
				.satisfies((one) -> {
					assertThat(one.shared()).isEqualTo(5);
					assertThat(one.broaderThan()).isEmpty();
				});
		wording.additions().forEach((addition) -> assertTrue(BATTERY, addition));
	}

	@Test
	void offersNothingThatIsNamedAlready() {
		Need both = with(BATTERY, "battery");
		assertThat(wording(both, Audience.MATCHED).additions()).extracting(Wording.Addition::code)
				.doesNotContain("battery", "solid-state-battery", "lithium-ion-battery");
	}

	@Test
	void namesWordsThatNobodyHas() {
		Need need = Need.of("寻找熟悉固态电池 zzyzx 的工程师，解决企业技术难题", "");
		assertThat(wording(need, Audience.MATCHED).unheard()).extracting(AskedWord::words).containsExactly("zzyzx");
		assertThat(wording(Need.of("", ""), Audience.MATCHED)).isEqualTo(new Wording(List.of(), List.of()));
	}

	@Test
	void doesNotTellWhatTheReaderMayNotSee() {
		Need need = Need.of("Pilot line", "");
		assertThat(this.index.asked(new ExpertRanking(SamplePeople.THESAURUS, InstantSource.system())
				.question(need, Audience.REGISTERED, 10), 9)).extracting(AskedWord::people).containsOnly(1);
		// the piece is for registered readers
		assertThat(wording(need, Audience.PUBLIC).unheard()).extracting(AskedWord::words)
				.containsExactly("Pilot", "line");
	}

}
