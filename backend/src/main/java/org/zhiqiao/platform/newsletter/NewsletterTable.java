package org.zhiqiao.platform.newsletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.zhiqiao.platform.moment.Moments;

/** Newsletters, of accounts and of visitors. */
@Repository
class NewsletterTable {

	private final JdbcClient jdbc;

	NewsletterTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a visitor's newsletter is confirmed by, and where it was asked for. */
	record Confirmation(String hash, Instant until, String askedFrom) {}

	long insert(Newsletter one, @Nullable Confirmation confirmation) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO newsletter (version, account_id, email, language, source, name, query, rhythm, weekday, state,
					stop_token, confirm_hash, confirm_until, asked_from, covered_until, next_issue_at, created_at)
				VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.param(one.accountId())
				.param(one.email())
				.param(one.language())
				.param(one.source().name())
				.param(one.name())
				.param(one.query())
				.param(one.rhythm().name())
				.param(number(one.weekday()))
				.param(one.state().name())
				.param(one.stopToken())
				.param(confirmation == null ? null : confirmation.hash())
				.param(confirmation == null ? null : Moments.stored(confirmation.until()))
				.param(confirmation == null ? null : confirmation.askedFrom())
				.param(Moments.stored(one.coveredUntil()))
				.param(Moments.storedIfAny(one.nextIssueAt()))
				.param(Moments.stored(one.createdAt()))
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	/** Of an account, the newest first. */
	List<Newsletter> of(long account) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE account_id = ? ORDER BY id DESC")
				.param(account)
				.query((row, _) -> read(row))
				.list();
	}

	/** Of somebody, also those to their address. */
	List<Newsletter> ofPerson(long account, @Nullable String email) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE account_id = :account OR email = :email ORDER BY id")
				.param("account", account)
				.param("email", email, java.sql.Types.VARCHAR)
				.query((row, _) -> read(row))
				.list();
	}

	long countOf(long account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM newsletter WHERE account_id = ?")
				.param(account)
				.query(Long.class)
				.single();
	}

	Optional<Newsletter> find(long account, long id) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE account_id = ? AND id = ?")
				.params(account, id)
				.query((row, _) -> read(row))
				.optional();
	}

	/**
	 * Changes what its reader may change; false if it was changed meanwhile.
	 *
	 * @param from what is older is not told; if none, an issue that was written meanwhile keeps its word about what it told
	 */
	boolean update(Newsletter one, @Nullable Instant from) {
		return this.jdbc.sql("""
				UPDATE newsletter SET version = version + 1, name = ?, rhythm = ?, weekday = ?, state = ?,
					covered_until = COALESCE(?, covered_until), next_issue_at = ? WHERE id = ? AND version = ?""")
				.param(one.name())
				.param(one.rhythm().name())
				.param(number(one.weekday()))
				.param(one.state().name())
				.param(Moments.storedIfAny(from))
				.param(Moments.storedIfAny(one.nextIssueAt()))
				.param(one.id())
				.param(one.version())
				.update() == 1;
	}

	boolean delete(long account, long id) {
		return this.jdbc.sql("DELETE FROM newsletter WHERE account_id = ? AND id = ?").params(account, id)
				.update() == 1;
	}

	/** What is confirmed by a link that still works; held until the transaction ends. */
	Optional<Newsletter> toConfirm(String hash, Instant now) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE confirm_hash = ? AND confirm_until > ? FOR UPDATE")
				.params(hash, Moments.stored(now))
				.query((row, _) -> read(row))
				.optional();
	}

	void confirmed(long id, Instant now, Instant next) {
		this.jdbc.sql("""
				UPDATE newsletter SET state = 'ACTIVE', confirm_hash = NULL, confirm_until = NULL, asked_from = NULL,
					covered_until = ?, next_issue_at = ?, version = version + 1 WHERE id = ?""")
				.params(Moments.stored(now), Moments.stored(next), id)
				.update();
	}

	Optional<Newsletter> byStopToken(String token) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE stop_token = ? AND state <> 'WAITING'")
				.param(token)
				.query((row, _) -> read(row))
				.optional();
	}

	/** An account keeps it to take it up again; of a visitor nothing stays. */
	void stop(String token) {
		this.jdbc.sql("DELETE FROM newsletter WHERE stop_token = ? AND account_id IS NULL").param(token).update();
		this.jdbc.sql("""
				UPDATE newsletter SET state = 'STOPPED', next_issue_at = NULL, version = version + 1
				WHERE stop_token = ? AND state = 'ACTIVE'""").param(token).update();
	}

	/** How many a visitor's address has, confirmed or not. */
	long countOf(String email) {
		return this.jdbc.sql("SELECT COUNT(*) FROM newsletter WHERE email = ?").param(email).query(Long.class).single();
	}

	/** How many a visitor's address, a network or everybody has asked for since a moment and not confirmed. */
	long askedSince(Instant since, @Nullable String email, @Nullable String network) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM newsletter WHERE state = 'WAITING' AND created_at > :since
				AND (:email IS NULL OR email = :email) AND (:network IS NULL OR asked_from = :network)""")
				.param("since", Moments.stored(since))
				.param("email", email, java.sql.Types.VARCHAR)
				.param("network", network, java.sql.Types.CHAR)
				.query(Long.class)
				.single();
	}

	int deleteUnconfirmed(Instant now) {
		return this.jdbc.sql("DELETE FROM newsletter WHERE state = 'WAITING' AND confirm_until < ?")
				.param(Moments.stored(now))
				.update();
	}

	/** The numbers of those whose time has come. */
	List<Long> due(Instant now, int count) {
		return this.jdbc
				.sql("SELECT id FROM newsletter WHERE next_issue_at <= ? ORDER BY next_issue_at, id LIMIT ?")
				.params(Moments.stored(now), count)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** One whose time has come, held until the transaction ends; none if somebody else has written it. */
	Optional<Newsletter> hold(long id, Instant now) {
		return this.jdbc.sql("SELECT * FROM newsletter WHERE id = ? AND next_issue_at <= ? FOR UPDATE")
				.params(id, Moments.stored(now))
				.query((row, _) -> read(row))
				.optional();
	}

	void covered(long id, Instant until, Instant next) {
		this.jdbc.sql("UPDATE newsletter SET covered_until = ?, next_issue_at = ? WHERE id = ?")
				.params(Moments.stored(until), Moments.stored(next), id)
				.update();
	}

	void later(long id, Instant next) {
		this.jdbc.sql("UPDATE newsletter SET next_issue_at = ? WHERE id = ? AND next_issue_at IS NOT NULL")
				.params(Moments.stored(next), id)
				.update();
	}

	void erase(long account, @Nullable String email) {
		this.jdbc.sql("DELETE FROM newsletter WHERE account_id = ?").param(account).update();
		if (email != null) {
			this.jdbc.sql("DELETE FROM newsletter WHERE email = ?").param(email).update();
		}
	}

	private static Newsletter read(ResultSet row) throws SQLException {
		Integer weekday = row.getObject("weekday", Integer.class);
		return new Newsletter(row.getLong("id"), row.getInt("version"), row.getObject("account_id", Long.class),
				row.getString("email"), row.getString("language"), Source.valueOf(row.getString("source")),
				row.getString("name"), row.getString("query"), Rhythm.valueOf(row.getString("rhythm")),
				weekday == null ? null : DayOfWeek.of(weekday), NewsletterState.valueOf(row.getString("state")),
				row.getString("stop_token"), Moments.required(row, "covered_until"),
				Moments.read(row, "next_issue_at"), Moments.required(row, "created_at"));
	}

	private static @Nullable Integer number(@Nullable DayOfWeek day) {
		return day == null ? null : day.getValue();
	}

}
