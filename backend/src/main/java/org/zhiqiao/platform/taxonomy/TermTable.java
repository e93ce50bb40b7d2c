package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the small vocabularies. */
@Component
class TermTable {

	private final JdbcClient jdbc;

	TermTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Key(Scheme scheme, String code) {

		static Key of(Term term) {
			return new Key(term.scheme(), term.code());
		}

	}

	/** What the program brought last, and whether an administrator has taken the entry over. */
	record Origin(@Nullable String shipped, boolean edited) {}

	/** All entries, by scheme and position. */
	List<Term> all() {
		Map<Key, Map<String, List<String>>> facts = new HashMap<>();
		this.jdbc.sql("SELECT scheme, code, name, fact FROM vocabulary_fact ORDER BY scheme, code, name, position")
				.query(row -> {
					facts.computeIfAbsent(new Key(Scheme.valueOf(row.getString("scheme")), row.getString("code")),
							key -> new TreeMap<>())
							.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
							.add(row.getString("fact"));
				});
		return this.jdbc.sql("""
				SELECT scheme, code, position, zh, en, note_zh, note_en, source, retired, version
				FROM vocabulary_term ORDER BY scheme, position, code""").query((row, number) -> {
			var key = new Key(Scheme.valueOf(row.getString("scheme")), row.getString("code"));
			return new Term(key.scheme(), key.code(), new Bilingual(row.getString("zh"), row.getString("en")),
					new Bilingual(row.getString("note_zh"), row.getString("note_en")), row.getString("source"),
					row.getBoolean("retired"), row.getInt("position"), row.getInt("version"),
					facts.getOrDefault(key, Map.of()));
		}).list();
	}

	Map<Key, Origin> origins() {
		Map<Key, Origin> origins = new HashMap<>();
		this.jdbc.sql("SELECT scheme, code, shipped, edited FROM vocabulary_term").query(row -> {
			origins.put(new Key(Scheme.valueOf(row.getString("scheme")), row.getString("code")),
					new Origin(row.getString("shipped"), row.getBoolean("edited")));
		});
		return origins;
	}

	void write(Term term, @Nullable String shipped, boolean edited) {
		int updated = this.jdbc.sql("""
				UPDATE vocabulary_term SET position = ?, zh = ?, en = ?, note_zh = ?, note_en = ?, source = ?, retired = ?,
				edited = ?, shipped = ?, version = ? WHERE scheme = ? AND code = ?""")
				.param(term.position()).param(term.label().zh()).param(term.label().en()).param(term.note().zh())
				.param(term.note().en()).param(term.source()).param(term.retired()).param(edited).param(shipped)
				.param(term.version()).param(term.scheme().name()).param(term.code())
				.update();
		if (updated == 0) {
			this.jdbc.sql("""
					INSERT INTO vocabulary_term (scheme, code, position, zh, en, note_zh, note_en, source, retired, edited,
					shipped, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
					.param(term.scheme().name()).param(term.code()).param(term.position()).param(term.label().zh())
					.param(term.label().en()).param(term.note().zh()).param(term.note().en()).param(term.source())
					.param(term.retired()).param(edited).param(shipped).param(term.version())
					.update();
		}
		this.jdbc.sql("DELETE FROM vocabulary_fact WHERE scheme = ? AND code = ?")
				.params(term.scheme().name(), term.code())
				.update();
		term.facts().forEach((name, values) -> {
			for (int i = 0; i < values.size(); i++) {
				this.jdbc.sql("INSERT INTO vocabulary_fact (scheme, code, name, position, fact) VALUES (?, ?, ?, ?, ?)")
						.params(term.scheme().name(), term.code(), name, i, values.get(i))
						.update();
			}
		});
	}

	/** The program no longer brings it as it was, but the entry stays as it is. */
	void markShipped(Key key, @Nullable String shipped) {
		this.jdbc.sql("UPDATE vocabulary_term SET shipped = ? WHERE scheme = ? AND code = ?")
				.param(shipped).param(key.scheme().name()).param(key.code())
				.update();
	}

}
