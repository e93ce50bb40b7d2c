package org.zhiqiao.platform.exposure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
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

	/**
	 * Somebody who is shown.
	 *
	 * @param values how well they fulfil each criterion that was asked for; nothing where it is not known
	 */
	record Seen(long expertId, boolean onTop, Map<String, Double> values) {

	}

	/** One writer at a time; a day on which somebody stood both on top and below counts as on top. */
	void add(LocalDate day, long demand, Collection<Seen> people) {
		var known = new HashMap<Long, Boolean>();
		this.jdbc.sql("SELECT expert_id, on_top FROM exposure WHERE shown_on = ? AND demand_id = ?")
				.params(day, demand)
				.query(row -> {
					known.put(row.getLong(1), row.getBoolean(2));
				});
		for (var person : people) {
			var before = known.get(person.expertId());
			if (before == null) {
				// Person and need may have gone since they were shown.
				this.jdbc.sql("""
						INSERT INTO exposure (shown_on, expert_id, demand_id, on_top, domain_value, language_value,
							country_value, wishes_value)
						SELECT :day, e.id, d.id, :top, CAST(:domain AS DOUBLE), CAST(:language AS DOUBLE),
							CAST(:country AS DOUBLE), CAST(:wishes AS DOUBLE)
						FROM expert e, demand d WHERE e.id = :expert AND d.id = :demand""")
						.param("day", day)
						.param("top", person.onTop())
						.param("domain", person.values().get("domain"), Types.DOUBLE)
						.param("language", person.values().get("language"), Types.DOUBLE)
						.param("country", person.values().get("country"), Types.DOUBLE)
						.param("wishes", person.values().get("wishes"), Types.DOUBLE)
						.param("expert", person.expertId())
						.param("demand", demand)
						.update();
			} else if (person.onTop() && !before) {
				this.jdbc.sql("""
						UPDATE exposure SET on_top = TRUE WHERE shown_on = ? AND demand_id = ? AND expert_id = ?""")
						.params(day, demand, person.expertId())
						.update();
			}
		}
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
		record Row(LocalDate day, long demand, boolean onTop, Map<String, Double> values) {

		}
		var rows = this.jdbc.sql("SELECT * FROM exposure WHERE expert_id = ?")
				.param(gone)
				.query((row, _) -> new Row(row.getObject("shown_on", LocalDate.class),
						row.getLong("demand_id"), row.getBoolean("on_top"), values(row)))
				.list();
		rows.forEach(row -> add(row.day(), row.demand(), List.of(new Seen(stays, row.onTop(), row.values()))));
		forget(gone);
	}

	void forget(long expert) {
		this.jdbc.sql("DELETE FROM exposure WHERE expert_id = ?").param(expert).update();
	}

	private static Map<String, Double> values(ResultSet row) throws SQLException {
		var values = new HashMap<String, Double>();
		for (var criterion : List.of("domain", "language", "country", "wishes")) {
			var value = row.getDouble(criterion + "_value");
			if (!row.wasNull()) {
				values.put(criterion, value);
			}
		}
		return values;
	}

	/** Those who were shown for a need up to a day, with what was known of them when they were last shown until then. */
	Map<Long, Map<String, Double>> shownFor(long demand, LocalDate until) {
		var shown = new HashMap<Long, Map<String, Double>>();
		this.jdbc.sql("SELECT * FROM exposure WHERE demand_id = ? AND shown_on <= ? ORDER BY shown_on")
				.params(demand, until)
				.query(row -> {
					shown.put(row.getLong("expert_id"), values(row));
				});
		return shown;
	}

	/** The needs whose rankings were looked at last, the latest first. */
	List<Long> lastShown(int count) {
		return this.jdbc.sql("""
				SELECT demand_id, MAX(shown_on) AS last_on FROM exposure GROUP BY demand_id
				ORDER BY last_on DESC, demand_id DESC LIMIT ?""").param(count).query((row, _) -> row.getLong(1)).list();
	}

}
