package org.zhiqiao.platform.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Articles and their editions in the database. */
@Repository
class ArticleTable {

	private static final int MANUSCRIPT = 0;

	private final JdbcClient jdbc;

	ArticleTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What the public reads of an article.
	 *
	 * @param firstPublishedAt of its first edition
	 * @param publishedAt of this edition
	 */
	record Edition(long article, int edition, boolean sample, ArticleContent content, Instant firstPublishedAt,
			Instant publishedAt) {

	}

	/** Conditions of a list; what is null does not count. */
	record Wanted(@Nullable ArticleKind kind, @Nullable ArticleForm form, @Nullable String country,
			@Nullable String industry, @Nullable Long organisation, @Nullable Long person, List<String> words) {

		static final Wanted ALL = new Wanted(null, null, null, null, null, null, List.of());

		static Wanted of(ArticleKind kind) {
			return new Wanted(kind, null, null, null, null, null, List.of());
		}

	}

	Article insert(Article article) {
		var keys = new GeneratedKeyHolder();
		values(this.jdbc.sql("""
				INSERT INTO article (version, owner_id, sample, state, edition, live, remarks, submitted_at, review_by,
					reminders, first_published_at, published_at, created_at, updated_at)
				VALUES (1, :owner, :sample, :state, :edition, :live, :remarks, :submittedAt, :reviewBy, :reminders,
					:firstPublishedAt, :publishedAt, :createdAt, :updatedAt)"""), article)
				.param("sample", article.sample())
				.param("createdAt", Moments.stored(article.createdAt()))
				.update(keys, "id");
		var stored = article.stored(Objects.requireNonNull(keys.getKey()).longValue(), 1);
		write(stored.id(), MANUSCRIPT, stored.content(), null, null);
		return stored;
	}

	/** Stores a changed one; {@link StaleVersion} if it was changed since it was read. */
	Article update(Article article) {
		var changed = values(this.jdbc.sql("""
				UPDATE article SET version = version + 1, owner_id = :owner, state = :state, edition = :edition,
					live = :live, remarks = :remarks, submitted_at = :submittedAt, review_by = :reviewBy,
					reminders = :reminders, first_published_at = :firstPublishedAt, published_at = :publishedAt,
					updated_at = :updatedAt
				WHERE id = :id AND version = :version"""), article)
				.param("id", article.id())
				.param("version", article.version())
				.update();
		if (changed == 0) {
			throw new StaleVersion("article", article.id(), this.jdbc.sql("SELECT version FROM article WHERE id = ?")
					.param(article.id())
					.query(Integer.class)
					.optional()
					.orElse(article.version()));
		}
		remove(article.id(), MANUSCRIPT);
		write(article.id(), MANUSCRIPT, article.content(), null, null);
		return article.stored(article.id(), article.version() + 1);
	}

	private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Article article) {
		var progress = article.progress();
		return statement.param("owner", article.ownerId(), Types.BIGINT)
				.param("state", article.state().name())
				.param("edition", article.edition())
				.param("live", article.live())
				.param("remarks", progress.remarks(), Types.VARCHAR)
				.param("submittedAt", Moments.storedIfAny(progress.submittedAt()), Types.TIMESTAMP)
				.param("reviewBy", Moments.storedIfAny(progress.reviewBy()), Types.TIMESTAMP)
				.param("reminders", progress.reminders())
				.param("firstPublishedAt", Moments.storedIfAny(progress.firstPublishedAt()), Types.TIMESTAMP)
				.param("publishedAt", Moments.storedIfAny(progress.publishedAt()), Types.TIMESTAMP)
				.param("updatedAt", Moments.stored(article.updatedAt()), Types.TIMESTAMP);
	}

	/** Keeps what is published now. */
	void publish(Article article, @Nullable Long by) {
		write(article.id(), article.edition(), article.content(), article.progress().publishedAt(), by);
	}

	void delete(long id) {
		remove(id, MANUSCRIPT);
		this.jdbc.sql("DELETE FROM article WHERE id = ?").param(id).update();
	}

	private void remove(long id, int edition) {
		this.jdbc.sql("DELETE FROM article_link WHERE article_id = ? AND edition = ?").params(id, edition).update();
		this.jdbc.sql("DELETE FROM article_content WHERE article_id = ? AND edition = ?").params(id, edition).update();
	}

	private void write(long id, int edition, ArticleContent content, @Nullable Instant at, @Nullable Long by) {
		var form = content.form();
		this.jdbc.sql("""
				INSERT INTO article_content (article_id, edition, kind, form, organisation_id, title_zh, title_en,
					text_zh, text_en, plain, published_at, published_by)
				VALUES (:id, :edition, :kind, :form, :organisation, :titleZh, :titleEn, :textZh, :textEn, :plain, :at,
					:by)""")
				.param("id", id)
				.param("edition", edition)
				.param("kind", content.kind().name())
				.param("form", (form != null) ? form.name() : null, Types.VARCHAR)
				.param("organisation", content.organisationId(), Types.BIGINT)
				.param("titleZh", content.title().zh(), Types.VARCHAR)
				.param("titleEn", content.title().en(), Types.VARCHAR)
				.param("textZh", content.text().zh(), Types.VARCHAR)
				.param("textEn", content.text().en(), Types.VARCHAR)
				.param("plain", content.plain())
				.param("at", Moments.storedIfAny(at), Types.TIMESTAMP)
				.param("by", by, Types.BIGINT)
				.update();
		codes(id, edition, "industry", content.industries());
		codes(id, edition, "country", content.countries());
		codes(id, edition, "picture", content.pictures());
		targets(id, edition, "person", content.people());
		targets(id, edition, "organisation", content.organisations());
	}

	private void codes(long id, int edition, String kind, List<String> codes) {
		for (var place = 0; place < codes.size(); place++) {
			this.jdbc
					.sql("INSERT INTO article_link (article_id, edition, kind, place, code) VALUES (?, ?, ?, ?, ?)")
					.params(id, edition, kind, place, codes.get(place))
					.update();
		}
	}

	private void targets(long id, int edition, String kind, List<Long> targets) {
		for (var place = 0; place < targets.size(); place++) {
			this.jdbc.sql(
					"INSERT INTO article_link (article_id, edition, kind, place, target_id) VALUES (?, ?, ?, ?, ?)")
					.params(id, edition, kind, place, targets.get(place))
					.update();
		}
	}

	Optional<Article> find(long id) {
		return load(List.of(id)).stream().findFirst();
	}

	List<Article> load(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var links = links("a.id IN (:ids) AND l.edition = 0", ids);
		var contents = new HashMap<Long, ArticleContent>();
		this.jdbc.sql("SELECT * FROM article_content WHERE edition = 0 AND article_id IN (:ids)")
				.param("ids", ids)
				.query(row -> {
					var id = row.getLong("article_id");
					contents.put(id, content(row, links.getOrDefault(id, Map.of())));
				});
		var found = new HashMap<Long, Article>();
		this.jdbc.sql("SELECT * FROM article WHERE id IN (:ids)").param("ids", ids).query(row -> {
			var id = row.getLong("id");
			found.put(id, article(row, Objects.requireNonNull(contents.get(id))));
		});
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private static Article article(ResultSet row, ArticleContent content) throws SQLException {
		var progress = new Article.Progress(ArticleState.valueOf(row.getString("state")), row.getString("remarks"),
				Moments.read(row, "submitted_at"), Moments.read(row, "review_by"), row.getInt("reminders"),
				Moments.read(row, "first_published_at"), Moments.read(row, "published_at"));
		return new Article(row.getLong("id"), row.getInt("version"), row.getObject("owner_id", Long.class),
				row.getBoolean("sample"), content, progress, row.getInt("edition"), row.getBoolean("live"),
				Objects.requireNonNull(Moments.read(row, "created_at")),
				Objects.requireNonNull(Moments.read(row, "updated_at")));
	}

	private static ArticleContent content(ResultSet row, Map<String, Links> links) throws SQLException {
		var form = row.getString("form");
		return new ArticleContent(ArticleKind.valueOf(row.getString("kind")),
				(form != null) ? ArticleForm.valueOf(form) : null, row.getObject("organisation_id", Long.class),
				new Bilingual(row.getString("title_zh"), row.getString("title_en")),
				new Bilingual(row.getString("text_zh"), row.getString("text_en")),
				links.getOrDefault("industry", Links.NONE).codes(), links.getOrDefault("country", Links.NONE).codes(),
				links.getOrDefault("person", Links.NONE).targets(),
				links.getOrDefault("organisation", Links.NONE).targets());
	}

	private record Links(List<String> codes, List<Long> targets) {

		static final Links NONE = new Links(List.of(), List.of());

	}

	private Map<Long, Map<String, Links>> links(String which, Collection<Long> ids) {
		var found = new HashMap<Long, Map<String, Links>>();
		this.jdbc.sql("""
				SELECT l.* FROM article_link l JOIN article a ON a.id = l.article_id
				WHERE l.kind <> 'picture' AND %s ORDER BY l.article_id, l.kind, l.place""".formatted(which))
				.param("ids", ids)
				.query(row -> {
					var links = found.computeIfAbsent(row.getLong("article_id"), _ -> new LinkedHashMap<>())
							.computeIfAbsent(row.getString("kind"),
									_ -> new Links(new ArrayList<>(), new ArrayList<>()));
					var code = row.getString("code");
					if (code != null) {
						links.codes().add(code);
					} else if (!links.targets().contains(row.getLong("target_id"))) {
						// Two profiles that have become one may both have been named.
						links.targets().add(row.getLong("target_id"));
					}
				});
		return found;
	}

	private static final String LIVE = """
			FROM article a JOIN article_content c ON c.article_id = a.id AND c.edition = a.edition WHERE a.live = TRUE""";

	/** What the public may read, the first given first. */
	List<Edition> editions(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var links = links("a.id IN (:ids) AND l.edition = a.edition", ids);
		var found = new HashMap<Long, Edition>();
		this.jdbc.sql("SELECT c.*, a.sample, a.first_published_at " + LIVE + " AND a.id IN (:ids)")
				.param("ids", ids)
				.query(row -> {
					var id = row.getLong("article_id");
					found.put(id, new Edition(id, row.getInt("edition"), row.getBoolean("sample"),
							content(row, links.getOrDefault(id, Map.of())),
							Objects.requireNonNull(Moments.read(row, "first_published_at")),
							Objects.requireNonNull(Moments.read(row, "published_at"))));
				});
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/** The numbers of what the public may read, the last published first. */
	List<Long> live(Wanted wanted, int offset, int count) {
		return asked("SELECT a.id " + LIVE + where(wanted)
				+ " ORDER BY a.first_published_at DESC, a.id DESC LIMIT :count OFFSET :offset", wanted)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Those that the public may read, and have a number above {@code after}. */
	List<Long> liveAfter(long after, int count) {
		return this.jdbc.sql("SELECT id FROM article WHERE live = TRUE AND id > ? ORDER BY id LIMIT ?")
				.params(after, count)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	List<Long> firstLiveBetween(Instant after, Instant until) {
		return this.jdbc.sql("""
				SELECT id FROM article WHERE live = TRUE AND first_published_at > ? AND first_published_at <= ?
				ORDER BY first_published_at DESC, id DESC""")
				.params(Moments.stored(after), Moments.stored(until))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countLive(Wanted wanted) {
		return asked("SELECT COUNT(*) " + LIVE + where(wanted), wanted).query(Long.class).single();
	}

	private static String where(Wanted wanted) {
		var where = new StringBuilder();
		if (wanted.kind() != null) {
			where.append(" AND c.kind = :kind");
		}
		if (wanted.form() != null) {
			where.append(" AND c.form = :form");
		}
		if (wanted.country() != null) {
			where.append(linked("country", "code = :country"));
		}
		if (wanted.industry() != null) {
			where.append(linked("industry", "code = :industry"));
		}
		if (wanted.person() != null) {
			where.append(linked("person", "target_id = :person"));
		}
		if (wanted.organisation() != null) {
			where.append(" AND (c.organisation_id = :organisation OR")
					.append(linked("organisation", "target_id = :organisation").substring(4))
					.append(')');
		}
		for (var i = 0; i < wanted.words().size(); i++) {
			where.append(" AND c.plain LIKE :word").append(i).append(" ESCAPE '!'");
		}
		return where.toString();
	}

	private static String linked(String kind, String condition) {
		return " AND EXISTS (SELECT 1 FROM article_link l WHERE l.article_id = a.id AND l.edition = a.edition AND l.kind = '"
				+ kind + "' AND l." + condition + ")";
	}

	private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
		var statement = this.jdbc.sql(sql);
		var kind = wanted.kind();
		if (kind != null) {
			statement = statement.param("kind", kind.name());
		}
		var form = wanted.form();
		if (form != null) {
			statement = statement.param("form", form.name());
		}
		if (wanted.country() != null) {
			statement = statement.param("country", wanted.country());
		}
		if (wanted.industry() != null) {
			statement = statement.param("industry", wanted.industry());
		}
		if (wanted.person() != null) {
			statement = statement.param("person", wanted.person());
		}
		if (wanted.organisation() != null) {
			statement = statement.param("organisation", wanted.organisation());
		}
		for (var i = 0; i < wanted.words().size(); i++) {
			statement = statement.param("word" + i, "%" + wanted.words()
					.get(i)
					.toLowerCase(Locale.ROOT)
					.replace("!", "!!")
					.replace("%", "!%")
					.replace("_", "!_") + "%");
		}
		return statement;
	}

	/** Those somebody wrote, the latest change first. */
	List<Long> by(long account, int offset, int count) {
		return this.jdbc
				.sql("SELECT id FROM article WHERE owner_id = ? ORDER BY updated_at DESC, id DESC LIMIT ? OFFSET ?")
				.params(account, count, offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countBy(long account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM article WHERE owner_id = ?").param(account).query(Long.class)
				.single();
	}

	/** Those that wait for review, what is due first first. */
	List<Long> waiting(int offset, int count) {
		return this.jdbc
				.sql("SELECT id FROM article WHERE state = 'SUBMITTED' ORDER BY review_by, id LIMIT ? OFFSET ?")
				.params(count, offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countWaiting() {
		return this.jdbc.sql("SELECT COUNT(*) FROM article WHERE state = 'SUBMITTED'").query(Long.class).single();
	}

	void reminded(long id, int reminders) {
		this.jdbc.sql("UPDATE article SET reminders = ? WHERE id = ?").params(reminders, id).update();
	}

	/** A published edition: its number, when and by whom. */
	record Published(int edition, Instant publishedAt, @Nullable Long by) {

	}

	List<Published> history(long id) {
		return this.jdbc.sql("""
				SELECT edition, published_at, published_by FROM article_content WHERE article_id = ? AND edition > 0
				ORDER BY edition DESC""")
				.param(id)
				.query((row, _) -> new Published(row.getInt(1),
						Objects.requireNonNull(Moments.read(row, "published_at")),
						row.getObject("published_by", Long.class)))
				.list();
	}

	boolean isEmpty() {
		return this.jdbc.sql("SELECT COUNT(*) FROM article").query(Long.class).single() == 0;
	}

	void forgetOwner(long account) {
		this.jdbc.sql("UPDATE article SET owner_id = NULL, version = version + 1 WHERE owner_id = ?")
				.param(account)
				.update();
		this.jdbc.sql("UPDATE article_content SET published_by = NULL WHERE published_by = ?").param(account).update();
		this.jdbc.sql("UPDATE article_picture SET owner_id = NULL WHERE owner_id = ?").param(account).update();
	}

	void forgetPerson(long expert) {
		this.jdbc.sql("DELETE FROM article_link WHERE kind = 'person' AND target_id = ?").param(expert).update();
	}

	void movePerson(long from, long to) {
		this.jdbc.sql("UPDATE article_link SET target_id = ? WHERE kind = 'person' AND target_id = ?")
				.params(to, from)
				.update();
	}

	long countOfOrganisation(long id) {
		return this.jdbc.sql("""
				SELECT COUNT(DISTINCT a.id) FROM article a WHERE a.id IN (
					SELECT article_id FROM article_content WHERE organisation_id = :id)
				OR a.id IN (SELECT article_id FROM article_link WHERE kind = 'organisation' AND target_id = :id)""")
				.param("id", id)
				.query(Long.class)
				.single();
	}

	void moveOrganisation(long from, long to) {
		this.jdbc.sql("UPDATE article_content SET organisation_id = ? WHERE organisation_id = ?")
				.params(to, from)
				.update();
		this.jdbc.sql("UPDATE article_link SET target_id = ? WHERE kind = 'organisation' AND target_id = ?")
				.params(to, from)
				.update();
	}

}
