package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.DocumentRef;

/**
 * Finds the records that a change of the thesaurus touches.
 */
final class TouchedDocuments {

	private TouchedDocuments() {}

	/**
	 * Those with all words of a term in one text: at least those whose text contains it.
	 */
	static Set<DocumentRef> mentioning(IndexSearcher searcher, Collection<String> terms) throws IOException {
		Set<DocumentRef> refs = new HashSet<>();
		for (String term : terms) {
			collect(searcher, (texts) -> texts.phrase(term, false), refs);
		}
		return refs;
	}

	static Set<DocumentRef> holding(IndexSearcher searcher, String code) throws IOException {
		Set<DocumentRef> refs = new HashSet<>();
		collect(searcher, (texts) -> texts.concept(code), refs);
		return refs;
	}

	private static void collect(IndexSearcher searcher, Function<RecordText, Query> query, Set<DocumentRef> into)
			throws IOException {
		collect(searcher, query.apply(new RecordText(DocumentKind.EXPERT, Audience.MATCHED)), Fields.EXPERT,
				DocumentKind.EXPERT, into);
		collect(searcher, query.apply(new RecordText(DocumentKind.DEMAND, Audience.MATCHED)), Fields.DEMAND,
				DocumentKind.DEMAND, into);
		Query stories = query.apply(new RecordText(DocumentKind.STORY, Audience.MATCHED));
		collect(searcher, stories, Fields.STORY, DocumentKind.STORY, into);
		collect(searcher, stories, Fields.STUDY, DocumentKind.STUDY, into);
	}

	private static void collect(IndexSearcher searcher, Query query, String type, DocumentKind kind,
			Set<DocumentRef> into) throws IOException {
		BooleanQuery both = new BooleanQuery.Builder().add(query, Occur.FILTER)
				.add(new TermQuery(new Term(Fields.TYPE, type)), Occur.FILTER)
				.build();
		Weight weight = searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(both)),
				ScoreMode.COMPLETE_NO_SCORES, 1);
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			Scorer scorer = weight.scorer(leaf);
			if (scorer == null) {
				continue;
			}
			Bits alive = leaf.reader().getLiveDocs();
			NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
			DocIdSetIterator iterator = scorer.iterator();
			for (int document = iterator
					.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = iterator.nextDoc()) {
				if ((alive == null || alive.get(document)) && ids.advanceExact(document)) {
					into.add(new DocumentRef(kind, ids.longValue()));
				}
			}
		}
	}

}
