package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was given a seat on which panel, and when: what load and rotation go by. */
@Repository
class ServiceTable {

	private final JdbcClient jdbc;

	ServiceTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * On how many panels people sat since a day.
	 * @param but a panel that does not count
	 */
	Map<Long, Integer> countSince(LocalDate day, @Nullable Long but) {
		var counts = new HashMap<Long, Integer>();
		this.jdbc.sql("""
				SELECT expert_id, COUNT(DISTINCT panel_id) AS panels FROM panel_member
				WHERE seated_at >= ? AND panel_id <> ? GROUP BY expert_id""")
				.params(Moments.stored(day.atStartOfDay(PoolReader.HERE).toInstant()), (but != null) ? but : 0L)
				.query(row -> {
					counts.put(row.getLong("expert_id"), row.getInt("panels"));
				});
		return counts;
	}

	void seat(long panel, int draw, Collection<Long> people, Instant now) {
		people.forEach(person -> this.jdbc
				.sql("INSERT INTO panel_member (panel_id, draw, expert_id, seated_at) VALUES (?, ?, ?, ?)")
				.params(panel, draw, person, Moments.stored(now))
				.update());
	}

	/** What a void draw gave does not count; its transcript keeps it. */
	void unseat(long panel, int draw) {
		this.jdbc.sql("DELETE FROM panel_member WHERE panel_id = ? AND draw = ?").params(panel, draw).update();
	}

	/** Two profiles have become one. */
	void move(long from, long to) {
		this.jdbc
				.sql("""
				DELETE FROM panel_member WHERE expert_id = ?
					AND panel_id IN (SELECT panel_id FROM (SELECT panel_id FROM panel_member WHERE expert_id = ?) AS sat)""")
				.params(from, to)
				.update();
		this.jdbc.sql("UPDATE panel_member SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
	}

}
