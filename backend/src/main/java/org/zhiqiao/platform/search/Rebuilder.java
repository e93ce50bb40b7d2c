package org.zhiqiao.platform.search;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.BackgroundWork;
import org.zhiqiao.platform.change.ChangeRelay;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexState;

/**
 * Fills the index anew from the database, in the background: at the start or later when there is
 * none that could be used, and when an administrator asks for it. The old generation answers
 * until the new one is whole.
 */
@Component
class Rebuilder extends BackgroundWork {

	private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);

	private final ExpertiseIndex index;

	private final Sources sources;

	private final OnlyNode node;

	private final ChangeRelay relay;

	private final SearchSettings settings;

	private final Clock clock;

	private final Semaphore waking = new Semaphore(0);

	private final AtomicBoolean asked = new AtomicBoolean();

	private volatile Progress progress = Progress.NONE;

	Rebuilder(ExpertiseIndex index, Sources sources, OnlyNode node, ChangeRelay relay, SearchSettings settings,
			Clock clock) {
		super(Thread.ofPlatform().name("search-index").daemon());
		this.index = index;
		this.sources = sources;
		this.node = node;
		this.relay = relay;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The rebuild that is under way, or the last one of this process.
	 *
	 * @param total how many there were to read when it began
	 * @param done how many of them are read
	 * @param failure why it did not come to an end
	 */
	record Progress(boolean running, @Nullable Instant startedAt, @Nullable Instant finishedAt, long total, long done,
			@Nullable String failure) {

		static final Progress NONE = new Progress(false, null, null, 0, 0, null);

		Progress further(int read) {
			return new Progress(true, this.startedAt, null, this.total, this.done + read, null);
		}

		Progress over(Instant at, @Nullable String why) {
			return new Progress(false, this.startedAt, at, this.total, this.done, why);
		}

	}

	Progress progress() {
		return this.progress;
	}

	/** Begins a rebuild unless one is under way. */
	void request() {
		if (!this.progress.running()) {
			this.asked.set(true);
			wake();
		}
	}

	@Override
	protected void wake() {
		this.waking.release();
	}

	@Override
	protected void run() {
		this.index.checkFiles();
		while (isRunning()) {
			if ((this.asked.getAndSet(false) || this.index.status().state() == IndexState.NEEDS_REBUILD)
					&& this.node.holds()) {
				rebuild();
			}
			try {
				if (this.waking.tryAcquire(this.settings.check().toMillis(), TimeUnit.MILLISECONDS)) {
					this.waking.drainPermits();
				}
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			this.node.holds();
		}
	}

	/** Whatever goes wrong is kept with the progress, for administrators to read; the next check tries again. */
	private void rebuild() {
		String why = this.index.status().reason();
		if (why.equals("damaged")) {
			log.warn("The search index is damaged: {}", this.index.status().detail());
		}
		this.progress = new Progress(true, this.clock.instant(), null, count(), 0, null);
		log.info("The search index is filled anew{}: about {} documents", why.isEmpty() ? "" : " (" + why + ")",
				this.progress.total());
		try (ExpertiseIndex.Rebuild rebuild = this.index.rebuild()) {
			for (DocumentSource source : this.sources.all()) {
				fill(rebuild, source);
			}
			if (isRunning()) {
				rebuild.commit();
				this.progress = this.progress.over(this.clock.instant(), null);
				log.info("The search index is filled: {} documents", this.progress.done());
				this.relay.wake();
			}
		} catch (RuntimeException trouble) {
			log.error("The search index could not be filled", trouble);
			this.progress = this.progress.over(this.clock.instant(), trouble.toString());
		}
	}

	private long count() {
		return this.sources.all().stream().mapToLong(DocumentSource::count).sum();
	}

	private void fill(ExpertiseIndex.Rebuild rebuild, DocumentSource source) {
		List<Long> ids = source.idsAfter(0, this.settings.page());
		while (!ids.isEmpty() && isRunning()) {
			rebuild.put(source.load(ids));
			this.progress = this.progress.further(ids.size());
			ids = source.idsAfter(ids.getLast(), this.settings.page());
		}
	}

}
