package org.zhiqiao.platform.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are counted by, beside what their profiles say. */
public final class CountedRows {

	private CountedRows() {}

	/** Fails if anybody's differs, or somebody has none. */
	public static void mustFollowProfiles(JdbcClient jdbc) {
		var industries = codes(jdbc, "SELECT expert_id, industry FROM expert_industry");
		var countries = codes(jdbc, "SELECT expert_id, country FROM expert_country");
		var languages = codes(jdbc, "SELECT expert_id, language_code FROM expert_language");
		var employers = codes(jdbc, """
				SELECT expert_id, organisation_id FROM expert_affiliation
				WHERE pos = 0 AND organisation_id IS NOT NULL""");
		var expected = new HashMap<Long, List<Set<String>>>();
		jdbc.sql("SELECT id FROM expert").query(Long.class).list().forEach(id -> {
			Set<String> none = Set.of();
			expected.put(id, List.of(employers.getOrDefault(id, none), industries.getOrDefault(id, none),
					countries.getOrDefault(id, none), languages.getOrDefault(id, none)));
		});
		var found = new HashMap<Long, List<Set<String>>>();
		jdbc.sql("SELECT expert_id, organisation_id, industries, countries, languages FROM expert_counted")
				.query(row -> {
					var employer = row.getString(2);
					found.put(row.getLong(1), List.of(set((employer != null) ? employer : ""), set(row.getString(3)),
							set(row.getString(4)), set(row.getString(5))));
				});
		assertThat(found).isEqualTo(expected);
	}

	private static Set<String> set(String stored) {
		return stored.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(stored.split(" ", -1)));
	}

	private static Map<Long, Set<String>> codes(JdbcClient jdbc, String sql) {
		var all = new HashMap<Long, Set<String>>();
		jdbc.sql(sql).query(row -> {
			all.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>()).add(row.getString(2));
		});
		return all;
	}

}
