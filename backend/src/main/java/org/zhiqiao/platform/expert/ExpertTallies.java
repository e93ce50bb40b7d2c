package org.zhiqiao.platform.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.expert.CountedPeople.Trait;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Spells;

/**
 * Counts people who are published, in the database, by the year in which they were published last. What somebody shows to nobody
 * does not count, as in {@link Experts#byIndustryAndCity}.
 */
@Component
public class ExpertTallies {

	/** Is neither overseas nor a partner country. */
	private static final String HOME = "CN";

	private static final int AT_ONCE = 500;

	private static final String YEAR = CountedPeople.YEAR;

	private final CountedPeople people;

	private final JdbcClient jdbc;

	ExpertTallies(CountedPeople people, JdbcClient jdbc) {
		this.people = people;
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
				WHERE\s""" + where(counted, values) + " GROUP BY " + YEAR)
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** Those who name an industry or a country other than ours at all, and how many name each. */
	@Transactional(readOnly = true)
	public Spells spells(Counted.By by, Counted counted) {
		var traits = EnumSet.of(Trait.YEAR, switch (by) {
			case INDUSTRY -> Trait.INDUSTRY;
			case COUNTRY -> Trait.COUNTRY;
		});
		if (counted.city() != null) {
			traits.add(Trait.CITY);
		}
		if (counted.industry() != null) {
			traits.add(Trait.INDUSTRY);
		}
		if (counted.country() != null) {
			traits.add(Trait.COUNTRY);
		}
		var years = new HashMap<@Nullable Integer, InYear>();
		this.people.each(traits, person -> {
			if ((counted.city() == null || counted.city().equals(person.city()))
					&& (counted.industry() == null || person.industries().contains(counted.industry()))
					&& (counted.country() == null || person.countries().contains(counted.country()))) {
				years.computeIfAbsent(person.year(), _ -> new InYear())
						.add((by == Counted.By.INDUSTRY) ? person.industries() : person.countries());
			}
		});
		var things = new ArrayList<Spell>();
		var codes = new ArrayList<Spell>();
		years.forEach((year, counts) -> {
			things.add(new Spell(null, year, null, counts.things));
			counts.codes.forEach((code, count) -> codes.add(new Spell(code, year, null, count[0])));
		});
		return new Spells(things, codes);
	}

	private static final class InYear {

		private long things;

		private final Map<String, long[]> codes = new HashMap<>();

		private void add(List<String> all) {
			var some = false;
			for (var code : all) {
				if (!code.equals(HOME)) {
					this.codes.computeIfAbsent(code, _ -> new long[1])[0]++;
					some = true;
				}
			}
			if (some) {
				this.things++;
			}
		}

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
						+ where(counted, values))
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
		this.jdbc
				.sql("""
						SELECT living, COUNT(*) AS things FROM (SELECT CASE
							WHEN e.residence IS NULL OR g.expert_id IS NOT NULL THEN 'UNKNOWN'
							WHEN e.residence = 'CN' THEN 'HOME' ELSE 'OVERSEAS' END AS living
							FROM expert e LEFT JOIN expert_group g ON g.expert_id = e.id AND g.field_group = 'basics'
								AND g.visibility = 'private'
							WHERE\s""" + where + ") AS people GROUP BY living")
				.params(values)
				.query(row -> {
					all.put(Living.valueOf(row.getString("living")), row.getLong("things"));
				});
		for (var living : Living.values()) {
			all.putIfAbsent(living, 0L);
		}
		return all;
	}

	private static String where(Counted counted, Map<String, Object> values) {
		var hidden = new ArrayList<>(List.of(Group.BASICS.code()));
		var where = new StringBuilder("e.state = 'published'");
		if (counted.industry() != null) {
			hidden.add(Group.EXPERTISE.code());
		}
		if (counted.country() != null) {
			hidden.add(Group.COUNTRIES.code());
		}
		where.append(" AND e.id NOT IN ").append(CountedPeople.HIDDEN);
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
