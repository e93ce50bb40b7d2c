package org.zhiqiao.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {

	private final JdbcClient jdbc;

	OutboxRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(String recipient, String language, String subject, String text, @Nullable String link, Instant now) {
		return insert(recipient, language, subject, text, link, Map.of(), now, now);
	}

	/** @param due when it is to be sent */
	long insert(String recipient, String language, String subject, String text, @Nullable String link,
			Map<String, String> headers, Instant now, Instant due) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO mail_outbox
				(recipient, language, subject, body, link, headers, created_at, attempts, next_attempt_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)""")
				.param(recipient)
				.param(language)
				.param(subject)
				.param(text)
				.param(link)
				.param(lines(headers))
				.param(utc(now))
				.param(utc(due))
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	/** To whom it goes is shown to nobody. */
	void seal(long id) {
		this.jdbc.sql("UPDATE mail_outbox SET sealed = TRUE WHERE id = ?").param(id).update();
	}

	Map<Long, Delivery> deliveries(Collection<Long> ids) {
		var found = new HashMap<Long, Delivery>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("SELECT id, sent_at, next_attempt_at FROM mail_outbox WHERE id IN (:ids)")
					.param("ids", ids)
					.query(row -> {
						found.put(row.getLong("id"), row.getObject("sent_at") != null
								? Delivery.SENT
								: row.getObject("next_attempt_at") != null ? Delivery.WAITING : Delivery.FAILED);
					});
		}
		return found;
	}

	/** The mails that wait for an attempt, longest first. */
	List<Waiting> due(Instant now, int limit) {
		return this.jdbc.sql("""
				SELECT id, recipient, subject, body, headers, attempts FROM mail_outbox
				WHERE next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?""")
				.param(utc(now))
				.param(limit)
				.query((row, _) -> new Waiting(row.getLong("id"), row.getString("recipient"), row.getString("subject"),
						row.getString("body"), row.getInt("attempts"), headers(row.getString("headers"))))
				.list();
	}

	/**
	 * Takes a mail for one attempt; false when somebody else has taken it since it was read.
	 */
	boolean claim(Waiting mail, Instant until) {
		return this.jdbc
				.sql("UPDATE mail_outbox SET attempts = attempts + 1, next_attempt_at = ? WHERE id = ? AND attempts = ? AND sent_at IS NULL")
				.param(utc(until))
				.param(mail.id())
				.param(mail.attempts())
				.update() == 1;
	}

	/** The text goes, since it may hold a link that opens an account; that it was sent stays. */
	void sent(long id, Instant now) {
		this.jdbc.sql("""
				UPDATE mail_outbox SET sent_at = ?, next_attempt_at = NULL, body = '', link = NULL, headers = NULL, last_error = NULL
				WHERE id = ?""").param(utc(now)).param(id).update();
	}

	/** Notes a failure; without a next attempt the mail is given up. */
	void failed(long id, String error, @Nullable Instant next) {
		this.jdbc.sql("UPDATE mail_outbox SET last_error = ?, next_attempt_at = ? WHERE id = ?")
				.param(error.length() > 500 ? error.substring(0, 500) : error)
				.param(next == null ? null : utc(next))
				.param(id)
				.update();
	}

	/** Those that were refused at least once and are not sent yet, the latest written first. */
	List<Undelivered> undelivered(int offset, int limit) {
		return this.jdbc.sql("""
				SELECT id, recipient, subject, created_at, attempts, next_attempt_at, last_error, sealed FROM mail_outbox
				WHERE sent_at IS NULL AND last_error IS NOT NULL ORDER BY id DESC LIMIT ? OFFSET ?""")
				.param(limit)
				.param(offset)
				.query((row, _) -> new Undelivered(row.getLong("id"), row.getString("recipient"),
						row.getString("subject"), moment(row, "created_at"), row.getInt("attempts"),
						row.getObject("next_attempt_at") == null ? null : moment(row, "next_attempt_at"),
						row.getString("last_error"), row.getBoolean("sealed")))
				.list();
	}

	long countUndelivered() {
		return count("last_error IS NOT NULL");
	}

	/** How many nobody has refused yet. */
	long countWaiting() {
		return count("last_error IS NULL");
	}

	private long count(String which) {
		return this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND " + which)
				.query(Long.class)
				.single();
	}

	/**
	 * Lets a mail be tried at once; what is tried soon anyway, or perhaps being sent at this moment, is
	 * left alone.
	 * @param soon until when a mail may be under way
	 */
	void hurry(long id, Instant now, Instant soon) {
		this.jdbc.sql("""
				UPDATE mail_outbox SET next_attempt_at = ?
				WHERE id = ? AND sent_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at > ?)""")
				.param(utc(now))
				.param(id)
				.param(utc(soon))
				.update();
	}

	boolean isUnsent(long id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE id = ? AND sent_at IS NULL")
				.param(id)
				.query(Integer.class)
				.single() == 1;
	}

	List<Kept> newest(int limit) {
		return this.jdbc
				.sql("SELECT id, recipient, subject, body, link, created_at FROM mail_outbox ORDER BY id DESC LIMIT ?")
				.param(limit)
				.query((row, _) -> kept(row))
				.list();
	}

	void deleteTo(String recipient) {
		this.jdbc.sql("DELETE FROM mail_outbox WHERE recipient = ?").param(recipient).update();
	}

	/** Those that nobody has sent, by their whole link. Looked up first: to delete by it would hold the whole table. */
	void deleteUnsent(Predicate<String> link) {
		var found = new ArrayList<Long>();
		this.jdbc.sql("SELECT id, link FROM mail_outbox WHERE sent_at IS NULL AND link IS NOT NULL").query(row -> {
			if (link.test(row.getString("link"))) {
				found.add(row.getLong("id"));
			}
		});
		if (!found.isEmpty()) {
			this.jdbc.sql("DELETE FROM mail_outbox WHERE id IN (:ids) AND sent_at IS NULL")
					.param("ids", found)
					.update();
		}
	}

	private static Kept kept(ResultSet row) throws SQLException {
		return new Kept(row.getLong("id"), row.getString("recipient"), row.getString("subject"), row.getString("body"),
				row.getString("link"), moment(row, "created_at"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

	/** One a line; names and values hold no line breaks. */
	private static @Nullable String lines(Map<String, String> headers) {
		return headers.isEmpty()
				? null
				: headers.entrySet()
						.stream()
						.sorted(Map.Entry.comparingByKey())
						.map(header -> header.getKey() + ": " + header.getValue())
						.collect(Collectors.joining("\n"));
	}

	private static Map<String, String> headers(@Nullable String lines) {
		return lines == null
				? Map.of()
				: lines.lines()
						.map(line -> line.split(": ", 2))
						.collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
	}

	/** @param headers further lines of its head */
	record Waiting(long id, String recipient, String subject, String text, int attempts,
			Map<String, String> headers) {}

	/** A mail that no server has taken yet. */
	record Undelivered(long id, String recipient, String subject, Instant writtenAt, int attempts,
			@Nullable Instant nextAttempt, String error, boolean sealed) {}

	record Kept(long id, String recipient, String subject, String text, @Nullable String link, Instant at) {}

}
