package org.zhiqiao.platform.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people are counted by, in one narrow row for each, so that everybody can be read for a figure. It is written together with
 * the profile. Who is published and what they show is not kept here: that is asked where it is kept.
 */
@Repository
class CountedPeople {

	private static final String SPACE = " ";

	/** So many rows H2 keeps in memory with a heap of half a gigabyte; it writes larger results to the disk first. */
	private static final int AT_ONCE = 20_000;

	/** Years are those of Beijing; moments are stored as UTC. */
	static final String YEAR = "EXTRACT(YEAR FROM TIMESTAMPADD(HOUR, 8, e.published_at))";

	/** Those who show some groups to nobody. MySQL needs to be told by which index, or it may read all groups of everybody. */
	static final String HIDDEN = """
			(SELECT /*+ INDEX(g expert_group_hidden) */ g.expert_id FROM expert_group g
				WHERE g.visibility = 'private' AND g.field_group IN (:hidden))""";

	private final JdbcClient jdbc;

	CountedPeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What can be asked of people, with the group of the profile that it belongs to. */
	enum Trait {

		/** In which they were published last. */
		YEAR(CountedPeople.YEAR, Group.BASICS),
		/** In which they work now. */
		CITY("p.organisation_id", Group.BASICS), INDUSTRY("p.industries", Group.EXPERTISE), COUNTRY("p.countries",
				Group.COUNTRIES), LANGUAGE("p.languages", Group.LANGUAGES);

		private final String column;

		private final Group group;

		Trait(String column, Group group) {
			this.column = column;
			this.group = group;
		}

	}

	/** Somebody while they are counted: without a name, and without what was not asked. */
	record Person(@Nullable Integer year, @Nullable String city, List<String> industries, List<String> countries,
			List<String> languages) {

		private Person in(@Nullable Integer published) {
			return (published != null)
					? new Person(published, this.city, this.industries, this.countries, this.languages)
					: this;
		}

	}

	/**
	 * Reads everybody who is published, but for those who show what is asked, or their basics, to nobody.
	 * @param traits what is asked, also what somebody must have to be counted
	 */
	void each(Set<Trait> traits, Consumer<Person> reader) {
		var people = published(traits);
		// Last of all: whoever hides something meanwhile is not counted by it any more.
		var hidden = hidden(traits);
		people.forEach((id, person) -> {
			if (!hidden.contains(id)) {
				reader.accept(person);
			}
		});
	}

	private Map<Long, Person> published(Set<Trait> traits) {
		var published = new LinkedHashMap<Long, Person>();
		var reading = new Reading(traits.contains(Trait.CITY) ? cities() : Map.of());
		var year = traits.contains(Trait.YEAR) ? Trait.YEAR.column : "NULL";
		var from = 0L;
		for (var some = after(from, traits, reading); !some.isEmpty(); some = after(from, traits, reading)) {
			var read = some;
			var to = some.lastEntry().getKey();
			this.jdbc.sql("SELECT /*+ INDEX(e expert_published_in_order) */ e.id, " + year
					+ " FROM expert e WHERE e.state = 'published' AND e.id > :from AND e.id <= :to")
					.param("from", from)
					.param("to", to)
					.query(row -> {
						var person = read.get(row.getLong(1));
						if (person != null) {
							published.put(row.getLong(1), person.in(row.getObject(2, Integer.class)));
						}
					});
			from = to;
		}
		return published;
	}

	/** The next ones, published or not, in the order of their numbers. */
	private SequencedMap<Long, Person> after(long id, Set<Trait> traits, Reading reading) {
		var some = new LinkedHashMap<Long, Person>();
		var columns = EnumSet.range(Trait.CITY, Trait.LANGUAGE)
				.stream()
				.map(trait -> traits.contains(trait) ? trait.column : "NULL")
				.collect(Collectors.joining(", "));
		this.jdbc
				.sql("SELECT p.expert_id, " + columns
						+ " FROM expert_counted p WHERE p.expert_id > ? ORDER BY p.expert_id LIMIT " + AT_ONCE)
				.param(id)
				.query(row -> {
					some.put(row.getLong(1), reading.person(row));
				});
		return some;
	}

	private Set<Long> hidden(Set<Trait> traits) {
		var groups = EnumSet.of(Group.BASICS);
		traits.forEach(trait -> groups.add(trait.group));
		var hidden = new HashSet<Long>();
		this.jdbc.sql("SELECT x.expert_id FROM " + HIDDEN + " x")
				.param("hidden", groups.stream().map(Group::code).toList())
				.query(row -> {
					hidden.add(row.getLong(1));
				});
		return hidden;
	}

	/** Few in comparison to people, who are therefore not joined with them. */
	private Map<Long, String> cities() {
		var cities = new HashMap<Long, String>();
		this.jdbc.sql("SELECT id, city FROM organisation WHERE city IS NOT NULL").query(row -> {
			cities.put(row.getLong(1), row.getString(2).intern());
		});
		return cities;
	}

	/** Many people have the same codes: their lists are made once. */
	private static final class Reading {

		private final Map<Long, String> cities;

		private final Map<String, List<String>> codes = new HashMap<>();

		private Reading(Map<Long, String> cities) {
			this.cities = cities;
		}

		private Person person(ResultSet row) throws SQLException {
			return new Person(null, this.cities.get(row.getLong(2)), codes(row.getString(3)),
					codes(row.getString(4)), codes(row.getString(5)));
		}

		private List<String> codes(@Nullable String stored) {
			return (stored == null || stored.isEmpty())
					? List.of()
					: this.codes.computeIfAbsent(stored, all -> List.of(all.split(SPACE, -1)));
		}

	}

	void insert(long id, Profile profile) {
		write("""
				INSERT INTO expert_counted (expert_id, organisation_id, industries, countries, languages)
				VALUES (:id, :organisation, :industries, :countries, :languages)""", id, Row.of(profile));
	}

	/** Writes only what is counted otherwise than before. */
	void update(long id, Profile before, Profile after) {
		var row = Row.of(after);
		if (!row.equals(Row.of(before))) {
			write("""
					UPDATE expert_counted SET organisation_id = :organisation, industries = :industries,
						countries = :countries, languages = :languages
					WHERE expert_id = :id""", id, row);
		}
	}

	void moveEmployer(long from, long to) {
		this.jdbc.sql("UPDATE expert_counted SET organisation_id = ? WHERE organisation_id = ?")
				.params(to, from)
				.update();
	}

	private void write(String sql, long id, Row row) {
		var written = this.jdbc.sql(sql)
				.param("id", id)
				.param("organisation", row.organisation(), Types.BIGINT)
				.param("industries", row.industries())
				.param("countries", row.countries())
				.param("languages", row.languages())
				.update();
		if (written != 1) {
			throw new IllegalStateException("Nothing is counted of expert " + id);
		}
	}

	private record Row(@Nullable Long organisation, String industries, String countries, String languages) {

		private static Row of(Profile profile) {
			var affiliations = profile.affiliations();
			return new Row(affiliations.isEmpty() ? null : affiliations.getFirst().organisationId(),
					joined(profile.expertise().industries()),
					joined(profile.countries().stream().map(CountryExperience::code).toList()),
					joined(profile.languages().stream().map(LanguageSkill::code).toList()));
		}

		private static String joined(Collection<String> codes) {
			return String.join(SPACE, new TreeSet<>(codes));
		}

	}

}
