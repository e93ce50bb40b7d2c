package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.zhiqiao.search.Condition;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What is in view of a question in one segment; bits stand for documents.
 *
 * @param records of all people, seen or not: the last document of each
 * @param seen pieces and records that the viewer may see
 * @param visible records of people who are asked about
 * @param fulfilled of those, the ones that fulfil each must
 * @param passing those that fulfil all
 * @param considered those whose evidence has to do with the need; filled in while it is looked at
 */
record Scope(FixedBitSet records, FixedBitSet seen, FixedBitSet visible, List<FixedBitSet> fulfilled,
		FixedBitSet passing, FixedBitSet considered) {

	/**
	 * One for each segment.
	 */
	static List<Scope> of(RecallQuery query, IndexSearcher searcher, Thesaurus thesaurus) throws IOException {
		Weight only = query.only().isEmpty()
				? null
				: weight(searcher, LongPoint.newSetQuery(Fields.ID, query.only()));
		Weight except = query.except().isEmpty()
				? null
				: weight(searcher, LongPoint.newSetQuery(Fields.ID, query.except()));
		List<Weight> musts = new ArrayList<>();
		for (Condition must : query.musts()) {
			musts.add(weight(searcher, Conditions.query(must, query.viewer(), thesaurus)));
		}
		List<Scope> scopes = new ArrayList<>();
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			SegmentLayout layout = SegmentLayout.of(leaf.reader());
			FixedBitSet seen = layout.seenBy(query.viewer(), leaf.reader());
			FixedBitSet visible = seen.clone();
			visible.and(layout.records());
			Bits live = leaf.reader().getLiveDocs();
			if (live != null) {
				live.applyMask(visible, 0);
			}
			if (only != null) {
				visible.and(bits(only, leaf));
			}
			if (except != null) {
				visible.andNot(bits(except, leaf));
			}
			List<FixedBitSet> fulfilled = new ArrayList<>();
			FixedBitSet passing = visible.clone();
			for (Weight must : musts) {
				FixedBitSet bits = bits(must, leaf);
				bits.and(visible);
				fulfilled.add(bits);
				passing.and(bits);
			}
			scopes.add(new Scope(layout.records(), seen, visible, fulfilled, passing,
					new FixedBitSet(leaf.reader().maxDoc())));
		}
		return scopes;
	}

	static Weight weight(IndexSearcher searcher, Query query) throws IOException {
		return searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES,
				1);
	}

	/**
	 * The documents of a segment that a query finds, deleted ones included.
	 */
	static FixedBitSet bits(Weight weight, LeafReaderContext leaf) throws IOException {
		FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
		Scorer scorer = weight.scorer(leaf);
		if (scorer != null) {
			bits.or(scorer.iterator());
		}
		return bits;
	}

	/**
	 * The next set bit from here on, or {@link DocIdSetIterator#NO_MORE_DOCS}.
	 */
	static int next(FixedBitSet bits, int from) {
		return (from < bits.length()) ? bits.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
	}

	/**
	 * Marks people of the segment as considered.
	 * @param base of the segment
	 */
	void consider(List<FoundPerson> people, int base) {
		people.forEach((person) -> this.considered.set(person.record() - base));
	}

	/**
	 * The first document of the person whose record this is.
	 */
	int first(int record) {
		return (record == 0) ? 0 : this.records.prevSetBit(record - 1) + 1;
	}

}
