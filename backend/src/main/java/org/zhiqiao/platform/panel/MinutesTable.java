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
import org.zhiqiao.platform.panel.Minutes.CountedResult;
import org.zhiqiao.platform.panel.Minutes.Signature;
import tools.jackson.databind.json.JsonMapper;

/** Minutes in the database, with what members said to them. None is ever deleted. */
@Repository
class MinutesTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	MinutesTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** All of a panel, the first ones first. */
	List<Minutes> of(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_minutes WHERE panel_id = ? ORDER BY number")
				.param(panel)
				.query((row, _) -> read(row))
				.list();
	}

	/** Those that members have before them. */
	Optional<Minutes> standing(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_minutes WHERE panel_id = ? AND withdrawn_at IS NULL")
				.param(panel)
				.query((row, _) -> read(row))
				.optional();
	}

	void give(Minutes minutes) {
		this.jdbc.sql("""
				INSERT INTO panel_minutes (panel_id, number, content, result, given_at, sign_by)
				VALUES (?, ?, ?, ?, ?, ?)""")
				.params(minutes.panel(), minutes.number(), this.json.writeValueAsString(minutes.content()),
						this.json.writeValueAsString(minutes.counted()), Moments.stored(minutes.givenAt()),
						Moments.stored(minutes.signBy()))
				.update();
	}

	void withdraw(Minutes minutes, String reason, Instant now) {
		this.jdbc.sql("""
				UPDATE panel_minutes SET withdrawn_at = ?, withdrawn_reason = ? WHERE panel_id = ? AND number = ?""")
				.params(Moments.stored(now), reason, minutes.panel(), minutes.number())
				.update();
	}

	void sign(Minutes minutes, long invitation, @Nullable String dissent, Instant now) {
		this.jdbc
				.sql("""
				INSERT INTO panel_signature (panel_id, number, invitation_id, dissent, signed_at) VALUES (?, ?, ?, ?, ?)""")
				.param(minutes.panel())
				.param(minutes.number())
				.param(invitation)
				.param(dissent)
				.param(Moments.stored(now))
				.update();
	}

	private Minutes read(ResultSet row) throws SQLException {
		var panel = row.getLong("panel_id");
		var number = row.getInt("number");
		return new Minutes(panel, number, this.json.readValue(row.getString("content"), Conclusion.class),
				this.json.readValue(row.getString("result"), CountedResult.class),
				Objects.requireNonNull(Moments.read(row, "given_at")),
				Objects.requireNonNull(Moments.read(row, "sign_by")), Moments.read(row, "withdrawn_at"),
				row.getString("withdrawn_reason"), signatures(panel, number));
	}

	private List<Signature> signatures(long panel, int number) {
		return this.jdbc.sql("""
				SELECT * FROM panel_signature WHERE panel_id = ? AND number = ? ORDER BY signed_at, invitation_id""")
				.params(panel, number)
				.query((row, _) -> new Signature(row.getLong("invitation_id"), row.getString("dissent"),
						Objects.requireNonNull(Moments.read(row, "signed_at"))))
				.list();
	}

}
