package org.zhiqiao.platform.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;
import tools.jackson.databind.json.JsonMapper;

/** Studies and guides in the database. */
@Repository
class ResearchTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ResearchTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Conditions of a list of what the public may read; what is null does not count. */
	record Wanted(ResearchKind kind, @Nullable String theme, @Nullable Long person, List<String> words) {

	}

	/** One published edition. */
	record Edition(long id, ResearchKind kind, boolean sample, int number, ResearchContent content,
			Instant publishedAt) {

	}

	/** When an edition was published. */
	record EditionDate(int number, Instant publishedAt) {

	}

	Research insert(Research one) {
		var keys = new GeneratedKeyHolder();
		values(this.jdbc.sql("""
				INSERT INTO research (version, kind, owner_id, sample, state, content, remarks, submitted_at, edition, live,
					created_at, updated_at)
				VALUES (1, :kind, :owner, :sample, :state, :content, :remarks, :submittedAt, :edition, :live, :createdAt,
					:updatedAt)"""), one).param("kind", one.kind().name())
				.param("sample", one.sample())
				.param("createdAt", Moments.stored(one.createdAt()))
				.update(keys, "id");
		return find(Objects.requireNonNull(keys.getKey()).longValue()).orElseThrow();
	}

	/** Stores a changed one; {@link StaleVersion} if it was changed since it was read. */
	Research update(Research one) {
		var changed = values(this.jdbc.sql("""
				UPDATE research SET version = version + 1, owner_id = :owner, state = :state, content = :content,
					remarks = :remarks, submitted_at = :submittedAt, edition = :edition, live = :live,
					updated_at = :updatedAt
				WHERE id = :id AND version = :version"""), one).param("id", one.id())
				.param("version", one.version())
				.update();
		if (changed == 0) {
			throw new StaleVersion("research", one.id(), find(one.id()).map(Research::version).orElse(0));
		}
		return find(one.id()).orElseThrow();
	}

	private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Research one) {
		return statement.param("owner", one.ownerId(), Types.BIGINT)
				.param("state", one.state().name())
				.param("content", this.json.writeValueAsString(one.content()))
				.param("remarks", one.remarks(), Types.VARCHAR)
				.param("submittedAt", Moments.storedIfAny(one.submittedAt()), Types.TIMESTAMP)
				.param("edition", one.edition())
				.param("live", one.live())
				.param("updatedAt", Moments.storedIfAny(one.updatedAt()), Types.TIMESTAMP);
	}

	/** What it says now becomes an edition. */
	void publish(Research one, @Nullable Long by, Instant now) {
		this.jdbc.sql("""
				INSERT INTO research_edition (research_id, number, content, plain, published_at, published_by)
				VALUES (:id, :number, :content, :plain, :at, :by)""")
				.param("id", one.id())
				.param("number", one.edition())
				.param("content", this.json.writeValueAsString(one.content()))
				.param("plain", plain(one.content()))
				.param("at", Moments.storedIfAny(now), Types.TIMESTAMP)
				.param("by", by, Types.BIGINT)
				.update();
		links(one.id(), one.edition(), one.content());
	}

	private static String plain(ResearchContent content) {
		return Stream.of(content.title(), content.text())
				.flatMap(text -> Stream.of(text.zh(), text.en()))
				.filter(Objects::nonNull)
				.collect(Collectors.joining("\n"))
				.toLowerCase(Locale.ROOT);
	}

	/** What the public finds the last edition by. */
	private void links(long id, int edition, ResearchContent content) {
		this.jdbc.sql("DELETE FROM research_link WHERE research_id = ?").param(id).update();
		link(id, edition, "theme", content.themes());
		link(id, edition, "person", content.people());
		link(id, edition, "pdf", Stream.ofNullable(content.pdf()).toList());
	}

	private void link(long id, int edition, String kind, List<?> values) {
		for (var place = 0; place < values.size(); place++) {
			var value = values.get(place);
			this.jdbc.sql("""
					INSERT INTO research_link (research_id, edition, kind, place, code, target_id)
					VALUES (:id, :edition, :kind, :place, :code, :target)""")
					.param("id", id)
					.param("edition", edition)
					.param("kind", kind)
					.param("place", place)
					.param("code", (value instanceof String code) ? code : null, Types.VARCHAR)
					.param("target", (value instanceof Long target) ? target : null, Types.BIGINT)
					.update();
		}
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM research WHERE id = ?").param(id).update();
	}

	Optional<Research> find(long id) {
		return load(List.of(id)).stream().findFirst();
	}

	List<Research> load(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var found = new HashMap<Long, Research>();
		this.jdbc.sql("SELECT * FROM research WHERE id IN (:ids)").param("ids", ids).query(row -> {
			found.put(row.getLong("id"), read(row));
		});
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private Research read(ResultSet row) throws SQLException {
		return new Research(row.getLong("id"), row.getInt("version"), ResearchKind.valueOf(row.getString("kind")),
				row.getObject("owner_id", Long.class), row.getBoolean("sample"),
				ResearchState.valueOf(row.getString("state")), content(row.getString("content")),
				row.getString("remarks"), Moments.read(row, "submitted_at"), row.getInt("edition"),
				row.getBoolean("live"), Objects.requireNonNull(Moments.read(row, "created_at")),
				Objects.requireNonNull(Moments.read(row, "updated_at")));
	}

	private ResearchContent content(String stored) {
		return this.json.readValue(stored, ResearchContent.class);
	}

	List<Long> by(long account, int offset, int count) {
		return numbers("SELECT id FROM research WHERE owner_id = :who ORDER BY updated_at DESC, id DESC",
				Map.of("who", account), offset, count);
	}

	long countBy(long account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM research WHERE owner_id = ?").param(account).query(Long.class)
				.single();
	}

	/** What waits for the administration, what was handed in first first. */
	List<Long> waiting(int offset, int count) {
		return numbers("SELECT id FROM research WHERE state = :state ORDER BY submitted_at, id",
				Map.of("state", ResearchState.SUBMITTED.name()), offset, count);
	}

	long countWaiting() {
		return this.jdbc.sql("SELECT COUNT(*) FROM research WHERE state = ?")
				.param(ResearchState.SUBMITTED.name())
				.query(Long.class)
				.single();
	}

	/** Those that the public can read, and have a number above {@code after}. */
	List<Long> liveAfter(long after, int count) {
		return this.jdbc.sql("SELECT id FROM research WHERE live = TRUE AND id > ? ORDER BY id LIMIT ?")
				.params(after, count)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** The page of a last edition. */
	record Page(long id, ResearchKind kind, Instant publishedAt) {

	}

	/** Of what the public can read, the latest first. */
	List<Page> pages(int most) {
		return this.jdbc
				.sql("""
				SELECT r.id, r.kind, e.published_at FROM research r
					JOIN research_edition e ON e.research_id = r.id AND e.number = r.edition
				WHERE r.live = TRUE ORDER BY e.published_at DESC, r.id DESC LIMIT ?""")
				.param(most)
				.query((row, _) -> new Page(row.getLong(1), ResearchKind.valueOf(row.getString(2)),
						Objects.requireNonNull(Moments.read(row, "published_at"))))
				.list();
	}

	long countLive() {
		return this.jdbc.sql("SELECT COUNT(*) FROM research WHERE live = TRUE").query(Long.class).single();
	}

	/** What the public can read, the latest first. */
	List<Long> live(Wanted wanted, int offset, int count) {
		var values = new HashMap<String, Object>();
		return numbers(
				"SELECT r.id FROM research r JOIN research_edition e ON e.research_id = r.id AND e.number = r.edition"
						+ where(wanted, values) + " ORDER BY e.published_at DESC, r.id DESC",
				values, offset, count);
	}

	long countLive(Wanted wanted) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT COUNT(*) FROM research r JOIN research_edition e ON e.research_id = r.id AND e.number = r.edition"
						+ where(wanted, values))
				.params(values)
				.query(Long.class)
				.single();
	}

	private static String where(Wanted wanted, Map<String, Object> values) {
		var where = new StringBuilder(" WHERE r.live = TRUE AND r.kind = :kind");
		values.put("kind", wanted.kind().name());
		linked("theme", "code", wanted.theme(), where, values);
		linked("person", "target_id", wanted.person(), where, values);
		for (var i = 0; i < wanted.words().size(); i++) {
			where.append(" AND e.plain LIKE :word").append(i).append(" ESCAPE '!'");
			values.put("word" + i,
					"%" + wanted.words().get(i).toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
		}
		return where.toString();
	}

	private static void linked(String kind, String column, @Nullable Object value, StringBuilder where,
			Map<String, Object> values) {
		if (value != null) {
			where.append(" AND EXISTS (SELECT 1 FROM research_link l WHERE l.research_id = r.id AND l.kind = '")
					.append(kind)
					.append("' AND l.")
					.append(column)
					.append(" = :")
					.append(kind)
					.append(')');
			values.put(kind, value);
		}
	}

	private List<Long> numbers(String sql, Map<String, ?> values, int offset, int count) {
		return this.jdbc.sql(sql + " LIMIT :count OFFSET :offset")
				.params(values)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** The last editions of those that the public can read, in the order of the numbers. */
	List<Edition> editions(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var found = new HashMap<Long, Edition>();
		this.jdbc.sql(EDITION + " WHERE r.live = TRUE AND e.number = r.edition AND r.id IN (:ids)")
				.param("ids", ids)
				.query(row -> {
					found.put(row.getLong("research_id"), edition(row));
				});
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private static final String EDITION = """
			SELECT e.research_id, e.number, e.content, e.published_at, r.kind, r.sample FROM research_edition e
				JOIN research r ON r.id = e.research_id""";

	/** An edition of what the public can read. */
	Optional<Edition> edition(long id, int number) {
		return this.jdbc.sql(EDITION + " WHERE r.live = TRUE AND r.id = ? AND e.number = ?")
				.params(id, number)
				.query((row, _) -> edition(row))
				.optional();
	}

	private Edition edition(ResultSet row) throws SQLException {
		return new Edition(row.getLong("research_id"), ResearchKind.valueOf(row.getString("kind")),
				row.getBoolean("sample"), row.getInt("number"), content(row.getString("content")),
				Objects.requireNonNull(Moments.read(row, "published_at")));
	}

	/** All editions there were, the last first. */
	List<EditionDate> dates(long id) {
		return this.jdbc
				.sql("SELECT number, published_at FROM research_edition WHERE research_id = ? ORDER BY number DESC")
				.param(id)
				.query((row, _) -> new EditionDate(row.getInt(1),
						Objects.requireNonNull(Moments.read(row, "published_at"))))
				.list();
	}

	/** Whether somebody's writing has a file; to name it in the text is not to have it. */
	boolean has(long owner, String pdf) {
		return this.jdbc.sql("SELECT COUNT(*) FROM research WHERE owner_id = ? AND content LIKE ?")
				.params(owner, "%\"pdf\":\"" + pdf + "\"%")
				.query(Long.class)
				.single() > 0;
	}

	/** Two profiles have become one, or, without one that stays, somebody is erased: in what is written and in every edition. */
	void replace(long gone, @Nullable Long stays) {
		var pattern = "%" + gone + "%";
		var ids = this.jdbc
				.sql("""
				SELECT id FROM research r WHERE content LIKE :pattern OR EXISTS (
					SELECT 1 FROM research_edition e WHERE e.research_id = r.id AND e.content LIKE :pattern) ORDER BY id""")
				.param("pattern", pattern)
				.query((row, _) -> row.getLong(1))
				.list();
		for (var id : ids) {
			// Held before it is read: whoever writes it at this moment has to look anew.
			var held = this.jdbc.sql("SELECT * FROM research WHERE id = ? FOR UPDATE")
					.param(id)
					.query((row, _) -> read(row))
					.optional();
			held.ifPresent(one -> replace(one, gone, stays));
		}
	}

	private void replace(Research one, long gone, @Nullable Long stays) {
		if (one.content().people().contains(gone)) {
			this.jdbc.sql("UPDATE research SET content = ?, version = version + 1 WHERE id = ?")
					.params(this.json.writeValueAsString(one.content().replaced(gone, stays)), one.id())
					.update();
		}
		for (var date : dates(one.id())) {
			var content = content(
					this.jdbc.sql("SELECT content FROM research_edition WHERE research_id = ? AND number = ?")
							.params(one.id(), date.number())
							.query(String.class)
							.single());
			if (content.people().contains(gone)) {
				var after = content.replaced(gone, stays);
				this.jdbc.sql("UPDATE research_edition SET content = ? WHERE research_id = ? AND number = ?")
						.params(this.json.writeValueAsString(after), one.id(), date.number())
						.update();
				if (date.number() == one.edition()) {
					links(one.id(), one.edition(), after);
				}
			}
		}
	}

	/** What they never handed in or got back is nobody's business; what the public reads or is under review stays. */
	void forgetOwner(long account) {
		this.jdbc.sql("DELETE FROM research WHERE owner_id = ? AND edition = 0 AND state IN ('DRAFT', 'RETURNED')")
				.param(account)
				.update();
		// A change that nobody can finish any more gives way to what the public reads.
		this.jdbc.sql("""
				UPDATE research SET version = version + 1, remarks = NULL,
					state = CASE WHEN live = TRUE THEN 'PUBLISHED' ELSE 'WITHDRAWN' END,
					content = (SELECT e.content FROM research_edition e
						WHERE e.research_id = research.id AND e.number = research.edition)
				WHERE owner_id = ? AND edition > 0 AND state IN ('DRAFT', 'RETURNED')""").param(account).update();
		this.jdbc.sql("UPDATE research SET owner_id = NULL WHERE owner_id = ?").param(account).update();
		this.jdbc.sql("UPDATE research_edition SET published_by = NULL WHERE published_by = ?").param(account).update();
		this.jdbc.sql("UPDATE research_pdf SET owner_id = NULL WHERE owner_id = ?").param(account).update();
	}

}
