package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;

/**
 * What Lucene does for the same texts when nothing is asked of it but to find pieces: the measure
 * that the engine is held against.
 */
public final class BareLucene implements AutoCloseable {

	private static final int PIECES = 1_000;

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	/** As the engine's own. */
	private final IndexSearcher cached;

	private BareLucene(DirectoryReader reader) {
		this.reader = reader;
		this.cached = new IndexSearcher(reader);
		this.searcher = new IndexSearcher(reader);
		// every query is to be answered, none from a cache
		this.searcher.setQueryCache(null);
	}

	/**
	 * Opens the live generation of an index folder for reading, beside the engine.
	 */
	public static BareLucene open(Path folder) throws IOException {
		String generation = Files.readString(folder.resolve("current")).strip();
		return new BareLucene(DirectoryReader.open(FSDirectory.open(folder.resolve("generation-" + generation))));
	}

	/**
	 * The query for all distinct terms of a text.
	 */
	public static BooleanQuery query(String text) {
		Set<Term> terms = new LinkedHashSet<>();
		for (Analysis.Token token : Analysis.tokens(Folding.fold(text))) {
			terms.add(new Term(Fields.text(token.cut()), token.term()));
		}
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		terms.forEach((term) -> query.add(new TermQuery(term), Occur.SHOULD));
		return query.build();
	}

	/**
	 * Finds the best thousand pieces.
	 * @return how many were found
	 */
	public int search(BooleanQuery query) throws IOException {
		return this.searcher.search(query, PIECES).scoreDocs.length;
	}

	/**
	 * What the engine finds in the same segments by words alone, whatever vectors they hold.
	 */
	public Recall byWords(RecallQuery query, Knowledge knowledge) throws IOException {
		return new RecallSearch(this.cached, new Glossing(knowledge.thesaurus(), knowledge.dictionary()), null, query)
				.recall();
	}

	public int segments() {
		return this.reader.leaves().size();
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/**
	 * Puts the pieces of people into an index of its own: no facts, no order, nothing to tell of who is found.
	 */
	public static final class Writing implements AutoCloseable {

		private final IndexWriter writer;

		private final ExecutorService threads;

		private final int parts;

		private final @Nullable Glossing glossing;

		/**
		 * Starts in an empty folder.
		 * @param threads so many add documents at a time
		 * @param knowledge whose concepts and translations are made of the texts, as the engine does; null for the
		 * words of the texts alone
		 */
		public Writing(Path folder, int threads, @Nullable Knowledge knowledge) throws IOException {
			this.glossing = (knowledge != null)
					? new Glossing(knowledge.thesaurus(), knowledge.dictionary())
					: null;
			IndexWriterConfig config = new IndexWriterConfig(new DelegatingAnalyzerWrapper(
					Analyzer.PER_FIELD_REUSE_STRATEGY) {

				@Override
				protected Analyzer getWrappedAnalyzer(String fieldName) {
					return Analysis.analyzer(Fields.cutOf(fieldName));
				}

			});
			config.setRAMBufferSizeMB(Generation.WRITE_BUFFER_MB);
			this.writer = new IndexWriter(FSDirectory.open(folder), config);
			this.parts = threads;
			this.threads = Executors.newFixedThreadPool(threads);
		}

		public void put(List<ExpertDocument> experts) throws IOException, InterruptedException {
			List<Future<?>> started = new ArrayList<>();
			int size = (experts.size() + this.parts - 1) / this.parts;
			for (int from = 0; from < experts.size(); from += size) {
				List<ExpertDocument> part = experts.subList(from, Math.min(experts.size(), from + size));
				started.add(this.threads.submit(() -> {
					for (ExpertDocument expert : part) {
						this.writer.updateDocuments(new Term(Fields.REF, Long.toString(expert.id())), block(expert));
					}
					return null;
				}));
			}
			for (Future<?> one : started) {
				try {
					one.get();
				} catch (ExecutionException ex) {
					throw new IOException(ex);
				}
			}
		}

		public void commit() throws IOException {
			this.writer.commit();
		}

		private List<Document> block(ExpertDocument expert) {
			List<Document> block = new ArrayList<>();
			String ref = Long.toString(expert.id());
			for (Piece piece : expert.pieces()) {
				Document document = new Document();
				document.add(new StringField(Fields.REF, ref, Field.Store.NO));
				for (String text : List.of(piece.title(), piece.text())) {
					String folded = Folding.fold(text);
					for (Cut cut : TextFields.cuts(folded)) {
						document.add(new Field(Fields.text(cut), folded, TextFields.BAG));
					}
				}
				if (this.glossing != null) {
					analyse(document, piece, this.glossing);
				}
				document.add(new StoredField(Fields.TITLE, piece.title()));
				document.add(new StoredField(Fields.TEXT, piece.text()));
				block.add(document);
			}
			return block;
		}

		private static void analyse(Document document, Piece piece, Glossing glossing) {
			String told = piece.title() + ". " + piece.text();
			List<Annotation> concepts = glossing.thesaurus().annotator().annotate(told);
			Set<String> codes = new LinkedHashSet<>();
			for (Annotation concept : concepts) {
				codes.add(concept.code());
				document.add(new Field(Fields.concept(), concept.code(), Documents.CONCEPT));
			}
			for (String code : glossing.thesaurus().closure(codes)) {
				if (!codes.contains(code)) {
					document.add(new StringField(Fields.above(), code, Field.Store.NO));
				}
			}
			if (Folding.hasHan(told)) {
				document.add(
						new Field(Fields.GLOSS, glossing.english(Folding.fold(told), concepts), TextFields.BAG));
			}
		}

		@Override
		public void close() throws IOException {
			this.threads.close();
			this.writer.close();
			this.writer.getDirectory().close();
		}

	}

}
