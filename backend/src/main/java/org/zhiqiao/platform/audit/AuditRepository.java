package org.zhiqiao.platform.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries can be added and read; there is no way to change or remove one. */
@Repository
class AuditRepository {

	private final JdbcClient jdbc;

	AuditRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The end of the chain; held until the transaction ends. */
	Head lockHead() {
		return this.jdbc.sql("SELECT last_id, hash FROM audit_head WHERE id = 1 FOR UPDATE")
				.query((row, _) -> new Head(row.getLong(1), row.getString(2)))
				.single();
	}

	Head head() {
		return this.jdbc.sql("SELECT last_id, hash FROM audit_head WHERE id = 1")
				.query((row, _) -> new Head(row.getLong(1), row.getString(2)))
				.single();
	}

	void moveHead(long lastId, String hash) {
		this.jdbc.sql("UPDATE audit_head SET last_id = ?, hash = ? WHERE id = 1").params(lastId, hash).update();
	}

	void insert(AuditEntry entry, AuditEntry.Detail detail) {
		this.jdbc.sql("""
				INSERT INTO audit_entry
				  (id, happened_at, actor_id, action, kind, subject_id, detail_hash, previous_hash, hash)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.param(entry.id())
				.param(LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
				.param(entry.actorId())
				.param(entry.action())
				.param(entry.kind())
				.param(entry.subjectId())
				.param(entry.detailHash())
				.param(entry.previousHash())
				.param(entry.hash())
				.update();
		this.jdbc
				.sql("INSERT INTO audit_detail (entry_id, salt, ip, before_json, after_json) VALUES (?, ?, ?, ?, ?)")
				.param(entry.id())
				.param(detail.salt())
				.param(detail.ip())
				.param(detail.before())
				.param(detail.after())
				.update();
	}

	void forget(String kind, String subjectId) {
		this.jdbc.sql("""
				DELETE FROM audit_detail
				WHERE entry_id IN (SELECT id FROM audit_entry WHERE kind = ? AND subject_id = ?)""")
				.params(kind, subjectId)
				.update();
	}

	void forgetActor(long actorId) {
		this.jdbc.sql("DELETE FROM audit_detail WHERE entry_id IN (SELECT id FROM audit_entry WHERE actor_id = ?)")
				.param(actorId)
				.update();
	}

	/** All entries in order, each with its detail where that is not erased. */
	void walk(Consumer<Stored> reader) {
		this.jdbc.sql(SELECT + " ORDER BY e.id").query((ResultSet row) -> {
			reader.accept(stored(row));
		});
	}

	List<Stored> find(AuditFilter filter, int offset, int size) {
		var parameters = new LinkedHashMap<String, Object>();
		String where = where(filter, parameters);
		parameters.put("offset", offset);
		parameters.put("size", size);
		return this.jdbc.sql(SELECT + where + " ORDER BY e.id DESC LIMIT :size OFFSET :offset")
				.params(parameters)
				.query((row, _) -> stored(row))
				.list();
	}

	long count(AuditFilter filter) {
		var parameters = new LinkedHashMap<String, Object>();
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry e" + where(filter, parameters))
				.params(parameters)
				.query(Long.class)
				.single();
	}

	private static final String SELECT = """
			SELECT e.id, e.happened_at, e.actor_id, e.action, e.kind, e.subject_id, e.detail_hash, e.previous_hash,
			       e.hash, d.salt, d.ip, d.before_json, d.after_json
			FROM audit_entry e LEFT JOIN audit_detail d ON d.entry_id = e.id""";

	private static String where(AuditFilter filter, Map<String, Object> parameters) {
		var conditions = new ArrayList<String>();
		when(filter.actor(), "e.actor_id = :actor", "actor", conditions, parameters);
		when(filter.kind(), "e.kind = :kind", "kind", conditions, parameters);
		when(filter.subject(), "e.subject_id = :subject", "subject", conditions, parameters);
		when(filter.from(), "e.happened_at >= :from", "from", conditions, parameters);
		when(filter.to(), "e.happened_at < :to", "to", conditions, parameters);
		if (filter.action() != null) {
			// "expert." finds all acts on experts, "expert.verified" that one.
			conditions.add(filter.action().endsWith(".") ? "e.action LIKE :action" : "e.action = :action");
			parameters.put("action", filter.action().endsWith(".") ? filter.action() + "%" : filter.action());
		}
		return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
	}

	private static void when(@Nullable Object value, String condition, String name, List<String> conditions,
			Map<String, Object> parameters) {
		if (value != null) {
			conditions.add(condition);
			parameters.put(name, value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value);
		}
	}

	private static Stored stored(ResultSet row) throws SQLException {
		var entry = new AuditEntry(row.getLong("id"),
				row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
				row.getObject("actor_id", Long.class), row.getString("action"), row.getString("kind"),
				row.getString("subject_id"), row.getString("detail_hash"), row.getString("previous_hash"),
				row.getString("hash"));
		String salt = row.getString("salt");
		return new Stored(entry, Optional.ofNullable(salt)
				.map(known -> new AuditEntry.Detail(known, string(row, "ip"), string(row, "before_json"),
						string(row, "after_json"))));
	}

	private static @Nullable String string(ResultSet row, String column) {
		try {
			return row.getString(column);
		} catch (SQLException failed) {
			throw new IllegalStateException(failed);
		}
	}

	record Head(long lastId, String hash) {}

	/**
	 * An entry with its detail.
	 *
	 * @param detail absent when it was erased on a person's request
	 */
	record Stored(AuditEntry entry, Optional<AuditEntry.Detail> detail) {}

}
