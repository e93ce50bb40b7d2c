package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;
import tools.jackson.databind.json.JsonMapper;

/** Panels in the database. */
@Repository
class PanelTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PanelTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Panel> find(long id) {
		return this.jdbc.sql("SELECT * FROM panel WHERE id = ?")
				.param(id)
				.query((row, _) -> new Panel(id, row.getInt("version"), row.getInt("rules"),
						this.json.readValue(row.getString("content"), PanelContent.class), duties(id),
						Objects.requireNonNull(Moments.read(row, "created_at")),
						Objects.requireNonNull(Moments.read(row, "updated_at"))))
				.optional();
	}

	/** Waits until nobody else changes the panel or its draws. */
	Optional<Panel> lock(long id) {
		var there = this.jdbc.sql("SELECT id FROM panel WHERE id = ? FOR UPDATE").param(id).query(Long.class)
				.optional();
		return there.flatMap(this::find);
	}

	private Map<Duty, Long> duties(long id) {
		var duties = new EnumMap<Duty, Long>(Duty.class);
		this.jdbc.sql("SELECT duty, account_id FROM panel_duty WHERE panel_id = ?").param(id).query(row -> {
			duties.put(Duty.valueOf(row.getString("duty")), row.getLong("account_id"));
		});
		return duties;
	}

	/** The panels for which somebody has a duty, the last changed first. */
	List<Long> of(long account) {
		return this.jdbc.sql("""
				SELECT p.id FROM panel p JOIN panel_duty d ON d.panel_id = p.id WHERE d.account_id = ?
				ORDER BY p.updated_at DESC, p.id DESC""")
				.param(account)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long insert(PanelContent content, int rules, Map<Duty, Long> duties, Instant now) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO panel (version, title, panel_use, rules, content, created_at, updated_at)
				VALUES (1, ?, ?, ?, ?, ?, ?)""")
				.params(content.title(), content.use(), rules, this.json.writeValueAsString(content),
						Moments.stored(now), Moments.stored(now))
				.update(keys, "id");
		var id = Objects.requireNonNull(keys.getKey()).longValue();
		insertDuties(id, duties);
		return id;
	}

	/** @throws StaleVersion if it was changed since it was read */
	void update(Panel panel, PanelContent content, Map<Duty, Long> duties, Instant now) {
		var changed = this.jdbc.sql("""
				UPDATE panel SET version = version + 1, title = ?, panel_use = ?, content = ?, updated_at = ?
				WHERE id = ? AND version = ?""")
				.params(content.title(), content.use(), this.json.writeValueAsString(content), Moments.stored(now),
						panel.id(), panel.version())
				.update();
		if (changed == 0) {
			throw new StaleVersion("panel", panel.id(), find(panel.id()).map(Panel::version).orElse(panel.version()));
		}
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ?").param(panel.id()).update();
		insertDuties(panel.id(), duties);
	}

	private void insertDuties(long id, Map<Duty, Long> duties) {
		duties.forEach((duty, account) -> this.jdbc
				.sql("INSERT INTO panel_duty (panel_id, duty, account_id) VALUES (?, ?, ?)")
				.params(id, duty.name(), account)
				.update());
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM panel_ruling WHERE panel_id = ?").param(id).update();
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ?").param(id).update();
		this.jdbc.sql("DELETE FROM panel_handover WHERE panel_id = ?").param(id).update();
		this.jdbc.sql("DELETE FROM panel WHERE id = ?").param(id).update();
	}

}
