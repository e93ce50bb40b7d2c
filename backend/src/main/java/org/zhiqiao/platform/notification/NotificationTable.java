package org.zhiqiao.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiqiao.platform.moment.Moments;

/** What people with an account are told. */
@Repository
class NotificationTable {

	private final JdbcClient jdbc;

	NotificationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Something somebody is told.
	 *
	 * @param link the path of a page
	 */
	record Notice(long id, Topic topic, String title, String text, @Nullable String link, boolean sealed, Instant at,
			@Nullable Instant readAt) {}

	/** @param digestAt when it goes into the daily mail */
	void insert(long account, Topic topic, String title, String text, @Nullable String link, boolean sealed,
			boolean shown, @Nullable Instant digestAt, Instant now) {
		this.jdbc.sql("""
				INSERT INTO notice (account_id, topic, title, body, link, sealed, shown, created_at, digest_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.param(account)
				.param(topic.name())
				.param(title)
				.param(text)
				.param(link)
				.param(sealed)
				.param(shown)
				.param(Moments.stored(now))
				.param(digestAt == null ? null : Moments.stored(digestAt))
				.update();
	}

	/** What stands in the application, the newest first. */
	List<Notice> shown(long account, boolean unreadOnly, int offset, int count) {
		return this.jdbc.sql("SELECT * FROM notice WHERE account_id = ? AND shown = TRUE"
				+ (unreadOnly ? " AND read_at IS NULL" : "") + " ORDER BY id DESC LIMIT ? OFFSET ?")
				.params(account, count, offset)
				.query((row, _) -> notice(row))
				.list();
	}

	long countShown(long account, boolean unreadOnly) {
		return this.jdbc.sql("SELECT COUNT(*) FROM notice WHERE account_id = ? AND shown = TRUE"
				+ (unreadOnly ? " AND read_at IS NULL" : "")).param(account).query(Long.class).single();
	}

	boolean has(long account, long id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM notice WHERE account_id = ? AND shown = TRUE AND id = ?")
				.params(account, id)
				.query(Integer.class)
				.single() == 1;
	}

	void read(long account, long id, Instant now) {
		this.jdbc.sql("UPDATE notice SET read_at = ? WHERE account_id = ? AND id = ? AND read_at IS NULL")
				.params(Moments.stored(now), account, id)
				.update();
	}

	/** All up to the newest that somebody has seen: what came meanwhile stays unread. */
	void readUpTo(long account, long newest, Instant now) {
		this.jdbc.sql("UPDATE notice SET read_at = ? WHERE account_id = ? AND id <= ? AND read_at IS NULL")
				.params(Moments.stored(now), account, newest)
				.update();
	}

	/** Those for whom a daily mail is due. */
	List<Long> withDigestDue(Instant now) {
		return this.jdbc
				.sql("SELECT DISTINCT account_id FROM notice WHERE digest_at <= ? ORDER BY account_id LIMIT 500")
				.param(Moments.stored(now))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Takes what is due for somebody, so that nobody else does; the oldest first. */
	List<Notice> takeDigest(long account, Instant now) {
		var due = this.jdbc.sql("SELECT * FROM notice WHERE account_id = ? AND digest_at <= ? ORDER BY id FOR UPDATE")
				.params(account, Moments.stored(now))
				.query((row, _) -> notice(row))
				.list();
		if (!due.isEmpty()) {
			this.jdbc.sql("UPDATE notice SET digest_at = NULL WHERE id IN (:ids)")
					.param("ids", due.stream().map(Notice::id).toList())
					.update();
		}
		return due;
	}

	/** Somebody's mornings begin at another time now. */
	void moveDigest(long account, Instant to) {
		this.jdbc.sql("UPDATE notice SET digest_at = ? WHERE account_id = ? AND digest_at IS NOT NULL")
				.params(Moments.stored(to), account)
				.update();
	}

	/** Also what still waits for a daily mail: its reader has been locked out all the time. */
	int deleteBefore(Instant moment) {
		return this.jdbc.sql("DELETE FROM notice WHERE created_at < ?")
				.param(Moments.stored(moment))
				.update();
	}

	void delete(long account) {
		this.jdbc.sql("DELETE FROM notice WHERE account_id = ?").param(account).update();
	}

	/** Whose they were. Looked up first: to delete by the link would hold the whole table. */
	Set<Long> deleteAbout(Collection<String> links) {
		var found = new HashMap<Long, Long>();
		if (!links.isEmpty()) {
			this.jdbc.sql("SELECT id, account_id FROM notice WHERE link IN (:links)")
					.param("links", links)
					.query(row -> {
						found.put(row.getLong("id"), row.getLong("account_id"));
					});
		}
		if (!found.isEmpty()) {
			this.jdbc.sql("DELETE FROM notice WHERE id IN (:ids)").param("ids", found.keySet()).update();
		}
		return Set.copyOf(found.values());
	}

	private static Notice notice(ResultSet row) throws SQLException {
		return new Notice(row.getLong("id"), Topic.valueOf(row.getString("topic")), row.getString("title"),
				row.getString("body"), row.getString("link"), row.getBoolean("sealed"),
				Objects.requireNonNull(Moments.read(row, "created_at")), Moments.read(row, "read_at"));
	}

}
