package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** What officers decided on findings that the rules leave to them. */
@Repository
class RulingTable {

	private final JdbcClient jdbc;

	RulingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param by the number of an account */
	record Ruling(boolean mayServe, String reason, long by, Instant at) {

	}

	/** All rulings of a panel, by person, then by the key of the finding. */
	Map<Long, Map<String, Ruling>> of(long panel) {
		var rulings = new HashMap<Long, Map<String, Ruling>>();
		this.jdbc.sql("SELECT * FROM panel_ruling WHERE panel_id = ?").param(panel).query(row -> {
			rulings.computeIfAbsent(row.getLong("expert_id"), _ -> new HashMap<>())
					.put(row.getString("finding"), new Ruling(row.getBoolean("may_serve"), row.getString("reason"),
							row.getLong("ruled_by"), Objects.requireNonNull(Moments.read(row, "ruled_at"))));
		});
		return rulings;
	}

	/** A later ruling on the same finding takes the place of an earlier one; the audit keeps both. */
	void rule(long panel, long person, String finding, Ruling ruling) {
		this.jdbc.sql("DELETE FROM panel_ruling WHERE panel_id = ? AND expert_id = ? AND finding = ?")
				.params(panel, person, finding)
				.update();
		this.jdbc.sql("""
				INSERT INTO panel_ruling (panel_id, expert_id, finding, may_serve, reason, ruled_by, ruled_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
				.params(panel, person, finding, ruling.mayServe(), ruling.reason(), ruling.by(),
						Moments.stored(ruling.at()))
				.update();
	}

}
