package org.zhiqiao.platform.expert;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Experts in the database. Reads take many at a time, one statement for each table; writes touch only the tables of the groups
 * that changed. That is why this is not a mapped aggregate, which would need a statement for each table and each expert.
 */
@Repository
class ExpertTable {

	private static final List<String> CHILDREN = List.of("expert_other_name", "expert_name_key", "expert_affiliation",
			"expert_degree", "expert_domain", "expert_free_domain", "expert_industry", "expert_language",
			"expert_country",
			"expert_competence", "expert_offer", "expert_group", "expert_exclusion");

	private static final int AT_ONCE = 500;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate named;

	private final CountedPeople counted;

	ExpertTable(JdbcClient jdbc, NamedParameterJdbcTemplate named, CountedPeople counted) {
		this.counted = counted;
		this.jdbc = jdbc;
		this.named = named;
	}

	Optional<Expert> find(long id) {
		return load(List.of(id)).stream().findFirst();
	}

	/** Those that exist, in the order asked for. */
	List<Expert> load(Collection<Long> ids) {
		var found = new HashMap<Long, Expert>();
		var all = List.copyOf(new LinkedHashSet<>(ids));
		for (var from = 0; from < all.size(); from += AT_ONCE) {
			found.putAll(loadFew(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
		}
		return all.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/** Those that exist, in the order of their numbers. */
	List<Identity> identities(List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var affiliations = affiliations(ids);
		return this.jdbc
				.sql("SELECT id, state, orcid, openalex, contact_email FROM expert WHERE id IN (:ids) ORDER BY id")
				.param("ids", ids)
				.query((row, _) -> new Identity(row.getLong("id"), state(row),
						new Identifiers(row.getString("orcid"), row.getString("openalex")),
						row.getString("contact_email"), affiliations.getOrDefault(row.getLong("id"), List.of())))
				.list();
	}

	/** Whether there is nobody at all. */
	boolean none() {
		return this.jdbc.sql("SELECT COUNT(*) FROM expert").query(Long.class).single() == 0;
	}

	/** Those who are published and have not said that they are not available. */
	Set<Long> findable(Collection<Long> ids) {
		var found = new HashSet<Long>();
		var all = List.copyOf(new LinkedHashSet<>(ids));
		for (var from = 0; from < all.size(); from += AT_ONCE) {
			found.addAll(this.jdbc.sql("""
					SELECT id FROM expert WHERE id IN (:ids) AND state = 'published'
						AND (availability_status IS NULL OR availability_status <> 'none')""")
					.param("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
					.query((row, _) -> row.getLong(1))
					.list());
		}
		return found;
	}

	private Map<Long, Expert> loadFew(List<Long> ids) {
		var rows = this.jdbc.sql("SELECT * FROM expert WHERE id IN (:ids)").param("ids", ids).query(ExpertTable::row)
				.list();
		var others = children(ids,
				"SELECT expert_id, name FROM expert_other_name WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				(row) -> row.getString("name"));
		var affiliations = affiliations(ids);
		var degrees = children(ids, "SELECT * FROM expert_degree WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				(row) -> new Degree(row.getString("degree_level"), row.getString("field"), row.getString("institution"),
						row.getString("country"), number(row, "degree_year")));
		var domains = words(ids, "expert_domain", "concept");
		var freeDomains = words(ids, "expert_free_domain", "term");
		var industries = words(ids, "expert_industry", "industry");
		var competences = words(ids, "expert_competence", "competence");
		var offers = words(ids, "expert_offer", "offer");
		var languages = children(ids, "SELECT * FROM expert_language WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				(row) -> new LanguageSkill(row.getString("language_code"), row.getString("language_level")));
		var countries = children(ids, "SELECT * FROM expert_country WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				(row) -> new CountryExperience(row.getString("country"), row.getString("kind"),
						number(row, "from_year"),
						number(row, "to_year"), row.getString("note")));
		var evidence = evidence(ids);
		var groups = children(ids, "SELECT * FROM expert_group WHERE expert_id IN (:ids)",
				(row) -> Map.entry(Group.ofCode(row.getString("field_group")),
						new GroupState(Source.of(row.getString("source")),
								row.getObject("confirmed_on", LocalDate.class),
								Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)))));
		var exclusions = children(ids, "SELECT expert_id, item_key FROM expert_exclusion WHERE expert_id IN (:ids)",
				(row) -> row.getString("item_key"));
		var experts = new HashMap<Long, Expert>();
		for (var row : rows) {
			var id = row.id;
			var where = affiliations.getOrDefault(id, List.of());
			// The present affiliation is stored first if there is one at all.
			var current = where.isEmpty() ? null : where.getFirst();
			var earlier = where.isEmpty() ? where : List.copyOf(where.subList(1, where.size()));
			var profile = new Profile(
					new Profile.Basics(
							new Names(row.nameZh, row.nameLatin, row.nameNative, others.getOrDefault(id, List.of())),
							row.title, row.summary, current, row.residence, row.identifiers),
					new Profile.Background(earlier, degrees.getOrDefault(id, List.of()), row.nationality),
					new Profile.Expertise(domains.getOrDefault(id, List.of()), freeDomains.getOrDefault(id, List.of()),
							industries.getOrDefault(id, List.of()), competences.getOrDefault(id, List.of())),
					languages.getOrDefault(id, List.of()), countries.getOrDefault(id, List.of()),
					evidence.getOrDefault(id, List.of()),
					new Profile.Offers(offers.getOrDefault(id, List.of()), row.availability, row.preferredLanguage,
							row.timeZone),
					row.contact);
			var states = new EnumMap<Group, GroupState>(Group.class);
			groups.getOrDefault(id, List.of()).forEach((group) -> states.put(group.getKey(), group.getValue()));
			experts.put(id,
					new Expert(id, row.version, row.state, row.sample, row.accountId, row.mergedInto, row.verification,
							profile, states, Set.copyOf(exclusions.getOrDefault(id, List.of())), row.publishedAt,
							row.createdAt,
							row.updatedAt));
		}
		return experts;
	}

	/** Stores a new one and gives its number. */
	long insert(Expert expert) {
		var keys = new GeneratedKeyHolder();
		this.named.update("""
				INSERT INTO expert (version, state, sample, account_id, merged_into, name_zh, name_latin, name_native,
					title_level, title_zh, title_en, summary_zh, summary_en, residence, nationality, availability_status,
					availability_from, availability_note, preferred_language, time_zone, contact_email, contact_phone,
					contact_other, orcid, openalex, verification_status, verification_on, verification_by,
					verification_remark, verification_asked_at, published_at, created_at, updated_at)
				VALUES (1, :state, :sample, :account, :mergedInto, :nameZh, :nameLatin, :nameNative, :titleLevel, :titleZh,
					:titleEn, :summaryZh, :summaryEn, :residence, :nationality, :availabilityStatus, :availabilityFrom,
					:availabilityNote, :preferredLanguage, :timeZone, :email, :phone, :other, :orcid, :openalex,
					:verificationStatus, :verificationOn, :verificationBy, :verificationRemark, :askedAt, :publishedAt,
					:createdAt, :updatedAt)
				""", values(expert), keys, new String[]{"id"});
		var id = Objects.requireNonNull(keys.getKey()).longValue();
		for (var group : Group.values()) {
			insertChildren(id, group, expert.profile());
		}
		insertEvidence(id, List.of(), expert.profile().evidence());
		insertGroups(id, expert);
		insertExclusions(id, expert.exclusions());
		this.counted.insert(id, expert.profile());
		return id;
	}

	/**
	 * Stores what changed, under the next version.
	 * @throws StaleVersion if somebody else stored another version since {@code before} was read
	 */
	void update(Expert before, Expert after) {
		var id = before.id();
		var values = values(after).addValue("id", id).addValue("version", before.version());
		var written = this.named.update("""
				UPDATE expert SET version = version + 1, state = :state, account_id = :account, merged_into = :mergedInto,
					name_zh = :nameZh, name_latin = :nameLatin, name_native = :nameNative, title_level = :titleLevel,
					title_zh = :titleZh, title_en = :titleEn, summary_zh = :summaryZh, summary_en = :summaryEn,
					residence = :residence, nationality = :nationality, availability_status = :availabilityStatus,
					availability_from = :availabilityFrom, availability_note = :availabilityNote,
					preferred_language = :preferredLanguage, time_zone = :timeZone, contact_email = :email,
					contact_phone = :phone, contact_other = :other, orcid = :orcid, openalex = :openalex,
					verification_status = :verificationStatus, verification_on = :verificationOn,
					verification_by = :verificationBy, verification_remark = :verificationRemark,
					verification_asked_at = :askedAt, published_at = :publishedAt, updated_at = :updatedAt
				WHERE id = :id AND version = :version
				""", values);
		if (written == 0) {
			throw new StaleVersion("expert", id, version(id));
		}
		for (var group : Group.values()) {
			if (!group.same(before.profile(), after.profile())) {
				// Present and earlier affiliations share a table: either group rewrites it.
				deleteChildren(id, group);
				insertChildren(id, group, after.profile());
			}
		}
		if (!Group.EVIDENCE.same(before.profile(), after.profile())) {
			insertEvidence(id, before.profile().evidence(), after.profile().evidence());
		}
		if (!before.groups().equals(after.groups())) {
			delete("expert_group", id);
			insertGroups(id, after);
		}
		if (!before.exclusions().equals(after.exclusions())) {
			delete("expert_exclusion", id);
			insertExclusions(id, after.exclusions());
		}
		this.counted.update(id, before.profile(), after.profile());
	}

	int version(long id) {
		return this.jdbc.sql("SELECT version FROM expert WHERE id = ?").param(id).query(Integer.class).single();
	}

	/** Holds the row until the end of the transaction, so that two writers of one profile queue up. */
	Optional<Integer> lock(long id) {
		return this.jdbc.sql("SELECT version FROM expert WHERE id = ? FOR UPDATE").param(id).query(Integer.class)
				.optional();
	}

	Optional<Long> idOfAccount(long accountId) {
		return this.jdbc.sql("SELECT id FROM expert WHERE account_id = ?").param(accountId).query(Long.class)
				.optional();
	}

	Optional<Long> mergedInto(long id) {
		return this.jdbc.sql("SELECT merged_into FROM expert WHERE id = ? AND merged_into IS NOT NULL").param(id)
				.query(Long.class).optional();
	}

	/** Those who work or worked for an organisation. */
	List<Long> workingFor(long organisationId) {
		return this.jdbc
				.sql("SELECT DISTINCT expert_id FROM expert_affiliation WHERE organisation_id = ? ORDER BY expert_id")
				.param(organisationId)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Whoever works for the one works for the other; a profile that somebody is editing has become a newer one. */
	void moveEmployer(long from, long to) {
		this.jdbc.sql("""
				UPDATE expert SET version = version + 1
				WHERE id IN (SELECT expert_id FROM expert_affiliation WHERE organisation_id = ?)""")
				.param(from)
				.update();
		this.jdbc.sql("UPDATE expert_affiliation SET organisation_id = ? WHERE organisation_id = ?")
				.params(to, from)
				.update();
		this.counted.moveEmployer(from, to);
	}

	/** The next numbers after one, in ascending order, of all that others may find. */
	List<Long> publishedAfter(long id, int most) {
		return this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' AND id > ? ORDER BY id LIMIT ?")
				.params(id, most)
				.query((row, _) -> row.getLong(1)).list();
	}

	int countPublished() {
		return this.jdbc.sql("SELECT COUNT(*) FROM expert WHERE state = 'published'").query(Integer.class).single();
	}

	Set<Long> withOrcid(String orcid) {
		return ids("SELECT id FROM expert WHERE orcid = ? AND state <> 'gone'", orcid);
	}

	Set<Long> withOpenalex(String openalex) {
		return ids("SELECT id FROM expert WHERE openalex = ? AND state <> 'gone'", openalex);
	}

	Set<Long> withEmail(String email) {
		return ids("SELECT id FROM expert WHERE contact_email = ? AND state <> 'gone'", email.toLowerCase(Locale.ROOT));
	}

	Set<Long> withNameKeys(Set<String> keys) {
		return keys.isEmpty()
				? Set.of()
				: new LinkedHashSet<>(this.jdbc.sql(
						"SELECT DISTINCT expert_id FROM expert_name_key WHERE name_key IN (:keys) ORDER BY expert_id")
						.param("keys", keys)
						.query((row, _) -> row.getLong(1)).list());
	}

	List<Long> waitingForVerification(@Nullable String city, int offset, int size) {
		return this.jdbc
				.sql("SELECT e.id " + waiting(city)
						+ " ORDER BY e.verification_asked_at, e.id LIMIT :size OFFSET :offset")
				.param("city", city)
				.param("size", size)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1)).list();
	}

	int countWaitingForVerification(@Nullable String city) {
		return this.jdbc.sql("SELECT COUNT(*) " + waiting(city)).param("city", city).query(Integer.class).single();
	}

	/** For a city, its own people and those who work in no city of the province, whom any city may look after. */
	private static String waiting(@Nullable String city) {
		var all = "FROM expert e WHERE e.verification_status IN ('requested', 'outdated') AND e.state IN ('draft', 'published')";
		var employed = "EXISTS (SELECT 1 FROM expert_affiliation a JOIN organisation o ON o.id = a.organisation_id"
				+ " WHERE a.expert_id = e.id AND a.pos = 0 AND o.city ";
		return (city == null)
				? all
				: all + " AND (" + employed + "= :city) OR NOT " + employed + "IS NOT NULL))";
	}

	private Set<Long> ids(String sql, String param) {
		return new LinkedHashSet<>(
				this.jdbc.sql(sql + " ORDER BY id").param(param).query((row, _) -> row.getLong(1)).list());
	}

	private Map<Long, List<Evidence>> evidence(List<Long> ids) {
		var with = new HashMap<Long, List<String>>();
		this.jdbc.sql("""
				SELECT w.evidence_id, w.name FROM expert_evidence_with w JOIN expert_evidence e ON e.id = w.evidence_id
				WHERE e.expert_id IN (:ids) ORDER BY w.evidence_id, w.pos
				""").param("ids", ids).query((row) -> {
			with.computeIfAbsent(row.getLong("evidence_id"), (_) -> new ArrayList<>()).add(row.getString("name"));
		});
		return children(ids, "SELECT * FROM expert_evidence WHERE expert_id IN (:ids) ORDER BY expert_id, pos, id",
				(row) -> new Evidence(row.getLong("id"), row.getString("kind"), row.getString("title"),
						row.getString("abstract_text"), number(row, "evidence_year"),
						with.getOrDefault(row.getLong("id"), List.of()), row.getString("language_code"),
						row.getString("doi"),
						row.getString("openalex")));
	}

	private Map<Long, List<Affiliation>> affiliations(List<Long> ids) {
		return children(ids, "SELECT * FROM expert_affiliation WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				ExpertTable::affiliation);
	}

	private Map<Long, List<String>> words(List<Long> ids, String table, String column) {
		return children(ids,
				"SELECT expert_id, " + column + " FROM " + table + " WHERE expert_id IN (:ids) ORDER BY expert_id, pos",
				(row) -> row.getString(column));
	}

	private <T> Map<Long, List<T>> children(List<Long> ids, String sql, Reading<T> reading) {
		var found = new LinkedHashMap<Long, List<T>>();
		this.jdbc.sql(sql).param("ids", ids).query((row) -> {
			found.computeIfAbsent(row.getLong("expert_id"), (_) -> new ArrayList<>()).add(reading.read(row));
		});
		found.replaceAll((_, list) -> List.copyOf(list));
		return found;
	}

	private void deleteChildren(long id, Group group) {
		switch (group) {
			case BASICS -> {
				delete("expert_other_name", id);
				delete("expert_name_key", id);
				delete("expert_affiliation", id);
			}
			case BACKGROUND -> {
				delete("expert_affiliation", id);
				delete("expert_degree", id);
			}
			case EXPERTISE -> List.of("expert_domain", "expert_free_domain", "expert_industry", "expert_competence")
					.forEach((table) -> delete(table, id));
			case LANGUAGES -> delete("expert_language", id);
			case COUNTRIES -> delete("expert_country", id);
			case OFFERS -> delete("expert_offer", id);
			case EVIDENCE, CONTACT -> {
			}
		}
	}

	private void insertChildren(long id, Group group, Profile profile) {
		switch (group) {
			case BASICS -> {
				insertWords(id, "expert_other_name", "name", profile.basics().names().others());
				batch("INSERT INTO expert_name_key (expert_id, name_key) VALUES (:id, :key)",
						NameKeys.of(profile.basics().names()).stream().map((key) -> of(id).addValue("key", key))
								.toList());
				insertAffiliations(id, profile);
			}
			case BACKGROUND -> {
				insertAffiliations(id, profile);
				var rows = new ArrayList<MapSqlParameterSource>();
				for (var degree : profile.background().degrees()) {
					rows.add(of(id).addValue("pos", rows.size())
							.addValue("level", degree.level())
							.addValue("field", degree.field())
							.addValue("institution", degree.institution())
							.addValue("country", degree.country())
							.addValue("year", degree.year(), Types.INTEGER));
				}
				batch("""
						INSERT INTO expert_degree (expert_id, pos, degree_level, field, institution, country, degree_year)
						VALUES (:id, :pos, :level, :field, :institution, :country, :year)
						""", rows);
			}
			case EXPERTISE -> {
				insertWords(id, "expert_domain", "concept", profile.expertise().domains());
				insertWords(id, "expert_free_domain", "term", profile.expertise().freeDomains());
				insertWords(id, "expert_industry", "industry", profile.expertise().industries());
				insertWords(id, "expert_competence", "competence", profile.expertise().competences());
			}
			case LANGUAGES -> {
				var rows = new ArrayList<MapSqlParameterSource>();
				for (var language : profile.languages()) {
					rows.add(of(id).addValue("pos", rows.size())
							.addValue("code", language.code())
							.addValue("level", language.level()));
				}
				batch("INSERT INTO expert_language (expert_id, pos, language_code, language_level) VALUES (:id, :pos, :code, :level)",
						rows);
			}
			case COUNTRIES -> {
				var rows = new ArrayList<MapSqlParameterSource>();
				for (var country : profile.countries()) {
					rows.add(of(id).addValue("pos", rows.size())
							.addValue("code", country.code())
							.addValue("kind", country.kind())
							.addValue("from", country.from(), Types.INTEGER)
							.addValue("to", country.to(), Types.INTEGER)
							.addValue("note", country.note()));
				}
				batch("""
						INSERT INTO expert_country (expert_id, pos, country, kind, from_year, to_year, note)
						VALUES (:id, :pos, :code, :kind, :from, :to, :note)
						""", rows);
			}
			case OFFERS -> insertWords(id, "expert_offer", "offer", profile.offers().offers());
			case EVIDENCE, CONTACT -> {
			}
		}
	}

	private void insertAffiliations(long id, Profile profile) {
		delete("expert_affiliation", id);
		var rows = new ArrayList<MapSqlParameterSource>();
		for (var affiliation : profile.affiliations()) {
			rows.add(of(id).addValue("pos", rows.size())
					.addValue("organisation", affiliation.organisationId(), Types.BIGINT)
					.addValue("zh", affiliation.name().zh())
					.addValue("en", affiliation.name().en())
					.addValue("country", affiliation.country())
					.addValue("from", affiliation.from(), Types.INTEGER)
					.addValue("to", affiliation.to(), Types.INTEGER)
					.addValue("role", affiliation.role()));
		}
		batch("""
				INSERT INTO expert_affiliation (expert_id, pos, organisation_id, name_zh, name_en, country, from_year, to_year, role)
				VALUES (:id, :pos, :organisation, :zh, :en, :country, :from, :to, :role)
				""", rows);
	}

	/** Pieces keep their numbers, since reasons and shortlists refer to them. */
	private void insertEvidence(long id, List<Evidence> before, List<Evidence> after) {
		var known = new HashMap<Long, Evidence>();
		var places = new HashMap<Long, Integer>();
		for (var piece : before) {
			known.put(Objects.requireNonNull(piece.id()), piece);
			places.put(Objects.requireNonNull(piece.id()), places.size());
		}
		var kept = new HashSet<Long>();
		var fresh = new ArrayList<MapSqlParameterSource>();
		var freshWith = new HashMap<Integer, List<String>>();
		for (var i = 0; i < after.size(); i++) {
			var piece = after.get(i);
			if (piece.id() != null && known.containsKey(piece.id()) && kept.add(piece.id())) {
				if (!piece.equals(known.get(piece.id())) || !Objects.equals(places.get(piece.id()), i)) {
					this.named.update("""
							UPDATE expert_evidence SET pos = :pos, kind = :kind, title = :title, abstract_text = :abstract,
								evidence_year = :year, language_code = :language, doi = :doi, openalex = :openalex
							WHERE id = :evidence AND expert_id = :id
							""", values(id, i, piece).addValue("evidence", piece.id()));
					if (!piece.with().equals(Objects.requireNonNull(known.get(piece.id())).with())) {
						this.jdbc.sql("DELETE FROM expert_evidence_with WHERE evidence_id = ?").param(piece.id())
								.update();
						insertWith(piece.id(), piece.with());
					}
				}
			} else {
				fresh.add(values(id, i, piece));
				freshWith.put(i, piece.with());
			}
		}
		var dropped = known.keySet().stream().filter((piece) -> !kept.contains(piece)).toList();
		if (!dropped.isEmpty()) {
			this.jdbc.sql("DELETE FROM expert_evidence_with WHERE evidence_id IN (:ids)").param("ids", dropped)
					.update();
			this.jdbc.sql("DELETE FROM expert_evidence WHERE id IN (:ids)").param("ids", dropped).update();
		}
		batch("""
				INSERT INTO expert_evidence (expert_id, pos, kind, title, abstract_text, evidence_year, language_code, doi, openalex)
				VALUES (:id, :pos, :kind, :title, :abstract, :year, :language, :doi, :openalex)
				""", fresh);
		if (freshWith.values().stream().anyMatch((names) -> !names.isEmpty())) {
			// The numbers that were just given, found by their places, which are unique within the expert.
			this.jdbc.sql("SELECT id, pos FROM expert_evidence WHERE expert_id = ?")
					.param(id)
					.query((row, _) -> Map.entry(row.getLong("id"), row.getInt("pos")))
					.list()
					.forEach((stored) -> insertWith(stored.getKey(),
							freshWith.getOrDefault(stored.getValue(), List.of())));
		}
	}

	private void insertWith(long evidence, List<String> names) {
		var rows = new ArrayList<MapSqlParameterSource>();
		for (var name : names) {
			rows.add(of(evidence).addValue("pos", rows.size()).addValue("name", name));
		}
		batch("INSERT INTO expert_evidence_with (evidence_id, pos, name) VALUES (:id, :pos, :name)", rows);
	}

	private void insertWords(long id, String table, String column, List<String> words) {
		var rows = new ArrayList<MapSqlParameterSource>();
		for (var word : words) {
			rows.add(of(id).addValue("pos", rows.size()).addValue("word", word));
		}
		batch("INSERT INTO " + table + " (expert_id, pos, " + column + ") VALUES (:id, :pos, :word)", rows);
	}

	private void insertGroups(long id, Expert expert) {
		batch("""
				INSERT INTO expert_group (expert_id, field_group, source, confirmed_on, visibility)
				VALUES (:id, :group, :source, :confirmed, :visibility)
				""", expert.groups()
				.entrySet()
				.stream()
				.map((group) -> of(id).addValue("group", group.getKey().code())
						.addValue("source", group.getValue().source().code())
						.addValue("confirmed", group.getValue().confirmedOn())
						.addValue("visibility", group.getValue().visibility().name().toLowerCase(Locale.ROOT)))
				.toList());
	}

	/** Notes or forgets that the person keeps something off their profile; it leaves the version as it is, nobody edits it. */
	void exclude(long id, String key, boolean excluded) {
		this.jdbc.sql("DELETE FROM expert_exclusion WHERE expert_id = ? AND item_key = ?").params(id, key).update();
		if (excluded) {
			insertExclusions(id, Set.of(key));
		}
	}

	private void insertExclusions(long id, Set<String> keys) {
		batch("INSERT INTO expert_exclusion (expert_id, item_key) VALUES (:id, :key)",
				keys.stream().map((key) -> of(id).addValue("key", key)).toList());
	}

	private void delete(String table, long id) {
		if (!CHILDREN.contains(table)) {
			throw new IllegalArgumentException(table);
		}
		this.jdbc.sql("DELETE FROM " + table + " WHERE expert_id = ?").param(id).update();
	}

	private void batch(String sql, List<MapSqlParameterSource> rows) {
		if (!rows.isEmpty()) {
			this.named.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
		}
	}

	private static MapSqlParameterSource of(long id) {
		return new MapSqlParameterSource("id", id);
	}

	private static MapSqlParameterSource values(long id, int pos, Evidence piece) {
		return of(id).addValue("pos", pos)
				.addValue("kind", piece.kind())
				.addValue("title", piece.title())
				.addValue("abstract", piece.abstractText())
				.addValue("year", piece.year(), Types.INTEGER)
				.addValue("language", piece.language())
				.addValue("doi", piece.doi())
				.addValue("openalex", piece.openalex());
	}

	private static MapSqlParameterSource values(Expert expert) {
		var basics = expert.profile().basics();
		var offers = expert.profile().offers();
		var contact = expert.profile().contact();
		var verification = expert.verification();
		return new MapSqlParameterSource().addValue("state", expert.state().code())
				.addValue("sample", expert.sample())
				.addValue("account", expert.accountId(), Types.BIGINT)
				.addValue("mergedInto", expert.mergedInto(), Types.BIGINT)
				.addValue("nameZh", basics.names().zh())
				.addValue("nameLatin", basics.names().latin())
				.addValue("nameNative", basics.names().nativeScript())
				.addValue("titleLevel", basics.title().level())
				.addValue("titleZh", basics.title().zh())
				.addValue("titleEn", basics.title().en())
				.addValue("summaryZh", basics.summary().zh())
				.addValue("summaryEn", basics.summary().en())
				.addValue("residence", basics.residence())
				.addValue("nationality", expert.profile().background().nationality())
				.addValue("availabilityStatus", offers.availability().status())
				.addValue("availabilityFrom", offers.availability().from(), Types.DATE)
				.addValue("availabilityNote", offers.availability().note())
				.addValue("preferredLanguage", offers.preferredLanguage())
				.addValue("timeZone", offers.timeZone())
				.addValue("email", contact.email())
				.addValue("phone", contact.phone())
				.addValue("other", contact.other())
				.addValue("orcid", basics.identifiers().orcid())
				.addValue("openalex", basics.identifiers().openalex())
				.addValue("verificationStatus", verification.status().code())
				.addValue("verificationOn", verification.on(), Types.DATE)
				.addValue("verificationBy", verification.by(), Types.BIGINT)
				.addValue("verificationRemark", verification.remark())
				.addValue("askedAt", stored(verification.askedAt()), Types.TIMESTAMP)
				.addValue("publishedAt", stored(expert.publishedAt()), Types.TIMESTAMP)
				.addValue("createdAt", stored(expert.createdAt()), Types.TIMESTAMP)
				.addValue("updatedAt", stored(expert.updatedAt()), Types.TIMESTAMP);
	}

	/** Times are stored as UTC wall clock, so that no server's or driver's zone can shift them. */
	static @Nullable LocalDateTime stored(@Nullable Instant instant) {
		return (instant != null)
				? LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)
				: null;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	private static Affiliation affiliation(ResultSet row) throws SQLException {
		return new Affiliation(row.getObject("organisation_id", Long.class),
				new Bilingual(row.getString("name_zh"), row.getString("name_en")), row.getString("country"),
				number(row, "from_year"), number(row, "to_year"), row.getString("role"));
	}

	private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
		return row.getObject(column, Integer.class);
	}

	private static State state(ResultSet row) throws SQLException {
		return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
	}

	private static Row row(ResultSet row, int index) throws SQLException {
		return new Row(row.getLong("id"), row.getInt("version"), state(row), row.getBoolean("sample"),
				row.getObject("account_id", Long.class), row.getObject("merged_into", Long.class),
				row.getString("name_zh"),
				row.getString("name_latin"), row.getString("name_native"),
				new Title(row.getString("title_level"), row.getString("title_zh"), row.getString("title_en")),
				new Bilingual(row.getString("summary_zh"), row.getString("summary_en")), row.getString("residence"),
				row.getString("nationality"),
				new Availability(row.getString("availability_status"),
						row.getObject("availability_from", LocalDate.class),
						row.getString("availability_note")),
				row.getString("preferred_language"), row.getString("time_zone"),
				new Contact(row.getString("contact_email"), row.getString("contact_phone"),
						row.getString("contact_other")),
				new Identifiers(row.getString("orcid"), row.getString("openalex")),
				new Verification(
						Verification.Status.valueOf(row.getString("verification_status").toUpperCase(Locale.ROOT)),
						row.getObject("verification_on", LocalDate.class), row.getObject("verification_by", Long.class),
						row.getString("verification_remark"), instant(row, "verification_asked_at")),
				instant(row, "published_at"), Objects.requireNonNull(instant(row, "created_at")),
				Objects.requireNonNull(instant(row, "updated_at")));
	}

	private record Row(long id, int version, State state, boolean sample, @Nullable Long accountId,
			@Nullable Long mergedInto, @Nullable String nameZh, @Nullable String nameLatin, @Nullable String nameNative,
			Title title, Bilingual summary, @Nullable String residence, @Nullable String nationality,
			Availability availability, @Nullable String preferredLanguage, @Nullable String timeZone, Contact contact,
			Identifiers identifiers, Verification verification, @Nullable Instant publishedAt, Instant createdAt,
			Instant updatedAt) {

	}

	@FunctionalInterface
	private interface Reading<T> {

		T read(ResultSet row) throws SQLException;

	}

}
