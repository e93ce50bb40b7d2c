package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Assessment.AssessmentMark;
import org.zhiqiao.platform.panel.Assessment.AssessmentRuling;
import org.zhiqiao.platform.panel.Assessment.AssessmentVerdict;
import org.zhiqiao.platform.panel.Assessment.Contest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Assessments in the database. None is ever deleted, and what was given first never changes. */
@Repository
class AssessmentTable {

	private static final TypeReference<List<AssessmentMark>> MARKS = new TypeReference<>() {};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AssessmentTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** All of a panel, by the number of the invitation. */
	Map<Long, Assessment> of(long panel) {
		var all = new HashMap<Long, Assessment>();
		this.jdbc.sql("SELECT * FROM panel_assessment WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> read(row))
				.list()
				.forEach(assessment -> all.put(assessment.invitation(), assessment));
		return all;
	}

	Optional<Assessment> find(long invitation) {
		return this.jdbc.sql("SELECT * FROM panel_assessment WHERE invitation_id = ?")
				.param(invitation)
				.query((row, _) -> read(row))
				.optional();
	}

	/** Those of somebody, the latest first. */
	List<Assessment> about(long expert) {
		return this.jdbc.sql("""
				SELECT a.* FROM panel_assessment a JOIN panel_invitation i ON i.id = a.invitation_id
				WHERE i.expert_id = ? ORDER BY a.assessed_at DESC, a.invitation_id DESC""")
				.param(expert)
				.query((row, _) -> read(row))
				.list();
	}

	/** Those given between two moments, by person, the latest first. */
	Map<Long, List<Assessment>> between(Instant from, Instant until) {
		var all = new HashMap<Long, List<Assessment>>();
		this.jdbc.sql("""
				SELECT i.expert_id, a.* FROM panel_assessment a JOIN panel_invitation i ON i.id = a.invitation_id
				WHERE a.assessed_at >= ? AND a.assessed_at < ? ORDER BY a.assessed_at DESC, a.invitation_id DESC""")
				.params(Moments.stored(from), Moments.stored(until))
				.query(row -> {
					all.computeIfAbsent(row.getLong("expert_id"), _ -> new ArrayList<>()).add(read(row));
				});
		return all;
	}

	void give(Assessment given) {
		this.jdbc.sql("""
				INSERT INTO panel_assessment (invitation_id, panel_id, marks, remark, assessed_by, assessed_at)
				VALUES (?, ?, ?, ?, ?, ?)""")
				.params(given.invitation(), given.panel(), this.json.writeValueAsString(given.marks()), given.remark(),
						given.by(), Moments.stored(given.at()))
				.update();
	}

	/** Once; whether it was the first time. */
	boolean contest(long invitation, Contest contest) {
		return this.jdbc.sql("""
				UPDATE panel_assessment SET contest = ?, contested_at = ?
				WHERE invitation_id = ? AND contested_at IS NULL""")
				.params(contest.words(), Moments.stored(contest.at()), invitation)
				.update() > 0;
	}

	void rule(long invitation, AssessmentRuling ruling) {
		this.jdbc.sql("""
				UPDATE panel_assessment SET verdict = ?, ruled_marks = ?, ruling_reason = ?, ruled_by = ?, ruled_at = ?
				WHERE invitation_id = ?""")
				.params(ruling.verdict().name(), this.json.writeValueAsString(ruling.marks()), ruling.reason(),
						ruling.by(), Moments.stored(ruling.at()), invitation)
				.update();
	}

	/** @param rules the version of the pack that it began with */
	record Settled(long panel, int rules, Instant settledAt) {

	}

	/** Panels whose result was settled and whose organiser was not told yet that assessments are due. */
	List<Settled> notReminded() {
		return this.jdbc.sql("""
				SELECT r.panel_id, p.rules, r.settled_at FROM panel_review r JOIN panel p ON p.id = r.panel_id
				WHERE r.settled_at IS NOT NULL AND r.assessment_reminded_at IS NULL ORDER BY r.panel_id""")
				.query((row, _) -> new Settled(row.getLong("panel_id"), row.getInt("rules"),
						Objects.requireNonNull(Moments.read(row, "settled_at"))))
				.list();
	}

	/** Somebody is erased: what was written about them and by them goes, the points stay in the file of the panel. */
	void forgetWords(long expert) {
		about(expert).forEach(one -> {
			var ruling = one.ruling();
			this.jdbc.sql("""
					UPDATE panel_assessment SET marks = ?, remark = '', contest = CASE WHEN contest IS NULL THEN NULL ELSE '' END,
						ruled_marks = ?, ruling_reason = CASE WHEN ruling_reason IS NULL THEN NULL ELSE '' END
					WHERE invitation_id = ?""")
					.param(this.json.writeValueAsString(wordless(one.marks())))
					.param((ruling != null) ? this.json.writeValueAsString(wordless(ruling.marks())) : null)
					.param(one.invitation())
					.update();
		});
	}

	private static List<AssessmentMark> wordless(List<AssessmentMark> marks) {
		return marks.stream().map(mark -> new AssessmentMark(mark.criterion(), mark.points(), "")).toList();
	}

	void reminded(long panel, Instant now) {
		this.jdbc.sql("UPDATE panel_review SET assessment_reminded_at = ? WHERE panel_id = ?")
				.params(Moments.stored(now), panel)
				.update();
	}

	private Assessment read(ResultSet row) throws SQLException {
		return new Assessment(row.getLong("invitation_id"), row.getLong("panel_id"), marks(row.getString("marks")),
				Objects.requireNonNullElse(row.getString("remark"), ""), row.getLong("assessed_by"),
				Objects.requireNonNull(Moments.read(row, "assessed_at")), contest(row), ruling(row));
	}

	private static @Nullable Contest contest(ResultSet row) throws SQLException {
		var at = Moments.read(row, "contested_at");
		return (at != null) ? new Contest(row.getString("contest"), at) : null;
	}

	private @Nullable AssessmentRuling ruling(ResultSet row) throws SQLException {
		var at = Moments.read(row, "ruled_at");
		return (at != null)
				? new AssessmentRuling(AssessmentVerdict.valueOf(row.getString("verdict")),
						marks(row.getString("ruled_marks")), row.getString("ruling_reason"), row.getLong("ruled_by"),
						at)
				: null;
	}

	private List<AssessmentMark> marks(String stored) {
		return this.json.readValue(stored, MARKS);
	}

}
