package org.zhiqiao.platform.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Import jobs, their wrong rows, and what each source's record last said. */
@Repository
class ImportTable {

	private static final Logger log = LoggerFactory.getLogger(ImportTable.class);

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate named;

	ImportTable(JdbcClient jdbc, NamedParameterJdbcTemplate named) {
		this.jdbc = jdbc;
		this.named = named;
	}

	/** What a record of a source last came to. */
	record Known(String hash, @Nullable Long expertId) {

	}

	long insert(ImportKind kind, String fileName, String storedName, boolean publish, long by, Instant now) {
		var keys = new GeneratedKeyHolder();
		this.named.update("""
				INSERT INTO import_job (kind, file_name, stored_name, state, publish, created_by, created_at)
				VALUES (:kind, :file, :stored, 'queued', :publish, :by, :now)
				""", new MapSqlParameterSource("kind", kind.code()).addValue("file", fileName)
				.addValue("stored", storedName)
				.addValue("publish", publish)
				.addValue("by", by)
				.addValue("now", stored(now)), keys, new String[]{"id"});
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	Optional<ImportJob> find(long id) {
		return this.jdbc.sql("SELECT * FROM import_job WHERE id = ?").param(id).query((row, _) -> job(row)).optional();
	}

	/** Holds the job until the end of the transaction. */
	Optional<ImportJob> lock(long id) {
		return this.jdbc.sql("SELECT * FROM import_job WHERE id = ? FOR UPDATE")
				.param(id)
				.query((row, _) -> job(row))
				.optional();
	}

	List<ImportJob> list(int offset, int size) {
		return this.jdbc.sql("SELECT * FROM import_job ORDER BY id DESC LIMIT :size OFFSET :offset")
				.param("size", size)
				.param("offset", offset)
				.query((row, _) -> job(row))
				.list();
	}

	int count() {
		return this.jdbc.sql("SELECT COUNT(*) FROM import_job").query(Integer.class).single();
	}

	/** The job to work on: one that was interrupted comes before those that wait. */
	Optional<ImportJob> next() {
		return this.jdbc.sql("""
				SELECT * FROM import_job WHERE state IN ('running', 'queued')
				ORDER BY CASE state WHEN 'running' THEN 0 ELSE 1 END, id LIMIT 1
				""").query((row, _) -> job(row)).optional();
	}

	void state(long id, ImportJob.State state, @Nullable String failure, Instant now) {
		var over = state == ImportJob.State.DONE || state == ImportJob.State.CANCELLED
				|| state == ImportJob.State.FAILED;
		this.jdbc.sql("""
				UPDATE import_job SET state = :state, failure = :failure, finished_at = :finished,
					started_at = CASE WHEN started_at IS NULL AND :running THEN :now ELSE started_at END
				WHERE id = :id
				""")
				.param("state", state.code())
				.param("failure", failure)
				.param("finished", over ? stored(now) : null)
				.param("running", state == ImportJob.State.RUNNING)
				.param("now", stored(now))
				.param("id", id)
				.update();
	}

	void total(long id, int total) {
		this.jdbc.sql("UPDATE import_job SET total = ? WHERE id = ?").params(total, id).update();
	}

	/** Counts rows and moves on, in the transaction that stores them. */
	void advance(long id, ImportJob.Place place, ImportJob.Tally tally) {
		this.jdbc.sql("""
				UPDATE import_job SET cursor_pass = :pass, cursor_row = :row, done = done + :done,
					created_count = created_count + :created, updated_count = updated_count + :updated,
					unchanged_count = unchanged_count + :unchanged, failed_count = failed_count + :failed
				WHERE id = :id
				""")
				.param("pass", place.pass())
				.param("row", place.row())
				.param("done", tally.done())
				.param("created", tally.created())
				.param("updated", tally.updated())
				.param("unchanged", tally.unchanged())
				.param("failed", tally.failed())
				.param("id", id)
				.update();
	}

	Optional<Known> known(ImportKind kind, String key) {
		return this.jdbc.sql("SELECT content_hash, expert_id FROM import_record WHERE kind = ? AND source_key = ?")
				.params(kind.code(), sha256(key))
				.query((row, _) -> new Known(row.getString("content_hash"), row.getObject("expert_id", Long.class)))
				.optional();
	}

	/**
	 * A killed embedded database may leave an entry in an index without its row: nothing finds it, and nothing can be put in its
	 * place. The profile is stored all the same; only that it came from here is not noted.
	 */
	void remember(ImportKind kind, String key, String hash, @Nullable Long expertId) {
		var values = new MapSqlParameterSource("kind", kind.code()).addValue("key", sha256(key))
				.addValue("hash", hash)
				.addValue("expert", expertId, Types.BIGINT);
		if (this.named.update("""
				UPDATE import_record SET content_hash = :hash, expert_id = :expert WHERE kind = :kind AND source_key = :key
				""", values) == 0) {
			try {
				this.named.update("""
						INSERT INTO import_record (kind, source_key, content_hash, expert_id)
						VALUES (:kind, :key, :hash, :expert)""", values);
			} catch (DuplicateKeyException left) {
				log.warn("What came as {} of profile {} cannot be noted", kind.code(), expertId, left);
			}
		}
	}

	void wrong(long job, int line, String raw, List<RowError> errors) {
		if (this.jdbc.sql("SELECT COUNT(*) FROM import_wrong_row WHERE job_id = ? AND line = ?")
				.params(job, line)
				.query(Integer.class)
				.single() == 0) {
			this.jdbc.sql("INSERT INTO import_wrong_row (job_id, line, raw) VALUES (?, ?, ?)").params(job, line, raw)
					.update();
		}
		remarks(job, line, errors);
	}

	void remarks(long job, int line, List<RowError> errors) {
		for (var error : errors) {
			this.named.update("""
					INSERT INTO import_error (job_id, line, field, code, args, found)
					VALUES (:job, :line, :field, :code, :args, :found)
					""", new MapSqlParameterSource("job", job).addValue("line", line)
					.addValue("field", cut(error.field(), 200))
					.addValue("code", error.code())
					.addValue("args", cut(JsonRows.MAPPER.writeValueAsString(error.arguments()), 2000))
					.addValue("found", error.value()));
		}
	}

	List<ErrorRow> errors(long job, int offset, int size) {
		return this.jdbc
				.sql("SELECT * FROM import_error WHERE job_id = :job ORDER BY line, id LIMIT :size OFFSET :offset")
				.param("job", job)
				.param("size", size)
				.param("offset", offset)
				.query((row, _) -> new ErrorRow(row.getInt("line"), error(row)))
				.list();
	}

	int countErrors(long job) {
		return this.jdbc.sql("SELECT COUNT(*) FROM import_error WHERE job_id = ?").param(job).query(Integer.class)
				.single();
	}

	/** The next wrong rows after a line, in the order of the file. */
	List<WrongRows.Found> wrongRowsAfter(long job, int line, int most) {
		var raws = new LinkedHashMap<Integer, String>();
		this.jdbc.sql(
				"SELECT line, raw FROM import_wrong_row WHERE job_id = :job AND line > :line ORDER BY line LIMIT :most")
				.param("job", job)
				.param("line", line)
				.param("most", most)
				.query((row) -> {
					raws.put(row.getInt("line"), row.getString("raw"));
				});
		if (raws.isEmpty()) {
			return List.of();
		}
		var errors = new LinkedHashMap<Integer, List<RowError>>();
		this.jdbc.sql("SELECT * FROM import_error WHERE job_id = :job AND line IN (:lines) ORDER BY line, id")
				.param("job", job)
				.param("lines", raws.keySet())
				.query((row) -> {
					errors.computeIfAbsent(row.getInt("line"), (_) -> new ArrayList<>()).add(error(row));
				});
		return raws.entrySet()
				.stream()
				.map((row) -> new WrongRows.Found(row.getKey(), row.getValue(),
						errors.getOrDefault(row.getKey(), List.of())))
				.toList();
	}

	/** Forgets the wrong rows of jobs that have been over for long: they hold what people said about others. */
	void forgetWrongRowsBefore(Instant time) {
		var old = this.jdbc.sql("SELECT id FROM import_job WHERE finished_at < ?")
				.param(stored(time))
				.query((row, _) -> row.getLong(1))
				.list();
		if (!old.isEmpty()) {
			this.jdbc.sql("DELETE FROM import_wrong_row WHERE job_id IN (:jobs)").param("jobs", old).update();
			this.jdbc.sql("UPDATE import_error SET found = NULL WHERE job_id IN (:jobs) AND found IS NOT NULL")
					.param("jobs", old)
					.update();
		}
	}

	void forgetExpert(long expertId) {
		this.jdbc.sql("DELETE FROM import_record WHERE expert_id = ?").param(expertId).update();
	}

	void moveExpert(long gone, long stays) {
		this.jdbc.sql("UPDATE import_record SET expert_id = ? WHERE expert_id = ?").params(stays, gone).update();
	}

	/** An error and its line. */
	record ErrorRow(int line, RowError error) {

	}

	static String sha256(String text) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

	private static RowError error(ResultSet row) throws SQLException {
		return new RowError(row.getString("field"), row.getString("code"),
				JsonRows.MAPPER.readValue(row.getString("args"), new TypeReference<List<String>>() {}),
				row.getString("found"));
	}

	private static ImportJob job(ResultSet row) throws SQLException {
		return new ImportJob(row.getLong("id"), ImportKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
				row.getString("file_name"), ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
				row.getBoolean("publish"), row.getObject("total", Integer.class), row.getInt("done"),
				row.getInt("created_count"), row.getInt("updated_count"), row.getInt("unchanged_count"),
				row.getInt("failed_count"), row.getString("failure"), row.getLong("created_by"),
				Objects.requireNonNull(instant(row, "created_at")), instant(row, "started_at"),
				instant(row, "finished_at"), row.getString("stored_name"),
				new ImportJob.Place(row.getInt("cursor_pass"), row.getInt("cursor_row")));
	}

	private static LocalDateTime stored(Instant time) {
		return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	private static String cut(String text, int longest) {
		return (text.length() > longest) ? text.substring(0, longest) : text;
	}

}
