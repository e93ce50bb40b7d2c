package org.zhiqiao.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.DirectChoice.ChosenGroup;
import org.zhiqiao.platform.panel.DirectChoice.Decision;
import org.zhiqiao.platform.panel.DirectChoice.Proof;
import org.zhiqiao.platform.panel.DrawRecord.Officer;
import org.zhiqiao.platform.panel.DrawRecord.Voiding;
import tools.jackson.databind.json.JsonMapper;

/** Draws and direct choices in the database. None is ever deleted. */
@Repository
class DrawTable {

	private static final String OF = " WHERE panel_id = ? AND number = ?";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DrawTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** All draws and direct choices of a panel, the first one first. */
	List<DrawRecord> of(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_draw WHERE panel_id = ? ORDER BY number")
				.param(panel)
				.query((row, _) -> read(row))
				.list();
	}

	Optional<DrawRecord> find(long panel, int number) {
		return this.jdbc.sql("SELECT * FROM panel_draw" + OF)
				.params(panel, number)
				.query((row, _) -> read(row))
				.optional();
	}

	/** The state of the last draw or direct choice of a panel. */
	Optional<DrawState> lastState(long panel) {
		return this.jdbc.sql("SELECT state FROM panel_draw WHERE panel_id = ? ORDER BY number DESC LIMIT 1")
				.param(panel)
				.query((row, _) -> DrawState.valueOf(row.getString(1)))
				.optional();
	}

	void open(long panel, int number, List<Officer> officers, Instant now) {
		this.jdbc.sql("INSERT INTO panel_draw (panel_id, number, state, standing, opened_at) VALUES (?, ?, ?, 1, ?)")
				.params(panel, number, DrawState.OPEN.name(), Moments.stored(now))
				.update();
		officers.forEach(officer -> this.jdbc.sql("""
				INSERT INTO panel_draw_officer (panel_id, number, place, account_id, name, role)
				VALUES (?, ?, ?, ?, ?, ?)""")
				.params(panel, number, officer.place(), officer.account(), officer.name(), officer.role())
				.update());
	}

	void propose(long panel, int number, DirectChoice choice, Instant now) {
		this.jdbc.sql("""
				INSERT INTO panel_draw (panel_id, number, method, state, standing, opened_at)
				VALUES (?, ?, ?, ?, 1, ?)""")
				.params(panel, number, Selection.DIRECT.name(), DrawState.PROPOSED.name(), Moments.stored(now))
				.update();
		this.jdbc.sql("""
				INSERT INTO panel_choice (panel_id, number, reason, content, proposed_by) VALUES (?, ?, ?, ?, ?)""")
				.params(panel, number, choice.reason(),
						this.json.writeValueAsString(
								new ChoiceContent(choice.most(), choice.groups(), choice.proof())),
						choice.proposedBy())
				.update();
	}

	/** What became of a proposal. */
	void decide(DrawRecord choice, DrawState state, long account, @Nullable String words, Instant now) {
		this.jdbc.sql("UPDATE panel_draw SET state = ?, standing = ?" + OF)
				.param(state.name())
				.param(state.over() ? null : 1)
				.param(choice.panel())
				.param(choice.number())
				.update();
		this.jdbc.sql("UPDATE panel_choice SET decided_by = ?, decided_at = ?, words = ?" + OF)
				.param(account)
				.param(Moments.stored(now))
				.param(words)
				.param(choice.panel())
				.param(choice.number())
				.update();
	}

	/** The part of a direct choice that is kept as JSON. */
	private record ChoiceContent(int most, List<ChosenGroup> groups, Proof proof) {

	}

	/** Who was selected and who follows; none while nobody has a seat by it and nobody had. */
	Optional<Lineup> lineup(DrawRecord draw) {
		if (draw.choice() != null) {
			return Optional.of(Lineup.of(draw.choice()));
		}
		return Optional.ofNullable(draw.transcript())
				.map(transcript -> Lineup.of(this.json.readValue(transcript, DrawTranscript.class)));
	}

	void commit(DrawRecord draw, Officer officer, String commitment, Instant now) {
		this.jdbc.sql("UPDATE panel_draw_officer SET commitment = ?, committed_at = ?" + OF + " AND place = ?")
				.params(commitment, Moments.stored(now), draw.panel(), draw.number(), officer.place())
				.update();
	}

	void freeze(DrawRecord draw, DrawList list, String hash, Instant now) {
		this.jdbc.sql("UPDATE panel_draw SET state = ?, list_json = ?, list_hash = ?, frozen_at = ?" + OF)
				.params(DrawState.FROZEN.name(), this.json.writeValueAsString(list), hash, Moments.stored(now),
						draw.panel(), draw.number())
				.update();
	}

	void reveal(DrawRecord draw, Officer officer, String secret, Instant now) {
		this.jdbc.sql("UPDATE panel_draw_officer SET secret = ?, revealed_at = ?" + OF + " AND place = ?")
				.params(secret, Moments.stored(now), draw.panel(), draw.number(), officer.place())
				.update();
	}

	void drawn(DrawRecord draw, String transcript) {
		this.jdbc.sql("UPDATE panel_draw SET state = ?, transcript = ?" + OF)
				.params(DrawState.DRAWN.name(), transcript, draw.panel(), draw.number())
				.update();
	}

	void askVoid(DrawRecord draw, String reason, long account, Instant now) {
		this.jdbc.sql("UPDATE panel_draw SET void_reason = ?, void_asked_by = ?, void_asked_at = ?" + OF)
				.params(reason, account, Moments.stored(now), draw.panel(), draw.number())
				.update();
	}

	/** It counts after all. */
	void refuseVoid(DrawRecord draw) {
		this.jdbc.sql("UPDATE panel_draw SET void_reason = NULL, void_asked_by = NULL, void_asked_at = NULL" + OF)
				.params(draw.panel(), draw.number())
				.update();
	}

	void approveVoid(DrawRecord draw, long account, Instant now) {
		this.jdbc.sql("""
				UPDATE panel_draw SET state = ?, standing = NULL, void_approved_by = ?, void_approved_at = ?""" + OF)
				.params(DrawState.VOID.name(), account, Moments.stored(now), draw.panel(), draw.number())
				.update();
	}

	private DrawRecord read(ResultSet row) throws SQLException {
		var panel = row.getLong("panel_id");
		var number = row.getInt("number");
		var list = row.getString("list_json");
		var method = Selection.valueOf(row.getString("method"));
		return new DrawRecord(panel, number, method, DrawState.valueOf(row.getString("state")),
				(list != null) ? this.json.readValue(list, DrawList.class) : null, row.getString("list_hash"),
				Objects.requireNonNull(Moments.read(row, "opened_at")), Moments.read(row, "frozen_at"),
				row.getString("transcript"), voiding(row), officers(panel, number),
				(method == Selection.DIRECT) ? choice(panel, number) : null);
	}

	private DirectChoice choice(long panel, int number) {
		return this.jdbc.sql("SELECT * FROM panel_choice" + OF).params(panel, number).query((row, _) -> {
			var content = this.json.readValue(row.getString("content"), ChoiceContent.class);
			var decidedAt = Moments.read(row, "decided_at");
			return new DirectChoice(row.getString("reason"), row.getLong("proposed_by"), content.most(),
					content.groups(), content.proof(),
					(decidedAt != null)
							? new Decision(row.getLong("decided_by"), decidedAt, row.getString("words"))
							: null);
		}).single();
	}

	private static @Nullable Voiding voiding(ResultSet row) throws SQLException {
		var reason = row.getString("void_reason");
		return (reason == null)
				? null
				: new Voiding(reason, row.getLong("void_asked_by"),
						Objects.requireNonNull(Moments.read(row, "void_asked_at")),
						row.getObject("void_approved_by", Long.class), Moments.read(row, "void_approved_at"));
	}

	private List<Officer> officers(long panel, int number) {
		return this.jdbc.sql("SELECT * FROM panel_draw_officer" + OF + " ORDER BY place")
				.params(panel, number)
				.query((row, _) -> new Officer(row.getInt("place"), row.getLong("account_id"), row.getString("name"),
						row.getString("role"), row.getString("commitment"), Moments.read(row, "committed_at"),
						row.getString("secret"), Moments.read(row, "revealed_at")))
				.list();
	}

}
