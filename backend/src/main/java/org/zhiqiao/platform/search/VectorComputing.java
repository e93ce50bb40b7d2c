package org.zhiqiao.platform.search;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexFailure;
import org.zhiqiao.search.IndexNotReady;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.embedding.ModelFailure;

/**
 * Computes the vectors of evidence in the background, so that neither saving nor searching by words ever waits for
 * them. What lacks a vector is asked of the index itself: after a crash it goes on where it was.
 */
@Component
class VectorComputing implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(VectorComputing.class);

	/** So many people at a time: some seconds of computing. */
	private static final int BATCH = 32;

	private final ExpertiseIndex index;

	private final Sources sources;

	private final ChangeLog changes;

	private final SearchSettings settings;

	private final TransactionTemplate transaction;

	private volatile @Nullable Thread thread;

	VectorComputing(ExpertiseIndex index, Sources sources, ChangeLog changes, SearchSettings settings,
			PlatformTransactionManager transactions) {
		this.index = index;
		this.sources = sources;
		this.changes = changes;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void start() {
		var worker = Thread.ofPlatform().name("search-vectors").daemon()
				.unstarted(this::run);
		this.thread = worker;
		worker.start();
	}

	@Override
	public void stop() {
		var worker = this.thread;
		this.thread = null;
		if (worker != null) {
			worker.interrupt();
			try {
				worker.join();
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		try {
			while (isRunning()) {
				Duration pause = this.settings.vectorCheck();
				try {
					pause = computeSome() ? this.settings.vectorPause() : pause;
				} catch (IndexNotReady | IndexFailure notNow) {
					log.debug("The index has nothing to compute vectors for yet", notNow);
				} catch (ModelFailure trouble) {
					log.error("Matching goes on by words alone: {}", trouble.getMessage(), trouble);
					pause = this.settings.check();
				}
				Thread.sleep(pause);
			}
		} catch (InterruptedException _) {
			// asked to stop
		}
	}

	/** Computes what some people lack, and has them put in again; whether there were any. */
	private boolean computeSome() {
		if (this.index.status().state() != IndexState.READY) {
			return false;
		}
		List<DocumentRef> people = this.index.withoutVectors(BATCH);
		if (people.isEmpty()) {
			return false;
		}
		List<IndexChange> documents = this.sources
				.load(people.stream().map(ref -> new Subject(Sources.kind(ref), ref.id())).toList());
		this.index.computeVectors(documents);
		this.transaction.executeWithoutResult(status -> people.stream()
				.collect(Collectors.groupingBy(Sources::kind, Collectors.mapping(DocumentRef::id, Collectors.toList())))
				.forEach(this.changes::changed));
		return true;
	}

}
