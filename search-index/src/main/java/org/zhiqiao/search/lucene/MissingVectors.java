package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.zhiqiao.search.DocumentRef;

/**
 * Finds people with evidence that has no vector yet.
 */
final class MissingVectors {

	private MissingVectors() {}

	static List<DocumentRef> of(IndexSearcher searcher, int limit) throws IOException {
		BooleanQuery missing = new BooleanQuery.Builder()
				.add(new TermQuery(new Term(Fields.TYPE, Fields.PIECE)), Occur.FILTER)
				.add(new TermQuery(new Term(Fields.VECTORED, "1")), Occur.MUST_NOT)
				.build();
		Weight weight = searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(missing)),
				ScoreMode.COMPLETE_NO_SCORES, 1);
		Set<DocumentRef> people = new LinkedHashSet<>();
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			Scorer scorer = weight.scorer(leaf);
			if (scorer == null) {
				continue;
			}
			Bits live = leaf.reader().getLiveDocs();
			FixedBitSet records = SegmentLayout.of(leaf.reader()).records();
			NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.ID);
			DocIdSetIterator pieces = scorer.iterator();
			for (int piece = pieces.nextDoc(); piece != DocIdSetIterator.NO_MORE_DOCS
					&& people.size() < limit; piece = pieces.nextDoc()) {
				if ((live == null || live.get(piece)) && numbers.advanceExact(records.nextSetBit(piece))) {
					people.add(DocumentRef.expert(numbers.longValue()));
				}
			}
		}
		return new ArrayList<>(people);
	}

}
