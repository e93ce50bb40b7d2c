package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the thesaurus. */
@Component
class ConceptTable {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	ConceptTable(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** All concepts, by code. */
	List<ConceptEntry> all() {
		var zh = lists("SELECT code, term FROM concept_alternative WHERE language = 'zh' ORDER BY code, position");
		var en = lists("SELECT code, term FROM concept_alternative WHERE language = 'en' ORDER BY code, position");
		var broader = lists("SELECT code, broader FROM concept_broader ORDER BY code, position");
		var industries = lists("SELECT code, industry FROM concept_industry ORDER BY code, position");
		return this.jdbc.sql("SELECT code, zh, en, retired, version FROM concept ORDER BY code")
				.query((row, number) -> {
					var code = row.getString("code");
					return new ConceptEntry(code, row.getString("zh"), zh.getOrDefault(code, List.of()),
							row.getString("en"),
							en.getOrDefault(code, List.of()), broader.getOrDefault(code, List.of()),
							industries.getOrDefault(code, List.of()), row.getBoolean("retired"), row.getInt("version"));
				}).list();
	}

	private Map<String, List<String>> lists(String sql) {
		Map<String, List<String>> lists = new HashMap<>();
		this.jdbc.sql(sql).query(row -> {
			lists.computeIfAbsent(row.getString(1), code -> new ArrayList<>()).add(row.getString(2));
		});
		return lists;
	}

	/** What the program brought last, and whether an administrator has taken the entry over. */
	record Origin(@Nullable String shipped, boolean edited) {}

	Map<String, Origin> origins() {
		Map<String, Origin> origins = new HashMap<>();
		this.jdbc.sql("SELECT code, shipped, edited FROM concept").query(row -> {
			origins.put(row.getString("code"), new Origin(row.getString("shipped"), row.getBoolean("edited")));
		});
		return origins;
	}

	/** A concept as it is to be kept, with what the program brought last of it and whether an administrator took it over. */
	record Kept(ConceptEntry entry, @Nullable String shipped, boolean edited) {}

	/** Writes one concept with its relations, whose other ends are there already. */
	void write(ConceptEntry entry, @Nullable String shipped, boolean edited) {
		writeAll(List.of(new Kept(entry, shipped, edited)));
	}

	/** Writes many concepts, each code once, table by table: relations come last, when all their ends are there. */
	void writeAll(Collection<Kept> all) {
		var present = new HashSet<>(this.jdbc.sql("SELECT code FROM concept").query(String.class).list());
		List<Object[]> old = new ArrayList<>();
		List<Object[]> changed = new ArrayList<>();
		List<Object[]> added = new ArrayList<>();
		List<Object[]> alternatives = new ArrayList<>();
		List<Object[]> broader = new ArrayList<>();
		List<Object[]> industries = new ArrayList<>();
		for (Kept kept : all) {
			ConceptEntry entry = kept.entry();
			if (present.contains(entry.code())) {
				old.add(row(entry.code()));
			}
			(present.contains(entry.code()) ? changed : added).add(row(entry.zh(), entry.en(), entry.retired(),
					kept.edited(), kept.shipped(), entry.version(), entry.code()));
			forEach(entry.zhAlternatives(), (place, term) -> alternatives.add(row(entry.code(), "zh", place, term)));
			forEach(entry.enAlternatives(), (place, term) -> alternatives.add(row(entry.code(), "en", place, term)));
			forEach(entry.broader(), (place, above) -> broader.add(row(entry.code(), place, above)));
			forEach(entry.industries(), (place, industry) -> industries.add(row(entry.code(), place, industry)));
		}
		batch("UPDATE concept SET zh = ?, en = ?, retired = ?, edited = ?, shipped = ?, version = ? WHERE code = ?",
				changed);
		batch("INSERT INTO concept (zh, en, retired, edited, shipped, version, code) VALUES (?, ?, ?, ?, ?, ?, ?)",
				added);
		for (String table : List.of("concept_alternative", "concept_broader", "concept_industry")) {
			batch("DELETE FROM " + table + " WHERE code = ?", old);
		}
		batch("INSERT INTO concept_alternative (code, language, position, term) VALUES (?, ?, ?, ?)", alternatives);
		batch("INSERT INTO concept_broader (code, position, broader) VALUES (?, ?, ?)", broader);
		batch("INSERT INTO concept_industry (code, position, industry) VALUES (?, ?, ?)", industries);
	}

	private static void forEach(List<String> values, BiConsumer<Integer, String> action) {
		for (int i = 0; i < values.size(); i++) {
			action.accept(i, values.get(i));
		}
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

	/** What the program now brings of these codes, whose entries stay as they are. */
	void markShipped(Map<String, String> shipped) {
		List<Object[]> rows = new ArrayList<>();
		shipped.forEach((code, fingerprint) -> rows.add(row(fingerprint, code)));
		batch("UPDATE concept SET shipped = ? WHERE code = ?", rows);
	}

}
