package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.QuerySyntaxException;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.StrangeTexts;
import org.zhiqiao.search.Tally;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;
import org.zhiqiao.search.text.ChineseDictionary;
import org.zhiqiao.search.text.Glossing;

/**
 * Whatever is written where a text is asked for is a text: it is answered, or found nowhere, and
 * never understood as anything else.
 */
class StrangeTextsTest {

	private static final Need ORDINARY = Need.of("solid-state battery electrolytes", "");

	private final ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(SamplePeople.THESAURUS));

	private final Matching matching = new Matching(this.index,
			new ExpertRanking(SamplePeople.THESAURUS, InstantSource.system()));

	@BeforeEach
	void fill() {
		this.index.apply(SamplePeople.experts());
		this.index.apply(SamplePeople.demands());
	}

	@AfterEach
	void close() {
		this.index.close();
	}

	static Stream<Named<String>> texts() {
		return StrangeTexts.all().map((text) -> Named.of(StrangeTexts.shown(text), text));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void answersItAsANeed(String text) {
		for (Need need : List.of(Need.of(text, ""), Need.of("", text), Need.of("battery", text),
				Need.of(text, "battery").withDomains(free(text)))) {
			Ranking ranking = this.matching.match(need, Audience.MATCHED, Weights.DEFAULT);
			assertThat(ranking.matches()).allSatisfy((match) -> {
				assertThat(match.score()).isBetween(0.0, 100.0);
				assertThat(this.matching.fit(need, match.expertId(), Audience.MATCHED, Weights.DEFAULT)
						.map(Match::score)).contains(match.score());
			});
			Tally tally = this.matching.preview(need, Audience.MATCHED);
			assertThat(tally.considered()).isLessThanOrEqualTo(tally.visible());
		}
	}

	private static Need.Domain free(String text) {
		return text.isBlank() ? Need.Domain.concept("battery") : Need.Domain.free(text);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void answersItInTheBox(String text) {
		long everybody = this.index.directory(DirectoryQuery.experts(Audience.MATCHED, "")).total();
		long found = this.index.directory(DirectoryQuery.experts(Audience.MATCHED, text)).total();
		this.index.directory(DirectoryQuery.demands(Audience.MATCHED, text));
		assertThat(found).isLessThanOrEqualTo(everybody);
		if (!text.isBlank() && text.codePoints().noneMatch(Character::isLetterOrDigit)
				&& text.chars().anyMatch((unit) -> unit > ' ' && unit < 0x7f)) {
			assertThat(found).as("signs are no wildcards").isZero();
		}
		try {
			this.index.directory(DirectoryQuery.experts(Audience.MATCHED, text).inAdvancedMode());
		} catch (QuerySyntaxException fault) {
			assertThat(fault.position()).isBetween(0, text.length());
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void takesItAsEvidenceAndStillFindsTheOthers(String text) {
		List<Long> before = ids(ORDINARY);
		IndexChange strange = new IndexChange.PutExpert(ExpertDocument.of(99, new Names("怪", "Odd", ""))
				.headline(text)
				.affiliation(text)
				.freeDomains(List.of(text))
				.pieces(List.of(new Piece("s1", PieceKind.PROJECT, text, "", 2020, Audience.PUBLIC),
						new Piece("s2", PieceKind.PROJECT, "t", text, null, Audience.PUBLIC)))
				.build());
		assertThatCode(() -> this.index.apply(List.of(strange))).doesNotThrowAnyException();
		assertThat(ids(ORDINARY)).filteredOn((id) -> id != 99).containsExactlyInAnyOrderElementsOf(before);
		assertThat(this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, "Odd")).hits()).hasSize(1);
		this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, text));
		this.matching.match(Need.of(text, text), Audience.MATCHED, Weights.DEFAULT);
		this.index.recallDemands(99, Audience.MATCHED, 10);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void takesItAsANameOrANeed(String text) {
		String name = text.substring(0, Math.min(text.length(), 200));
		this.index.apply(List.of(new IndexChange.PutExpert(ExpertDocument.of(98, new Names(name, name, name))
				.pieces(List.of(new Piece("s1", PieceKind.PROJECT, "tidal turbines", "", 2020, Audience.PUBLIC)))
				.build())));
		assertThat(ids(Need.of("tidal turbines", ""))).containsExactly(98L);
		this.index.apply(List.of(new IndexChange.PutDemand(SamplePeople.demand(97, text, text))));
		assertThat(this.index.status().demands()).isEqualTo(3);
		this.index.recallDemands(SamplePeople.WEBER, Audience.MATCHED, 10);
	}

	private List<Long> ids(Need need) {
		return this.matching.match(need, Audience.MATCHED, Weights.DEFAULT)
				.matches()
				.stream()
				.map(Match::expertId)
				.toList();
	}

	@Test
	void looksForSoManyWordsOfALongNeedAndNoMore() throws IOException {
		Glossing glossing = new Glossing(SamplePeople.THESAURUS, ChineseDictionary.bundled());
		for (String text : List.of(StrangeTexts.words(StrangeTexts.LONG), StrangeTexts.han(StrangeTexts.LONG),
				StrangeTexts.words(500_000))) {
			RecallQuery question = new ExpertRanking(SamplePeople.THESAURUS, InstantSource.system())
					.question(Need.of(text, text), Audience.MATCHED, 100);
			try (Generation generation = new Generation(1, new ByteBuffersDirectory(), null)) {
				Documents documents = new Documents(SamplePeople.THESAURUS, glossing,
						new PieceVectors(null, PieceVectors.store(), null));
				generation.write(new IndexChange.PutExpert(ExpertDocument.of(1, new Names("", "Long", ""))
						.pieces(List.of(new Piece("s1", PieceKind.PROJECT, text, "", 2020, Audience.PUBLIC)))
						.build()), documents);
				generation.commit("1");
				IndexSearcher searcher = generation.acquire();
				NeedUnits units = NeedUnits.of(question, glossing);
				assertThat(units.text().size()).isLessThanOrEqualTo(NeedUnits.MOST_UNITS);
				NeedQuery need = new NeedQuery(units, searcher, SamplePeople.THESAURUS);
				assertThat(need.units().size()).isBetween(1, 400);
				generation.release(searcher);
			}
			assertThat(clauses(
					new TypedText(DirectoryQuery.experts(Audience.MATCHED, text), SamplePeople.THESAURUS).query()))
					.isLessThan(2_000);
		}
	}

	/**
	 * How many terms the index is asked for.
	 */
	private static int clauses(Query query) {
		List<Query> leaves = new ArrayList<>();
		query.visit(new QueryVisitor() {

			@Override
			public void visitLeaf(Query leaf) {
				leaves.add(leaf);
			}

			@Override
			public void consumeTerms(Query leaf, org.apache.lucene.index.Term... terms) {
				leaves.add(leaf);
			}

		});
		assertThat(leaves.size()).isLessThan(IndexSearcher.getMaxClauseCount());
		return leaves.size();
	}

}
