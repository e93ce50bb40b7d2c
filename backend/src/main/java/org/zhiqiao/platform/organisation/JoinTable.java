package org.zhiqiao.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Reads and writes requests to join. */
@Component
class JoinTable {

	/** Of whose organisations somebody decides: all, those of one city, and the one they act for. */
	record Charge(boolean everywhere, @Nullable String city, @Nullable Long organisation) {}

	private static final String IN_CHARGE = """
			FROM organisation_join j JOIN organisation o ON o.id = j.organisation_id
			WHERE j.state = 'WAITING' AND j.account_id <> :self
			AND (:everywhere OR o.city = :city OR j.organisation_id = :organisation)""";

	private final JdbcClient jdbc;

	JoinTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(long organisation, long account, @Nullable String message, Instant now) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO organisation_join (organisation_id, account_id, message, state, waiting_account, asked_at)
				VALUES (:organisation, :account, :message, 'WAITING', :account, :now)""")
				.param("organisation", organisation)
				.param("account", account)
				.param("message", message, Types.VARCHAR)
				.param("now", utc(now))
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	Optional<JoinRequest> find(long id) {
		return this.jdbc.sql("SELECT * FROM organisation_join WHERE id = ?")
				.param(id)
				.query((row, number) -> request(row))
				.optional();
	}

	/** The request, held until the end of the transaction: two people may decide at once. */
	Optional<JoinRequest> locked(long id) {
		return this.jdbc.sql("SELECT * FROM organisation_join WHERE id = ? FOR UPDATE")
				.param(id)
				.query((row, number) -> request(row))
				.optional();
	}

	boolean waits(long account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM organisation_join WHERE waiting_account = ?")
				.param(account)
				.query(Integer.class)
				.single() > 0;
	}

	/** How often somebody has asked since a moment, whatever became of it. */
	int asked(long account, Instant since) {
		return this.jdbc.sql("SELECT COUNT(*) FROM organisation_join WHERE account_id = ? AND asked_at > ?")
				.params(account, utc(since))
				.query(Integer.class)
				.single();
	}

	/** Those of one person, the latest first. */
	List<JoinRequest> of(long account) {
		return this.jdbc
				.sql("SELECT * FROM organisation_join WHERE account_id = ? ORDER BY asked_at DESC, id DESC LIMIT 50")
				.param(account)
				.query((row, number) -> request(row))
				.list();
	}

	/** Those on which somebody decides, the longest waiting first. */
	List<JoinRequest> waiting(Charge charge, long self, int offset, int count) {
		return parameters("SELECT j.* " + IN_CHARGE + " ORDER BY j.asked_at, j.id LIMIT :count OFFSET :offset",
				charge, self)
				.param("count", count)
				.param("offset", offset)
				.query((row, number) -> request(row))
				.list();
	}

	long countWaiting(Charge charge, long self) {
		return parameters("SELECT COUNT(*) " + IN_CHARGE, charge, self).query(Long.class).single();
	}

	private JdbcClient.StatementSpec parameters(String sql, Charge charge, long self) {
		return this.jdbc.sql(sql)
				.param("everywhere", charge.everywhere())
				.param("city", charge.city(), Types.VARCHAR)
				.param("organisation", charge.organisation(), Types.BIGINT)
				.param("self", self);
	}

	long waitingFor(long organisation) {
		return this.jdbc
				.sql("SELECT COUNT(*) FROM organisation_join WHERE organisation_id = ? AND state = 'WAITING'")
				.param(organisation)
				.query(Long.class)
				.single();
	}

	void decide(long id, JoinState state, @Nullable String reason, long by, Instant now) {
		this.jdbc.sql("""
				UPDATE organisation_join SET state = :state, reason = :reason, waiting_account = NULL, decided_by = :by,
				decided_at = :now WHERE id = :id""")
				.param("state", state.name())
				.param("reason", reason, Types.VARCHAR)
				.param("by", by)
				.param("now", utc(now))
				.param("id", id)
				.update();
	}

	void move(long from, long to) {
		this.jdbc.sql("UPDATE organisation_join SET organisation_id = ? WHERE organisation_id = ?")
				.params(to, from)
				.update();
	}

	/** Lets those in who act for the organisation already, since it has become one with theirs. */
	void settle(long organisation, Collection<Long> members, long by, Instant now) {
		if (!members.isEmpty()) {
			this.jdbc.sql("""
					UPDATE organisation_join SET state = 'ACCEPTED', waiting_account = NULL, decided_by = :by, decided_at = :now
					WHERE organisation_id = :organisation AND state = 'WAITING' AND account_id IN (:members)""")
					.param("by", by)
					.param("now", utc(now))
					.param("organisation", organisation)
					.param("members", members)
					.update();
		}
	}

	/** Requests go with the person; of a decision about somebody else only who made it is forgotten. */
	void forget(long account) {
		this.jdbc.sql("DELETE FROM organisation_join WHERE account_id = ?").param(account).update();
		this.jdbc.sql("UPDATE organisation_join SET decided_by = NULL WHERE decided_by = ?").param(account).update();
	}

	private static JoinRequest request(ResultSet row) throws SQLException {
		LocalDateTime decided = row.getObject("decided_at", LocalDateTime.class);
		return new JoinRequest(row.getLong("id"), row.getLong("organisation_id"), row.getLong("account_id"),
				row.getString("message"), JoinState.valueOf(row.getString("state")), row.getString("reason"),
				row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getObject("decided_by", Long.class), decided == null ? null : decided.toInstant(ZoneOffset.UTC));
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

}
