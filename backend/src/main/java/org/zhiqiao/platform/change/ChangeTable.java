package org.zhiqiao.platform.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is not yet followed. */
@Component
class ChangeTable {

	/** An error is kept for people to read, not as a log. */
	private static final int LONGEST_ERROR = 1000;

	/** Rows that usually wait at most. */
	private static final int FEW = 50;

	private final JdbcClient jdbc;

	ChangeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Row(long id, Subject subject) {}

	/** The oldest rows that are due, locked; rows that another transaction holds are passed over. */
	List<Row> lockDue(Instant now, int limit) {
		return this.jdbc.sql("""
				SELECT id, kind, subject_id FROM change_log WHERE not_before <= ?
				ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED""")
				.params(stored(now), limit)
				.query((row, number) -> new Row(row.getLong("id"),
						new Subject(SubjectKind.valueOf(row.getString("kind")), row.getLong("subject_id"))))
				.list();
	}

	/** All rows of one subject, locked: those that are due and those that wait after a failure. */
	List<Long> lock(Subject subject) {
		return this.jdbc.sql("SELECT id FROM change_log WHERE kind = ? AND subject_id = ? FOR UPDATE SKIP LOCKED")
				.params(subject.kind().name(), subject.id())
				.query((row, number) -> row.getLong(1))
				.list();
	}

	/** Rows of these subjects that wait after a failure, locked. */
	List<Long> lockWaiting(Collection<Subject> subjects, Instant now) {
		return subjects.stream()
				.collect(groupingBy(Subject::kind,
						mapping(Subject::id, toList())))
				.entrySet()
				.stream()
				.flatMap(kind -> this.jdbc.sql("""
						SELECT id FROM change_log WHERE kind = :kind AND subject_id IN (:ids) AND not_before > :now
						FOR UPDATE SKIP LOCKED""")
						.param("kind", kind.getKey().name())
						.param("ids", kind.getValue())
						.param("now", stored(now))
						.query((row, number) -> row.getLong(1))
						.list()
						.stream())
				.toList();
	}

	void delete(Collection<Long> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql("DELETE FROM change_log WHERE id IN (:ids)").param("ids", ids).update();
		}
	}

	/** Leaves the rows of this subject for later. */
	int postpone(Subject subject, Instant notBefore, String error) {
		return this.jdbc.sql("""
				UPDATE change_log SET attempts = attempts + 1, not_before = ?, last_error = ?
				WHERE kind = ? AND subject_id = ?""")
				.params(stored(notBefore),
						error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
						subject.kind().name(), subject.id())
				.update();
	}

	int attempts(Subject subject) {
		return this.jdbc.sql("SELECT COALESCE(MAX(attempts), 0) FROM change_log WHERE kind = ? AND subject_id = ?")
				.params(subject.kind().name(), subject.id())
				.query(Integer.class)
				.single();
	}

	Set<Long> among(SubjectKind kind, Collection<Long> ids) {
		if (ids.size() > FEW) {
			// There are hardly ever more: to ask for them all is faster than to ask for so many.
			Set<Long> waiting = new HashSet<>(this.jdbc
					.sql("SELECT subject_id FROM change_log WHERE kind = ? LIMIT ?")
					.params(kind.name(), FEW + 1)
					.query((row, number) -> row.getLong(1))
					.list());
			if (waiting.size() <= FEW) {
				waiting.retainAll(Set.copyOf(ids));
				return waiting;
			}
		}
		return ids.isEmpty()
				? Set.of()
				: Set.copyOf(this.jdbc
						.sql("SELECT DISTINCT subject_id FROM change_log WHERE kind = :kind AND subject_id IN (:ids)")
						.param("kind", kind.name())
						.param("ids", ids)
						.query((row, number) -> row.getLong(1))
						.list());
	}

	long count() {
		return this.jdbc.sql("SELECT COUNT(*) FROM change_log").query(Long.class).single();
	}

	@Nullable
	Instant oldest() {
		return this.jdbc.sql("SELECT changed_at FROM change_log ORDER BY id LIMIT 1")
				.query(LocalDateTime.class)
				.optional()
				.map(moment -> moment.toInstant(ZoneOffset.UTC))
				.orElse(null);
	}

	/** What failed at least once, the newest first. */
	List<PendingChanges.Failed> failed(int limit) {
		return this.jdbc.sql("""
				SELECT kind, subject_id, attempts, last_error, not_before FROM change_log WHERE attempts > 0
				ORDER BY id DESC LIMIT ?""")
				.param(limit)
				.query((row, number) -> new PendingChanges.Failed(SubjectKind.valueOf(row.getString("kind")),
						row.getLong("subject_id"), row.getInt("attempts"), row.getString("last_error"),
						row.getObject("not_before", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
				.list();
	}

	private static LocalDateTime stored(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
