package org.zhiqiao.platform.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Tally;

/**
 * Needs in the database. Reads take many at a time, one statement for each table, since boards and the index always want
 * many.
 */
@Repository
class DemandTable {

	private static final List<String> CHILDREN = List.of("demand_industry", "demand_domain", "demand_country",
			"demand_language", "demand_competence");

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate named;

	DemandTable(JdbcClient jdbc, NamedParameterJdbcTemplate named) {
		this.jdbc = jdbc;
		this.named = named;
	}

	Optional<Demand> find(long id) {
		return load(List.of(id)).stream().findFirst();
	}

	/** Nobody else changes it until the transaction ends. */
	void hold(long id) {
		this.jdbc.sql("SELECT id FROM demand WHERE id = ? FOR UPDATE").param(id).query(Long.class).optional();
	}

	/** Those that exist, in the order asked for. */
	List<Demand> load(Collection<Long> ids) {
		var found = new HashMap<Long, Demand>();
		var all = List.copyOf(new LinkedHashSet<>(ids));
		for (var from = 0; from < all.size(); from += AT_ONCE) {
			loadFew(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
					.forEach(demand -> found.put(demand.id(), demand));
		}
		return all.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/** Stores a new one and gives it its number. */
	Demand insert(Demand demand) {
		var keys = new GeneratedKeyHolder();
		this.named.update("""
				INSERT INTO demand (version, owner_id, organisation_id, sample, kind, title, description, language, city,
					budget_min, budget_max, deadline, confidentiality, state, return_reason, submitted_at, published_at,
					closed_at, outcome, outcome_note, created_at, updated_at)
				VALUES (1, :owner, :organisation, :sample, :kind, :title, :description, :language, :city, :budgetMin,
					:budgetMax, :deadline, :confidentiality, :state, :returnReason, :submittedAt, :publishedAt, :closedAt,
					:outcome, :outcomeNote, :createdAt, :updatedAt)
				""", values(demand), keys, new String[]{"id"});
		var stored = demand.stored(Objects.requireNonNull(keys.getKey()).longValue(), 1);
		insertChildren(stored);
		return stored;
	}

	/**
	 * Stores a changed one.
	 * @throws StaleVersion if it was changed since it was read
	 */
	Demand update(Demand demand) {
		var changed = this.named.update("""
				UPDATE demand SET version = version + 1, owner_id = :owner, organisation_id = :organisation, kind = :kind,
					title = :title, description = :description, language = :language, city = :city,
					budget_min = :budgetMin, budget_max = :budgetMax, deadline = :deadline,
					confidentiality = :confidentiality, state = :state, return_reason = :returnReason,
					submitted_at = :submittedAt, published_at = :publishedAt, closed_at = :closedAt, outcome = :outcome,
					outcome_note = :outcomeNote, updated_at = :updatedAt
				WHERE id = :id AND version = :version
				""", values(demand));
		if (changed == 0) {
			var current = this.jdbc.sql("SELECT version FROM demand WHERE id = ?")
					.param(demand.id())
					.query(Integer.class)
					.optional();
			throw new StaleVersion("demand", demand.id(), current.orElse(demand.version()));
		}
		deleteChildren(demand.id());
		var stored = demand.stored(demand.id(), demand.version() + 1);
		insertChildren(stored);
		return stored;
	}

	void delete(long id) {
		deleteChildren(id);
		this.jdbc.sql("DELETE FROM demand WHERE id = ?").param(id).update();
	}

	/** The needs that somebody or their firm posted, the latest change first. */
	List<Long> ownedBy(long account, @Nullable Long organisation, int offset, int count) {
		return this.jdbc
				.sql("SELECT id FROM demand WHERE " + OWNED
						+ " ORDER BY updated_at DESC, id DESC LIMIT :count OFFSET :offset")
				.param("account", account)
				.param("organisation", organisation, java.sql.Types.BIGINT)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countOwnedBy(long account, @Nullable Long organisation) {
		return this.jdbc.sql("SELECT COUNT(*) FROM demand WHERE " + OWNED)
				.param("account", account)
				.param("organisation", organisation, java.sql.Types.BIGINT)
				.query(Long.class)
				.single();
	}

	private static final String OWNED = "(owner_id = :account OR organisation_id = :organisation)";

	/**
	 * The needs that wait for an official, the longest waiting first.
	 * @param city null for all
	 */
	List<Long> waiting(@Nullable String city, int offset, int count) {
		return this.jdbc
				.sql("SELECT id FROM demand WHERE " + WAITING
						+ " ORDER BY submitted_at, id LIMIT :count OFFSET :offset")
				.param("city", city, java.sql.Types.VARCHAR)
				.param("everywhere", city == null)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countWaiting(@Nullable String city) {
		return this.jdbc.sql("SELECT COUNT(*) FROM demand WHERE " + WAITING)
				.param("city", city, java.sql.Types.VARCHAR)
				.param("everywhere", city == null)
				.query(Long.class)
				.single();
	}

	private static final String WAITING = "state = 'SUBMITTED' AND (:everywhere OR city = :city)";

	/** All numbers above the given one, in order, for walking through everything. */
	List<Long> idsAfter(long id, int count) {
		return this.jdbc.sql("SELECT id FROM demand WHERE id > ? ORDER BY id LIMIT ?")
				.params(id, count)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long count() {
		return this.jdbc.sql("SELECT COUNT(*) FROM demand").query(Long.class).single();
	}

	List<Long> postedBy(long account) {
		return this.jdbc.sql("SELECT id FROM demand WHERE owner_id = ? ORDER BY id")
				.param(account)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	boolean isEmpty() {
		return count() == 0;
	}

	/** Published and not past its deadline; the last published first. */
	List<Long> latestOpen(LocalDate today, int count) {
		return this.jdbc
				.sql("SELECT id FROM demand WHERE " + OPEN + " ORDER BY published_at DESC, id DESC LIMIT ?")
				.params(today, count)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	List<Long> openPublishedBetween(LocalDate today, Instant after, Instant until) {
		return this.jdbc
				.sql("SELECT id FROM demand WHERE " + OPEN + " AND published_at > ? AND published_at <= ? ORDER BY id")
				.param(today)
				.param(utc(after))
				.param(utc(until))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countOpen(LocalDate today) {
		return this.jdbc.sql("SELECT COUNT(*) FROM demand WHERE " + OPEN).param(today).query(Long.class).single();
	}

	/** A need that is published, in one of its industries; a country or a region that it asks for may stand beside. */
	record Asking(long need, String industry, @Nullable String city, @Nullable String country,
			@Nullable String region) {

	}

	/** Of the needs that are published: how many there are of each industry in each city. */
	List<Tally> byIndustryAndCity(Counted counted, List<String> regions) {
		var values = new HashMap<String, Object>();
		return this.jdbc.sql("""
				SELECT i.code AS line, d.city AS place, COUNT(DISTINCT d.id) AS things FROM demand d
					JOIN demand_industry i ON i.demand_id = d.id
				WHERE d.city IS NOT NULL AND\s""" + where(counted, regions, ClosedNeeds.NONE, values)
				+ " GROUP BY i.code, d.city").params(values).query((row, _) -> Tally.read(row)).list();
	}

	/** The industries of needs that are published and of which everybody who signs in may know what they ask for. */
	Map<Long, Set<String>> industriesNow(@Nullable String city) {
		var values = new HashMap<String, Object>();
		var found = new HashMap<Long, Set<String>>();
		this.jdbc
				.sql("SELECT d.id, i.code FROM demand d JOIN demand_industry i ON i.demand_id = d.id WHERE " + KNOWN
						+ " AND " + where(Counted.of(city), List.of(), ClosedNeeds.NONE, values))
				.params(values)
				.query(row -> {
					found.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getString(2));
				});
		return found;
	}

	/** What the same needs ask for. */
	List<Asked> askingNow(@Nullable String city) {
		return askingByYear(Counted.of(city), List.of(), ClosedNeeds.NONE);
	}

	/** Some needs, whatever their state, a row for each of their industries. */
	List<Asking> industriesOf(Collection<Long> needs) {
		return needs.isEmpty() ? List.of() : this.jdbc.sql("""
				SELECT d.id, i.code AS industry, d.city, NULL AS country, NULL AS region FROM demand d
					JOIN demand_industry i ON i.demand_id = d.id
				WHERE d.id IN (:ids)""").param("ids", needs).query((row, _) -> asking(row)).list();
	}

	/** The same with the countries that they ask for, as far as everybody who signs in may know these. */
	List<Asking> countriesOf(Collection<Long> needs) {
		return needs.isEmpty()
				? List.of()
				: this.jdbc.sql("""
				SELECT d.id, i.code AS industry, d.city, c.code AS country, c.region FROM demand d
					JOIN demand_industry i ON i.demand_id = d.id JOIN demand_country c ON c.demand_id = d.id
				WHERE d.id IN (:ids) AND d.confidentiality IN ('PUBLIC', 'REGISTERED')""")
						.param("ids", needs)
						.query((row, _) -> asking(row))
						.list();
	}

	/** Published needs whose deadline has passed and whose owners were not asked yet what is to become of them. */
	List<Long> toAskAbout(LocalDate today) {
		return this.jdbc.sql("""
				SELECT id FROM demand WHERE state = 'PUBLISHED' AND deadline < ?
					AND (deadline_asked IS NULL OR deadline_asked <> deadline) ORDER BY id""")
				.param(today)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Whether nobody else has asked in the meantime. */
	boolean asked(long id, LocalDate deadline) {
		return this.jdbc.sql("""
				UPDATE demand SET deadline_asked = :deadline WHERE id = :id AND deadline = :deadline
					AND (deadline_asked IS NULL OR deadline_asked <> :deadline)""")
				.param("id", id)
				.param("deadline", deadline)
				.update() > 0;
	}

	/** The published needs of somebody or of their firm whose deadline has passed. */
	long countExpired(long account, @Nullable Long organisation, LocalDate today) {
		return this.jdbc
				.sql("SELECT COUNT(*) FROM demand WHERE state = 'PUBLISHED' AND deadline < :today AND " + OWNED)
				.param("account", account)
				.param("organisation", organisation, java.sql.Types.BIGINT)
				.param("today", today)
				.query(Long.class)
				.single();
	}

	private static Asking asking(ResultSet row) throws SQLException {
		return new Asking(row.getLong("id"), row.getString("industry"), row.getString("city"),
				row.getString("country"), row.getString("region"));
	}

	/** Years are those of Beijing; moments are stored as UTC. */
	private static final String YEAR = "EXTRACT(YEAR FROM TIMESTAMPADD(HOUR, 8, d.published_at))";

	/** What a need asks for is known of those that are not confidential. */
	private static final String KNOWN = "d.confidentiality IN ('PUBLIC', 'REGISTERED')";

	/** Needs by the year in which they were published, for each industry if it is asked for. */
	List<Spell> spells(@Nullable String by, Counted counted, List<String> regions, ClosedNeeds closed) {
		var values = new HashMap<String, Object>();
		var where = where(counted, regions, closed, values);
		var sql = (by == null)
				? "SELECT NULL AS line, " + YEAR
						+ " AS first_year, NULL AS last_year, COUNT(*) AS things FROM demand d WHERE "
						+ where + " GROUP BY " + YEAR
				: "SELECT i.code AS line, " + YEAR
						+ " AS first_year, NULL AS last_year, COUNT(DISTINCT d.id) AS things "
						+ "FROM demand d JOIN demand_industry i ON i.demand_id = d.id WHERE " + where
						+ " GROUP BY i.code, "
						+ YEAR;
		return this.jdbc.sql(sql).params(values).query((row, _) -> Spell.read(row)).list();
	}

	List<Spell> withIndustry(Counted counted, List<String> regions, ClosedNeeds closed) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT NULL AS line, " + YEAR
						+ " AS first_year, NULL AS last_year, COUNT(*) AS things FROM demand d WHERE "
						+ where(counted, regions, closed, values)
						+ " AND EXISTS (SELECT 1 FROM demand_industry o WHERE o.demand_id = d.id) GROUP BY " + YEAR)
				.params(values)
				.query((row, _) -> Spell.read(row))
				.list();
	}

	/** A need and a country or region that it asks for. */
	record Asked(long need, int year, @Nullable String country, @Nullable String region) {

	}

	List<Asked> askingByYear(Counted counted, List<String> regions, ClosedNeeds closed) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT d.id, " + YEAR
						+ " AS first_year, c.code, c.region FROM demand d JOIN demand_country c ON c.demand_id = d.id WHERE "
						+ KNOWN + " AND " + where(counted, regions, closed, values))
				.params(values)
				.query((row, _) -> new Asked(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)))
				.list();
	}

	private static String where(Counted counted, List<String> regions, ClosedNeeds closed,
			Map<String, Object> values) {
		var where = new StringBuilder("d.published_at IS NOT NULL AND ").append(seen(closed, values));
		if (counted.city() != null) {
			where.append(" AND d.city = :city");
			values.put("city", counted.city());
		}
		if (counted.industry() != null) {
			where.append(
					" AND EXISTS (SELECT 1 FROM demand_industry x WHERE x.demand_id = d.id AND x.code = :industry)");
			values.put("industry", counted.industry());
		}
		if (counted.country() != null) {
			where.append(" AND ")
					.append(KNOWN)
					.append(" AND EXISTS (SELECT 1 FROM demand_country y WHERE y.demand_id = d.id AND (y.code = :country")
					.append(regions.isEmpty() ? "))" : " OR y.region IN (:regions)))");
			values.put("country", counted.country());
			if (!regions.isEmpty()) {
				values.put("regions", regions);
			}
		}
		return where.toString();
	}

	private static String seen(ClosedNeeds closed, Map<String, Object> values) {
		if (closed.all()) {
			return "d.state IN ('PUBLISHED', 'CLOSED')";
		}
		if (closed.city() == null) {
			return "d.state = 'PUBLISHED'";
		}
		values.put("closedCity", closed.city());
		return "(d.state = 'PUBLISHED' OR (d.state = 'CLOSED' AND d.city = :closedCity))";
	}

	long publishedBetween(@Nullable String city, Instant from, Instant until, ClosedNeeds closed) {
		var values = new HashMap<String, Object>();
		values.put("from", utc(from));
		values.put("until", utc(until));
		return this.jdbc
				.sql("SELECT COUNT(*) FROM demand d WHERE d.published_at >= :from AND d.published_at < :until AND "
						+ where(Counted.of(city), List.of(), closed, values))
				.params(values)
				.query(Long.class)
				.single();
	}

	long countPublished(@Nullable String city) {
		var values = new HashMap<String, Object>();
		return this.jdbc
				.sql("SELECT COUNT(*) FROM demand d WHERE "
						+ where(Counted.of(city), List.of(), ClosedNeeds.NONE, values))
				.params(values)
				.query(Long.class)
				.single();
	}

	Map<Outcome, Long> outcomes(@Nullable String city, Instant from, Instant until) {
		var found = new EnumMap<Outcome, Long>(Outcome.class);
		this.jdbc.sql("""
				SELECT d.outcome, COUNT(*) FROM demand d WHERE d.state = 'CLOSED' AND d.outcome IS NOT NULL
					AND d.closed_at >= :from AND d.closed_at < :until AND (:everywhere OR d.city = :city)
				GROUP BY d.outcome""")
				.param("from", utc(from))
				.param("until", utc(until))
				.param("everywhere", city == null)
				.param("city", city, java.sql.Types.VARCHAR)
				.query(row -> {
					found.put(Outcome.valueOf(row.getString(1)), row.getLong(2));
				});
		return found;
	}

	List<Long> publishedOf(long organisation) {
		return this.jdbc.sql("SELECT id FROM demand WHERE state = 'PUBLISHED' AND organisation_id = ? ORDER BY id")
				.param(organisation)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countOf(long organisation) {
		return this.jdbc.sql("SELECT COUNT(*) FROM demand WHERE organisation_id = ?")
				.param(organisation)
				.query(Long.class)
				.single();
	}

	void moveOwner(long from, long to) {
		this.jdbc.sql("UPDATE demand SET organisation_id = ?, version = version + 1 WHERE organisation_id = ?")
				.params(to, from)
				.update();
	}

	void forgetOwner(long organisation, long account) {
		this.jdbc
				.sql("UPDATE demand SET owner_id = NULL, version = version + 1 WHERE organisation_id = ? AND owner_id = ?")
				.params(organisation, account)
				.update();
	}

	List<Long> publishedForRegion(String region) {
		return this.jdbc.sql("""
				SELECT id FROM demand WHERE state = 'PUBLISHED'
				AND id IN (SELECT demand_id FROM demand_country WHERE region = ?) ORDER BY id""")
				.param(region)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** The published needs of somebody or of their firm. */
	List<Long> publishedOf(long account, @Nullable Long organisation) {
		return this.jdbc.sql("SELECT id FROM demand WHERE state = 'PUBLISHED' AND " + OWNED + " ORDER BY id")
				.param("account", account)
				.param("organisation", organisation, java.sql.Types.BIGINT)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private static final String OPEN = "state = 'PUBLISHED' AND (deadline IS NULL OR deadline >= ?)";

	private List<Demand> loadFew(List<Long> ids) {
		var industries = children(ids, "demand_industry", row -> row.getString("code"));
		var domains = children(ids, "demand_domain", row -> new AskedDomain(row.getString("code"),
				row.getString("words"), row.getBoolean("required"), row.getInt("weight")));
		var countries = children(ids, "demand_country",
				row -> new AskedCountry(row.getString("code"), row.getString("region"), row.getString("kind"),
						row.getBoolean("required"), row.getInt("weight")));
		var languages = children(ids, "demand_language", row -> new AskedLanguage(row.getString("code"),
				row.getString("level"), row.getBoolean("required"), row.getInt("weight")));
		var competences = children(ids, "demand_competence", row -> new AskedCompetence(row.getString("code"),
				row.getBoolean("required"), row.getInt("weight")));
		return this.jdbc.sql("SELECT * FROM demand WHERE id IN (:ids)").param("ids", ids).query((row, _) -> {
			var id = row.getLong("id");
			var content = new DemandContent(row.getString("kind"), row.getString("title"), row.getString("description"),
					row.getString("language"), row.getString("city"), industries.getOrDefault(id, List.of()),
					domains.getOrDefault(id, List.of()), countries.getOrDefault(id, List.of()),
					languages.getOrDefault(id, List.of()), competences.getOrDefault(id, List.of()), budget(row),
					row.getObject("deadline", LocalDate.class),
					constant(Confidentiality.class, row.getString("confidentiality")));
			var progress = new Demand.Progress(DemandState.valueOf(row.getString("state")),
					row.getString("return_reason"), moment(row, "submitted_at"), moment(row, "published_at"),
					moment(row, "closed_at"), constant(Outcome.class, row.getString("outcome")),
					row.getString("outcome_note"));
			return new Demand(id, row.getInt("version"), row.getObject("owner_id", Long.class),
					row.getObject("organisation_id", Long.class), row.getBoolean("sample"), content, progress,
					Objects.requireNonNull(moment(row, "created_at")),
					Objects.requireNonNull(moment(row, "updated_at")));
		}).list();
	}

	private <T> Map<Long, List<T>> children(List<Long> ids, String table, Reader<T> reader) {
		var found = new HashMap<Long, List<T>>();
		this.jdbc.sql("SELECT * FROM " + table + " WHERE demand_id IN (:ids) ORDER BY demand_id, place")
				.param("ids", ids)
				.query(row -> {
					found.computeIfAbsent(row.getLong("demand_id"), _ -> new ArrayList<>()).add(reader.read(row));
				});
		return found;
	}

	private void deleteChildren(long id) {
		CHILDREN
				.forEach(table -> this.jdbc.sql("DELETE FROM " + table + " WHERE demand_id = ?").param(id).update());
	}

	private void insertChildren(Demand demand) {
		var content = demand.content();
		insertAll(demand.id(), "INSERT INTO demand_industry (demand_id, place, code) VALUES (:demand, :place, :code)",
				content.industries(), (row, code) -> row.addValue("code", code));
		insertAll(demand.id(), """
				INSERT INTO demand_domain (demand_id, place, code, words, required, weight)
				VALUES (:demand, :place, :code, :words, :required, :weight)""", content.domains(),
				(row, asked) -> row.addValue("code", asked.code())
						.addValue("words", asked.text())
						.addValue("required", asked.must())
						.addValue("weight", asked.weight()));
		insertAll(demand.id(), """
				INSERT INTO demand_country (demand_id, place, code, region, kind, required, weight)
				VALUES (:demand, :place, :code, :region, :kind, :required, :weight)""", content.countries(),
				(row, asked) -> row.addValue("code", asked.code())
						.addValue("region", asked.region())
						.addValue("kind", asked.kind())
						.addValue("required", asked.must())
						.addValue("weight", asked.weight()));
		insertAll(demand.id(), """
				INSERT INTO demand_language (demand_id, place, code, level, required, weight)
				VALUES (:demand, :place, :code, :level, :required, :weight)""", content.languages(),
				(row, asked) -> row.addValue("code", asked.code())
						.addValue("level", asked.level())
						.addValue("required", asked.must())
						.addValue("weight", asked.weight()));
		insertAll(demand.id(), """
				INSERT INTO demand_competence (demand_id, place, code, required, weight)
				VALUES (:demand, :place, :code, :required, :weight)""", content.competences(),
				(row, asked) -> row.addValue("code", asked.code())
						.addValue("required", asked.must())
						.addValue("weight", asked.weight()));
	}

	private <T> void insertAll(long demand, String sql, List<T> entries, Filling<T> filling) {
		if (entries.isEmpty()) {
			return;
		}
		var rows = new MapSqlParameterSource[entries.size()];
		for (var i = 0; i < rows.length; i++) {
			rows[i] = new MapSqlParameterSource("demand", demand).addValue("place", i);
			filling.fill(rows[i], entries.get(i));
		}
		this.named.batchUpdate(sql, rows);
	}

	private static MapSqlParameterSource values(Demand demand) {
		var content = demand.content();
		var budget = Objects.requireNonNullElse(content.budget(), new Budget(null, null));
		var progress = demand.progress();
		return new MapSqlParameterSource("id", demand.id()).addValue("version", demand.version())
				.addValue("owner", demand.ownerId())
				.addValue("organisation", demand.organisationId())
				.addValue("sample", demand.sample())
				.addValue("kind", content.kind())
				.addValue("title", content.title())
				.addValue("description", content.description())
				.addValue("language", content.language())
				.addValue("city", content.city())
				.addValue("budgetMin", budget.min())
				.addValue("budgetMax", budget.max())
				.addValue("deadline", content.deadline())
				.addValue("confidentiality", name(content.confidentiality()))
				.addValue("state", demand.state().name())
				.addValue("returnReason", progress.returnReason())
				.addValue("submittedAt", utc(progress.submittedAt()))
				.addValue("publishedAt", utc(progress.publishedAt()))
				.addValue("closedAt", utc(progress.closedAt()))
				.addValue("outcome", name(progress.outcome()))
				.addValue("outcomeNote", progress.outcomeNote())
				.addValue("createdAt", utc(demand.createdAt()))
				.addValue("updatedAt", utc(demand.updatedAt()));
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

	private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	private static @Nullable Budget budget(ResultSet row) throws SQLException {
		var min = row.getObject("budget_min", Integer.class);
		var max = row.getObject("budget_max", Integer.class);
		return (min != null || max != null) ? new Budget(min, max) : null;
	}

	/** Moments are stored as UTC, to the microsecond, whatever zone the machine or the database is in. */
	private static @Nullable LocalDateTime utc(@Nullable Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC) : null;
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		var stored = row.getObject(column, LocalDateTime.class);
		return (stored != null) ? stored.toInstant(ZoneOffset.UTC) : null;
	}

	private interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

	private interface Filling<T> {

		void fill(MapSqlParameterSource row, T entry);

	}

}
