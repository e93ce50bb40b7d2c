package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.CountryExperience;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.SamplePeople;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.SentenceModel;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Weights;

/**
 * The same need on the same people gives the same ranking to the last bit, however the people came
 * into the index and however many threads look for them.
 */
class SameRankingTest {

	/** More than are looked at for one need, and many of them alike: the last ones in are decided by nothing else. */
	private static final int PEOPLE = 1_300;

	private static final List<String> WORDS = List.of("solid-state battery", "sulfide electrolyte", "silicon carbide",
			"lidar", "machine tool", "tea", "固态电池", "硫化物电解质", "激光雷达", "机床", "茶叶", "energy storage");

	private static final List<Need> NEEDS = List.of(Need.of("solid-state battery sulfide electrolyte", ""),
			Need.of("固态电池硫化物电解质", "energy storage and tea").withCountries(Need.Country.of("DE", false)),
			Need.of("tea", ""), Need.of("", "").withCountries(Need.Country.of("DE", false)),
			Need.of("lidar", "机床").withDomains(Need.Domain.concept("machine-tool")));

	/** Every tenth person knows Germany, so that people alike in words are not alike in rank. */
	private static IndexChange person(long id) {
		Random random = new Random(id % 40);
		List<Piece> pieces = new ArrayList<>();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			String title = WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
			pieces.add(new Piece("p" + i, PieceKind.PROJECT, title, "", 2020, Audience.PUBLIC));
		}
		return new IndexChange.PutExpert(ExpertDocument.of(id, new Names("", "Person " + id, ""))
				.pieces(pieces)
				.countries((id % 10 == 3) ? List.of(new CountryExperience("DE", "work", 2010, 2015)) : List.of())
				.build());
	}

	private static List<String> ranked(ExpertiseIndex index) {
		Matching matching = new Matching(index, new ExpertRanking(SamplePeople.THESAURUS,
				InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))));
		List<String> ranked = new ArrayList<>();
		for (Need need : NEEDS) {
			ranked.add(need.title());
			matching.match(need, Audience.PUBLIC, Weights.DEFAULT)
					.matches()
					.forEach((match) -> ranked
							.add(match.expertId() + " " + Long.toHexString(Double.doubleToRawLongBits(match.score()))
									+ " " + match.contributions()));
		}
		return ranked;
	}

	private static List<IndexChange> people(int seed) {
		List<IndexChange> people = new ArrayList<>();
		for (long id = 1; id <= PEOPLE; id++) {
			people.add(person(id));
		}
		if (seed != 0) {
			Collections.shuffle(people, new Random(seed));
		}
		return people;
	}

	private static Knowledge knowledge(boolean vectors) {
		return vectors
				? Knowledge.withVectors(SamplePeople.THESAURUS, new Embedding(new Letters()))
				: Knowledge.ofWords(SamplePeople.THESAURUS);
	}

	@ParameterizedTest
	@ValueSource(booleans = {false, true})
	void isTheSameHoweverManySegmentsAndThreads(boolean vectors) throws Exception {
		List<String> first = null;
		for (int batches : new int[]{1, 2, 7}) {
			List<IndexChange> people = people(batches - 1);
			try (ExpertiseIndex index = LuceneExpertiseIndex.inMemory(knowledge(vectors))) {
				int size = (people.size() + batches - 1) / batches;
				for (int from = 0; from < people.size(); from += size) {
					// each batch is a segment of its own
					List<IndexChange> batch = people.subList(from, Math.min(people.size(), from + size));
					index.computeVectors(batch);
					index.apply(batch);
				}
				for (int threads : new int[]{1, 2}) {
					try (ForkJoinPool pool = new ForkJoinPool(threads)) {
						List<String> ranked = pool.submit(() -> ranked(index)).get();
						first = (first != null) ? first : ranked;
						assertThat(ranked).as("%d batches, %d threads", batches, threads).isEqualTo(first);
					}
				}
				try (ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
					// in any order, since several threads write
					rebuild.put(people);
					rebuild.commit();
				}
				assertThat(ranked(index)).as("rebuilt").isEqualTo(first);
			}
		}
		assertThat(first).hasSizeGreaterThan(2 * PEOPLE / 3);
	}

	/**
	 * Where few are asked about, most of the index is passed over.
	 */
	@Test
	void findsAMinorityAsItFindsThemAmongAll() {
		ExpertRanking ranking = new ExpertRanking(SamplePeople.THESAURUS,
				InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
		try (ExpertiseIndex index = LuceneExpertiseIndex.inMemory(knowledge(false))) {
			List<IndexChange> people = people(3);
			index.apply(people.subList(0, PEOPLE / 3));
			index.apply(people.subList(PEOPLE / 3, PEOPLE));
			for (Need need : NEEDS.subList(0, 3)) {
				Need within = need.relaxed().withCountries(Need.Country.of("DE", true));
				Map<Long, List<String>> among = hits(
						index.recall(ranking.question(need, Audience.PUBLIC, PEOPLE)).candidates());
				among.keySet().removeIf((id) -> id % 10 != 3);
				Recall few = index.recall(ranking.question(within, Audience.PUBLIC, PEOPLE).uncounted());
				assertThat(hits(few.candidates())).as(need.title()).isEqualTo(among).hasSizeGreaterThan(5);
			}
		}
	}

	private static Map<Long, List<String>> hits(List<Recall.Candidate> candidates) {
		Map<Long, List<String>> hits = new HashMap<>();
		candidates.forEach((candidate) -> hits.put(candidate.facts().id(),
				candidate.hits().stream().map((hit) -> hit.pieceId() + " " + hit.score()).toList()));
		return hits;
	}

	/**
	 * Says how often letters occur: texts of the same words are near.
	 */
	private static final class Letters implements SentenceModel {

		@Override
		public String name() {
			return "letters";
		}

		@Override
		public boolean multilingual() {
			return false;
		}

		@Override
		public float[] embed(String text) {
			float[] vector = new float[64];
			text.toLowerCase(java.util.Locale.ROOT).chars().forEach((letter) -> vector[letter % 64]++);
			vector[0] = 1;
			double squares = 0;
			for (float one : vector) {
				squares += one * one;
			}
			for (int i = 0; i < vector.length; i++) {
				vector[i] /= (float) Math.sqrt(squares);
			}
			return vector;
		}

	}

}
