package org.zhiqiao.platform.cooperation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Spells;
import org.zhiqiao.platform.taxonomy.Tally;

/** Counts what was recorded, in the database, over the years. */
@Component
public class CooperationTallies {

	/** Is no partner country. */
	private static final String HOME = "CN";

	private final JdbcClient jdbc;

	CooperationTallies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many there are by their first and last year. */
	@Transactional(readOnly = true)
	public List<Spell> spells(CooperationKind kind, Counted counted) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("""
				SELECT NULL AS line, c.from_year AS first_year, c.to_year AS last_year, COUNT(*) AS things FROM cooperation c
				WHERE\s""" + where(kind, counted, values) + " GROUP BY c.from_year, c.to_year")
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** Those that have an industry or a partner country at all, and how many there are of each. */
	@Transactional(readOnly = true)
	public Spells spells(CooperationKind kind, Counted.By by, Counted counted) {
		return new Spells(things(kind, by, counted), codes(kind, by, counted));
	}

	/** Those that have an industry or a partner country at all: how many, whatever and however many it is. */
	private List<Spell> things(CooperationKind kind, Counted.By by, Counted counted) {
		var values = new HashMap<String, Object>();
		values.put("link", link(by));
		values.put("home", HOME);
		return this.jdbc
				.sql("""
				SELECT NULL AS line, c.from_year AS first_year, c.to_year AS last_year, COUNT(*) AS things FROM cooperation c
				WHERE\s""" + where(kind, counted, values) + """
				 AND EXISTS (SELECT 1 FROM cooperation_link l WHERE l.cooperation_id = c.id AND l.kind = :link
					AND l.code <> :home)
				GROUP BY c.from_year, c.to_year""")
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** The same for each industry or partner country; what has several counts in each. */
	private List<Spell> codes(CooperationKind kind, Counted.By by, Counted counted) {
		var values = new HashMap<String, Object>();
		values.put("link", link(by));
		values.put("home", HOME);
		return this.jdbc
				.sql("""
				SELECT l.code AS line, c.from_year AS first_year, c.to_year AS last_year, COUNT(DISTINCT c.id) AS things
				FROM cooperation c JOIN cooperation_link l ON l.cooperation_id = c.id AND l.kind = :link
				WHERE l.code <> :home AND\s""" + where(kind, counted, values)
						+ " GROUP BY l.code, c.from_year, c.to_year")
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/**
	 * How many lead from each city to each partner country.
	 * @param from the first of the years in one of which they went on; none for no limit
	 * @param to the last of them
	 */
	@Transactional(readOnly = true)
	public List<Tally> byCityAndCountry(CooperationKind kind, Counted counted, @Nullable Integer from,
			@Nullable Integer to) {
		var values = new HashMap<String, Object>();
		values.put("home", HOME);
		var where = new StringBuilder(where(kind, counted, values));
		if (from != null) {
			where.append(" AND c.from_year IS NOT NULL AND (c.to_year IS NULL OR c.to_year >= :from)");
			values.put("from", from);
		}
		if (to != null) {
			where.append(" AND c.from_year <= :to");
			values.put("to", to);
		}
		return this.jdbc
				.sql("""
				SELECT c.city AS line, l.code AS place, COUNT(DISTINCT c.id) AS things
				FROM cooperation c JOIN cooperation_link l ON l.cooperation_id = c.id AND l.kind = 'country'
				WHERE c.city IS NOT NULL AND l.code <> :home AND\s""" + where + " GROUP BY c.city, l.code")
				.params(values)
				.query((row, _) -> Tally.read(row))
				.list();
	}

	/**
	 * How many went on in a year at hosts of each kind, in the order of their number.
	 * @return by the code of the kind; empty for those of which none is known
	 */
	@Transactional(readOnly = true)
	public Map<String, Long> byHostKind(CooperationKind kind, Counted counted, int year) {
		var values = new HashMap<String, Object>();
		var where = where(kind, counted, values);
		values.put("year", year);
		var found = new LinkedHashMap<String, Long>();
		this.jdbc
				.sql("SELECT COALESCE(c.host_kind, ''), COUNT(*) AS things FROM cooperation c WHERE " + where
						+ " AND c.from_year <= :year AND (c.to_year IS NULL OR c.to_year >= :year)"
						+ " GROUP BY COALESCE(c.host_kind, '') ORDER BY things DESC, COALESCE(c.host_kind, '')")
				.params(values)
				.query(row -> {
					found.put(row.getString(1), row.getLong(2));
				});
		return found;
	}

	private static String link(Counted.By by) {
		return switch (by) {
			case INDUSTRY -> "industry";
			case COUNTRY -> "country";
		};
	}

	private static String where(CooperationKind kind, Counted counted, Map<String, Object> values) {
		var where = new StringBuilder("c.recorded_at IS NOT NULL AND c.kind = :kind");
		values.put("kind", kind.name());
		if (counted.city() != null) {
			where.append(" AND c.city = :city");
			values.put("city", counted.city());
		}
		linked("industry", counted.industry(), where, values);
		linked("country", counted.country(), where, values);
		return where.toString();
	}

	private static void linked(String kind, @Nullable String code, StringBuilder where, Map<String, Object> values) {
		if (code != null) {
			where.append(
					" AND EXISTS (SELECT 1 FROM cooperation_link o WHERE o.cooperation_id = c.id AND o.kind = '%s' AND o.code = :%s)"
							.formatted(kind, kind));
			values.put(kind, code);
		}
	}

}
