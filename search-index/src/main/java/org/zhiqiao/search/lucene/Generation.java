package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexFailure;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.Analysis;

/**
 * One complete index: a directory with the one writer it has in its life.
 */
final class Generation implements AutoCloseable {

	private static final String FORMAT = "format";

	private static final String THESAURUS = "thesaurus";

	private static final String MODEL = "model";

	/**
	 * The larger, the fewer small segments are written and joined; their lengths of fields that few documents have
	 * are slow to look up.
	 */
	static final double WRITE_BUFFER_MB = Math.min(160, Runtime.getRuntime().maxMemory() / 8e6);

	/** Of the buffer: the writer itself starts when all of it is full. */
	private static final double MUCH = 0.9;

	/** Up to this size every byte is checked when an index is opened. */
	private static final long CHECKED_BYTES = 256L << 20;

	private final long number;

	private final Directory directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	/** The model whose vectors it holds; empty for none. */
	private final String model;

	/**
	 * Opens what is in the directory, or starts anew in an empty one.
	 * @param embedding whose vectors an index takes that has none yet; null for none
	 */
	Generation(long number, Directory directory, @Nullable Embedding embedding) throws IOException {
		this.number = number;
		String held = DirectoryReader.indexExists(directory) ? dataOf(directory, MODEL) : null;
		this.model = (held != null && !held.isEmpty()) ? held : (embedding != null) ? embedding.model() : "";
		this.directory = directory;
		IndexWriterConfig config = new IndexWriterConfig(new FieldAnalyzer());
		config.setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
		config.setRAMBufferSizeMB(WRITE_BUFFER_MB);
		config.setCommitOnClose(false);
		config.setIndexSort(Neighbourhood.ORDER);
		config.setParentField(Fields.BLOCK);
		this.writer = new IndexWriter(directory, config);
		try {
			this.searchers = new SearcherManager(this.writer, null);
		} catch (IOException | RuntimeException ex) {
			this.writer.rollback();
			throw ex;
		}
	}

	/**
	 * Reads every byte of a small index and compares the check sums. For a large one that would
	 * take as long as a start must not; {@link #check(IndexSearcher)} does it later.
	 */
	static void check(Directory directory) throws IOException {
		long size = 0;
		for (String file : directory.listAll()) {
			size += directory.fileLength(file);
		}
		try (DirectoryReader reader = DirectoryReader.open(directory)) {
			if (size <= CHECKED_BYTES) {
				check(new IndexSearcher(reader));
			}
		}
	}

	/**
	 * Reads every byte of what a searcher sees and compares the check sums.
	 */
	static void check(IndexSearcher searcher) throws IOException {
		for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
			leaf.reader().checkIntegrity();
		}
	}

	long number() {
		return this.number;
	}

	/**
	 * Puts documents in without making them last; {@link #commit} does.
	 */
	void write(IndexChange change, Documents documents) throws IOException {
		Term key = Documents.key(change.ref());
		switch (change) {
			case IndexChange.PutExpert(var expert) -> {
				List<Document> block = documents.of(expert);
				this.writer.updateDocuments(key, block);
			}
			case IndexChange.PutDemand(var demand) -> this.writer.updateDocuments(key, List.of(documents.of(demand)));
			case IndexChange.PutStory(var story) ->
				this.writer.updateDocuments(key, List.of(documents.of(story)));
			case IndexChange.Remove _ -> this.writer.deleteDocuments(key);
		}
	}

	/**
	 * Writes what waits in memory on all processors, if it is much. Left to the writer, one thread would
	 * write while the others wait for it to take part again.
	 */
	void flushMuch() {
		if (this.writer.ramBytesUsed() > WRITE_BUFFER_MB * MUCH * 1e6) {
			flush();
		}
	}

	/**
	 * Writes what waits in memory on all processors; a commit would write one part after the other.
	 */
	void flush() {
		IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel().forEach((thread) -> {
			try {
				boolean more;
				do {
					more = this.writer.flushNextBuffer();
				} while (more);
			} catch (IOException ex) {
				throw new IndexFailure("A new generation of the index could not be written", ex);
			}
		});
	}

	void commit(String thesaurusVersion) throws IOException {
		Map<String, String> data = new HashMap<>();
		data.put(FORMAT, Integer.toString(Fields.FORMAT));
		data.put(THESAURUS, thesaurusVersion);
		data.put(MODEL, this.model);
		this.writer.setLiveCommitData(data.entrySet());
		this.writer.commit();
		this.searchers.maybeRefreshBlocking();
	}

	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	/**
	 * Format version of a directory; null if it does not say.
	 */
	static @Nullable String formatOf(Directory directory) throws IOException {
		return dataOf(directory, FORMAT);
	}

	/**
	 * Version of the thesaurus by which the committed documents were analysed.
	 */
	static @Nullable String thesaurusOf(Directory directory) throws IOException {
		return dataOf(directory, THESAURUS);
	}

	private static @Nullable String dataOf(Directory directory, String key) throws IOException {
		try (DirectoryReader reader = DirectoryReader.open(directory)) {
			return reader.getIndexCommit().getUserData().get(key);
		}
	}

	/**
	 * Whether vectors of the model can stand beside those that are in it.
	 */
	boolean takesVectorsOf(Embedding embedding) {
		return embedding.model().equals(this.model);
	}

	IndexSearcher acquire() throws IOException {
		return this.searchers.acquire();
	}

	void release(IndexSearcher searcher) throws IOException {
		this.searchers.release(searcher);
	}

	static long count(IndexSearcher searcher, String type) throws IOException {
		return searcher.count(new TermQuery(new Term(Fields.TYPE, type)));
	}

	/**
	 * Gives everything free; what was not committed is lost.
	 */
	@Override
	public void close() throws IOException {
		IOUtils.close(this.searchers, this.writer::rollback, this.directory);
	}

	/**
	 * Closes what can be closed: another generation has taken its place, and its files may be gone.
	 */
	void abandon() {
		IOUtils.closeWhileHandlingException(this.searchers, this.writer::rollback, this.directory);
	}

	private static final class FieldAnalyzer extends DelegatingAnalyzerWrapper {

		private FieldAnalyzer() {
			super(PER_FIELD_REUSE_STRATEGY);
		}

		@Override
		protected Analyzer getWrappedAnalyzer(String fieldName) {
			return Analysis.analyzer(Fields.cutOf(fieldName));
		}

	}

}
