package org.zhiqiao.platform.change;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Says that something changed, in the transaction that changes it: both are committed or
 * neither is. It does not say what changed, since whoever follows loads the present state;
 * so telling it twice does no harm.
 * <p>
 * A request that changes something is answered once the follower has taken it in, if that is
 * a matter of moments: so who withdraws a profile does not find it in the next search. Work in
 * the background does not wait.
 */
@Component
public class ChangeLog {

	private static final int BATCH = 500;

	/** How long a request waits for the follower at most. */
	private static final Duration PATIENCE = Duration.ofMillis(800);

	/** Those who wait still hold their database connection, so most of the pool is left to others. */
	private static final Semaphore WAITING = new Semaphore(3);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final ChangeBell bell;

	ChangeLog(JdbcTemplate jdbc, Clock clock, ChangeBell bell) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.bell = bell;
	}

	/**
	 * Notes that this thing was created, altered, shown, hidden or removed.
	 *
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void changed(SubjectKind kind, long id) {
		note(kind, List.of(id));
	}

	/** As {@link #changed(SubjectKind, long)} for many things of one kind. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void changed(SubjectKind kind, Collection<Long> ids) {
		note(kind, ids);
	}

	private void note(SubjectKind kind, Collection<Long> ids) {
		if (ids.isEmpty()) {
			return;
		}
		var now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		this.jdbc.batchUpdate(
				"INSERT INTO change_log (kind, subject_id, changed_at, attempts, not_before) VALUES (?, ?, ?, 0, ?)",
				ids, BATCH, (PreparedStatement row, Long id) -> fill(row, kind, id, now));
		ringAfterCommit();
	}

	private static void fill(PreparedStatement row, SubjectKind kind, Long id, LocalDateTime now) throws SQLException {
		row.setString(1, kind.name());
		row.setLong(2, id);
		row.setObject(3, now);
		row.setObject(4, now);
	}

	/** Once a transaction is enough, however many things it changes. */
	private void ringAfterCommit() {
		if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Ringing.class::isInstance)) {
			TransactionSynchronizationManager.registerSynchronization(new Ringing(this.bell));
		}
	}

	private record Ringing(ChangeBell bell) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			long ring = this.bell.ring();
			if (RequestContextHolder.getRequestAttributes() != null && WAITING.tryAcquire()) {
				try {
					this.bell.awaitAnswer(ring, PATIENCE);
				} finally {
					WAITING.release();
				}
			}
		}

	}

}
