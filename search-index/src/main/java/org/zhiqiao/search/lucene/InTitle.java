package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.Folding;

/**
 * Pieces that have something in their titles: of those that have it anywhere in their text, the
 * ones whose title is read and has it. Few ask for titles, so no field is kept for it.
 */
final class InTitle extends Query {

	private final Query inText;

	private final String wanted;

	private final Predicate<Words> test;

	/**
	 * @param inText finds the pieces that may have it
	 * @param wanted tells one such question from another
	 * @param test takes the words of a title
	 */
	InTitle(Query inText, String wanted, Predicate<Words> test) {
		this.inText = inText;
		this.wanted = wanted;
		this.test = test;
	}

	@Override
	public Query rewrite(IndexSearcher searcher) throws IOException {
		Query rewritten = this.inText.rewrite(searcher);
		return rewritten.equals(this.inText) ? super.rewrite(searcher) : new InTitle(rewritten, this.wanted, this.test);
	}

	@Override
	public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
		Weight text = searcher.createWeight(this.inText, ScoreMode.COMPLETE_NO_SCORES, 1);
		return new ConstantScoreWeight(this, boost) {

			@Override
			public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
				Scorer found = text.scorer(context);
				if (found == null) {
					return null;
				}
				Titles titles = new Titles(context);
				TwoPhaseIterator titled = new TwoPhaseIterator(found.iterator()) {

					@Override
					public boolean matches() throws IOException {
						return InTitle.this.test.test(Words.of(titles.of(this.approximation.docID())));
					}

					@Override
					public float matchCost() {
						return 1_000;
					}

				};
				return new DefaultScorerSupplier(new ConstantScoreScorer(score(), scoreMode, titled));
			}

			@Override
			public boolean isCacheable(LeafReaderContext context) {
				return text.isCacheable(context);
			}

		};
	}

	/**
	 * Titles of pieces, to be asked for in ascending order.
	 */
	private static final class Titles {

		private final FixedBitSet records;

		private final BinaryDocValues data;

		private int record = -1;

		private int first;

		private @Nullable StoredPiece[] pieces = new StoredPiece[0];

		private Titles(LeafReaderContext leaf) throws IOException {
			this.records = SegmentLayout.of(leaf.reader()).records();
			this.data = DocValues.getBinary(leaf.reader(), Fields.DATA);
		}

		private String of(int document) throws IOException {
			if (document > this.record) {
				this.record = this.records.nextSetBit(document);
				this.pieces = this.data.advanceExact(this.record)
						? StoredPerson.read(this.data.binaryValue()).pieces((piece) -> true)
						: new StoredPiece[0];
				this.first = this.record - this.pieces.length;
			}
			StoredPiece piece = this.pieces[document - this.first];
			return (piece != null) ? piece.title() : "";
		}

	}

	/**
	 * What a title says, by each cut, in order.
	 */
	record Words(List<String> words, List<String> han, List<String> pairs) {

		private static Words of(String title) {
			String folded = Folding.fold(title);
			boolean chinese = Folding.hasHan(folded);
			return new Words(by(Cut.WORD, folded), chinese ? by(Cut.HAN, folded) : List.of(),
					chinese ? by(Cut.BIGRAM, folded) : List.of());
		}

		private static List<String> by(Cut cut, String folded) {
			return Analysis.tokens(cut, folded).stream().map(Token::term).toList();
		}

		List<String> by(Cut cut) {
			return switch (cut) {
				case WORD -> this.words;
				case HAN -> this.han;
				case BIGRAM -> this.pairs;
			};
		}

		/**
		 * Whether a term is among them; a single Chinese character is, as the start of any pair.
		 */
		boolean have(Token token) {
			return (token.cut() == Cut.BIGRAM && token.term().length() == 1)
					? this.pairs.stream().anyMatch((pair) -> pair.startsWith(token.term()))
					: by(token.cut()).contains(token.term());
		}

		/**
		 * Whether the terms follow each other; they are of one cut.
		 */
		boolean haveRun(List<Token> run) {
			return (run.size() == 1)
					? have(run.getFirst())
					: run.isEmpty() || Collections.indexOfSubList(by(run.getFirst().cut()),
							run.stream().map(Token::term).toList()) >= 0;
		}

	}

	@Override
	public void visit(QueryVisitor visitor) {
		this.inText.visit(visitor);
	}

	@Override
	public String toString(String field) {
		return "title(" + this.wanted + ")";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof InTitle title && this.inText.equals(title.inText) && this.wanted.equals(title.wanted);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.inText, this.wanted);
	}

}
