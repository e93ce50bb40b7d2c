package org.zhiqiao.platform.weighting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.matching.UsualWeights;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.weighting.Evidence.Found;
import org.zhiqiao.search.ExpertiseIndex;

/**
 * What outcomes say of the weights that hold. It is computed outside of transactions, by one reader while others wait for the
 * same, and kept until the day, the index, the weights or the outcomes are others.
 */
@Component
class Learning {

	private final Evidence evidence;

	private final ExpertiseIndex index;

	private final Clock clock;

	private final ReentrantLock computing = new ReentrantLock();

	/** Only the last one: there is one set of weights that holds. */
	private @Nullable Kept kept;

	Learning(Evidence evidence, ExpertiseIndex index, Clock clock) {
		this.evidence = evidence;
		this.index = index;
		this.clock = clock;
	}

	record Learned(Suggestion suggestion, Found from) {

	}

	private record Key(LocalDate day, long revision, int version, Evidence.Stock stock) {

	}

	private record Kept(Key key, Learned learned) {

	}

	Learned of(UsualWeights.Version holds) {
		this.computing.lock();
		try {
			// Read before anything is computed: a change in between makes the answer too new for its key, never too old.
			var today = LocalDate.now(this.clock.withZone(Moments.HERE));
			var key = new Key(today, this.index.revision(), holds.version(), this.evidence.stock(today));
			var last = this.kept;
			if (last != null && last.key().equals(key)) {
				return last.learned();
			}
			var found = this.evidence.found(key.stock());
			var learned = new Learned(Suggesting.of(holds.weights(), found.asOfThen(), found.asOfNow()), found);
			this.kept = new Kept(key, learned);
			return learned;
		} finally {
			this.computing.unlock();
		}
	}

}
