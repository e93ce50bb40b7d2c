package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.AskedWord;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DemandHit;
import org.zhiqiao.search.DirectoryPage;
import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexFailure;
import org.zhiqiao.search.IndexInUse;
import org.zhiqiao.search.IndexNotReady;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.IndexStatus;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Recall;
import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.Tally;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.ModelFailure;
import org.zhiqiao.search.text.ChineseDictionary;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.Thesaurus;

/**
 * The embedded engine: Lucene in a folder, or in memory.
 */
public final class LuceneExpertiseIndex implements ExpertiseIndex {

	static {
		// long needs have many words, each with several ways to be met; the default is for typed queries
		IndexSearcher.setMaxClauseCount(32_768);
	}

	/** Held while anything is written or a generation is swapped; readers never wait for it. */
	private final Object writing = new Object();

	private final IndexFolder folder;

	private volatile Thesaurus thesaurus;

	private final ChineseDictionary dictionary;

	/** Null where vectors are switched off. */
	private final @Nullable Embedding embedding;

	/** Vectors that wait for their documents to be put in again. */
	private final Map<Long, byte[]> computed = PieceVectors.store();

	/** Why the model does not work; empty as long as it does. */
	private volatile String modelTrouble;

	private volatile @Nullable Generation live;

	private @Nullable Filling filling;

	private String reason = "";

	private String detail = "";

	private boolean closed;

	/** Counted up only after a change can be seen, see {@link #revision()}. */
	private final AtomicLong revision = new AtomicLong();

	private LuceneExpertiseIndex(IndexFolder folder, Knowledge knowledge) {
		this.folder = folder;
		this.thesaurus = knowledge.thesaurus();
		this.dictionary = knowledge.dictionary();
		this.embedding = knowledge.embedding();
		this.modelTrouble = knowledge.modelTrouble();
	}

	/**
	 * Opens the index in a folder, which is made if it is not there. A damaged or outdated index
	 * is no error: {@link #status()} then asks for a rebuild.
	 * @throws IndexInUse if another process has it open
	 * @throws IndexFailure if the folder cannot be read or written
	 */
	public static LuceneExpertiseIndex open(Path folder, Knowledge knowledge) {
		try {
			LuceneExpertiseIndex index = new LuceneExpertiseIndex(new IndexFolder.OnDisk(folder), knowledge);
			index.openLive();
			return index;
		} catch (IOException ex) {
			throw new IndexFailure("The index folder " + folder + " cannot be opened", ex);
		}
	}

	/**
	 * An empty index in memory, ready at once.
	 */
	public static LuceneExpertiseIndex inMemory(Knowledge knowledge) {
		LuceneExpertiseIndex index = new LuceneExpertiseIndex(new IndexFolder.InMemory(), knowledge);
		try (Rebuild rebuild = index.rebuild()) {
			rebuild.commit();
		}
		return index;
	}

	private void openLive() throws IOException {
		try {
			long current = this.folder.current();
			this.folder.keepOnly(current);
			if (current == 0) {
				this.reason = "new";
				return;
			}
			openLive(current);
		} catch (IndexInUse ex) {
			throw ex;
		} catch (IOException | RuntimeException ex) {
			// whatever is wrong with the files, the answer is the same: fill it anew, and say so
			damaged(ex);
		}
	}

	private void openLive(long current) throws IOException {
		Directory directory = this.folder.open(current);
		try {
			Generation.check(directory);
			if (!Integer.toString(Fields.FORMAT).equals(Generation.formatOf(directory))) {
				this.reason = "other-format";
				directory.close();
				return;
			}
			if (!this.thesaurus.version().equals(Generation.thesaurusOf(directory))) {
				// still good for answers until the rebuild
				this.reason = "other-thesaurus";
			}
			Generation opened = new Generation(current, directory, this.embedding);
			if (this.embedding != null && !opened.takesVectorsOf(this.embedding) && this.reason.isEmpty()) {
				// words still answer; vectors of two models cannot stand in one index
				this.reason = "other-model";
			}
			this.live = opened;
		} catch (IOException | RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	private void damaged(Exception ex) {
		this.reason = "damaged";
		this.detail = Objects.requireNonNullElse(ex.getMessage(), ex.getClass().getSimpleName());
	}

	@Override
	public void apply(List<IndexChange> changes) {
		synchronized (this.writing) {
			checkOpen();
			Generation generation = this.live;
			Filling next = this.filling;
			if (generation == null && next == null) {
				throw new IndexNotReady(status());
			}
			IndexSearcher present = null;
			try {
				present = (generation != null) ? generation.acquire() : null;
				if (generation != null) {
					Documents documents = documents(generation, present);
					for (IndexChange change : changes) {
						generation.write(change, documents);
					}
				}
				if (next != null) {
					Documents documents = documents(next.generation, present);
					for (IndexChange change : changes) {
						next.generation.write(change, documents);
						next.newer.add(change.ref());
					}
				}
				if (generation != null) {
					generation.commit(committedThesaurus());
				}
			} catch (IOException ex) {
				throw failure("Changes could not be written to the index", ex);
			} catch (AlreadyClosedException ex) {
				// the writer gave up after an earlier failure, such as a full disk: what was committed still
				// answers, but nothing can be added to it any more
				damaged(ex);
				throw new IndexFailure("The index takes no more changes until it is rebuilt", ex);
			} finally {
				release(generation, present);
				this.revision.incrementAndGet();
			}
		}
	}

	private Documents documents(Generation into, @Nullable IndexSearcher present) {
		Embedding fitting = (this.embedding != null && into.takesVectorsOf(this.embedding)) ? this.embedding : null;
		return new Documents(this.thesaurus, glossing(), new PieceVectors(fitting, this.computed, present));
	}

	private Glossing glossing() {
		return new Glossing(this.thesaurus, this.dictionary);
	}

	private static void release(@Nullable Generation generation, @Nullable IndexSearcher searcher) {
		if (generation != null && searcher != null) {
			try {
				generation.release(searcher);
			} catch (IOException ex) {
				throw new IndexFailure("A view of the index could not be closed", ex);
			}
		}
	}

	@Override
	public int computeVectors(List<IndexChange> documents) {
		Embedding model = this.embedding;
		if (model == null) {
			return 0;
		}
		Documents texts = new Documents(this.thesaurus, glossing(), new PieceVectors(null, this.computed, null));
		Set<String> inputs = new LinkedHashSet<>();
		for (IndexChange document : documents) {
			if (document instanceof IndexChange.PutExpert(var expert)) {
				inputs.addAll(texts.vectorInputs(expert, model));
			}
		}
		removeKnown(inputs, model);
		try {
			for (String input : inputs) {
				this.computed.put(Embedding.key(input), model.vector(input));
			}
			this.modelTrouble = "";
			return inputs.size();
		} catch (ModelFailure ex) {
			this.modelTrouble = Objects.requireNonNullElse(ex.getMessage(), "");
			throw ex;
		}
	}

	@Override
	public void checkModel() {
		Embedding model = this.embedding;
		if (model == null) {
			return;
		}
		try {
			model.scale();
			model.vector("word");
			this.modelTrouble = "";
		} catch (ModelFailure ex) {
			this.modelTrouble = Objects.requireNonNullElse(ex.getMessage(), ex.getClass().getSimpleName());
			throw ex;
		}
	}

	@Override
	public void checkFiles() {
		Generation generation = this.live;
		if (generation == null) {
			return;
		}
		try {
			read((searcher) -> {
				Generation.check(searcher);
				return generation;
			});
		} catch (RuntimeException ex) {
			synchronized (this.writing) {
				if (generation == this.live && !this.closed) {
					damaged((ex.getCause() instanceof IOException cause) ? cause : ex);
				}
			}
		}
	}

	private void removeKnown(Set<String> inputs, Embedding model) {
		Generation generation = this.live;
		IndexSearcher present = null;
		try {
			present = (generation != null && generation.takesVectorsOf(model)) ? generation.acquire() : null;
			PieceVectors vectors = new PieceVectors(model, this.computed, present);
			inputs.removeIf((input) -> vectors.known(Embedding.key(input)) != null);
		} catch (IOException ex) {
			throw failure("The index could not be read", ex);
		} finally {
			release(generation, present);
		}
	}

	@Override
	public List<DocumentRef> withoutVectors(int limit) {
		Embedding model = this.embedding;
		Generation generation = this.live;
		if (model == null || generation == null || !generation.takesVectorsOf(model)) {
			return List.of();
		}
		return read((searcher) -> MissingVectors.of(searcher, limit));
	}

	/**
	 * The model, if it works and the live index holds its vectors.
	 */
	private @Nullable Embedding usable() {
		Embedding model = this.embedding;
		Generation generation = this.live;
		return (model != null && generation != null && this.modelTrouble.isEmpty()
				&& generation.takesVectorsOf(model)) ? model : null;
	}

	/**
	 * An index that waits for a rebuild because of its thesaurus must still say so after a crash.
	 */
	private String committedThesaurus() {
		return this.reason.equals("other-thesaurus") ? "" : this.thesaurus.version();
	}

	@Override
	public Recall recall(RecallQuery query) {
		try {
			return read((searcher) -> new RecallSearch(searcher, glossing(), usable(), query).recall());
		} catch (ModelFailure ex) {
			// told by the status; words go on answering
			this.modelTrouble = Objects.requireNonNullElse(ex.getMessage(), ex.getClass().getSimpleName());
			return read((searcher) -> new RecallSearch(searcher, glossing(), null, query).recall());
		}
	}

	@Override
	public Tally tally(RecallQuery query) {
		return read((searcher) -> new RecallSearch(searcher, glossing(), null, query).count());
	}

	@Override
	public List<AskedWord> asked(RecallQuery query, int most) {
		return read((searcher) -> {
			Glossing glossing = glossing();
			List<AskedWord> asked = new ArrayList<>();
			for (NeedUnits.Unit unit : NeedUnits.of(query, glossing).words(most)) {
				RecallQuery alone = query.about(unit.surface);
				asked.add(new AskedWord(unit.surface, unit.concepts,
						new RecallSearch(searcher, glossing, null, alone).count().considered()));
			}
			return List.copyOf(asked);
		});
	}

	@Override
	public List<DemandHit> recallDemands(long expertId, Audience viewer, int limit) {
		return read((searcher) -> new DemandSearch(searcher, this.thesaurus, viewer).fitting(expertId, limit));
	}

	@Override
	public DirectoryPage directory(DirectoryQuery query) {
		return read((searcher) -> new DirectorySearch(searcher, this.thesaurus, query).page());
	}

	@Override
	public Map<Long, List<Highlight>> highlights(DirectoryQuery query, List<ExpertDocument> people) {
		AskedText asked = AskedText.of(query, this.thesaurus);
		return people.stream()
				.collect(
						Collectors.toUnmodifiableMap(ExpertDocument::id, (person) -> asked.in(person, query.viewer())));
	}

	@Override
	public Set<DocumentRef> mentioning(Collection<String> terms) {
		return read((searcher) -> TouchedDocuments.mentioning(searcher, terms));
	}

	@Override
	public Set<DocumentRef> touchedBy(@Nullable Concept before, @Nullable Concept after) {
		return read((searcher) -> {
			Set<DocumentRef> touched = new HashSet<>();
			Set<String> terms = new TreeSet<>();
			for (Concept concept : java.util.Arrays.asList(before, after)) {
				if (concept != null) {
					touched.addAll(TouchedDocuments.holding(searcher, concept.code()));
					concept.terms().forEach(terms::add);
				}
			}
			touched.addAll(TouchedDocuments.mentioning(searcher, terms));
			return touched;
		});
	}

	@Override
	public void useThesaurus(Thesaurus changed) {
		synchronized (this.writing) {
			this.thesaurus = changed;
			this.revision.incrementAndGet();
		}
	}

	@Override
	public Rebuild rebuild() {
		synchronized (this.writing) {
			checkOpen();
			if (this.filling != null) {
				throw new IllegalStateException("A rebuild is under way already");
			}
			try {
				long number = this.folder.next();
				Filling started = new Filling(new Generation(number, this.folder.open(number), this.embedding));
				this.filling = started;
				return started;
			} catch (IOException ex) {
				throw failure("A new generation of the index could not be started", ex);
			}
		}
	}

	@Override
	public IndexStatus status() {
		Generation generation;
		IndexState state;
		long rebuilt;
		String why;
		String more;
		synchronized (this.writing) {
			generation = this.live;
			state = (this.filling != null)
					? IndexState.REBUILDING
					: this.reason.isEmpty() ? IndexState.READY : IndexState.NEEDS_REBUILD;
			rebuilt = (this.filling != null) ? this.filling.documents : 0;
			why = this.reason;
			more = this.detail;
		}
		long[] counts = new long[5];
		if (generation != null) {
			counts = read((searcher) -> new long[]{Generation.count(searcher, Fields.EXPERT),
					Generation.count(searcher, Fields.DEMAND), Generation.count(searcher, Fields.PIECE),
					searcher.count(new TermQuery(new Term(Fields.VECTORED, "1"))),
					Generation.count(searcher, Fields.STORY) + Generation.count(searcher, Fields.STUDY)});
		}
		return new IndexStatus(state, generation != null, why, more, counts[0], counts[1], counts[4], counts[2],
				(generation != null) ? generation.number() : 0, Fields.FORMAT, this.thesaurus.version(), rebuilt,
				(this.embedding != null) ? this.embedding.model() : "", counts[3], this.modelTrouble);
	}

	@Override
	public long revision() {
		return this.revision.get();
	}

	@Override
	public void close() {
		synchronized (this.writing) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			Generation generation = this.live;
			this.live = null;
			Filling unfinished = this.filling;
			try {
				IOUtils.close((unfinished != null) ? unfinished::discard : null,
						(generation != null) ? generation::close : null, this.folder::close);
			} catch (IOException ex) {
				throw new IndexFailure("The index could not be closed", ex);
			}
		}
	}

	private void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("The index is closed");
		}
	}

	private <T> T read(Reading<T> reading) {
		while (true) {
			Generation generation = this.live;
			if (generation == null) {
				throw new IndexNotReady(status());
			}
			try {
				IndexSearcher searcher = generation.acquire();
				try {
					return reading.from(searcher);
				} finally {
					generation.release(searcher);
				}
			} catch (AlreadyClosedException ex) {
				if (generation == this.live) {
					throw new IndexFailure("The index is closed", ex);
				}
				// swapped in between: ask the new one
			} catch (IOException ex) {
				throw failure("The index could not be read", ex);
			}
		}
	}

	private RuntimeException failure(String message, IOException ex) {
		if (ex instanceof CorruptIndexException) {
			synchronized (this.writing) {
				damaged(ex);
			}
		}
		return new IndexFailure(message, ex);
	}

	private interface Reading<T> {

		T from(IndexSearcher searcher) throws IOException;

	}

	/**
	 * The generation in the making.
	 */
	private final class Filling implements Rebuild {

		private final Generation generation;

		/** So many documents are written while others wait. */
		private static final int TOGETHER = 64;

		/** Documents for which newer states have come in. */
		private final Set<DocumentRef> newer = new HashSet<>();

		private long documents;

		private boolean done;

		private Filling(Generation generation) {
			this.generation = generation;
		}

		@Override
		public void put(List<IndexChange> batch) {
			Generation old = LuceneExpertiseIndex.this.live;
			IndexSearcher present = acquired(old);
			try {
				put(batch, present);
			} finally {
				release(old, present);
			}
		}

		/**
		 * What is live, for the vectors it has.
		 */
		private @Nullable IndexSearcher acquired(@Nullable Generation old) {
			Embedding model = LuceneExpertiseIndex.this.embedding;
			try {
				return (old != null && model != null && old.takesVectorsOf(model)) ? old.acquire() : null;
			} catch (IOException ex) {
				throw new IndexFailure("The live index could not be read", ex);
			}
		}

		/**
		 * On all processors, some documents at a time, so that who saves meanwhile waits no longer
		 * than those take.
		 */
		private void put(List<IndexChange> batch, @Nullable IndexSearcher present) {
			for (int from = 0; from < batch.size(); from += TOGETHER) {
				List<IndexChange> some = batch.subList(from, Math.min(batch.size(), from + TOGETHER));
				synchronized (LuceneExpertiseIndex.this.writing) {
					checkFilling();
					Documents made = documents(this.generation, present);
					List<IndexChange> wanted = some.stream()
							.filter((change) -> !this.newer.contains(change.ref()))
							.toList();
					wanted.parallelStream().forEach((change) -> {
						try {
							this.generation.write(change, made);
						} catch (IOException ex) {
							throw new IndexFailure("A new generation of the index could not be written", ex);
						}
					});
					this.generation.flushMuch();
					this.documents += wanted.size();
				}
			}
		}

		@Override
		public void commit() {
			synchronized (LuceneExpertiseIndex.this.writing) {
				checkFilling();
				Generation old = LuceneExpertiseIndex.this.live;
				try {
					this.generation.flush();
					this.generation.commit(LuceneExpertiseIndex.this.thesaurus.version());
					LuceneExpertiseIndex.this.folder.point(this.generation.number());
					LuceneExpertiseIndex.this.live = this.generation;
					LuceneExpertiseIndex.this.revision.incrementAndGet();
					// a thesaurus that changed meanwhile leaves documents behind that know the old one;
					// those it touches are put in again by whoever changed it
					LuceneExpertiseIndex.this.reason = "";
					LuceneExpertiseIndex.this.detail = "";
					finish();
					if (old != null) {
						old.abandon();
					}
					LuceneExpertiseIndex.this.folder.keepOnly(this.generation.number());
				} catch (IOException ex) {
					throw new IndexFailure("A new generation of the index could not be made the live one", ex);
				}
			}
		}

		private void checkFilling() {
			checkOpen();
			if (this.done) {
				throw new IllegalStateException("The rebuild is over");
			}
		}

		private void finish() {
			this.done = true;
			LuceneExpertiseIndex.this.filling = null;
		}

		private void discard() throws IOException {
			if (!this.done) {
				finish();
				this.generation.close();
				LuceneExpertiseIndex.this.folder.remove(this.generation.number());
			}
		}

		@Override
		public void close() {
			synchronized (LuceneExpertiseIndex.this.writing) {
				try {
					discard();
				} catch (IOException ex) {
					throw new IndexFailure("An unfinished generation of the index could not be removed", ex);
				}
			}
		}

	}

}
