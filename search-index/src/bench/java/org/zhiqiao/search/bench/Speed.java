package org.zhiqiao.search.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.lucene.search.BooleanQuery;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.Piece;
import org.zhiqiao.search.PieceKind;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.lucene.BareLucene;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;
import org.zhiqiao.search.ranking.ExpertRanking;
import org.zhiqiao.search.ranking.Matching;
import org.zhiqiao.search.ranking.Need;
import org.zhiqiao.search.ranking.Ranking;
import org.zhiqiao.search.ranking.Weights;
import org.zhiqiao.search.text.ChineseDictionary;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Loads made-up people into the embedded engine and asks it, for one or several sizes, and prints
 * a table. System properties: {@code bench.experts}, numbers of people parted by commas;
 * {@code bench.folder}, where the indexes are kept and found again; {@code bench.seconds}, how
 * long each kind of question is asked; {@code bench.vectors}, whether the same is done once more with
 * generated vectors; {@code bench.seed}.
 */
public final class Speed {

	private static final int NEEDS = 120;

	private static final int BATCH = 500;

	/** People by whom the speed of loading is compared: enough for some segments of each. */
	private static final int COMPARED = 20_000;

	private static final int SHOWN = 20;

	private static final int SAVED = 200;

	/** So many texts are given to the bundled model. */
	private static final int REAL_VECTORS = 150;

	private static final Weights MOVED = new Weights(0.2, 0.5, 0.2, 0.1);

	private final Figures figures = new Figures();

	private final Thesaurus thesaurus = Thesaurus.bundled();

	private final MadeUpPeople people;

	private final MadeUpNeeds needs;

	private final ExpertRanking ranking = new ExpertRanking(this.thesaurus,
			InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

	private final Path folder;

	private final long seconds;

	private final int threads = Runtime.getRuntime().availableProcessors();

	private Speed(Path folder, long seconds, long seed) {
		Vocabulary vocabulary = new Vocabulary(this.thesaurus, seed);
		this.people = new MadeUpPeople(vocabulary, seed);
		this.needs = new MadeUpNeeds(vocabulary, this.people, seed);
		this.folder = folder;
		this.seconds = seconds;
	}

	/**
	 * Measures.
	 * @param arguments none
	 */
	public static void main(String[] arguments) throws Exception {
		Locale.setDefault(Locale.ROOT);
		List<Long> sizes = List.of(System.getProperty("bench.experts", "10000").split(",", -1))
				.stream()
				.map(String::strip)
				.map(Long::valueOf)
				.toList();
		long seed = Long.getLong("bench.seed", 20_260_101);
		Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
		Speed speed = new Speed(folder, Long.getLong("bench.seconds", 20), seed);
		System.out.printf("Java %s, %d processors, heap up to %d MiB, seed %d, %s%n", Runtime.version(), speed.threads,
				Runtime.getRuntime().maxMemory() >> 20, seed, Instant.now());
		speed.targets();
		for (long experts : sizes) {
			System.out.printf("%,d people%n", experts);
			speed.measure(experts);
			if (Boolean.getBoolean("bench.vectors")) {
				speed.measureWithVectors(experts);
			}
		}
		if (Boolean.getBoolean("bench.vectors")) {
			speed.realVectors(sizes.getFirst());
		}
		speed.figures.growth();
		System.out.println();
		System.out
				.println("Times in milliseconds: p50 / p95 / p99. Growth and means are of the same list of questions.");
		System.out.println(speed.figures.table());
	}

	private void measure(long experts) throws Exception {
		if (Boolean.parseBoolean(System.getProperty("bench.compare", "true"))) {
			compareLoading(experts);
		}
		Path at = this.folder.resolve("people-" + experts);
		boolean loaded = Files.exists(at.resolve("current"));
		try (LuceneExpertiseIndex index = LuceneExpertiseIndex.open(at, Knowledge.ofWords(this.thesaurus))) {
			if (!loaded || !index.status().reason().isEmpty()) {
				load(index, experts, "loading");
			}
			this.figures.put("pieces of evidence", experts, "%,d".formatted(index.status().pieces()));
			this.figures.put("disk, MB", experts, "%,d".formatted(Footprint.folder(at) / 1_000_000));
			// for whoever asks the same over HTTP
			Files.write(at.resolve("needs.tsv"),
					this.needs.needs(NEEDS).stream().map((need) -> need.title() + "\t" + need.description()).toList());
			Matching matching = new Matching(index, this.ranking);
			try (BareLucene bare = BareLucene.open(at)) {
				this.figures.put("segments", experts, "%d".formatted(bare.segments()));
				match(matching, bare, experts);
				matchByTwo(matching, bare, experts);
			}
			ask(index, experts);
			save(index, experts);
			this.figures.put("live heap, MiB", experts, "%,d".formatted(Footprint.liveHeap() >> 20));
			this.figures.put("resident memory of its own, MiB", experts, "%,d".formatted(Footprint.resident() >> 20));
			this.figures.put("resident pages of the index, MiB", experts,
					"%,d".formatted(Footprint.residentFiles() >> 20));
		}
	}

	/**
	 * What ought to be reached.
	 */
	private void targets() {
		this.figures.target("engine to bare, same analysis", "≥ 0.80");
		this.figures.target("match to floor", "≤ 1.25");
		this.figures.target("two at a time: match to floor", "≤ 1.25");
		this.figures.target("filtered to unfiltered", "≤ 0.60");
		this.figures.target("a saved change found", "p99 < 1,000");
		this.figures.target("words and meaning to words", "≤ 1.50");
		this.figures.target("vectors on disk, GB a million people", "≤ 3.0");
	}

	/**
	 * The same people with generated vectors: what meaning costs on top of words, in the same
	 * segments at the same moment.
	 */
	private void measureWithVectors(long experts) throws Exception {
		Path words = this.folder.resolve("people-" + experts);
		Path at = this.folder.resolve("people-" + experts + "-vectors");
		boolean loaded = Files.exists(at.resolve("current"));
		Knowledge knowledge = Knowledge.withVectors(this.thesaurus, new Embedding(new GeneratedVectors()));
		try (LuceneExpertiseIndex index = LuceneExpertiseIndex.open(at, knowledge)) {
			if (!loaded || !index.status().reason().isEmpty()) {
				load(index, experts, "loading with vectors");
			}
		}
		// opened anew, so that no merge is under way and no file waits to be removed
		try (LuceneExpertiseIndex index = LuceneExpertiseIndex.open(at, knowledge)) {
			this.figures.put("pieces with a vector", experts, "%,d".formatted(index.status().vectored()));
			this.figures.put("disk with vectors, MB", experts, "%,d".formatted(Footprint.folder(at) / 1_000_000));
			this.figures.put("vectors on disk, GB a million people", experts,
					"%.2f".formatted((Footprint.folder(at) - Footprint.folder(words)) / 1e3 / experts));
			Matching matching = new Matching(index, this.ranking);
			try (BareLucene bare = BareLucene.open(at)) {
				this.figures.put("segments with vectors", experts, "%d".formatted(bare.segments()));
				Timings byWords = new Timings();
				Timings byBoth = new Timings();
				Timings filtered = new Timings();
				List<Question> questions = questions();
				for (boolean warm : new boolean[]{false, true}) {
					byWords.clear();
					byBoth.clear();
					filtered.clear();
					long end = System.nanoTime() + this.seconds * (warm ? 1_000_000_000L : 500_000_000L);
					do {
						for (Question question : questions) {
							byWords.time(() -> Round.first(this.ranking.rank(question.need(),
									bare.byWords(
											this.ranking.question(question.need(), Audience.REGISTERED, Matching.PEOPLE)
													.uncounted(),
											knowledge),
									Weights.DEFAULT)));
							byBoth.time(() -> Round.first(matching.rank(question.need(), Audience.REGISTERED,
									Weights.DEFAULT)));
							filtered.time(() -> Round.first(matching.rank(question.filtered(), Audience.REGISTERED,
									Weights.DEFAULT)));
						}
					} while (System.nanoTime() < end);
				}
				this.figures.put("by words, in the index with vectors", experts, byWords);
				this.figures.put("by words and meaning", experts, byBoth);
				this.figures.ratio("words and meaning to words", experts, byBoth, byWords);
				this.figures.put("by words and meaning, filter of 3 %", experts, filtered);
				this.figures.ratio("by words and meaning: filtered to unfiltered", experts, filtered, byBoth);
			}
			this.figures.put("with vectors: resident memory of its own, MiB", experts,
					"%,d".formatted(Footprint.resident() >> 20));
			if (!index.status().modelTrouble().isEmpty()) {
				throw new IllegalStateException(index.status().modelTrouble());
			}
		}
	}

	/**
	 * How long the bundled model takes for a text, which happens behind the scenes and once a text.
	 */
	private void realVectors(long experts) throws Exception {
		Embedding embedding = new Embedding(new BundledModel());
		Glossing glossing = new Glossing(this.thesaurus, ChineseDictionary.bundled());
		embedding.vector("warm");
		Timings timings = new Timings();
		for (long number = 1; timings.count() < REAL_VECTORS; number++) {
			for (Piece piece : this.people.expert(number).pieces()) {
				timings.time(() -> embedding
						.vector(embedding.input(piece.title() + "\n" + piece.text(), glossing::english)));
			}
		}
		this.figures.put("computing a real vector", experts, timings);
	}

	/**
	 * The same batches by turns into the engine and into bare Lucene, so that whatever else the
	 * machine does slows all; once to warm up and once to be measured.
	 */
	private void compareLoading(long experts) throws Exception {
		Path work = Files.createDirectories(this.folder.resolve("compared"));
		Timed engine = new Timed();
		Timed texts = new Timed();
		Timed all = new Timed();
		long count = 0;
		for (boolean warm : new boolean[]{false, true}) {
			delete(work);
			Knowledge knowledge = Knowledge.ofWords(this.thesaurus);
			try (LuceneExpertiseIndex index = LuceneExpertiseIndex.open(work.resolve("engine"), knowledge);
					ExpertiseIndex.Rebuild rebuild = index.rebuild();
					BareLucene.Writing bare = new BareLucene.Writing(work.resolve("texts"), this.threads, null);
					BareLucene.Writing same = new BareLucene.Writing(work.resolve("all"), this.threads, knowledge)) {
				for (long from = 1; from <= Math.min(COMPARED, experts); from += BATCH) {
					List<ExpertDocument> batch = batch(from, Math.min(from + BATCH - 1, experts));
					List<IndexChange> changes = changes(batch);
					engine.time(() -> rebuild.put(changes));
					texts.time(() -> bare.put(batch));
					all.time(() -> same.put(batch));
					count += batch.stream().mapToInt((expert) -> expert.pieces().size()).sum();
				}
				engine.time(rebuild::commit);
				texts.time(bare::commit);
				all.time(same::commit);
			}
			if (!warm) {
				engine.clear();
				texts.clear();
				all.clear();
				count = 0;
			}
		}
		delete(work);
		this.figures.put("indexing, pieces/s", experts, "%,.0f".formatted(count / engine.seconds()));
		this.figures.put("bare Lucene, same analysis, pieces/s", experts, "%,.0f".formatted(count / all.seconds()));
		this.figures.put("bare Lucene, words alone, pieces/s", experts, "%,.0f".formatted(count / texts.seconds()));
		this.figures.put("engine to bare, same analysis", experts, "%.2f".formatted(all.seconds() / engine.seconds()));
		this.figures.put("engine to bare, words alone", experts, "%.2f".formatted(texts.seconds() / engine.seconds()));
	}

	private List<ExpertDocument> batch(long from, long to) {
		return LongStream.rangeClosed(from, to).parallel().mapToObj(this.people::expert).toList();
	}

	private static List<IndexChange> changes(List<ExpertDocument> batch) {
		return batch.stream().<IndexChange>map(IndexChange.PutExpert::new).toList();
	}

	private static void delete(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				if (!file.equals(folder)) {
					Files.delete(file);
				}
			}
		}
	}

	private void load(ExpertiseIndex index, long experts, String name) throws Exception {
		Timed loading = new Timed();
		long count = 0;
		long told = System.nanoTime();
		try (ExpertiseIndex.Rebuild rebuild = index.rebuild()) {
			for (long from = 1; from <= experts; from += BATCH) {
				List<ExpertDocument> batch = batch(from, Math.min(from + BATCH - 1, experts));
				count += batch.stream().mapToInt((expert) -> expert.pieces().size()).sum();
				List<IndexChange> changes = changes(batch);
				loading.time(() -> {
					index.computeVectors(changes);
					rebuild.put(changes);
				});
				if (System.nanoTime() - told > 30_000_000_000L) {
					told = System.nanoTime();
					System.out.printf("  %,d people, %,d pieces, %,.0f pieces/s%n", from, count,
							count / loading.seconds());
				}
			}
			loading.time(rebuild::commit);
		}
		this.figures.put(name + ", s", experts, "%,.0f".formatted(loading.seconds()));
		this.figures.put(name + ", pieces/s", experts, "%,.0f".formatted(count / loading.seconds()));
		this.figures.put("resident after " + name + ", MiB", experts, "%,d".formatted(Footprint.resident() >> 20));
	}

	private void match(Matching matching, BareLucene bare, long experts) throws Exception {
		List<Question> questions = questions();
		this.figures.put("terms of a need, mean", experts, "%.0f".formatted(
				questions.stream().mapToInt((question) -> question.bare().clauses().size()).average().orElse(0)));
		Round warm = new Round(matching, bare);
		warm.ask(questions, this.seconds / 2);
		Round round = new Round(matching, bare);
		round.ask(questions, this.seconds);
		this.figures.put("floor: bare query, top 1,000", experts, round.floor);
		this.figures.put("match, top 20 with reasons", experts, round.match);
		this.figures.ratio("match to floor", experts, round.match, round.floor);
		this.figures.put("match and counts", experts, round.counted);
		this.figures.ratio("match and counts to floor", experts, round.counted, round.floor);
		this.figures.put("match, filter of 3 %", experts, round.filtered);
		this.figures.ratio("filtered to unfiltered", experts, round.filtered, round.match);
		this.figures.put("counts alone", experts, round.counts);
		this.figures.put("other weights", experts, round.weights);
		this.figures.put("questions asked", experts, "%d".formatted(round.match.count()));
	}

	/**
	 * Two who ask at the same time, each by turns.
	 */
	private void matchByTwo(Matching matching, BareLucene bare, long experts) throws Exception {
		List<Question> questions = questions();
		Round all = new Round(matching, bare);
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			List<Callable<Round>> askers = IntStream.range(0, 2).<Callable<Round>>mapToObj((asker) -> () -> {
				Round round = new Round(matching, bare);
				List<Question> own = new ArrayList<>(questions.subList(asker * NEEDS / 2, questions.size()));
				own.addAll(questions.subList(0, asker * NEEDS / 2));
				round.ask(own, this.seconds);
				return round;
			}).toList();
			for (Future<Round> round : two.invokeAll(askers)) {
				all.floor.addAll(round.get().floor);
				all.match.addAll(round.get().match);
			}
		}
		this.figures.put("two at a time: floor", experts, all.floor);
		this.figures.put("two at a time: match", experts, all.match);
		this.figures.ratio("two at a time: match to floor", experts, all.match, all.floor);
	}

	private List<Question> questions() {
		return this.needs.needs(NEEDS)
				.stream()
				.map((need) -> new Question(need, MadeUpNeeds.filtered(need),
						BareLucene.query(need.title() + " " + need.description())))
				.toList();
	}

	private void ask(ExpertiseIndex index, long experts) throws Exception {
		List<DirectoryQuery> queries = this.needs.queries(NEEDS, experts);
		Timings timings = new Timings();
		for (DirectoryQuery query : queries) {
			index.directory(query);
		}
		long end = System.nanoTime() + this.seconds * 500_000_000L;
		do {
			for (DirectoryQuery query : queries) {
				timings.time(() -> index.directory(query));
			}
		} while (System.nanoTime() < end);
		this.figures.put("directory, 20 hits and all facets", experts, timings);
	}

	/**
	 * Changes one person after another, and finds each by a word that nobody else has: a change is
	 * on disk and can be found when the call returns. Afterwards everybody is as before.
	 */
	private void save(ExpertiseIndex index, long experts) throws Exception {
		Timings saved = new Timings();
		Timings found = new Timings();
		for (int i = 0; i < SAVED; i++) {
			long number = 1 + Math.floorMod(i * 7_919L * 104_729L, experts);
			String word = "zhqxa" + Integer.toString(i, 36);
			List<IndexChange> change = changes(List.of(this.people.expert(number,
					List.of(new Piece("added", PieceKind.PROJECT, word, "", 2025, Audience.PUBLIC)))));
			found.time(() -> {
				saved.time(() -> index.apply(change));
				if (index.directory(DirectoryQuery.experts(Audience.PUBLIC, word)).total() != 1) {
					throw new IllegalStateException("A change that was saved is not found");
				}
			});
			index.apply(changes(List.of(this.people.expert(number))));
		}
		this.figures.put("a saved change on disk", experts, saved);
		this.figures.put("a saved change found", experts, found);
	}

	private record Question(Need need, Need filtered, BooleanQuery bare) {

	}

	/**
	 * Asks everything by turns.
	 */
	private static final class Round {

		private final Matching matching;

		private final BareLucene bare;

		private final Timings floor = new Timings();

		private final Timings match = new Timings();

		private final Timings counted = new Timings();

		private final Timings filtered = new Timings();

		private final Timings counts = new Timings();

		private final Timings weights = new Timings();

		private Round(Matching matching, BareLucene bare) {
			this.matching = matching;
			this.bare = bare;
		}

		private void ask(List<Question> questions, long seconds) throws Exception {
			long end = System.nanoTime() + seconds * 1_000_000_000L;
			do {
				for (Question question : questions) {
					this.floor.time(() -> this.bare.search(question.bare()));
					this.match.time(() -> first(match(question.need())));
					this.counted.time(
							() -> first(this.matching.match(question.need(), Audience.REGISTERED, Weights.DEFAULT)));
					this.filtered.time(() -> first(match(question.filtered())));
					this.counts.time(() -> this.matching.preview(question.filtered(), Audience.REGISTERED));
					Ranking ranking = match(question.need());
					this.weights.time(() -> first(ranking.reweighted(MOVED)));
				}
			} while (System.nanoTime() < end);
		}

		private Ranking match(Need need) {
			return this.matching.rank(need, Audience.REGISTERED, Weights.DEFAULT);
		}

		private static void first(Ranking ranking) {
			ranking.matches().stream().limit(SHOWN).forEach((match) -> {
				if (match.contributions().isEmpty()) {
					throw new IllegalStateException("A match without a reason");
				}
			});
		}

	}

	/**
	 * Adds up how long something takes.
	 */
	private static final class Timed {

		private long nanos;

		private void time(Timings.Task step) throws Exception {
			long start = System.nanoTime();
			step.run();
			this.nanos += System.nanoTime() - start;
		}

		private void clear() {
			this.nanos = 0;
		}

		private double seconds() {
			return this.nanos / 1e9;
		}

	}

}
