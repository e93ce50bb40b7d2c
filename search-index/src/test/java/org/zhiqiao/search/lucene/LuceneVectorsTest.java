package org.zhiqiao.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.MatchedTerm;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.ModelFailure;
import org.zhiqiao.search.embedding.SentenceModel;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Match;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Weights;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Vectors in the index: when they come, that they stay, and what happens without them.
 */
class LuceneVectorsTest {

	private static final Thesaurus NONE = Thesaurus.of(List.of());

	/** Counts what it computes; says the same of "fracking" and "shale gas extraction". */
	private static final class Known implements SentenceModel {

		private final String name;

		private int computed;

		private boolean broken;

		private Known(String name) {
			this.name = name;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public boolean multilingual() {
			return false;
		}

		@Override
		public float[] embed(String text) {
			if (this.broken) {
				throw new ModelFailure("broken for the test", new IllegalStateException());
			}
			this.computed++;
			float[] vector = new float[64];
			vector[0] = 0.5f;
			String same = text.toLowerCase(Locale.ROOT).replace("fracking", "shale gas extraction");
			for (String word : List.of(same.split("\\W+", -1))) {
				vector[1 + Math.floorMod(word.hashCode(), 63)] += 0.3f;
			}
			double length = 0;
			for (float one : vector) {
				length += one * one;
			}
			for (int i = 0; i < vector.length; i++) {
				vector[i] /= (float) Math.sqrt(length);
			}
			return vector;
		}

	}

	private final Known model = new Known("known");

	private static IndexChange person(long id, String... titles) {
		List<Piece> pieces = new java.util.ArrayList<>();
		for (int i = 0; i < titles.length; i++) {
			pieces.add(new Piece("p" + i, PieceKind.PROJECT, titles[i], "", 2020, Audience.PUBLIC));
		}
		return new IndexChange.PutExpert(
				ExpertDocument.of(id, new Names("", "Person " + id, "")).pieces(pieces).build());
	}

	private List<Match> match(ExpertiseIndex index, String text) {
		return new Matching(index, new ExpertRanking(NONE, InstantSource.system()))
				.match(Need.of(text, ""), Audience.PUBLIC, Weights.DEFAULT)
				.matches();
	}

	@Test
	void savesAtOnceAndTakesVectorsLater() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			List<IndexChange> people = List.of(person(1, "shale gas extraction"), person(2, "tea fermentation"));
			index.apply(people);
			assertThat(this.model.computed).isZero();
			assertThat(index.withoutVectors(10)).containsExactlyInAnyOrder(DocumentRef.expert(1),
					DocumentRef.expert(2));
			assertThat(index.status().vectored()).isZero();
			assertThat(index.computeVectors(people)).isEqualTo(2);
			assertThat(index.computeVectors(people)).isZero();
			index.apply(people);
			assertThat(index.withoutVectors(10)).isEmpty();
			assertThat(index.status().vectored()).isEqualTo(2);
			// an edit of something else keeps the vectors of what stayed
			index.apply(List.of(person(1, "shale gas extraction", "drilling")));
			assertThat(index.status().vectored()).isEqualTo(2);
			assertThat(index.withoutVectors(10)).containsExactly(DocumentRef.expert(1));
		}
	}

	@Test
	void wantsNoVectorForWhatSaysNothingAndKnowsATextHoweverItIsWritten() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			List<IndexChange> people = List.of(person(1, "教授", "ｔｅａ　fermentation ", "机床"));
			index.computeVectors(people);
			index.apply(people);
			assertThat(index.withoutVectors(10)).isEmpty();
			assertThat(index.status().vectored()).isEqualTo(3);
		}
	}

	@Test
	void findsByMeaningWithoutAnyWordInCommon() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			List<IndexChange> people = List.of(person(1, "shale gas extraction"), person(2, "tea fermentation"));
			index.computeVectors(people);
			index.apply(people);
			List<Match> found = match(index, "fracking");
			assertThat(found).extracting(Match::expertId).first().isEqualTo(1L);
			assertThat(found.getFirst().toString()).contains(MatchedTerm.How.VECTOR.name());
		}
	}

	@Test
	void takesVectorsAlongWhenItIsRebuilt() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			List<IndexChange> people = List.of(person(1, "shale gas extraction"));
			index.computeVectors(people);
			index.apply(people);
			int before = this.model.computed;
			try (ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
				rebuild.put(people);
				rebuild.commit();
			}
			assertThat(index.status().vectored()).isOne();
			assertThat(this.model.computed).isEqualTo(before);
		}
	}

	@Test
	void goesOnByWordsWhenTheModelFailsAndSaysSo() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			List<IndexChange> people = List.of(person(1, "shale gas extraction"));
			index.apply(people);
			this.model.broken = true;
			assertThat(match(index, "shale gas")).extracting(Match::expertId).containsExactly(1L);
			assertThat(index.status().modelTrouble()).contains("broken for the test");
			assertThatThrownBy(() -> index.computeVectors(people)).isInstanceOf(ModelFailure.class);
			this.model.broken = false;
			index.computeVectors(people);
			assertThat(index.status().modelTrouble()).isEmpty();
		}
	}

	@Test
	void findsOutThatTheModelFailsBeforeAnybodyAsks() {
		try (ExpertiseIndex index = LuceneExpertiseIndex
				.inMemory(Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			index.checkModel();
			assertThat(index.status().modelTrouble()).isEmpty();
			this.model.broken = true;
			assertThatThrownBy(index::checkModel).isInstanceOf(ModelFailure.class);
			assertThat(index.status().modelTrouble()).contains("broken for the test");
			this.model.broken = false;
			index.checkModel();
			assertThat(index.status().modelTrouble()).isEmpty();
		}
	}

	@Test
	void keepsItsVectorsWhileTheModelIsBroken(@TempDir Path folder) {
		List<IndexChange> people = List.of(person(1, "shale gas extraction"));
		Knowledge working = Knowledge.withVectors(NONE, new Embedding(this.model));
		try (ExpertiseIndex index = LuceneExpertiseIndex.open(folder, working);
				ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
			index.computeVectors(people);
			rebuild.put(people);
			rebuild.commit();
		}
		try (ExpertiseIndex index = LuceneExpertiseIndex.open(folder,
				Knowledge.withoutModel(NONE, "the file is damaged"))) {
			assertThat(index.status().state()).isEqualTo(IndexState.READY);
			assertThat(index.status().modelTrouble()).isEqualTo("the file is damaged");
			assertThat(index.status().model()).isEmpty();
			assertThat(match(index, "shale gas")).hasSize(1);
			assertThat(index.computeVectors(people)).isZero();
			index.checkModel();
			assertThat(index.status().modelTrouble()).isEqualTo("the file is damaged");
		}
		try (ExpertiseIndex index = LuceneExpertiseIndex.open(folder, working)) {
			assertThat(index.status().state()).isEqualTo(IndexState.READY);
			assertThat(index.status().vectored()).isOne();
			assertThat(index.status().modelTrouble()).isEmpty();
		}
	}

	@Test
	void asksForARebuildWhenTheModelIsAnother(@TempDir Path folder) {
		List<IndexChange> people = List.of(person(1, "shale gas extraction"));
		try (ExpertiseIndex index = LuceneExpertiseIndex.open(folder,
				Knowledge.withVectors(NONE, new Embedding(this.model)))) {
			try (ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
				rebuild.put(people);
				rebuild.commit();
			}
			index.computeVectors(people);
			index.apply(people);
		}
		try (ExpertiseIndex index = LuceneExpertiseIndex.open(folder,
				Knowledge.withVectors(NONE, new Embedding(new Known("another"))))) {
			assertThat(index.status().state()).isEqualTo(IndexState.NEEDS_REBUILD);
			assertThat(index.status().reason()).isEqualTo("other-model");
			assertThat(match(index, "shale gas")).hasSize(1);
			index.apply(List.of(person(1, "shale gas")));
			assertThat(match(index, "shale gas")).hasSize(1);
		}
	}

}
