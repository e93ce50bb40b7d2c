package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Glossing;

/**
 * The meaning of a need, and how near pieces of evidence are to it.
 */
final class NeedVector {

	/** So many pieces of each segment are looked at for the mean. */
	private static final int SAMPLE = 8_192;

	/** The fields of all kinds count as so many pieces: an index of a few people has no mean of its own. */
	private static final double PRIOR = 100;

	/** Means of segments, which never change, for as long as they are open. */
	private static final Map<IndexReader.CacheKey, Sum> SUMS = new ConcurrentHashMap<>();

	private final byte[] vector;

	private final Embedding.Scale scale;

	private final double average;

	private NeedVector(byte[] vector, Embedding.Scale scale, double average) {
		this.vector = vector;
		this.scale = scale;
		this.average = average;
	}

	/**
	 * The vector of what a need says.
	 * @throws org.zhiqiao.search.embedding.ModelFailure if the model does not work
	 */
	static NeedVector of(RecallQuery query, Embedding embedding, Glossing glossing, IndexSearcher searcher)
			throws IOException {
		List<String> parts = new ArrayList<>();
		query.texts().forEach((text) -> parts.add(text.text().strip()));
		for (RecallQuery.Topic topic : query.topics()) {
			parts.add(topic.code().isBlank()
					? topic.term()
					: glossing.thesaurus().concept(topic.code()).map(Concept::en).orElse(""));
		}
		parts.removeIf(String::isBlank);
		String input = embedding.input(String.join(". ", parts), glossing::english);
		byte[] vector = input.isEmpty() ? new byte[0] : embedding.needVector(input);
		Embedding.Scale scale = embedding.scale();
		return new NeedVector(vector, scale, (vector.length == 0) ? 0 : scale.average(vector, mean(searcher, scale)));
	}

	/**
	 * Whether the need has no meaning that the model could see.
	 */
	boolean isEmpty() {
		return this.vector.length == 0;
	}

	/**
	 * How near a piece is, in deviations.
	 */
	double similarity(byte[] piece) {
		return this.scale.similarity(this.vector, piece, this.average);
	}

	/**
	 * The nearest pieces, approximately.
	 */
	List<Integer> nearest(IndexSearcher searcher, int count) throws IOException {
		List<Integer> documents = new ArrayList<>();
		for (ScoreDoc hit : searcher.search(new KnnByteVectorQuery(Fields.VECTOR, this.vector, count),
				count).scoreDocs) {
			documents.add(hit.doc);
		}
		return documents;
	}

	private static double[] mean(IndexSearcher searcher, Embedding.Scale scale) throws IOException {
		double[] prior = scale.mean();
		// whole numbers first: their sum is the same in whatever segments the pieces are
		double[] whole = new double[prior.length];
		double count = PRIOR;
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			Sum of = sum(leaf.reader());
			for (int i = 0; i < of.sum.length; i++) {
				whole[i] += of.sum[i];
			}
			count += of.count;
		}
		for (int i = 0; i < prior.length; i++) {
			prior[i] = (prior[i] * PRIOR + whole[i]) / count;
		}
		return prior;
	}

	private static Sum sum(LeafReader leaf) throws IOException {
		IndexReader.CacheHelper cache = leaf.getCoreCacheHelper();
		if (cache == null) {
			return measure(leaf);
		}
		Sum known = SUMS.get(cache.getKey());
		if (known == null) {
			known = measure(leaf);
			SUMS.put(cache.getKey(), known);
			cache.addClosedListener(SUMS::remove);
		}
		return known;
	}

	private static Sum measure(LeafReader leaf) throws IOException {
		ByteVectorValues values = leaf.getByteVectorValues(Fields.VECTOR);
		if (values == null || values.size() == 0) {
			return new Sum(new double[0], 0);
		}
		double[] sum = new double[values.dimension()];
		int step = Math.max(1, values.size() / SAMPLE);
		int read = 0;
		KnnVectorValues.DocIndexIterator at = values.iterator();
		for (int document = at.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = at.nextDoc()) {
			if (at.index() % step == 0) {
				byte[] vector = values.vectorValue(at.index());
				for (int i = 0; i < sum.length; i++) {
					sum[i] += vector[i];
				}
				read++;
			}
		}
		if (read < values.size()) {
			for (int i = 0; i < sum.length; i++) {
				sum[i] *= (double) values.size() / read;
			}
		}
		return new Sum(sum, values.size());
	}

	private static final class Sum {

		/** Of the whole segment, as the sample has it. */
		private final double[] sum;

		private final int count;

		private Sum(double[] sum, int count) {
			this.sum = sum;
			this.count = count;
		}

	}

}
