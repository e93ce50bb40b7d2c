package org.zhiqiao.platform.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiqiao.platform.moment.Moments;

/** Pictures in the database, so that one backup holds an article with all that it shows. */
@Repository
class PictureTable {

	private final JdbcClient jdbc;

	PictureTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A picture without its files.
	 *
	 * @param widths of its files, the smallest first
	 */
	record Sizes(String key, @Nullable Long ownerId, String type, int width, int height, List<Integer> widths) {

		int largest() {
			return this.widths.getLast();
		}

	}

	void insert(String key, long owner, String type, int width, int height, SortedMap<Integer, byte[]> files,
			Instant now) {
		this.jdbc.sql("""
				INSERT INTO article_picture (picture_key, owner_id, media_type, width, height, created_at)
				VALUES (?, ?, ?, ?, ?, ?)""").params(key, owner, type, width, height, Moments.stored(now)).update();
		files.forEach((size, file) -> this.jdbc
				.sql("INSERT INTO article_picture_size (picture_key, width, content) VALUES (?, ?, ?)")
				.params(key, size, file)
				.update());
	}

	Optional<Sizes> find(String key) {
		return Optional.ofNullable(sizes(List.of(key)).get(key));
	}

	/** Those that exist, by their keys. */
	Map<String, Sizes> sizes(Collection<String> keys) {
		if (keys.isEmpty()) {
			return Map.of();
		}
		var found = new HashMap<String, Sizes>();
		this.jdbc.sql("""
				SELECT p.picture_key, p.owner_id, p.media_type, p.width, p.height, s.width AS size
				FROM article_picture p JOIN article_picture_size s ON s.picture_key = p.picture_key
				WHERE p.picture_key IN (:keys) ORDER BY p.picture_key, s.width""").param("keys", keys).query(row -> {
			var key = row.getString("picture_key");
			var known = found.get(key);
			if (known == null) {
				known = new Sizes(key, row.getObject("owner_id", Long.class), row.getString("media_type"),
						row.getInt("width"), row.getInt("height"), new ArrayList<>());
				found.put(key, known);
			}
			known.widths().add(row.getInt("size"));
		});
		return found;
	}

	Optional<byte[]> file(String key, int width) {
		return this.jdbc.sql("SELECT content FROM article_picture_size WHERE picture_key = ? AND width = ?")
				.params(key, width)
				.query((row, _) -> row.getBytes(1))
				.optional();
	}

	/** Whether an article that the public can read shows it now. */
	boolean published(String key) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM article_link l JOIN article a ON a.id = l.article_id AND a.edition = l.edition
				WHERE a.live = TRUE AND l.kind = 'picture' AND l.code = ?""").param(key).query(Long.class).single() > 0;
	}

	/** Whether a manuscript or an edition of somebody's article shows it. */
	boolean shownBy(String key, long author) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM article_link l JOIN article a ON a.id = l.article_id
				WHERE a.owner_id = ? AND l.kind = 'picture' AND l.code = ?""")
				.params(author, key)
				.query(Long.class)
				.single() > 0;
	}

	/** Removes those made before a moment that no manuscript and no edition shows, and tells how many. */
	int removeUnused(Instant before) {
		var unused = this.jdbc.sql("""
				SELECT p.picture_key FROM article_picture p WHERE p.created_at < ? AND NOT EXISTS (
					SELECT 1 FROM article_link l WHERE l.kind = 'picture' AND l.code = p.picture_key)""")
				.param(Moments.stored(before))
				.query(String.class)
				.list();
		for (var key : unused) {
			this.jdbc.sql("DELETE FROM article_picture_size WHERE picture_key = ?").param(key).update();
			this.jdbc.sql("DELETE FROM article_picture WHERE picture_key = ?").param(key).update();
		}
		return unused.size();
	}

}
