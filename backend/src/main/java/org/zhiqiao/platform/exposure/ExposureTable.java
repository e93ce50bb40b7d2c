package org.zhiqiao.platform.exposure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.exposure.Attention.Asked;
import org.zhiqiao.platform.exposure.Attention.Showing;
import org.zhiqiao.search.Audience;

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

	/**
	 * One writer at a time; a day on which somebody stood both on top and below counts as on top. Values of the day that are of
	 * another version of the need, or for other readers, give way, so that whoever was shown together can be compared.
	 * @param asked what the values were computed for; none where they are of before that was kept
	 */
	void add(LocalDate day, long demand, @Nullable Asked asked, Collection<Seen> people) {
		add(day, demand, asked, people, true);
	}

	private void add(LocalDate day, long demand, @Nullable Asked asked, Collection<Seen> people, boolean latest) {
		record Known(boolean onTop, @Nullable Asked asked) {

		}
		var known = new HashMap<Long, Known>();
		this.jdbc
				.sql("SELECT expert_id, on_top, demand_version, audience FROM exposure WHERE shown_on = ? AND demand_id = ?")
				.params(day, demand)
				.query(row -> {
					known.put(row.getLong("expert_id"), new Known(row.getBoolean("on_top"), asked(row)));
				});
		for (var person : people) {
			var before = known.get(person.expertId());
			if (before == null) {
				// Person and need may have gone since they were shown.
				valued("""
						INSERT INTO exposure (shown_on, expert_id, demand_id, on_top, domain_value, language_value,
							country_value, wishes_value, demand_version, audience)
						SELECT :day, e.id, d.id, :top, CAST(:domain AS DOUBLE), CAST(:language AS DOUBLE),
							CAST(:country AS DOUBLE), CAST(:wishes AS DOUBLE), :version, :audience
						FROM expert e, demand d WHERE e.id = :expert AND d.id = :demand""", day, demand, asked, person)
						.update();
				continue;
			}
			if (latest && asked != null && !asked.equals(before.asked())) {
				valued("""
						UPDATE exposure SET on_top = (on_top OR :top), domain_value = :domain, language_value = :language,
							country_value = :country, wishes_value = :wishes, demand_version = :version,
							audience = :audience
						WHERE shown_on = :day AND demand_id = :demand AND expert_id = :expert""", day, demand, asked,
						person).update();
			} else if (person.onTop() && !before.onTop()) {
				this.jdbc.sql("""
						UPDATE exposure SET on_top = TRUE WHERE shown_on = ? AND demand_id = ? AND expert_id = ?""")
						.params(day, demand, person.expertId())
						.update();
			}
		}
	}

	private JdbcClient.StatementSpec valued(String sql, LocalDate day, long demand, @Nullable Asked asked,
			Seen person) {
		return this.jdbc.sql(sql)
				.param("day", day)
				.param("top", person.onTop())
				.param("domain", person.values().get("domain"), Types.DOUBLE)
				.param("language", person.values().get("language"), Types.DOUBLE)
				.param("country", person.values().get("country"), Types.DOUBLE)
				.param("wishes", person.values().get("wishes"), Types.DOUBLE)
				.param("version", (asked != null) ? asked.demandVersion() : null, Types.INTEGER)
				.param("audience", (asked != null) ? asked.audience().name() : null, Types.VARCHAR)
				.param("expert", person.expertId())
				.param("demand", demand);
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

	/** One profile has become part of another: a day on which both were shown for a need counts once, as it was for the other. */
	void follow(long gone, long stays) {
		record Row(long demand, boolean onTop, Showing showing) {

		}
		var rows = this.jdbc.sql("SELECT * FROM exposure WHERE expert_id = ?")
				.param(gone)
				.query((row, _) -> new Row(row.getLong("demand_id"), row.getBoolean("on_top"), showing(row)))
				.list();
		rows.forEach(row -> add(row.showing().day(), row.demand(), row.showing().asked(),
				List.of(new Seen(stays, row.onTop(), row.showing().values())), false));
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

	private static @Nullable Asked asked(ResultSet row) throws SQLException {
		var version = row.getObject("demand_version", Integer.class);
		var audience = row.getString("audience");
		return (version != null && audience != null) ? new Asked(version, Audience.valueOf(audience)) : null;
	}

	private static Showing showing(ResultSet row) throws SQLException {
		return new Showing(row.getObject("shown_on", LocalDate.class), row.getLong("expert_id"), asked(row),
				values(row));
	}

	/** Who was shown for a need before a day, the earliest first. */
	List<Showing> shownFor(long demand, LocalDate before) {
		return this.jdbc
				.sql("SELECT * FROM exposure WHERE demand_id = ? AND shown_on < ? ORDER BY shown_on, expert_id")
				.params(demand, before)
				.query((row, _) -> showing(row))
				.list();
	}

	/** How many rows there are of these needs of before a day. */
	long count(Collection<Long> demands, LocalDate before) {
		return demands.isEmpty()
				? 0
				: this.jdbc
						.sql("SELECT COUNT(*) FROM exposure WHERE demand_id IN (:demands) AND shown_on < :before")
						.param("demands", demands)
						.param("before", before)
						.query((row, _) -> row.getLong(1))
						.single();
	}

	/** The needs whose rankings were looked at last, the latest first. */
	List<Long> lastShown(int count) {
		return this.jdbc.sql("""
				SELECT demand_id, MAX(shown_on) AS last_on FROM exposure GROUP BY demand_id
				ORDER BY last_on DESC, demand_id DESC LIMIT ?""").param(count).query((row, _) -> row.getLong(1)).list();
	}

}
