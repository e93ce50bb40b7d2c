package org.zhiqiao.platform.research;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** PDF files in the database, so that one backup holds a study with its file. */
@Repository
class PdfTable {

	private final JdbcClient jdbc;

	PdfTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A file without its contents; size in bytes. */
	record PdfFile(String key, @Nullable Long ownerId, String fileName, long size) {

	}

	void insert(String key, long owner, String fileName, byte[] content, Instant now) {
		this.jdbc.sql("""
				INSERT INTO research_pdf (pdf_key, owner_id, file_name, size, content, created_at)
				VALUES (?, ?, ?, ?, ?, ?)""").param(key)
				.param(owner)
				.param(fileName)
				.param(content.length)
				.param(content)
				.param(Moments.stored(now))
				.update();
	}

	Optional<PdfFile> find(String key) {
		return this.jdbc.sql("SELECT pdf_key, owner_id, file_name, size FROM research_pdf WHERE pdf_key = ?")
				.param(key)
				.query((row, _) -> new PdfFile(row.getString(1), row.getObject(2, Long.class), row.getString(3),
						row.getLong(4)))
				.optional();
	}

	Optional<byte[]> content(String key) {
		return this.jdbc.sql("SELECT content FROM research_pdf WHERE pdf_key = ?")
				.param(key)
				.query((row, _) -> row.getBytes(1))
				.optional();
	}

	/** Whether something that the public can read has it, in any edition: earlier ones stay to be cited. */
	boolean published(String key) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM research_edition e JOIN research r ON r.id = e.research_id
				WHERE r.live = TRUE AND e.content LIKE ?""")
				.param("%\"pdf\":\"" + key + "\"%")
				.query(Long.class)
				.single() > 0;
	}

	/** Removes those made before a moment that nothing written and no edition has, and tells how many. */
	int removeUnused(Instant before) {
		var unused = this.jdbc
				.sql("""
				SELECT p.pdf_key FROM research_pdf p WHERE p.created_at < ?
					AND NOT EXISTS (SELECT 1 FROM research r WHERE r.content LIKE CONCAT('%', p.pdf_key, '%'))
					AND NOT EXISTS (SELECT 1 FROM research_edition e WHERE e.content LIKE CONCAT('%', p.pdf_key, '%'))""")
				.param(Moments.stored(before))
				.query(String.class)
				.list();
		unused.forEach(key -> this.jdbc.sql("DELETE FROM research_pdf WHERE pdf_key = ?").param(key).update());
		return unused.size();
	}

}
