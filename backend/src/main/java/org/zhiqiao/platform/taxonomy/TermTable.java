package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the small vocabularies. */
@Component
class TermTable {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	TermTable(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
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

	/** An entry as it is to be kept, with what the program brought last of it and whether an administrator took it over. */
	record Kept(Term term, @Nullable String shipped, boolean edited) {}

	void write(Term term, @Nullable String shipped, boolean edited) {
		writeAll(List.of(new Kept(term, shipped, edited)));
	}

	/** Writes many entries, each code once. */
	void writeAll(Collection<Kept> all) {
		var present = origins().keySet();
		List<Object[]> old = new ArrayList<>();
		List<Object[]> changed = new ArrayList<>();
		List<Object[]> added = new ArrayList<>();
		List<Object[]> facts = new ArrayList<>();
		for (Kept kept : all) {
			Term term = kept.term();
			String scheme = term.scheme().name();
			if (present.contains(Key.of(term))) {
				old.add(row(scheme, term.code()));
			}
			(present.contains(Key.of(term)) ? changed : added).add(row(term.position(), term.label().zh(),
					term.label().en(), term.note().zh(), term.note().en(), term.source(), term.retired(),
					kept.edited(), kept.shipped(), term.version(), scheme, term.code()));
			term.facts().forEach((name, values) -> {
				for (int i = 0; i < values.size(); i++) {
					facts.add(row(scheme, term.code(), name, i, values.get(i)));
				}
			});
		}
		batch("""
				UPDATE vocabulary_term SET position = ?, zh = ?, en = ?, note_zh = ?, note_en = ?, source = ?, retired = ?,
				edited = ?, shipped = ?, version = ? WHERE scheme = ? AND code = ?""", changed);
		batch("""
				INSERT INTO vocabulary_term (position, zh, en, note_zh, note_en, source, retired, edited, shipped, version,
				scheme, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", added);
		batch("DELETE FROM vocabulary_fact WHERE scheme = ? AND code = ?", old);
		batch("INSERT INTO vocabulary_fact (scheme, code, name, position, fact) VALUES (?, ?, ?, ?, ?)", facts);
	}

	@SuppressWarnings("NullAway") // JDBC takes nulls for empty columns.
	private static Object[] row(@Nullable Object... values) {
		return values;
	}

	private void batch(String sql, List<Object[]> rows) {
		if (!rows.isEmpty()) {
			this.batches.batchUpdate(sql, rows);
		}
	}

	/** What the program now brings of these, whose entries stay as they are. */
	void markShipped(Map<Key, String> shipped) {
		List<Object[]> rows = new ArrayList<>();
		shipped.forEach((key, fingerprint) -> rows.add(row(fingerprint, key.scheme().name(), key.code())));
		batch("UPDATE vocabulary_term SET shipped = ? WHERE scheme = ? AND code = ?", rows);
	}

}
