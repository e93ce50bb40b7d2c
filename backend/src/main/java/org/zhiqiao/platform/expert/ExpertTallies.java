package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;

/**
 * Counts people who are published, in the database, by the year in which they were published last. What somebody shows to nobody
 * does not count, as in {@link Experts#byIndustryAndCity}.
 */
@Component
public class ExpertTallies {

	/** Is neither overseas nor a partner country. */
	private static final String HOME = "CN";

	private static final int AT_ONCE = 500;

	/** Years are those of Beijing; moments are stored as UTC. */
	private static final String YEAR = "EXTRACT(YEAR FROM TIMESTAMPADD(HOUR, 8, e.published_at))";

	private final JdbcClient jdbc;

	ExpertTallies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Where people live, as far as it is known and they show it to others. */
	public enum Living {

		HOME, OVERSEAS, UNKNOWN

	}

	/** How many there are by year. */
	@Transactional(readOnly = true)
	public List<Spell> spells(Counted counted) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT NULL AS line, " + YEAR + """
				 AS first_year, NULL AS last_year, COUNT(*) AS things FROM expert e
				WHERE\s""" + where(counted, null, values) + " GROUP BY " + YEAR)
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** Those who name an industry or a country other than ours at all. */
	@Transactional(readOnly = true)
	public List<Spell> things(Counted.By by, Counted counted) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT NULL AS line, " + YEAR + """
				 AS first_year, NULL AS last_year, COUNT(*) AS things FROM expert e
				WHERE\s""" + where(counted, by, values) + " AND EXISTS (SELECT 1 FROM " + table(by)
						+ " l WHERE l.expert_id = e.id AND l." + code(by) + " <> '" + HOME + "') GROUP BY " + YEAR)
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** The same for each industry, or each country they have experience with; whoever has several counts in each. */
	@Transactional(readOnly = true)
	public List<Spell> spells(Counted.By by, Counted counted) {
		var values = new HashMap<String, Object>();
		var code = "l." + code(by);
		return this.jdbc
				.sql("SELECT " + code + " AS line, " + YEAR + """
				 AS first_year, NULL AS last_year, COUNT(""" + ((by == Counted.By.INDUSTRY) ? "*" : "DISTINCT e.id")
						+ ") AS things FROM expert e JOIN " + table(by)
						+ " l ON l.expert_id = e.id WHERE " + code + " <> '" + HOME + "' AND "
						+ where(counted, by, values) + " GROUP BY " + code + ", " + YEAR)
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/**
	 * How many were published in a time.
	 * @param until is no part of it
	 */
	@Transactional(readOnly = true)
	public long published(Counted counted, Instant from, Instant until) {
		var values = new HashMap<String, Object>();
		values.put("from", ExpertTable.stored(from));
		values.put("until", ExpertTable.stored(until));
		return this.jdbc
				.sql("SELECT COUNT(*) FROM expert e WHERE e.published_at >= :from AND e.published_at < :until AND "
						+ where(counted, null, values))
				.params(values)
				.query(Long.class)
				.single();
	}

	/** How many of everybody who is published live where. */
	@Transactional(readOnly = true)
	public Map<Living, Long> living() {
		return living("e.state = 'published'", Map.of());
	}

	/** How many of these people live where, published or not; those who are gone live in an unknown place. */
	@Transactional(readOnly = true)
	public Map<Living, Long> living(Collection<Long> people) {
		var all = new HashMap<Living, Long>();
		var ids = List.copyOf(people);
		for (var from = 0; from < ids.size(); from += AT_ONCE) {
			var few = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
			var found = living("e.id IN (:ids)", Map.of("ids", new ArrayList<>(few)));
			found.forEach((living, count) -> all.merge(living, count, Long::sum));
			all.merge(Living.UNKNOWN, few.size() - found.values().stream().mapToLong(Long::longValue).sum(),
					Long::sum);
		}
		for (var living : Living.values()) {
			all.putIfAbsent(living, 0L);
		}
		return all;
	}

	private Map<Living, Long> living(String where, Map<String, ?> values) {
		var all = new HashMap<Living, Long>();
		this.jdbc.sql("""
				SELECT living, COUNT(*) AS things FROM (SELECT CASE
					WHEN e.residence IS NULL OR EXISTS (SELECT 1 FROM expert_group g WHERE g.expert_id = e.id
						AND g.field_group = 'basics' AND g.visibility = 'private') THEN 'UNKNOWN'
					WHEN e.residence = 'CN' THEN 'HOME' ELSE 'OVERSEAS' END AS living
					FROM expert e WHERE\s""" + where + ") AS people GROUP BY living").params(values).query(row -> {
			all.put(Living.valueOf(row.getString("living")), row.getLong("things"));
		});
		for (var living : Living.values()) {
			all.putIfAbsent(living, 0L);
		}
		return all;
	}

	private static String table(Counted.By by) {
		return switch (by) {
			case INDUSTRY -> "expert_industry";
			case COUNTRY -> "expert_country";
		};
	}

	private static String code(Counted.By by) {
		return switch (by) {
			case INDUSTRY -> "industry";
			case COUNTRY -> "country";
		};
	}

	private static String where(Counted counted, Counted.@Nullable By by, Map<String, Object> values) {
		var hidden = new ArrayList<>(List.of("basics"));
		var where = new StringBuilder("e.state = 'published'");
		if (by == Counted.By.INDUSTRY || counted.industry() != null) {
			hidden.add("expertise");
		}
		if (by == Counted.By.COUNTRY || counted.country() != null) {
			hidden.add("countries");
		}
		where.append(' ').append("""
				AND e.id NOT IN (SELECT g.expert_id FROM expert_group g WHERE g.visibility = 'private'
					AND g.field_group IN (:hidden))""");
		values.put("hidden", hidden);
		if (counted.city() != null) {
			where.append(' ').append("""
					AND e.id IN (SELECT a.expert_id FROM expert_affiliation a JOIN organisation o ON o.id = a.organisation_id
						WHERE a.pos = 0 AND o.city = :city)""");
			values.put("city", counted.city());
		}
		if (counted.industry() != null) {
			where.append(
					" AND e.id IN (SELECT i.expert_id FROM expert_industry i WHERE i.industry = :industry)");
			values.put("industry", counted.industry());
		}
		if (counted.country() != null) {
			where.append(
					" AND e.id IN (SELECT c.expert_id FROM expert_country c WHERE c.country = :country)");
			values.put("country", counted.country());
		}
		return where.toString();
	}

}
