package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Interest.Noted;
import org.zhiqiao.platform.panel.Interest.To;
import org.zhiqiao.platform.panel.conflict.Years;

/** Declared ties in the database. None is changed but by what is added about it, and none is deleted while its person is there. */
@Repository
class InterestTable {

	private final JdbcClient jdbc;

	InterestTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(long expert, InterestKind kind, To to, @Nullable String words, Years years, @Nullable Noted noted,
			Instant now) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO interest (expert_id, kind, person_id, person_name, organisation_id, organisation_name, words,
					since_year, until_year, declared_at, mistaken, panel_id, noted_by, source)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?)""")
				.param(expert)
				.param(kind.name())
				.param(to.person())
				.param(to.personName())
				.param(to.organisation())
				.param(to.organisationName())
				.param(words)
				.param(years.from())
				.param(years.to())
				.param(Moments.stored(now))
				.param((noted != null) ? noted.panel() : null)
				.param((noted != null) ? noted.by() : null)
				.param((noted != null) ? noted.source() : null)
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	/** All there are, the first declared first. */
	List<Interest> all() {
		return this.jdbc.sql("SELECT * FROM interest ORDER BY id").query((row, _) -> read(row)).list();
	}

	/** Somebody's, the last declared first. */
	List<Interest> of(long expert) {
		return this.jdbc.sql("SELECT * FROM interest WHERE expert_id = ? ORDER BY id DESC")
				.param(expert)
				.query((row, _) -> read(row))
				.list();
	}

	/** Waits until nobody else changes it. */
	Optional<Interest> lock(long id) {
		return this.jdbc.sql("SELECT * FROM interest WHERE id = ? FOR UPDATE")
				.param(id)
				.query((row, _) -> read(row))
				.optional();
	}

	void end(long id, @Nullable Integer until, boolean mistaken, Instant now) {
		this.jdbc.sql("UPDATE interest SET until_year = ?, mistaken = ?, ended_at = ? WHERE id = ?")
				.param(until)
				.param(mistaken)
				.param(Moments.stored(now))
				.param(id)
				.update();
	}

	void contest(long id, String words, Instant now) {
		this.jdbc.sql("UPDATE interest SET contest = ?, contested_at = ? WHERE id = ?")
				.params(words, Moments.stored(now), id)
				.update();
	}

	/** Whether an officer noted ties for a panel. */
	boolean notedFor(long panel) {
		return this.jdbc.sql("SELECT COUNT(*) FROM interest WHERE panel_id = ?").param(panel).query(Integer.class)
				.single() > 0;
	}

	/** Two profiles have become one. Who was tied to their other profile is tied to nobody. */
	void move(long from, long to) {
		this.jdbc.sql("UPDATE interest SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
		this.jdbc.sql("UPDATE interest SET person_id = ? WHERE person_id = ?").params(to, from).update();
		this.jdbc.sql("UPDATE interest SET mistaken = TRUE WHERE expert_id = person_id").update();
	}

	/** What others have declared about somebody stays theirs, and leads to a number that means nobody. */
	void erase(long expert) {
		this.jdbc.sql("DELETE FROM interest WHERE expert_id = ?").param(expert).update();
	}

	private static Interest read(ResultSet row) throws SQLException {
		var panel = row.getObject("panel_id", Long.class);
		return new Interest(row.getLong("id"), row.getLong("expert_id"), InterestKind.valueOf(row.getString("kind")),
				new To(row.getObject("person_id", Long.class), row.getString("person_name"),
						row.getObject("organisation_id", Long.class), row.getString("organisation_name")),
				row.getString("words"),
				new Years(row.getObject("since_year", Integer.class), row.getObject("until_year", Integer.class)),
				Objects.requireNonNull(Moments.read(row, "declared_at")), Moments.read(row, "ended_at"),
				row.getBoolean("mistaken"),
				(panel != null)
						? new Noted(panel, row.getLong("noted_by"), row.getString("source"), row.getString("contest"),
								Moments.read(row, "contested_at"))
						: null);
	}

}
