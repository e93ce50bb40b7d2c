package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** What is known of the people and parties of open panels, and what is not yet looked at, in the database. */
@Repository
class WatchTable {

	/** Stands for a change that may concern everybody. */
	static final long EVERYBODY = 0;

	private static final String OF = " WHERE panel_id = ? AND expert_id = ? AND finding = ?";

	private final JdbcClient jdbc;

	WatchTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whose profile changed. */
	record Change(long id, long expert) {

	}

	/**
	 * A panel that is watched.
	 *
	 * @param version of the panel, as it was when it was first looked at
	 * @param due whether everybody is to be checked again
	 * @param seenAt when the organiser last looked
	 */
	record Watch(long panel, int version, boolean due, Instant seenAt) {

	}

	/** A finding that is or was known. */
	record Kept(long expert, String finding, String rule, long item, Instant foundAt, @Nullable Instant seenAt,
			@Nullable Instant goneAt) {

	}

	void note(Collection<Long> experts) {
		experts.forEach(expert -> this.jdbc.sql("INSERT INTO panel_watch_change (expert_id) VALUES (?)").param(expert)
				.update());
	}

	/** Some of the changes that nobody has looked at. */
	List<Change> changes(int most) {
		return this.jdbc.sql("SELECT id, expert_id FROM panel_watch_change ORDER BY id LIMIT ?")
				.param(most)
				.query((row, _) -> new Change(row.getLong("id"), row.getLong("expert_id")))
				.list();
	}

	void forgetChanges(Collection<Long> ids) {
		this.jdbc.sql("DELETE FROM panel_watch_change WHERE id IN (:ids)").param("ids", ids).update();
	}

	/** Panels that somebody has worked on, or drawn for, since a moment. */
	List<Long> open(Instant since) {
		return this.jdbc.sql("""
				SELECT p.id FROM panel p WHERE p.updated_at > ? OR EXISTS (
					SELECT 1 FROM panel_draw d WHERE d.panel_id = p.id AND d.opened_at > ?) ORDER BY p.id""")
				.params(Moments.stored(since), Moments.stored(since))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	Optional<Watch> find(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_watch WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> new Watch(panel, row.getInt("panel_version"), row.getBoolean("due"),
						Objects.requireNonNull(Moments.read(row, "seen_at"))))
				.optional();
	}

	void begin(long panel, int version, Instant now) {
		if (this.jdbc.sql("UPDATE panel_watch SET panel_version = ?, due = FALSE, checked_at = ? WHERE panel_id = ?")
				.params(version, Moments.stored(now), panel)
				.update() == 0) {
			this.jdbc.sql("""
					INSERT INTO panel_watch (panel_id, panel_version, due, checked_at, seen_at)
					VALUES (?, ?, FALSE, ?, ?)""")
					.params(panel, version, Moments.stored(now), Moments.stored(now))
					.update();
		}
	}

	void due(Collection<Long> panels) {
		if (!panels.isEmpty()) {
			this.jdbc.sql("UPDATE panel_watch SET due = TRUE WHERE panel_id IN (:panels)").param("panels", panels)
					.update();
		}
	}

	void checked(long panel, boolean everybody, Instant now) {
		this.jdbc.sql("UPDATE panel_watch SET checked_at = ?" + (everybody ? ", due = FALSE" : "")
				+ " WHERE panel_id = ?").params(Moments.stored(now), panel).update();
	}

	/** What is known and what is gone, by person and by the key of the finding. */
	Map<Long, Map<String, Kept>> kept(long panel) {
		var all = new HashMap<Long, Map<String, Kept>>();
		this.jdbc.sql("SELECT * FROM panel_watch_finding WHERE panel_id = ?").param(panel).query(row -> {
			var kept = new Kept(row.getLong("expert_id"), row.getString("finding"), row.getString("rule_code"),
					row.getLong("item"), Objects.requireNonNull(Moments.read(row, "found_at")),
					Moments.read(row, "seen_at"), Moments.read(row, "gone_at"));
			all.computeIfAbsent(kept.expert(), _ -> new HashMap<>()).put(kept.finding(), kept);
		});
		return all;
	}

	/** Something is known from now on; what is new is not seen. */
	void found(long panel, Kept kept) {
		this.jdbc.sql("DELETE FROM panel_watch_finding" + OF).params(panel, kept.expert(), kept.finding()).update();
		this.jdbc.sql("""
				INSERT INTO panel_watch_finding (panel_id, expert_id, finding, rule_code, item, found_at, seen_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
				.param(panel)
				.param(kept.expert())
				.param(kept.finding())
				.param(kept.rule())
				.param(kept.item())
				.param(Moments.stored(kept.foundAt()))
				.param((kept.seenAt() != null) ? Moments.stored(kept.seenAt()) : null)
				.update();
	}

	void gone(long panel, long expert, String finding, Instant now) {
		this.jdbc.sql("UPDATE panel_watch_finding SET gone_at = ?" + OF)
				.params(Moments.stored(now), panel, expert, finding)
				.update();
	}

	/** Panels of which there is news that the organiser was not told of, if nothing is still to be checked there. */
	List<Long> untold(Instant toldBefore) {
		return this.jdbc.sql("""
				SELECT DISTINCT w.panel_id FROM panel_watch w JOIN panel_watch_finding f ON f.panel_id = w.panel_id
				WHERE f.seen_at IS NULL AND f.gone_at IS NULL AND w.due = FALSE
					AND (w.told_at IS NULL OR (w.told_at <= ? AND f.found_at > w.told_at)) ORDER BY w.panel_id""")
				.param(Moments.stored(toldBefore))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** How many findings nobody has seen. */
	int unseen(long panel) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM panel_watch_finding WHERE panel_id = ? AND seen_at IS NULL AND gone_at IS NULL""")
				.param(panel)
				.query(Integer.class)
				.single();
	}

	void told(long panel, Instant now) {
		this.jdbc.sql("UPDATE panel_watch SET told_at = ? WHERE panel_id = ?").params(Moments.stored(now), panel)
				.update();
	}

	/** The organiser has seen what was found until a moment, and what had gone by then. */
	void seen(long panel, Instant until, Instant now) {
		this.jdbc.sql("""
				UPDATE panel_watch_finding SET seen_at = ? WHERE panel_id = ? AND seen_at IS NULL AND found_at <= ?""")
				.params(Moments.stored(now), panel, Moments.stored(until))
				.update();
		this.jdbc.sql("UPDATE panel_watch SET seen_at = ? WHERE panel_id = ? AND seen_at < ?")
				.params(Moments.stored(until), panel, Moments.stored(until))
				.update();
	}

	void forget(long expert) {
		this.jdbc.sql("DELETE FROM panel_watch_finding WHERE expert_id = ?").param(expert).update();
	}

	/** The panels that are watched, of some. */
	Set<Long> watchedAmong(Collection<Long> panels) {
		return panels.isEmpty()
				? Set.of()
				: Set.copyOf(this.jdbc.sql("SELECT panel_id FROM panel_watch WHERE panel_id IN (:panels)")
						.param("panels", panels)
						.query((row, _) -> row.getLong(1))
						.list());
	}

}
