package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the small vocabularies. */
@Component
class TermTable {

	private record Key(String scheme, String code) {

	}

	private final JdbcClient jdbc;

	TermTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All entries, by scheme and position. */
	List<Term> all() {
		Map<Key, Map<String, List<String>>> facts = new HashMap<>();
		this.jdbc.sql("SELECT scheme, code, name, fact FROM vocabulary_fact ORDER BY scheme, code, name, position")
				.query((row) -> {
					facts
							.computeIfAbsent(new Key(row.getString("scheme"), row.getString("code")),
									(key) -> new LinkedHashMap<>())
							.computeIfAbsent(row.getString("name"), (name) -> new ArrayList<>())
							.add(row.getString("fact"));
				});
		return this.jdbc.sql("SELECT * FROM vocabulary_term ORDER BY scheme, position, code")
				.query((row, number) -> new Term(Scheme.valueOf(row.getString("scheme")), row.getString("code"),
						new Bilingual(row.getString("zh"), row.getString("en")),
						new Bilingual(row.getString("note_zh"), row.getString("note_en")), row.getString("source"),
						row.getBoolean("retired"), row.getInt("position"), row.getInt("version"),
						facts.getOrDefault(new Key(row.getString("scheme"), row.getString("code")), Map.of())))
				.list();
	}

}
