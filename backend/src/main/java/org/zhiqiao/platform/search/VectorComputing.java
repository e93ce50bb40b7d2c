package org.zhiqiao.platform.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.BackgroundWork;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.IndexFailure;
import org.zhiqiao.search.IndexNotReady;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.IndexStatus;
import org.zhiqiao.search.embedding.ModelFailure;

/**
 * Computes the vectors of evidence in the background, so that neither saving nor searching by words ever waits for
 * them. What lacks a vector is asked of the index itself: after a crash it goes on where it was.
 */
@Component
class VectorComputing extends BackgroundWork {

	private static final Logger log = LoggerFactory.getLogger(VectorComputing.class);

	/** So many people at a time: some seconds of computing. */
	private static final int BATCH = 32;

	private final ExpertiseIndex index;

	private final Sources sources;

	private final ChangeLog changes;

	private final SearchSettings settings;

	private final TransactionTemplate transaction;

	private final Semaphore waking = new Semaphore(0);

	/** Whether the model was seen to work. */
	private boolean checked;

	VectorComputing(ExpertiseIndex index, Sources sources, ChangeLog changes, SearchSettings settings,
			PlatformTransactionManager transactions) {
		super(Thread.ofPlatform().name("search-vectors").daemon());
		this.index = index;
		this.sources = sources;
		this.changes = changes;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	protected void run() {
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
				} catch (RuntimeException trouble) {
					log.error("Vectors are not computed for now, and asked for again", trouble);
					pause = this.settings.check();
				}
				if (this.waking.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
					this.waking.drainPermits();
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	protected void wake() {
		this.waking.release();
	}

	/** Computes what some people lack, and has them put in again; whether there were any. */
	private boolean computeSome() {
		IndexStatus present = this.index.status();
		if (!this.checked || !present.modelTrouble().isEmpty()) {
			// a model that fails is told at the start, not at the first need, and tried again
			this.index.checkModel();
			this.checked = true;
		}
		if (present.state() != IndexState.READY) {
			return false;
		}
		List<DocumentRef> people = this.index.withoutVectors(BATCH);
		if (people.isEmpty()) {
			return false;
		}
		List<IndexChange> documents = this.sources
				.load(people.stream().map(ref -> new Subject(Sources.kind(ref), ref.id())).toList());
		this.index.computeVectors(documents);
		this.transaction.executeWithoutResult(status -> Sources.note(people, this.changes));
		return true;
	}

}
