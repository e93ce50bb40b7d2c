package org.zhiqiao.platform.taxonomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
		return this.jdbc.sql("SELECT * FROM concept ORDER BY code").query((row, number) -> {
			var code = row.getString("code");
			return new ConceptEntry(code, row.getString("zh"), zh.getOrDefault(code, List.of()), row.getString("en"),
					en.getOrDefault(code, List.of()), broader.getOrDefault(code, List.of()),
					industries.getOrDefault(code, List.of()), row.getBoolean("retired"), row.getInt("version"));
		}).list();
	}

	private Map<String, List<String>> lists(String sql) {
		Map<String, List<String>> lists = new HashMap<>();
		this.jdbc.sql(sql).query((row) -> {
			lists.computeIfAbsent(row.getString(1), (code) -> new ArrayList<>()).add(row.getString(2));
		});
		return lists;
	}

}
