package org.zhiqiao.platform.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says that something changed, in the transaction that changes it: both are committed or neither is. It does not say what
 * changed, since whoever follows loads the present state; so telling it twice does no harm.
 */
@Component
public class ChangeLog {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	ChangeLog(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes that this thing was created, altered, shown, hidden or removed.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void changed(SubjectKind kind, long id) {
		changed(kind, List.of(id));
	}

	/** As {@link #changed(SubjectKind, long)} for many things of one kind. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void changed(SubjectKind kind, Collection<Long> ids) {
		var now = Timestamp.from(this.clock.instant());
		this.jdbc.batchUpdate(
				"INSERT INTO change_log (kind, subject_id, changed_at, attempts, not_before) VALUES (?, ?, ?, 0, ?)",
				ids,
				500, (row, id) -> {
					row.setString(1, kind.name());
					row.setLong(2, id);
					row.setTimestamp(3, now);
					row.setTimestamp(4, now);
				});
	}

}
