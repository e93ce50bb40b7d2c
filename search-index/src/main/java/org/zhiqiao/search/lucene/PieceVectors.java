package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.embedding.Embedding;

/**
 * Vectors on their way into documents. Computing one takes longer than all the rest, so it never
 * happens while something is written: a document takes the vectors that were computed before, or
 * that the same text already has in the live index, and goes without the others until it is put in
 * again.
 */
final class PieceVectors {

	private static final int KEPT = 20_000;

	private final @Nullable Embedding embedding;

	private final Map<Long, byte[]> computed;

	private final @Nullable IndexSearcher live;

	/**
	 * @param embedding null for documents without vectors
	 * @param computed vectors by the key of their text, see {@link #store}
	 * @param live where else vectors may be; null for nowhere
	 */
	PieceVectors(@Nullable Embedding embedding, Map<Long, byte[]> computed, @Nullable IndexSearcher live) {
		this.embedding = embedding;
		this.computed = computed;
		this.live = live;
	}

	/**
	 * A place for vectors that were computed and wait for their documents; the oldest are dropped
	 * and computed again if they are still wanted.
	 */
	static Map<Long, byte[]> store() {
		return java.util.Collections.synchronizedMap(new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
				return size() > KEPT;
			}

		});
	}

	/**
	 * Gives the document of a piece its vector, if it is known.
	 */
	void add(Document document, String text, UnaryOperator<String> english) {
		if (this.embedding == null) {
			return;
		}
		String input = this.embedding.input(text, english);
		if (input.isEmpty()) {
			document.add(new StringField(Fields.VECTORED, "1", Field.Store.NO));
			return;
		}
		long key = Embedding.key(input);
		byte[] vector = known(key);
		if (vector != null) {
			document.add(new KnnByteVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
			document.add(new StringField(Fields.VECTOR_KEY, bytes(key), Field.Store.NO));
			document.add(new StringField(Fields.VECTORED, "1", Field.Store.NO));
		}
	}

	/**
	 * The vector of a text, if it was computed before.
	 */
	byte @Nullable [] known(long key) {
		byte[] vector = this.computed.get(key);
		if (vector != null || this.live == null) {
			return vector;
		}
		try {
			Term term = new Term(Fields.VECTOR_KEY, bytes(key));
			for (LeafReaderContext leaf : this.live.getIndexReader().leaves()) {
				PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
				ByteVectorValues values = (postings != null) ? leaf.reader().getByteVectorValues(Fields.VECTOR) : null;
				if (postings == null || values == null) {
					continue;
				}
				int document = postings.nextDoc();
				KnnVectorValues.DocIndexIterator at = values.iterator();
				if (document != DocIdSetIterator.NO_MORE_DOCS && at.advance(document) == document) {
					return values.vectorValue(at.index()).clone();
				}
			}
			return null;
		} catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static BytesRef bytes(long key) {
		return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
	}

}
