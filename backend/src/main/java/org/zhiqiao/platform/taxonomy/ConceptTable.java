package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the thesaurus. */
@Component
class ConceptTable {

	private final JdbcClient jdbc;

	ConceptTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
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

	/** Writes names and state; relations follow by {@link #writeRelations} once all their ends are there. */
	void write(ConceptEntry entry, @Nullable String shipped, boolean edited) {
		int updated = this.jdbc.sql(
				"UPDATE concept SET zh = ?, en = ?, retired = ?, edited = ?, shipped = ?, version = ? WHERE code = ?")
				.param(entry.zh()).param(entry.en()).param(entry.retired()).param(edited).param(shipped)
				.param(entry.version()).param(entry.code())
				.update();
		if (updated == 0) {
			this.jdbc.sql(
					"INSERT INTO concept (code, zh, en, retired, edited, shipped, version) VALUES (?, ?, ?, ?, ?, ?, ?)")
					.param(entry.code()).param(entry.zh()).param(entry.en()).param(entry.retired()).param(edited)
					.param(shipped).param(entry.version())
					.update();
		}
	}

	void writeRelations(ConceptEntry entry) {
		for (String table : List.of("concept_alternative", "concept_broader", "concept_industry")) {
			this.jdbc.sql("DELETE FROM " + table + " WHERE code = ?").param(entry.code()).update();
		}
		for (int i = 0; i < entry.zhAlternatives().size(); i++) {
			alternative(entry.code(), "zh", i, entry.zhAlternatives().get(i));
		}
		for (int i = 0; i < entry.enAlternatives().size(); i++) {
			alternative(entry.code(), "en", i, entry.enAlternatives().get(i));
		}
		for (int i = 0; i < entry.broader().size(); i++) {
			this.jdbc.sql("INSERT INTO concept_broader (code, broader, position) VALUES (?, ?, ?)")
					.params(entry.code(), entry.broader().get(i), i)
					.update();
		}
		for (int i = 0; i < entry.industries().size(); i++) {
			this.jdbc.sql("INSERT INTO concept_industry (code, industry, position) VALUES (?, ?, ?)")
					.params(entry.code(), entry.industries().get(i), i)
					.update();
		}
	}

	private void alternative(String code, String language, int position, String term) {
		this.jdbc.sql("INSERT INTO concept_alternative (code, language, position, term) VALUES (?, ?, ?, ?)")
				.params(code, language, position, term)
				.update();
	}

	/** The program no longer brings it as it was, but the entry stays as it is. */
	void markShipped(String code, @Nullable String shipped) {
		this.jdbc.sql("UPDATE concept SET shipped = ? WHERE code = ?").param(shipped).param(code).update();
	}

}
