package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** Who took over duties for panels, in the database. None is ever deleted while the panel is there. */
@Repository
class HandoverTable {

	private final JdbcClient jdbc;

	HandoverTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Somebody took over a duty.
	 *
	 * @param from whose it was, the number of an account, like {@code to} and {@code by}
	 * @param by who decided it
	 */
	record Handover(Duty duty, long from, long to, long by, String reason, Instant at) {

	}

	/** The duty is another account's from now on. In the transaction that has taken hold of the panel. */
	void handOn(long panel, Handover handover) {
		this.jdbc.sql("""
				INSERT INTO panel_handover (panel_id, duty, from_account, to_account, by_account, reason, handed_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
				.params(panel, handover.duty().name(), handover.from(), handover.to(), handover.by(),
						handover.reason(), Moments.stored(handover.at()))
				.update();
		this.jdbc.sql("UPDATE panel_duty SET account_id = ? WHERE panel_id = ? AND duty = ?")
				.params(handover.to(), panel, handover.duty().name())
				.update();
	}

	/** The first one first. */
	List<Handover> of(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_handover WHERE panel_id = ? ORDER BY id")
				.param(panel)
				.query((row, _) -> new Handover(Duty.valueOf(row.getString("duty")), row.getLong("from_account"),
						row.getLong("to_account"), row.getLong("by_account"), row.getString("reason"),
						Objects.requireNonNull(Moments.read(row, "handed_at"))))
				.list();
	}

}
