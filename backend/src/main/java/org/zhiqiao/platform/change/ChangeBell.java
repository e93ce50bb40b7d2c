package org.zhiqiao.platform.change;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Wakes the relay, and tells those who rang when it has gone through everything that was
 * there. Rings while it works are kept; several rings are one.
 */
@Component
class ChangeBell {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition moved = this.lock.newCondition();

	private long rung;

	private long answered;

	private boolean attended;

	/** Wakes the relay; the number is for {@link #awaitAnswer}. */
	long ring() {
		this.lock.lock();
		try {
			this.rung++;
			this.moved.signalAll();
			return this.rung;
		} finally {
			this.lock.unlock();
		}
	}

	/** The relay sleeps until somebody rings, at most so long. Gives the number of the latest ring. */
	long awaitRing(Duration atMost) throws InterruptedException {
		this.lock.lock();
		try {
			long left = atMost.toNanos();
			while (this.rung == this.answered && left > 0) {
				left = this.moved.awaitNanos(left);
			}
			return this.rung;
		} finally {
			this.lock.unlock();
		}
	}

	/**
	 * The relay has gone through all that was there at this ring.
	 *
	 * @param attended whether it could follow at all; if not, nobody need wait
	 */
	void answer(long ring, boolean attended) {
		this.lock.lock();
		try {
			this.answered = ring;
			this.attended = attended;
			this.moved.signalAll();
		} finally {
			this.lock.unlock();
		}
	}

	/** Waits until the relay has gone through what was there at this ring, at most so long. */
	void awaitAnswer(long ring, Duration atMost) {
		this.lock.lock();
		try {
			long left = atMost.toNanos();
			while (this.attended && this.answered < ring && left > 0) {
				left = this.moved.awaitNanos(left);
			}
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		} finally {
			this.lock.unlock();
		}
	}

}
