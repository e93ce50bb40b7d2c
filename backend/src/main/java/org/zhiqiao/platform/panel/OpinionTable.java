package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Opinion.OpinionContent;
import tools.jackson.databind.json.JsonMapper;

/** What members say about items, in the database. One that was signed is never changed or deleted. */
@Repository
class OpinionTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	OpinionTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** All of a panel, also of those who have lost their seats. */
	List<Opinion> of(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_opinion WHERE panel_id = ? ORDER BY invitation_id")
				.param(panel)
				.query((row, _) -> read(row))
				.list();
	}

	Optional<Opinion> find(long invitation) {
		return this.jdbc.sql("SELECT * FROM panel_opinion WHERE invitation_id = ?")
				.param(invitation)
				.query((row, _) -> read(row))
				.optional();
	}

	boolean any(long panel) {
		return this.jdbc.sql("SELECT COUNT(*) FROM panel_opinion WHERE panel_id = ?")
				.param(panel)
				.query(Long.class)
				.single() > 0;
	}

	/** The version is the next one of what is there. */
	void save(long panel, Opinion opinion) {
		var content = this.json.writeValueAsString(opinion.content());
		var signedAt = (opinion.signedAt() != null) ? Moments.stored(opinion.signedAt()) : null;
		var changed = this.jdbc.sql("""
				UPDATE panel_opinion SET version = ?, content = ?, saved_at = ?, signed_at = ?
				WHERE invitation_id = ? AND signed_at IS NULL""")
				.param(opinion.version())
				.param(content)
				.param(Moments.stored(opinion.savedAt()))
				.param(signedAt)
				.param(opinion.invitation())
				.update();
		if (changed == 0) {
			this.jdbc.sql("""
					INSERT INTO panel_opinion (invitation_id, panel_id, version, content, saved_at, signed_at)
					VALUES (?, ?, ?, ?, ?, ?)""")
					.param(opinion.invitation())
					.param(panel)
					.param(opinion.version())
					.param(content)
					.param(Moments.stored(opinion.savedAt()))
					.param(signedAt)
					.update();
		}
	}

	/** Somebody is erased: what they never signed is nobody's business. What they signed is part of the file. */
	void forgetDrafts(long expert) {
		this.jdbc.sql("""
				DELETE FROM panel_opinion WHERE signed_at IS NULL
					AND invitation_id IN (SELECT id FROM panel_invitation WHERE expert_id = ?)""").param(expert)
				.update();
	}

	private Opinion read(ResultSet row) throws SQLException {
		return new Opinion(row.getLong("invitation_id"), row.getInt("version"),
				this.json.readValue(row.getString("content"), OpinionContent.class),
				Objects.requireNonNull(Moments.read(row, "saved_at")), Moments.read(row, "signed_at"));
	}

}
