package org.zhiqiao.platform.panel;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** Who was passed over when seats were filled, in the database. */
@Repository
class PassedOverTable {

	private static final String WHOSE = " WHERE panel_id = ? AND draw = ? AND stratum = ? AND seat = ? AND expert_id = ?";

	private final JdbcClient jdbc;

	PassedOverTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was found at a later look takes the place of what was found before. */
	void keep(long panel, int draw, Collection<PassedOver> passed) {
		for (var one : passed) {
			this.jdbc.sql("DELETE FROM panel_passed_over" + WHOSE)
					.params(panel, draw, one.stratum(), one.seat(), one.expert())
					.update();
			this.jdbc.sql("""
					INSERT INTO panel_passed_over (panel_id, draw, stratum, seat, expert_id, place, reasons, passed_at)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
					.params(panel, draw, one.stratum(), one.seat(), one.expert(), one.place(),
							String.join(" ", one.reasons()), Moments.stored(one.at()))
					.update();
		}
	}

	/** Of one draw, seat by seat, in the order in which they would have followed. */
	List<PassedOver> of(long panel, int draw) {
		return this.jdbc
				.sql("""
				SELECT * FROM panel_passed_over WHERE panel_id = ? AND draw = ? ORDER BY stratum, seat, place, expert_id""")
				.params(panel, draw)
				.query((row, _) -> new PassedOver(row.getInt("stratum"), row.getInt("seat"), row.getLong("expert_id"),
						row.getInt("place"), List.of(row.getString("reasons").split(" ")),
						Objects.requireNonNull(Moments.read(row, "passed_at"))))
				.list();
	}

	/** Two profiles have become one. Who was passed over under both keeps what is on file under the one that stays. */
	void move(long from, long to) {
		this.jdbc.sql("""
				DELETE FROM panel_passed_over WHERE expert_id = ? AND EXISTS (
					SELECT 1 FROM (SELECT * FROM panel_passed_over WHERE expert_id = ?) AS other
					WHERE other.panel_id = panel_passed_over.panel_id AND other.draw = panel_passed_over.draw
						AND other.stratum = panel_passed_over.stratum AND other.seat = panel_passed_over.seat)""")
				.params(from, to)
				.update();
		this.jdbc.sql("UPDATE panel_passed_over SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
	}

}
