package org.zhiqiao.platform.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.BackgroundWork;

/**
 * Hands changes on after their commit. A row is deleted only after the follower has taken it in durably, in one transaction
 * with the lock on it: whenever the process ends, the row is either still there or no longer needed. Rows that fail stay,
 * with their attempts, and are tried again later and later; they hold up nobody else.
 */
@Component
public class ChangeRelay extends BackgroundWork {

	private static final Logger log = LoggerFactory.getLogger(ChangeRelay.class);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

	private static final int SHOWN_FAILURES = 100;

	private final ChangeTable table;

	private final ChangeBell bell;

	private final ObjectProvider<ChangeFollower> followers;

	private final TransactionTemplate transaction;

	private final ChangeSettings settings;

	private final Clock clock;

	ChangeRelay(ChangeTable table, ChangeBell bell, ObjectProvider<ChangeFollower> followers,
			PlatformTransactionManager transactions, ChangeSettings settings, Clock clock) {
		super(Thread.ofPlatform().name("change-relay"));
		this.table = table;
		this.bell = bell;
		this.followers = followers;
		this.transaction = new TransactionTemplate(transactions);
		// With REPEATABLE READ, the locks taken here would make the inserts of others wait.
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		this.settings = settings;
		this.clock = clock;
	}

	/** What is not yet followed. */
	public PendingChanges pending() {
		return new PendingChanges(this.table.count(), this.table.oldest(), this.table.failed(SHOWN_FAILURES));
	}

	/** Those of the things that have changed and are not yet followed: what is derived of them is out of date. */
	public Set<Long> pendingAmong(SubjectKind kind, Collection<Long> ids) {
		return this.table.among(kind, ids);
	}

	/** Looks for changes at once, not only at the next poll. */
	@Override
	public void wake() {
		this.bell.ring();
	}

	@Override
	protected void run() {
		long ring = 0;
		while (isRunning()) {
			boolean attended = true;
			try {
				relayAll();
			} catch (NotReadyToFollow notReady) {
				attended = false;
				log.debug("Changes wait: {}", notReady.getMessage());
			} catch (RuntimeException trouble) {
				// The rows are still there; what fails here is the database or the follower as a whole.
				attended = false;
				log.error("Changes could not be handed on and stay for the next try", trouble);
			}
			this.bell.answer(ring, attended);
			try {
				ring = this.bell.awaitRing(this.settings.poll());
			} catch (InterruptedException ex) {
				break;
			}
		}
		this.bell.answer(ring, false);
	}

	/** Hands on everything that is due. */
	void relayAll() {
		while (isRunning() && relayBatch() == this.settings.batch()) {
			log.debug("More changes are waiting");
		}
	}

	/**
	 * Hands on one batch.
	 *
	 * @return number of rows that were due
	 */
	int relayBatch() {
		var due = new ArrayList<ChangeTable.Row>();
		try {
			this.transaction.executeWithoutResult(status -> {
				Instant now = this.clock.instant();
				due.addAll(this.table.lockDue(now, this.settings.batch()));
				if (due.isEmpty()) {
					return;
				}
				Set<Subject> subjects = subjects(due);
				// Locked, and so known, before the states are loaded: a row that comes later says something newer.
				List<Long> done = new ArrayList<>(due.stream().map(ChangeTable.Row::id).toList());
				done.addAll(this.table.lockWaiting(subjects, now));
				follow(List.copyOf(subjects));
				this.table.delete(done);
			});
		} catch (NotReadyToFollow notReady) {
			throw notReady;
		} catch (RuntimeException trouble) {
			if (due.isEmpty()) {
				throw trouble;
			}
			log.warn("A batch of {} changes failed and is tried one by one: {}", due.size(), trouble.toString());
			subjects(due).forEach(this::relayAlone);
		}
		return due.size();
	}

	private static Set<Subject> subjects(List<ChangeTable.Row> rows) {
		Set<Subject> subjects = new LinkedHashSet<>();
		rows.forEach(row -> subjects.add(row.subject()));
		return subjects;
	}

	private void relayAlone(Subject subject) {
		try {
			this.transaction.executeWithoutResult(status -> {
				List<Long> rows = this.table.lock(subject);
				if (!rows.isEmpty()) {
					follow(List.of(subject));
					this.table.delete(rows);
				}
			});
		} catch (NotReadyToFollow notReady) {
			throw notReady;
		} catch (RuntimeException trouble) {
			log.error("A change could not be handed on: {}", subject, trouble);
			this.transaction.executeWithoutResult(status -> {
				int attempts = this.table.attempts(subject) + 1;
				this.table.postpone(subject, this.clock.instant().plus(wait(attempts)), trouble.toString());
			});
		}
	}

	private void follow(List<Subject> subjects) {
		this.followers.forEach(follower -> follower.follow(subjects));
	}

	/** Twice as long after each attempt: 2 s, 4 s, 8 s … */
	static Duration wait(int attempts) {
		Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 20));
		return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
	}

}
