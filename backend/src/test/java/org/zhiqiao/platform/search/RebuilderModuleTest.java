package org.zhiqiao.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DirectoryQuery;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertDocument;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.Names;
import org.zhiqiao.search.QuerySyntaxException;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;
import org.zhiqiao.search.text.Thesaurus;

/** The index comes back by itself, and never answers with nothing while it is filled anew. */
@SpringBootTest
class RebuilderModuleTest {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@TempDir
	private Path folder;

	@Autowired
	private OnlyNode node;

	@Autowired
	private ChangeRelay relay;

	@Autowired
	private Concepts concepts;

	@Autowired
	private Clock clock;

	@Autowired
	private Texts texts;

	private final People people = new People();

	private ExpertiseIndex index = LuceneExpertiseIndex.inMemory(Knowledge.ofWords(Thesaurus.of(List.of())));

	private Rebuilder rebuilder = rebuilder();

	@BeforeEach
	void threePeople() {
		this.people.names.putAll(Map.of(1L, "Ada Example", 2L, "Bea Example", 3L, "Cai Example"));
	}

	@AfterEach
	void close() {
		this.people.open.countDown();
		this.rebuilder.stop();
		this.index.close();
	}

	@Test
	void fillsAnIndexThatIsNotThere() {
		start();
		eventually(this::filled);
		assertThat(found("Example")).isEqualTo(3);
		assertThat(this.rebuilder.progress().done()).isEqualTo(3);
		assertThat(this.rebuilder.progress().finishedAt()).isNotNull();
	}

	@Test
	void fillsAnIndexThatIsDamaged() throws IOException {
		start();
		eventually(this::filled);
		this.rebuilder.stop();
		this.index.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter(Files::isRegularFile)
					.filter(path -> path.getFileName().toString().startsWith("segments"))
					.toList()) {
				Files.writeString(file, "broken");
			}
		}
		start();
		eventually(this::filled);
		assertThat(found("Example")).isEqualTo(3);
	}

	@Test
	void answersFromTheOldOneUntilTheNewOneIsWholeAndLosesNoChange() {
		start();
		eventually(this::filled);
		this.people.hold();
		this.rebuilder.request();
		eventually(() -> this.people.waiting);
		assertThat(this.index.status().state()).isEqualTo(IndexState.REBUILDING);
		assertThat(found("Example")).isEqualTo(3);
		// Changes while the first page was read already, and while the rest was not.
		change(1, "Ada Renamed");
		change(3, null);
		change(4, "Dan Example");
		assertThat(found("Renamed")).isEqualTo(1);
		long before = this.index.status().generation();
		this.people.open.countDown();
		eventually(() -> this.index.status().generation() > before);
		assertThat(found("Renamed")).isEqualTo(1);
		assertThat(found("Ada Example")).isZero();
		assertThat(found("Cai")).isZero();
		assertThat(found("Dan")).isEqualTo(1);
	}

	@Test
	void discardsWhatIsHalfDoneWhenThePlatformStops() {
		start();
		eventually(this::filled);
		long before = this.index.status().generation();
		this.people.hold();
		this.rebuilder.request();
		eventually(() -> this.people.waiting);
		var stopping = CompletableFuture.runAsync(this.rebuilder::stop);
		eventually(() -> !this.rebuilder.isRunning());
		this.people.open.countDown();
		stopping.join();
		assertThat(this.index.status().state()).isEqualTo(IndexState.READY);
		assertThat(this.index.status().generation()).isEqualTo(before);
		assertThat(found("Example")).isEqualTo(3);
	}

	@Test
	void saysWhyItFailedAndTriesAgain() {
		this.people.broken = true;
		start();
		eventually(() -> this.rebuilder.progress().failure() != null);
		assertThat(this.rebuilder.progress().failure()).contains("cannot be read");
		this.people.broken = false;
		eventually(this::filled);
		assertThat(found("Example")).isEqualTo(3);
	}

	@Test
	void hasWordsForEverythingThatCanBeWrongInAQuery() {
		for (QuerySyntaxException.Reason reason : QuerySyntaxException.Reason.values()) {
			assertThat(this.texts.has("field.query-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')))
					.as(reason.name())
					.isTrue();
		}
	}

	private void start() {
		this.index.close();
		this.index = LuceneExpertiseIndex.open(this.folder, Knowledge.ofWords(this.concepts.current()));
		this.rebuilder = rebuilder();
		this.rebuilder.start();
	}

	/** The index is whole before the rebuilder has noted it. */
	private boolean filled() {
		return this.index.status().state() == IndexState.READY && !this.rebuilder.progress().running();
	}

	private Rebuilder rebuilder() {
		return new Rebuilder(this.index, sources(), this.node, this.relay,
				new SearchSettings(null, 1, false, null, Duration.ofMillis(10), Duration.ofMillis(10),
						Duration.ofMillis(100)),
				this.clock);
	}

	private Sources sources() {
		return new Sources(
				new StaticListableBeanFactory(Map.of("people", this.people)).getBeanProvider(DocumentSource.class));
	}

	private void change(long id, @Nullable String name) {
		if (name == null) {
			this.people.names.remove(id);
		} else {
			this.people.names.put(id, name);
		}
		new Indexer(this.index, sources(), this.node).follow(List.of(new Subject(SubjectKind.EXPERT, id)));
	}

	private long found(String text) {
		return this.index.directory(DirectoryQuery.experts(Audience.PUBLIC, text)).total();
	}

	private static void eventually(BooleanSupplier met) {
		long end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/** People in memory; can be held in the middle of a rebuild. */
	private static final class People implements DocumentSource {

		private final Map<Long, String> names = new ConcurrentSkipListMap<>();

		private volatile CountDownLatch open = new CountDownLatch(0);

		private volatile boolean waiting;

		private volatile boolean broken;

		void hold() {
			this.open = new CountDownLatch(1);
		}

		@Override
		public SubjectKind kind() {
			return SubjectKind.EXPERT;
		}

		@Override
		public List<IndexChange> load(Collection<Long> ids) {
			return ids.stream().map(this::load).toList();
		}

		private IndexChange load(long id) {
			String name = this.names.get(id);
			return name == null
					? new IndexChange.Remove(DocumentRef.expert(id))
					: new IndexChange.PutExpert(ExpertDocument.of(id, new Names("", name, "")).build());
		}

		@Override
		public List<Long> idsAfter(long after, int limit) {
			if (this.broken) {
				throw new IllegalStateException("The people cannot be read");
			}
			List<Long> ids = this.names.keySet().stream().filter(id -> id > after).limit(limit).toList();
			if (after == 1) {
				this.waiting = this.open.getCount() > 0;
				try {
					this.open.await(20, TimeUnit.SECONDS);
				} catch (InterruptedException stopped) {
					Thread.currentThread().interrupt();
				}
			}
			return ids;
		}

		@Override
		public long count() {
			return this.names.size();
		}

	}

}
