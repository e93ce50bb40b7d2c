package org.zhiqiao.platform.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

import org.zhiqiao.platform.engagement.Course.Feedback;
import org.zhiqiao.platform.engagement.Course.Stage;
import org.zhiqiao.platform.engagement.Course.Word;
import org.zhiqiao.platform.engagement.Engagement.Consent;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.StaleVersion;

/** Engagements in the database. */
@Repository
class EngagementTable {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate named;

	EngagementTable(JdbcClient jdbc, NamedParameterJdbcTemplate named) {
		this.jdbc = jdbc;
		this.named = named;
	}

	Optional<Engagement> find(long id) {
		return this.jdbc.sql("SELECT * FROM engagement WHERE id = ?")
				.param(id)
				.query((row, _) -> engagement(row))
				.optional();
	}

	/** As it is once nobody else is changing it; held until the transaction ends. */
	Optional<Engagement> lock(long id) {
		return this.jdbc.sql("SELECT * FROM engagement WHERE id = ? FOR UPDATE")
				.param(id)
				.query((row, _) -> engagement(row))
				.optional();
	}

	/**
	 * The latest one of a need and a person, held until the transaction ends. Where there is none nothing is held: MySQL would
	 * hold the gap, and two who want to fill it would wait for each other.
	 */
	Optional<Engagement> lockLatest(long demand, long expert) {
		return this.jdbc.sql("SELECT MAX(id) FROM engagement WHERE demand_id = ? AND expert_id = ? HAVING MAX(id) > 0")
				.params(demand, expert)
				.query(Long.class)
				.optional()
				.flatMap(this::lock);
	}

	/** The latest ones first. */
	List<Engagement> ofDemand(long demand) {
		return list("SELECT * FROM engagement WHERE demand_id = ? ORDER BY id DESC", demand);
	}

	/** The latest ones first. */
	List<Engagement> ofExpert(long expert) {
		return list("SELECT * FROM engagement WHERE expert_id = ? ORDER BY updated_at DESC, id DESC", expert);
	}

	/** Those of a need as they are once nobody else is changing them; held until the transaction ends, and so is the need. */
	List<Engagement> lockOfDemand(long demand) {
		return list("SELECT * FROM engagement WHERE demand_id = ? ORDER BY id FOR UPDATE", demand);
	}

	/**
	 * Those of people as they are once nobody else is changing them; held until the transaction ends. One by one: MySQL would
	 * hold the gaps beside them as well, and wait for whoever is filling one and waits for us.
	 */
	List<Engagement> lockOfExperts(Long... experts) {
		var people = List.of(experts);
		return this.jdbc.sql("SELECT id FROM engagement WHERE expert_id IN (:experts) ORDER BY id")
				.param("experts", people)
				.query((row, _) -> row.getLong(1))
				.list()
				.stream()
				.map(this::lock)
				.flatMap(Optional::stream)
				.filter(one -> people.contains(one.expertId()))
				.toList();
	}

	/** Of the needs of an account or its firm. */
	List<Engagement> ofOwner(long account, @Nullable Long organisation) {
		return this.jdbc
				.sql("""
				SELECT e.* FROM engagement e JOIN demand d ON d.id = e.demand_id
				WHERE d.owner_id = :account OR d.organisation_id = :organisation ORDER BY e.updated_at DESC, e.id DESC""")
				.param("account", account)
				.param("organisation", organisation, Types.BIGINT)
				.query((row, _) -> engagement(row))
				.list();
	}

	/** Those that an account began or agreed to, whoever it is for. */
	List<Engagement> touchedBy(long account) {
		return this.jdbc.sql("""
				SELECT * FROM engagement WHERE initiator_account = :account OR owner_account = :account
					OR person_account = :account ORDER BY id""")
				.param("account", account)
				.query((row, _) -> engagement(row))
				.list();
	}

	/** Which needs a person takes part in as a guest, and whether they are shown their full text. */
	Map<Long, Boolean> guestOf(long expert, Collection<Long> demands) {
		var shown = new HashMap<Long, Boolean>();
		if (!demands.isEmpty()) {
			this.jdbc.sql("""
					SELECT demand_id, full_text FROM engagement
					WHERE expert_id = :expert AND standing = 1 AND demand_id IN (:demands)
						AND (initiator = 'OWNER' OR exchanged_at IS NOT NULL OR full_text = TRUE)""")
					.param("expert", expert)
					.param("demands", demands)
					.query(row -> {
						shown.put(row.getLong(1), row.getBoolean(2));
					});
		}
		return shown;
	}

	/** Those among the people who said to the owner of a need that they want to, or offered themselves. */
	Set<Long> willingAmong(long account, @Nullable Long organisation, Collection<Long> experts) {
		return experts.isEmpty()
				? Set.of()
				: new HashSet<>(this.jdbc.sql("""
				SELECT e.expert_id FROM engagement e JOIN demand d ON d.id = e.demand_id
				WHERE e.standing = 1 AND (e.initiator = 'PERSON' OR e.person_agreed_at IS NOT NULL)
					AND (d.owner_id = :account OR d.organisation_id = :organisation) AND e.expert_id IN (:experts)""")
						.param("account", account)
						.param("organisation", organisation, Types.BIGINT)
						.param("experts", experts)
						.query((row, _) -> row.getLong(1))
						.list());
	}

	Engagement insert(Engagement engagement) {
		var keys = new GeneratedKeyHolder();
		this.named.update("""
				INSERT INTO engagement (version, demand_id, expert_id, sample, initiator, initiator_account, state,
					standing, message, full_text, owner_name, owner_email, owner_other, owner_account, owner_agreed_at,
					person_name, person_email, person_other, person_account, person_agreed_at, exchanged_at, reason,
					note, ended_by, spoke_last, created_at, updated_at)
				VALUES (1, :demand, :expert, :sample, :by, :byAccount, :state, :standing, :message, :fullText,
					:ownerName, :ownerEmail, :ownerOther, :ownerAccount, :ownerAt, :personName, :personEmail,
					:personOther, :personAccount, :personAt, :exchangedAt, :reason, :note, :endedBy, :spokeLast,
					:createdAt, :updatedAt)""", values(engagement), keys, new String[]{"id"});
		return engagement.stored(Objects.requireNonNull(keys.getKey()).longValue(), 1);
	}

	/** @throws StaleVersion if it was changed since it was read */
	Engagement update(Engagement engagement) {
		var changed = this.named.update("""
				UPDATE engagement SET version = version + 1, expert_id = :expert, initiator_account = :byAccount,
					state = :state, standing = :standing, message = :message, full_text = :fullText,
					owner_name = :ownerName, owner_email = :ownerEmail, owner_other = :ownerOther,
					owner_account = :ownerAccount, owner_agreed_at = :ownerAt, person_name = :personName,
					person_email = :personEmail, person_other = :personOther, person_account = :personAccount,
					person_agreed_at = :personAt, exchanged_at = :exchangedAt, reason = :reason, note = :note,
					ended_by = :endedBy, spoke_last = :spokeLast, updated_at = :updatedAt
				WHERE id = :id AND version = :version""", values(engagement));
		if (changed == 0) {
			throw new StaleVersion("engagement", engagement.id(),
					find(engagement.id()).map(Engagement::version).orElse(engagement.version()));
		}
		return engagement.stored(engagement.id(), engagement.version() + 1);
	}

	void say(long id, Word word) {
		this.jdbc.sql("""
				INSERT INTO engagement_word (engagement_id, side, account_id, words, said_at)
				VALUES (:id, :side, :account, :words, :at)""")
				.param("id", id)
				.param("side", word.side().name())
				.param("account", word.account(), Types.BIGINT)
				.param("words", word.words())
				.param("at", Moments.stored(word.at()))
				.update();
	}

	List<Word> words(long id) {
		return this.jdbc.sql("SELECT * FROM engagement_word WHERE engagement_id = ? ORDER BY id")
				.param(id)
				.query((row, _) -> new Word(Side.valueOf(row.getString("side")),
						row.getObject("account_id", Long.class), row.getString("words"),
						Moments.required(row, "said_at")))
				.list();
	}

	void record(long id, Stage stage) {
		this.jdbc.sql("""
				INSERT INTO engagement_stage (engagement_id, state, happened_on, correction, reason, note, side,
					account_id, recorded_at)
				VALUES (:id, :state, :on, :correction, :reason, :note, :side, :account, :at)""")
				.param("id", id)
				.param("state", stage.state().name())
				.param("on", stage.on())
				.param("correction", stage.correction())
				.param("reason", name(stage.reason()), Types.VARCHAR)
				.param("note", stage.note(), Types.VARCHAR)
				.param("side", name(stage.side()), Types.VARCHAR)
				.param("account", stage.account(), Types.BIGINT)
				.param("at", Moments.stored(stage.at()))
				.update();
	}

	List<Stage> stages(long id) {
		return this.jdbc.sql("SELECT * FROM engagement_stage WHERE engagement_id = ? ORDER BY id")
				.param(id)
				.query((row, _) -> new Stage(EngagementState.valueOf(row.getString("state")),
						row.getObject("happened_on", LocalDate.class), row.getBoolean("correction"),
						constant(Reason.class, row.getString("reason")), row.getString("note"),
						constant(Side.class, row.getString("side")), row.getObject("account_id", Long.class),
						Moments.required(row, "recorded_at")))
				.list();
	}

	/** Given once. */
	void give(long id, Feedback feedback) {
		this.jdbc.sql("""
				INSERT INTO engagement_feedback (engagement_id, side, communication, reliability, result, words,
					account_id, given_at)
				VALUES (:id, :side, :communication, :reliability, :result, :words, :account, :at)""")
				.param("id", id)
				.param("side", feedback.side().name())
				.param("communication", feedback.communication())
				.param("reliability", feedback.reliability())
				.param("result", feedback.result())
				.param("words", feedback.words(), Types.VARCHAR)
				.param("account", feedback.account(), Types.BIGINT)
				.param("at", Moments.stored(feedback.at()))
				.update();
	}

	Map<Side, Feedback> feedback(long id) {
		var given = new HashMap<Side, Feedback>();
		this.jdbc.sql("SELECT * FROM engagement_feedback WHERE engagement_id = ?").param(id).query(row -> {
			var side = Side.valueOf(row.getString("side"));
			given.put(side,
					new Feedback(side, row.getInt("communication"), row.getInt("reliability"), row.getInt("result"),
							row.getString("words"), row.getObject("account_id", Long.class),
							Moments.required(row, "given_at")));
		});
		return given;
	}

	/** Which of the engagements one side has given feedback on. */
	Set<Long> feedbackBy(Side side, Collection<Long> ids) {
		return ids.isEmpty()
				? Set.of()
				: new HashSet<>(this.jdbc
						.sql("SELECT engagement_id FROM engagement_feedback WHERE side = :side AND engagement_id IN (:ids)")
						.param("side", side.name())
						.param("ids", ids)
						.query((row, _) -> row.getLong(1))
						.list());
	}

	/** @param address the digest of to whom it went */
	void letter(long id, String digest, String address) {
		this.jdbc.sql("INSERT INTO engagement_letter (token_hash, engagement_id, address_hash) VALUES (?, ?, ?)")
				.params(digest, id, address)
				.update();
	}

	/**
	 * What opens an engagement.
	 *
	 * @param address the digest of to whom it went; none if it is older than that is kept
	 */
	record Letter(long engagement, @Nullable String address) {

	}

	Optional<Letter> letter(String digest) {
		return this.jdbc.sql("SELECT engagement_id, address_hash FROM engagement_letter WHERE token_hash = ?")
				.param(digest)
				.query((row, _) -> new Letter(row.getLong("engagement_id"), row.getString("address_hash")))
				.optional();
	}

	void forgetLetters(long id) {
		this.jdbc.sql("DELETE FROM engagement_letter WHERE engagement_id = ?").param(id).update();
	}

	/** What the person wrote, and what opens it to them. */
	void forgetPersonsWords(long id) {
		this.jdbc.sql("DELETE FROM engagement_word WHERE engagement_id = ? AND side = 'PERSON'").param(id).update();
		this.jdbc.sql("""
				UPDATE engagement_feedback SET words = NULL, account_id = NULL
				WHERE engagement_id = ? AND side = 'PERSON'""").param(id).update();
		this.jdbc.sql("""
				UPDATE engagement_stage SET note = NULL, account_id = NULL
				WHERE engagement_id = ? AND side = 'PERSON'""").param(id).update();
		forgetLetters(id);
	}

	/**
	 * Whoever does not act for an organisation any more is no contact of its needs. What the other side knows already stays;
	 * what still waits needs somebody else's agreement.
	 */
	void memberLeft(long organisation, long account) {
		this.jdbc.sql("""
				UPDATE engagement SET owner_name = NULL, owner_email = NULL, owner_other = NULL, owner_account = NULL,
					owner_agreed_at = NULL, version = version + 1
				WHERE owner_account = ? AND state = 'WAITING'
					AND demand_id IN (SELECT id FROM demand WHERE organisation_id = ?)""")
				.params(account, organisation)
				.update();
	}

	/** What others have read stays, without the name; the contact of whoever leaves goes, and an agreement that needs it. */
	void forgetAccount(long account) {
		this.jdbc.sql("""
				UPDATE engagement SET owner_name = NULL, owner_email = NULL, owner_other = NULL, owner_account = NULL,
					owner_agreed_at = CASE WHEN state = 'WAITING' THEN NULL ELSE owner_agreed_at END,
					version = version + 1 WHERE owner_account = ?""").param(account).update();
		this.jdbc.sql(
				"UPDATE engagement SET initiator_account = NULL, version = version + 1 WHERE initiator_account = ?")
				.param(account)
				.update();
		for (var table : List.of("engagement_word", "engagement_stage", "engagement_feedback")) {
			this.jdbc.sql("UPDATE " + table + " SET account_id = NULL WHERE account_id = ?").param(account).update();
		}
		this.jdbc.sql("UPDATE demand_triage SET decided_by = NULL WHERE decided_by = ?").param(account).update();
	}

	/** How many engagements of each need have come to something. */
	Map<Long, Long> outcomes() {
		var counts = new HashMap<Long, Long>();
		this.jdbc.sql("""
				SELECT demand_id, COUNT(*) FROM engagement WHERE state IN ('AGREED', 'CONTRACT', 'DONE')
				GROUP BY demand_id""").query(row -> {
			counts.put(row.getLong(1), row.getLong(2));
		});
		return counts;
	}

	/** Those that have come to something, of some needs, the latest first. */
	List<Engagement> outcomesOf(Collection<Long> demands, int offset, int count) {
		return demands.isEmpty()
				? List.of()
				: this.jdbc.sql("""
				SELECT * FROM engagement WHERE state IN ('AGREED', 'CONTRACT', 'DONE') AND demand_id IN (:demands)
				ORDER BY updated_at DESC, id DESC LIMIT :count OFFSET :offset""")
						.param("demands", demands)
						.param("count", count)
						.param("offset", offset)
						.query((row, _) -> engagement(row))
						.list();
	}

	private List<Engagement> list(String sql, long id) {
		return this.jdbc.sql(sql).param(id).query((row, _) -> engagement(row)).list();
	}

	private static MapSqlParameterSource values(Engagement one) {
		return contact(contact(new MapSqlParameterSource("id", one.id()).addValue("version", one.version())
				.addValue("demand", one.demandId())
				.addValue("expert", one.expertId())
				.addValue("sample", one.sample())
				.addValue("by", one.by().name())
				.addValue("byAccount", one.byAccount())
				.addValue("state", one.state().name())
				.addValue("standing", one.state().standing() ? 1 : null)
				.addValue("message", one.message())
				.addValue("fullText", one.fullText())
				.addValue("exchangedAt", Moments.storedIfAny(one.exchangedAt()))
				.addValue("reason", name(one.reason()))
				.addValue("note", one.note())
				.addValue("endedBy", name(one.endedBy()))
				.addValue("spokeLast", name(one.spokeLast()))
				.addValue("createdAt", Moments.stored(one.createdAt()))
				.addValue("updatedAt", Moments.stored(one.updatedAt())), "owner", one.owner()), "person",
				one.person());
	}

	private static MapSqlParameterSource contact(MapSqlParameterSource values, String side, Consent consent) {
		var contact = consent.contact();
		return values.addValue(side + "Name", (contact != null) ? contact.name() : null)
				.addValue(side + "Email", (contact != null) ? contact.email() : null)
				.addValue(side + "Other", (contact != null) ? contact.other() : null)
				.addValue(side + "Account", consent.account())
				.addValue(side + "At", Moments.storedIfAny(consent.at()));
	}

	private static Engagement engagement(ResultSet row) throws SQLException {
		return new Engagement(row.getLong("id"), row.getInt("version"), row.getLong("demand_id"),
				row.getLong("expert_id"), row.getBoolean("sample"), Side.valueOf(row.getString("initiator")),
				row.getObject("initiator_account", Long.class), EngagementState.valueOf(row.getString("state")),
				row.getString("message"), row.getBoolean("full_text"), consent(row, "owner"), consent(row, "person"),
				Moments.read(row, "exchanged_at"), constant(Reason.class, row.getString("reason")),
				row.getString("note"), constant(Side.class, row.getString("ended_by")),
				constant(Side.class, row.getString("spoke_last")), Moments.required(row, "created_at"),
				Moments.required(row, "updated_at"));
	}

	private static Consent consent(ResultSet row, String side) throws SQLException {
		var name = row.getString(side + "_name");
		var email = row.getString(side + "_email");
		var contact = (name != null && email != null)
				? new EngagementContact(name, email, row.getString(side + "_other"))
				: null;
		return new Consent(contact, row.getObject(side + "_account", Long.class),
				Moments.read(row, side + "_agreed_at"));
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

	private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

}
