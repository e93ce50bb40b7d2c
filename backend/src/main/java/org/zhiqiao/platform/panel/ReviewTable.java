package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import tools.jackson.databind.json.JsonMapper;

/** Reviews in the database. None is ever deleted. */
@Repository
class ReviewTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ReviewTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** When the result of a panel was settled: from then on nothing about it changes. None before. */
	Optional<Instant> settledAt(long panel) {
		return this.jdbc.sql("SELECT settled_at FROM panel_review WHERE panel_id = ? AND settled_at IS NOT NULL")
				.param(panel)
				.query((row, _) -> Objects.requireNonNull(Moments.read(row, "settled_at")))
				.optional();
	}

	Optional<Review> find(long panel) {
		return this.jdbc.sql("""
				SELECT r.*, EXISTS (SELECT 1 FROM panel_minutes m WHERE m.panel_id = r.panel_id AND m.withdrawn_at IS NULL)
					AS signing FROM panel_review r WHERE r.panel_id = ?""")
				.param(panel)
				.query((row, _) -> read(row))
				.optional();
	}

	/** Panels whose members may have something to be told. */
	List<Long> underWay() {
		return this.jdbc
				.sql("""
				SELECT panel_id FROM panel_review WHERE opened_at IS NOT NULL AND settled_at IS NULL ORDER BY panel_id""")
				.query((row, _) -> row.getLong(1))
				.list();
	}

	void insert(long panel, ReviewSetup setup, Instant due, Instant now) {
		this.jdbc.sql("INSERT INTO panel_review (panel_id, version, setup, due, created_at) VALUES (?, 1, ?, ?, ?)")
				.params(panel, this.json.writeValueAsString(setup), Moments.stored(due), Moments.stored(now))
				.update();
	}

	void setUp(long panel, ReviewSetup setup, Instant due) {
		this.jdbc.sql("UPDATE panel_review SET version = version + 1, setup = ?, due = ? WHERE panel_id = ?")
				.params(this.json.writeValueAsString(setup), Moments.stored(due), panel)
				.update();
	}

	void open(long panel, Instant now) {
		this.jdbc.sql("UPDATE panel_review SET version = version + 1, opened_at = ? WHERE panel_id = ?")
				.params(Moments.stored(now), panel)
				.update();
	}

	void close(long panel, Instant now) {
		this.jdbc.sql("UPDATE panel_review SET version = version + 1, closed_at = ? WHERE panel_id = ?")
				.params(Moments.stored(now), panel)
				.update();
	}

	void reopen(long panel, Instant due) {
		this.jdbc.sql("UPDATE panel_review SET version = version + 1, closed_at = NULL, due = ? WHERE panel_id = ?")
				.params(Moments.stored(due), panel)
				.update();
	}

	void conclude(long panel, Conclusion conclusion) {
		this.jdbc.sql("UPDATE panel_review SET version = version + 1, conclusion = ? WHERE panel_id = ?")
				.params(this.json.writeValueAsString(conclusion), panel)
				.update();
	}

	void askToSettle(long panel, long account, Instant now) {
		this.jdbc.sql("""
				UPDATE panel_review SET version = version + 1, settle_asked_by = ?, settle_asked_at = ?, settle_refusal = NULL
				WHERE panel_id = ?""").params(account, Moments.stored(now), panel).update();
	}

	void refuseToSettle(long panel, String reason) {
		this.jdbc.sql("""
				UPDATE panel_review SET version = version + 1, settle_asked_by = NULL, settle_asked_at = NULL,
					settle_refusal = ? WHERE panel_id = ?""").params(reason, panel).update();
	}

	void settle(long panel, long account, Instant now) {
		this.jdbc
				.sql("UPDATE panel_review SET version = version + 1, settled_by = ?, settled_at = ? WHERE panel_id = ?")
				.params(account, Moments.stored(now), panel)
				.update();
	}

	private Review read(ResultSet row) throws SQLException {
		return new Review(row.getLong("panel_id"), row.getInt("version"),
				this.json.readValue(row.getString("setup"), ReviewSetup.class),
				Objects.requireNonNull(Moments.read(row, "due")), Moments.read(row, "opened_at"),
				Moments.read(row, "closed_at"), conclusion(row.getString("conclusion")), row.getBoolean("signing"),
				row.getObject("settle_asked_by", Long.class), Moments.read(row, "settle_asked_at"),
				row.getString("settle_refusal"), row.getObject("settled_by", Long.class),
				Moments.read(row, "settled_at"));
	}

	private Conclusion conclusion(@Nullable String stored) {
		return (stored != null) ? this.json.readValue(stored, Conclusion.class) : Conclusion.NONE;
	}

}
