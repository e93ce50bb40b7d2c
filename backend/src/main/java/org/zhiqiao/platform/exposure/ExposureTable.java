package org.zhiqiao.platform.exposure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was shown on which day for which need, in the database. */
@Repository
class ExposureTable {

	private final JdbcClient jdbc;

	ExposureTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How often somebody was shown.
	 *
	 * @param onTop among the first of a ranking; once a day for each need
	 * @param below further down only
	 * @param needs how many different needs that were
	 */
	record Shown(long expertId, int onTop, int below, int needs) {

	}

	/** One writer at a time; a day on which somebody stood both on top and below counts as on top. */
	void add(LocalDate day, long demand, Map<Long, Boolean> onTop) {
		var known = new HashMap<Long, Boolean>();
		this.jdbc.sql("SELECT expert_id, on_top FROM exposure WHERE shown_on = ? AND demand_id = ?")
				.params(day, demand)
				.query(row -> {
					known.put(row.getLong(1), row.getBoolean(2));
				});
		onTop.forEach((expert, top) -> {
			var before = known.get(expert);
			if (before == null) {
				// Person and need may have gone since they were shown.
				this.jdbc.sql("""
						INSERT INTO exposure (shown_on, expert_id, demand_id, on_top)
						SELECT ?, e.id, d.id, ? FROM expert e, demand d WHERE e.id = ? AND d.id = ?""")
						.params(day, top, expert, demand)
						.update();
			} else if (top && !before) {
				this.jdbc.sql("""
						UPDATE exposure SET on_top = TRUE WHERE shown_on = ? AND demand_id = ? AND expert_id = ?""")
						.params(day, demand, expert)
						.update();
			}
		});
	}

	void forgetBefore(LocalDate day) {
		this.jdbc.sql("DELETE FROM exposure WHERE shown_on < ?").param(day).update();
	}

	/** Everybody who was shown, those most often on top first. */
	List<Shown> since(LocalDate day) {
		return this.jdbc.sql("""
				SELECT expert_id, SUM(CASE WHEN on_top THEN 1 ELSE 0 END) AS top, COUNT(*) AS times,
					COUNT(DISTINCT demand_id) AS needs
				FROM exposure WHERE shown_on >= ? GROUP BY expert_id ORDER BY top DESC, times DESC, expert_id""")
				.param(day)
				.query((row, _) -> new Shown(row.getLong("expert_id"), row.getInt("top"),
						row.getInt("times") - row.getInt("top"), row.getInt("needs")))
				.list();
	}

	Shown of(long expert, LocalDate day) {
		return this.jdbc.sql("""
				SELECT COALESCE(SUM(CASE WHEN on_top THEN 1 ELSE 0 END), 0) AS top, COUNT(*) AS times,
					COUNT(DISTINCT demand_id) AS needs
				FROM exposure WHERE expert_id = ? AND shown_on >= ?""")
				.params(expert, day)
				.query((row, _) -> new Shown(expert, row.getInt("top"), row.getInt("times") - row.getInt("top"),
						row.getInt("needs")))
				.single();
	}

	/** One profile has become part of another: a day on which both were shown for a need counts once. */
	void follow(long gone, long stays) {
		record Row(LocalDate day, long demand, boolean onTop) {

		}
		var rows = this.jdbc.sql("SELECT shown_on, demand_id, on_top FROM exposure WHERE expert_id = ?")
				.param(gone)
				.query((row, _) -> new Row(row.getObject(1, LocalDate.class), row.getLong(2), row.getBoolean(3)))
				.list();
		rows.forEach(row -> add(row.day(), row.demand(), Map.of(stays, row.onTop())));
		forget(gone);
	}

	void forget(long expert) {
		this.jdbc.sql("DELETE FROM exposure WHERE expert_id = ?").param(expert).update();
	}

}
