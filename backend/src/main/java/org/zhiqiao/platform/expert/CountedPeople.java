package org.zhiqiao.platform.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** Years are those of Beijing; moments are stored as UTC. */
	static final String YEAR = "EXTRACT(YEAR FROM TIMESTAMPADD(HOUR, 8, e.published_at))";

	/**
	 * Those who show some groups to nobody. Databases ask this once and not for each person; MySQL needs to be told by which
	 * index, or it reads all groups of everybody.
	 */
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

	}

	/**
	 * Reads everybody who is published, but for those who show what is asked, or their basics, to nobody.
	 * @param traits what is asked, also what somebody must have to be counted
	 */
	void each(Set<Trait> traits, Consumer<Person> reader) {
		var hidden = EnumSet.of(Group.BASICS);
		traits.forEach(trait -> hidden.add(trait.group));
		var columns = EnumSet.allOf(Trait.class)
				.stream()
				.map(trait -> traits.contains(trait) ? trait.column : "NULL")
				.collect(Collectors.joining(", "));
		var cities = traits.contains(Trait.CITY) ? cities() : Map.<Long, String>of();
		var reading = new Reading(cities);
		this.jdbc.sql("SELECT " + columns + """
				 FROM expert e JOIN expert_counted p ON p.expert_id = e.id
				WHERE e.state = 'published' AND e.id NOT IN\s""" + HIDDEN)
				.param("hidden", hidden.stream().map(Group::code).toList())
				.query(row -> {
					reader.accept(reading.person(row));
				});
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
			var year = row.getInt(1);
			return new Person(row.wasNull() ? null : year, this.cities.get(row.getLong(2)), codes(row.getString(3)),
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
