package org.zhiqiao.platform.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Tally;
import tools.jackson.databind.json.JsonMapper;

/** Projects and bases in the database. */
@Repository
class CooperationTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	CooperationTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Conditions of a list of what was recorded; what is null does not count.
	 *
	 * @param organisation the host or a partner
	 * @param year one in which it went on
	 * @param only the numbers of those that may be found, never empty
	 */
	record Wanted(@Nullable CooperationKind kind, @Nullable String industry, @Nullable String city,
			@Nullable String country, @Nullable Long organisation, @Nullable Long person, @Nullable Integer year,
			List<String> words, @Nullable Set<Long> only) {

		Wanted(@Nullable CooperationKind kind, @Nullable String industry, @Nullable String city,
				@Nullable String country, @Nullable Long organisation, @Nullable Long person, @Nullable Integer year,
				List<String> words) {
			this(kind, industry, city, country, organisation, person, year, words, null);
		}

		/** Of these, those that fulfil the conditions. */
		Wanted among(Set<Long> ids) {
			return new Wanted(this.kind, this.industry, this.city, this.country, this.organisation, this.person,
					this.year, this.words, ids);
		}

	}

	Cooperation insert(Cooperation one) {
		var keys = new GeneratedKeyHolder();
		values(this.jdbc
				.sql("""
				INSERT INTO cooperation (version, kind, owner_id, sample, state, content, remarks, submitted_at, created_at,
					updated_at, own_reference)
				VALUES (1, :kind, :owner, :sample, :state, :content, :remarks, :submittedAt, :createdAt, :updatedAt,
					:reference)"""),
				one)
				.param("sample", one.sample())
				.param("createdAt", Moments.stored(one.createdAt()))
				.update(keys, "id");
		return found(Objects.requireNonNull(keys.getKey()).longValue());
	}

	/** Stores a changed one; {@link StaleVersion} if it was changed since it was read. */
	Cooperation update(Cooperation one) {
		var changed = values(this.jdbc.sql("""
				UPDATE cooperation SET version = version + 1, kind = :kind, owner_id = :owner, state = :state,
					content = :content, remarks = :remarks, submitted_at = :submittedAt, updated_at = :updatedAt,
					own_reference = :reference
				WHERE id = :id AND version = :version"""), one)
				.param("id", one.id())
				.param("version", one.version())
				.update();
		if (changed == 0) {
			throw new StaleVersion("cooperation", one.id(), find(one.id()).map(Cooperation::version).orElse(0));
		}
		return found(one.id());
	}

	private Cooperation found(long id) {
		return find(id).orElseThrow();
	}

	private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Cooperation one) {
		return statement.param("kind", one.content().kind().name())
				.param("owner", one.ownerId(), Types.BIGINT)
				.param("state", one.state().name())
				.param("content", this.json.writeValueAsString(one.content()))
				.param("reference", one.content().reference(), Types.VARCHAR)
				.param("remarks", one.remarks(), Types.VARCHAR)
				.param("submittedAt", Moments.storedIfAny(one.submittedAt()), Types.TIMESTAMP)
				.param("updatedAt", Moments.storedIfAny(one.updatedAt()), Types.TIMESTAMP);
	}

	/** What it says now counts, and is kept as a version. */
	Cooperation record(Cooperation one, @Nullable Long by) {
		var stored = update(one);
		var content = stored.content();
		this.jdbc.sql("UPDATE cooperation SET recorded_at = :at, recorded_by = :by WHERE id = :id")
				.param("at", Moments.storedIfAny(one.recordedAt()), Types.TIMESTAMP)
				.param("by", by, Types.BIGINT)
				.param("id", one.id())
				.update();
		this.jdbc.sql("""
				INSERT INTO cooperation_version (cooperation_id, number, content, recorded_at, recorded_by)
				SELECT :id, COALESCE(MAX(v.number), 0) + 1, :content, :at, :by FROM cooperation_version v
				WHERE v.cooperation_id = :id""")
				.param("id", one.id())
				.param("content", this.json.writeValueAsString(content))
				.param("at", Moments.storedIfAny(one.recordedAt()), Types.TIMESTAMP)
				.param("by", by, Types.BIGINT)
				.update();
		write(one.id(), content);
		return found(one.id());
	}

	/** It counts no more; its versions stay. */
	Cooperation withdraw(Cooperation one) {
		var stored = update(one);
		this.jdbc.sql("""
				UPDATE cooperation SET recorded = NULL, recorded_at = NULL, recorded_by = NULL, withdrawn_at = :at,
					withdrawal = :why
				WHERE id = :id""")
				.param("at", Moments.storedIfAny(one.withdrawnAt()), Types.TIMESTAMP)
				.param("why", one.withdrawal(), Types.VARCHAR)
				.param("id", stored.id())
				.update();
		this.jdbc
				.sql("""
				UPDATE cooperation_version SET withdrawn_at = :at WHERE cooperation_id = :id AND withdrawn_at IS NULL""")
				.param("at", Moments.storedIfAny(one.withdrawnAt()), Types.TIMESTAMP)
				.param("id", stored.id())
				.update();
		this.jdbc.sql("DELETE FROM cooperation_link WHERE cooperation_id = ?").param(stored.id()).update();
		return found(stored.id());
	}

	/** What counts, or counted last. */
	Optional<CooperationContent> lastRecorded(long id) {
		return this.jdbc
				.sql("SELECT content FROM cooperation_version WHERE cooperation_id = ? ORDER BY number DESC LIMIT 1")
				.param(id)
				.query((row, _) -> this.json.readValue(row.getString(1), CooperationContent.class))
				.optional();
	}

	/** What counts and names any of these people, the latest years first. */
	List<Cooperation> naming(Collection<Long> people) {
		return load(this.jdbc.sql("""
				SELECT c.id FROM cooperation c WHERE c.recorded_at IS NOT NULL AND EXISTS (
					SELECT 1 FROM cooperation_link l
					WHERE l.cooperation_id = c.id AND l.kind = 'person' AND l.target_id IN (:people))
				ORDER BY c.from_year DESC, c.id DESC""")
				.param("people", people)
				.query((row, _) -> row.getLong(1))
				.list());
	}

	List<Long> firstRecordedBetween(Instant after, Instant until) {
		return this.jdbc.sql("""
				SELECT c.id FROM cooperation c JOIN cooperation_version v ON v.cooperation_id = c.id AND v.number = 1
				WHERE c.recorded_at IS NOT NULL AND v.recorded_at > :after AND v.recorded_at <= :until
				ORDER BY v.recorded_at DESC, c.id DESC""")
				.param("after", Moments.stored(after))
				.param("until", Moments.stored(until))
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** What counts, and what it is found by. */
	private void write(long id, CooperationContent content) {
		this.jdbc.sql("""
				UPDATE cooperation SET recorded = :recorded, city = :city, host_id = :host, host_kind = :hostKind,
					channel = :channel, from_year = :from, to_year = :to, plain = :plain WHERE id = :id""")
				.param("recorded", this.json.writeValueAsString(content))
				.param("city", content.city(), Types.VARCHAR)
				.param("host", content.host(), Types.BIGINT)
				.param("hostKind", content.hostKind(), Types.VARCHAR)
				.param("channel", content.channel(), Types.VARCHAR)
				.param("from", content.fromYear(), Types.INTEGER)
				.param("to", content.toYear(), Types.INTEGER)
				.param("plain", Stream.of(content.title().zh(), content.title().en())
						.filter(Objects::nonNull)
						.collect(Collectors.joining("\n"))
						.toLowerCase(Locale.ROOT))
				.param("id", id)
				.update();
		this.jdbc.sql("DELETE FROM cooperation_link WHERE cooperation_id = ?").param(id).update();
		links(id, "industry", content.industries());
		links(id, "country", content.countries());
		links(id, "person", content.people());
		links(id, "partner", content.partners());
	}

	private void links(long id, String kind, List<?> values) {
		for (var place = 0; place < values.size(); place++) {
			var value = values.get(place);
			this.jdbc.sql("""
					INSERT INTO cooperation_link (cooperation_id, kind, place, code, target_id)
					VALUES (:id, :kind, :place, :code, :target)""")
					.param("id", id)
					.param("kind", kind)
					.param("place", place)
					.param("code", (value instanceof String code) ? code : null, Types.VARCHAR)
					.param("target", (value instanceof Long target) ? target : null, Types.BIGINT)
					.update();
		}
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM cooperation WHERE id = ?").param(id).update();
	}

	Optional<Cooperation> find(long id) {
		return load(List.of(id)).stream().findFirst();
	}

	/** In the order of the numbers given. */
	List<Cooperation> load(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var found = new HashMap<Long, Cooperation>();
		this.jdbc.sql("SELECT * FROM cooperation WHERE id IN (:ids)").param("ids", ids).query(row -> {
			found.put(row.getLong("id"), read(row));
		});
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private Cooperation read(ResultSet row) throws SQLException {
		var recorded = row.getString("recorded");
		return new Cooperation(row.getLong("id"), row.getInt("version"), row.getObject("owner_id", Long.class),
				row.getBoolean("sample"), CooperationState.valueOf(row.getString("state")),
				this.json.readValue(row.getString("content"), CooperationContent.class), row.getString("remarks"),
				Moments.read(row, "submitted_at"),
				(recorded != null) ? this.json.readValue(recorded, CooperationContent.class) : null,
				Moments.read(row, "recorded_at"), Moments.read(row, "withdrawn_at"),
				row.getString("withdrawal"), Objects.requireNonNull(Moments.read(row, "created_at")),
				Objects.requireNonNull(Moments.read(row, "updated_at")));
	}

	/** What somebody entered under their own number. */
	Optional<Long> referred(long owner, CooperationKind kind, String reference) {
		return this.jdbc
				.sql("SELECT id FROM cooperation WHERE owner_id = :owner AND kind = :kind AND own_reference = :reference")
				.param("owner", owner)
				.param("kind", kind.name())
				.param("reference", reference)
				.query(Long.class)
				.optional();
	}

	/** What others entered under the same number. */
	List<Long> referredByOthers(long owner, CooperationKind kind, String reference) {
		return this.jdbc
				.sql("""
				SELECT id FROM cooperation WHERE kind = :kind AND own_reference = :reference
					AND (owner_id IS NULL OR owner_id <> :owner) ORDER BY id""")
				.param("owner", owner)
				.param("kind", kind.name())
				.param("reference", reference)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	boolean isEmpty() {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation").query(Long.class).single() == 0;
	}

	List<Long> by(long account, int offset, int count) {
		return numbers("owner_id = :who ORDER BY updated_at DESC, id DESC", Map.of("who", account), offset, count);
	}

	long countBy(long account) {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation WHERE owner_id = ?")
				.param(account)
				.query(Long.class)
				.single();
	}

	/** What waits for the administration, what was handed in first first. */
	List<Long> waiting(int offset, int count) {
		return numbers("state = :state ORDER BY submitted_at, id", Map.of("state", CooperationState.SUBMITTED.name()),
				offset, count);
	}

	long countWaiting() {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation WHERE state = ?")
				.param(CooperationState.SUBMITTED.name())
				.query(Long.class)
				.single();
	}

	/** What has nobody to put it right, what was withdrawn first first. */
	List<Long> leftBehind(int offset, int count) {
		return numbers("owner_id IS NULL AND state = :state ORDER BY withdrawn_at, id",
				Map.of("state", CooperationState.RETURNED.name()), offset, count);
	}

	long countLeftBehind() {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation WHERE owner_id IS NULL AND state = ?")
				.param(CooperationState.RETURNED.name())
				.query(Long.class)
				.single();
	}

	private List<Long> numbers(String where, Map<String, ?> values, int offset, int count) {
		return this.jdbc.sql("SELECT id FROM cooperation WHERE " + where + " LIMIT :count OFFSET :offset")
				.params(values)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** What was recorded, the latest years first. */
	List<Long> recorded(Wanted wanted, int offset, int count) {
		var values = new HashMap<String, Object>();
		return numbers(where(wanted, values) + " ORDER BY from_year DESC, id DESC", values, offset, count);
	}

	long countRecorded(Wanted wanted) {
		var values = new HashMap<String, Object>();
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation WHERE " + where(wanted, values))
				.params(values)
				.query(Long.class)
				.single();
	}

	private static String where(Wanted wanted, Map<String, Object> values) {
		var where = new StringBuilder("recorded_at IS NOT NULL");
		var kind = wanted.kind();
		if (kind != null) {
			where.append(" AND kind = :kind");
			values.put("kind", kind.name());
		}
		equal("city", wanted.city(), where, values);
		linked("industry", "code", wanted.industry(), where, values);
		linked("country", "code", wanted.country(), where, values);
		linked("person", "target_id", wanted.person(), where, values);
		var organisation = wanted.organisation();
		if (organisation != null) {
			where.append(
					"""
					 AND (host_id = :organisation OR EXISTS (SELECT 1 FROM cooperation_link l
					WHERE l.cooperation_id = cooperation.id AND l.kind = 'partner' AND l.target_id = :organisation))""");
			values.put("organisation", organisation);
		}
		var year = wanted.year();
		if (year != null) {
			where.append(" AND from_year <= :year AND (to_year IS NULL OR to_year >= :year)");
			values.put("year", year);
		}
		var only = wanted.only();
		if (only != null) {
			where.append(" AND id IN (:only)");
			values.put("only", only);
		}
		for (var i = 0; i < wanted.words().size(); i++) {
			where.append(" AND plain LIKE :word").append(i).append(" ESCAPE '!'");
			values.put("word" + i,
					"%" + wanted.words().get(i).toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
		}
		return where.toString();
	}

	private static void equal(String column, @Nullable String value, StringBuilder where, Map<String, Object> values) {
		if (value != null) {
			where.append(" AND ").append(column).append(" = :").append(column);
			values.put(column, value);
		}
	}

	private static void linked(String kind, String column, @Nullable Object value, StringBuilder where,
			Map<String, Object> values) {
		if (value != null) {
			where.append(
					" AND EXISTS (SELECT 1 FROM cooperation_link l WHERE l.cooperation_id = cooperation.id AND l.kind = '")
					.append(kind)
					.append("' AND l.")
					.append(column)
					.append(" = :")
					.append(kind)
					.append(')');
			values.put(kind, value);
		}
	}

	/** Of what was recorded: how many there are of each industry in each city. */
	List<Tally> byIndustryAndCity(CooperationKind kind, @Nullable String country) {
		return this.jdbc.sql("""
				SELECT i.code AS line, c.city AS place, COUNT(DISTINCT c.id) AS things FROM cooperation c
					JOIN cooperation_link i ON i.cooperation_id = c.id AND i.kind = 'industry'
				WHERE c.recorded_at IS NOT NULL AND c.kind = :kind AND c.city IS NOT NULL AND (:country IS NULL OR EXISTS (
					SELECT 1 FROM cooperation_link l WHERE l.cooperation_id = c.id AND l.kind = 'country' AND l.code = :country))
				GROUP BY i.code, c.city""")
				.param("kind", kind.name())
				.param("country", country, Types.VARCHAR)
				.query((row, _) -> Tally.read(row))
				.list();
	}

	/** Of what was recorded: how many there are of each industry with each country. */
	List<Tally> byIndustryAndCountry(CooperationKind kind, @Nullable String city) {
		return this.jdbc.sql("""
				SELECT i.code AS line, l.code AS place, COUNT(DISTINCT c.id) AS things FROM cooperation c
					JOIN cooperation_link i ON i.cooperation_id = c.id AND i.kind = 'industry'
					JOIN cooperation_link l ON l.cooperation_id = c.id AND l.kind = 'country'
				WHERE c.recorded_at IS NOT NULL AND c.kind = :kind AND (:city IS NULL OR c.city = :city)
				GROUP BY i.code, l.code""")
				.param("kind", kind.name())
				.param("city", city, Types.VARCHAR)
				.query((row, _) -> Tally.read(row))
				.list();
	}

	/** Two profiles have become one. */
	void movePerson(long from, long to) {
		changing(from,
				content -> with(content, replaced(content.people(), from, to), content.partners(), content.host()));
	}

	/** Somebody is erased. */
	void forgetPerson(long person) {
		changing(person, content -> with(content,
				content.people().stream().filter(one -> one != person).toList(), content.partners(), content.host()));
	}

	long countOfOrganisation(long organisation) {
		return touching(organisation).stream()
				.filter(one -> names(one.content(), organisation)
						|| (one.recorded() != null && names(one.recorded(), organisation)))
				.count();
	}

	private static boolean names(CooperationContent content, long organisation) {
		return content.partners().contains(organisation)
				|| (content.host() != null && content.host() == organisation);
	}

	void moveOrganisation(long goes, long stays) {
		changing(goes,
				content -> with(content, content.people(), replaced(content.partners(), goes, stays),
						(content.host() != null && content.host() == goes) ? Long.valueOf(stays) : content.host()));
	}

	private static List<Long> replaced(List<Long> numbers, long from, long to) {
		return new LinkedHashSet<>(numbers.stream().map(one -> (one == from) ? Long.valueOf(to) : one).toList())
				.stream()
				.toList();
	}

	private static CooperationContent with(CooperationContent one, List<Long> people, List<Long> partners,
			@Nullable Long host) {
		return new CooperationContent(one.kind(), one.title(), host, one.hostKind(), one.city(), one.industries(),
				one.domains(), one.countries(), partners, people, one.fromYear(), one.toYear(), one.funding(),
				one.channel(), one.programme(), one.baseType(), one.baseLevel(), one.theme(), one.note(),
				one.occasion(),
				one.reference());
	}

	private List<Cooperation> touching(long number) {
		return load(numbered(number));
	}

	private List<Long> numbered(long number) {
		return this.jdbc
				.sql("""
				SELECT c.id FROM cooperation c WHERE c.content LIKE :pattern OR c.recorded LIKE :pattern OR EXISTS (
					SELECT 1 FROM cooperation_version v WHERE v.cooperation_id = c.id AND v.content LIKE :pattern)
				ORDER BY c.id""")
				.param("pattern", "%" + number + "%")
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/**
	 * Changes what is being written and what was recorded alike, and what was recorded before: that may come back. Each is held
	 * before it is read again, and gets a new version: whoever read it before the change has to look anew.
	 */
	private void changing(long number, UnaryOperator<CooperationContent> change) {
		for (var id : numbered(number)) {
			var held = this.jdbc.sql("SELECT * FROM cooperation WHERE id = ? FOR UPDATE")
					.param(id)
					.query((row, _) -> read(row))
					.optional();
			held.ifPresent(one -> {
				changed(one, change);
				changeVersions(id, change);
			});
		}
	}

	private void changeVersions(long id, UnaryOperator<CooperationContent> change) {
		this.jdbc.sql("SELECT number, content FROM cooperation_version WHERE cooperation_id = ? FOR UPDATE")
				.param(id)
				.query((row, _) -> new Version(row.getInt(1),
						this.json.readValue(row.getString(2), CooperationContent.class)))
				.list()
				.forEach(before -> {
					var content = change.apply(before.content());
					if (!content.equals(before.content())) {
						this.jdbc
								.sql("UPDATE cooperation_version SET content = ? WHERE cooperation_id = ? AND number = ?")
								.params(this.json.writeValueAsString(content), id, before.number())
								.update();
					}
				});
	}

	private record Version(int number, CooperationContent content) {

	}

	private void changed(Cooperation one, UnaryOperator<CooperationContent> change) {
		var content = change.apply(one.content());
		var before = one.recorded();
		var recorded = (before != null) ? change.apply(before) : null;
		if (!content.equals(one.content()) || !Objects.equals(recorded, before)) {
			this.jdbc.sql("UPDATE cooperation SET content = ?, version = version + 1 WHERE id = ?")
					.params(this.json.writeValueAsString(content), one.id())
					.update();
			if (recorded != null) {
				write(one.id(), recorded);
			}
		}
	}

	/** What they never handed in or got back is nobody's business; what counts, did, or is under review stays. */
	void forgetOwner(long account) {
		this.jdbc.sql(
				"DELETE FROM cooperation WHERE owner_id = ? AND recorded_at IS NULL AND withdrawn_at IS NULL AND state IN ('DRAFT', 'RETURNED')")
				.param(account)
				.update();
		load(this.jdbc
				.sql("""
				SELECT id FROM cooperation WHERE owner_id = ? AND state IN ('DRAFT', 'RETURNED') ORDER BY id FOR UPDATE""")
				.param(account)
				.query((row, _) -> row.getLong(1))
				.list()).forEach(
						one -> Optional.ofNullable(one.recorded())
								.or(() -> lastRecorded(one.id()))
								.ifPresent(last -> update(one.abandoned(last))));
		this.jdbc.sql("UPDATE cooperation SET owner_id = NULL WHERE owner_id = ?").param(account).update();
		this.jdbc.sql("UPDATE cooperation SET recorded_by = NULL WHERE recorded_by = ?").param(account).update();
		this.jdbc.sql("UPDATE cooperation_version SET recorded_by = NULL WHERE recorded_by = ?").param(account)
				.update();
	}

	/** All that somebody entered. */
	List<Cooperation> enteredBy(long account) {
		return load(by(account, 0, Integer.MAX_VALUE));
	}

}
