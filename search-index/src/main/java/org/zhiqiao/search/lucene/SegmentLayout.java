package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.Audience;

/**
 * Where the people of a segment are, and what a viewer may see of it, deleted documents included.
 * Read once: a segment never changes in this, and every question needs it. Readers of a segment come
 * and go with each deletion, so none is kept here: who asks gives the present one.
 */
final class SegmentLayout {

	private static final Map<IndexReader.CacheKey, SegmentLayout> KNOWN = new ConcurrentHashMap<>();

	/** The last document of each person. */
	private final FixedBitSet records;

	private final FixedBitSet pieces;

	private final Map<Audience, FixedBitSet> seen = new ConcurrentHashMap<>();

	private final Map<String, byte[]> lengths = new ConcurrentHashMap<>();

	/** The codes that stand in a field, by their numbers; read when first asked for. */
	private final Map<String, @Nullable String[]> known = new ConcurrentHashMap<>();

	private SegmentLayout(LeafReader leaf) throws IOException {
		this.records = documents(leaf, new Term(Fields.TYPE, Fields.EXPERT));
		this.pieces = documents(leaf, new Term(Fields.TYPE, Fields.PIECE));
	}

	static SegmentLayout of(LeafReader leaf) throws IOException {
		IndexReader.CacheHelper cache = leaf.getCoreCacheHelper();
		if (cache == null) {
			return new SegmentLayout(leaf);
		}
		SegmentLayout known = KNOWN.get(cache.getKey());
		if (known == null) {
			known = new SegmentLayout(leaf);
			if (KNOWN.putIfAbsent(cache.getKey(), known) == null) {
				cache.addClosedListener(KNOWN::remove);
			}
		}
		return known;
	}

	/**
	 * Bits of the records of people.
	 */
	FixedBitSet records() {
		return this.records;
	}

	/**
	 * Bits of the records and pieces that a viewer may see; not to be changed.
	 */
	FixedBitSet seenBy(Audience viewer, LeafReader leaf) throws IOException {
		FixedBitSet known = this.seen.get(viewer);
		if (known == null) {
			known = documents(leaf, new Term(Fields.AUDIENCE, Integer.toString(viewer.level())));
			FixedBitSet people = this.records.clone();
			people.or(this.pieces);
			known.and(people);
			this.seen.put(viewer, known);
		}
		return known;
	}

	/**
	 * How long the field is in each document, as scores take it; 0 where a document lacks it. In the
	 * index these are kept for the documents alone that have the field, where looking one up takes
	 * longer than all the rest of a score. Null for a field whose length does not count.
	 */
	byte @Nullable [] lengths(String field, LeafReader leaf) throws IOException {
		byte[] known = this.lengths.get(field);
		if (known == null) {
			NumericDocValues norms = leaf.getNormValues(field);
			if (norms == null) {
				return null;
			}
			known = new byte[leaf.maxDoc()];
			for (int document = norms.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = norms
					.nextDoc()) {
				known[document] = (byte) norms.longValue();
			}
			this.lengths.put(field, known);
		}
		return known;
	}

	/**
	 * Codes of documents, to be asked for in ascending order.
	 */
	Codes codes(String field, LeafReader leaf) throws IOException {
		SortedSetDocValues values = DocValues.getSortedSet(leaf, field);
		int count = Math.toIntExact(values.getValueCount());
		return new Codes(values, this.known.computeIfAbsent(field, (absent) -> new String[count]));
	}

	private static FixedBitSet documents(LeafReader leaf, Term term) throws IOException {
		FixedBitSet bits = new FixedBitSet(leaf.maxDoc());
		PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
		if (postings != null) {
			bits.or(postings);
		}
		return bits;
	}

}
