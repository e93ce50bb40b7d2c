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
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.panel.Declaration.Answer;
import org.zhiqiao.platform.panel.Declaration.DeclaredTie;
import tools.jackson.databind.json.JsonMapper;

/** Declarations in the database. Every answer is kept. */
@Repository
class DeclarationTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DeclarationTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void insert(Asking asking) {
		this.jdbc.sql("""
				INSERT INTO panel_asking (panel_id, number, asked_by, asked_at, answer_by, message, confidential, people,
					mailed)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.param(asking.panel())
				.param(asking.number())
				.param(asking.by())
				.param(Moments.stored(asking.at()))
				.param(Moments.stored(asking.answerBy()))
				.param(asking.message())
				.param(this.json.writeValueAsString(asking.confidential()))
				.param(asking.people())
				.param(asking.mailed())
				.update();
	}

	void mailed(long panel, int number, int mailed) {
		this.jdbc.sql("UPDATE panel_asking SET mailed = ? WHERE panel_id = ? AND number = ?")
				.params(mailed, panel, number)
				.update();
	}

	/** The first one first. */
	List<Asking> askings(long panel) {
		return this.jdbc.sql("SELECT * FROM panel_asking WHERE panel_id = ? ORDER BY number")
				.param(panel)
				.query((row, _) -> new Asking(panel, row.getInt("number"), row.getLong("asked_by"),
						Objects.requireNonNull(Moments.read(row, "asked_at")),
						Objects.requireNonNull(Moments.read(row, "answer_by")), row.getString("message"),
						List.of(this.json.readValue(row.getString("confidential"), Integer[].class)),
						row.getInt("people"), row.getInt("mailed")))
				.list();
	}

	/** Asks somebody, also once more; the number of their declaration. */
	long ask(long panel, long expert, int asking, Instant now) {
		var known = this.jdbc.sql("SELECT id FROM panel_declaration WHERE panel_id = ? AND expert_id = ?")
				.params(panel, expert)
				.query(Long.class)
				.optional();
		if (known.isPresent()) {
			this.jdbc.sql("UPDATE panel_declaration SET asking = ?, asked_at = ?, mail_id = NULL WHERE id = ?")
					.params(asking, Moments.stored(now), known.get())
					.update();
			return known.get();
		}
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("INSERT INTO panel_declaration (panel_id, expert_id, asking, asked_at) VALUES (?, ?, ?, ?)")
				.params(panel, expert, asking, Moments.stored(now))
				.update(keys, "id");
		return Objects.requireNonNull(keys.getKey()).longValue();
	}

	void mail(long declaration, long mail) {
		this.jdbc.sql("UPDATE panel_declaration SET mail_id = ? WHERE id = ?").params(mail, declaration).update();
	}

	void token(long declaration, String hash) {
		this.jdbc.sql("INSERT INTO panel_declaration_token (token_hash, declaration_id) VALUES (?, ?)")
				.params(hash, declaration)
				.update();
	}

	Optional<Long> byToken(String hash) {
		return this.jdbc.sql("SELECT declaration_id FROM panel_declaration_token WHERE token_hash = ?")
				.param(hash)
				.query(Long.class)
				.optional();
	}

	void answer(long declaration, Answer answer) {
		var keys = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO panel_declaration_answer (declaration_id, unwilling, note, shown, answered_at)
				VALUES (?, ?, ?, ?, ?)""")
				.param(declaration)
				.param(answer.unwilling())
				.param(answer.note())
				.param(answer.shown())
				.param(Moments.stored(answer.at()))
				.update(keys, "id");
		var id = Objects.requireNonNull(keys.getKey()).longValue();
		for (var place = 0; place < answer.ties().size(); place++) {
			var tie = answer.ties().get(place);
			this.jdbc.sql("""
					INSERT INTO panel_declared_tie (answer_id, place, item, organisation_id, organisation_name, kind, words)
					VALUES (?, ?, ?, ?, ?, ?, ?)""")
					.param(id)
					.param(place)
					.param(tie.item())
					.param(tie.organisation())
					.param(tie.organisationName())
					.param(tie.kind().name())
					.param(tie.words())
					.update();
		}
	}

	Optional<Declaration> find(long id) {
		return read("d.id", id).stream().findFirst();
	}

	/** Of everybody who was asked, by their numbers. */
	List<Declaration> of(long panel) {
		return read("d.panel_id", panel);
	}

	/** What somebody was asked. */
	List<Declaration> to(long expert) {
		return read("d.expert_id", expert);
	}

	/** @param column a constant */
	private List<Declaration> read(String column, long value) {
		var ties = new HashMap<Long, List<DeclaredTie>>();
		this.jdbc.sql("""
				SELECT t.* FROM panel_declared_tie t JOIN panel_declaration_answer a ON a.id = t.answer_id
					JOIN panel_declaration d ON d.id = a.declaration_id
				WHERE %s = ? ORDER BY t.answer_id, t.place""".formatted(column)).param(value).query(row -> {
			ties.computeIfAbsent(row.getLong("answer_id"), _ -> new ArrayList<>()).add(tie(row));
		});
		var answers = new HashMap<Long, List<Answer>>();
		this.jdbc.sql("""
				SELECT a.* FROM panel_declaration_answer a JOIN panel_declaration d ON d.id = a.declaration_id
				WHERE %s = ? ORDER BY a.answered_at, a.id""".formatted(column)).param(value).query(row -> {
			answers.computeIfAbsent(row.getLong("declaration_id"), _ -> new ArrayList<>())
					.add(new Answer(row.getBoolean("unwilling"), row.getString("note"), row.getString("shown"),
							Objects.requireNonNull(Moments.read(row, "answered_at")),
							ties.getOrDefault(row.getLong("id"), List.of())));
		});
		return this.jdbc.sql("SELECT d.* FROM panel_declaration d WHERE %s = ? ORDER BY d.expert_id, d.id"
				.formatted(column)).param(value).query((row, _) -> declaration(row, answers)).list();
	}

	private static DeclaredTie tie(ResultSet row) throws SQLException {
		return new DeclaredTie(row.getInt("item"), row.getObject("organisation_id", Long.class),
				row.getString("organisation_name"), InterestKind.valueOf(row.getString("kind")),
				row.getString("words"));
	}

	private static Declaration declaration(ResultSet row, Map<Long, List<Answer>> answers) throws SQLException {
		return new Declaration(row.getLong("id"), row.getLong("panel_id"), row.getLong("expert_id"),
				row.getInt("asking"), Objects.requireNonNull(Moments.read(row, "asked_at")),
				row.getObject("mail_id", Long.class), answers.getOrDefault(row.getLong("id"), List.of()));
	}

	/** The panels for which one of two was asked: they are to be locked. */
	List<Long> panelsOf(long one, long other) {
		return this.jdbc.sql("""
				SELECT DISTINCT panel_id FROM panel_declaration WHERE expert_id IN (?, ?) ORDER BY panel_id""")
				.params(one, other)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Two profiles have become one. Who was asked twice has answered once: the last answer of both holds. */
	void move(long from, long to) {
		var kept = new HashMap<Long, Long>();
		to(to).forEach(declaration -> kept.put(declaration.panel(), declaration.id()));
		for (var gone : to(from)) {
			var stays = kept.get(gone.panel());
			if (stays == null) {
				this.jdbc.sql("UPDATE panel_declaration SET expert_id = ? WHERE id = ?").params(to, gone.id()).update();
				continue;
			}
			for (var table : Set.of("panel_declaration_answer", "panel_declaration_token")) {
				this.jdbc.sql("UPDATE " + table + " SET declaration_id = ? WHERE declaration_id = ?")
						.params(stays, gone.id())
						.update();
			}
			this.jdbc.sql("DELETE FROM panel_declaration WHERE id = ?").param(gone.id()).update();
		}
	}

	/** Keeps that somebody was asked and what kind of ties they told, and nothing of their own words. */
	void forgetWords(long expert) {
		var mine = "(SELECT id FROM panel_declaration WHERE expert_id = ?)";
		this.jdbc.sql("UPDATE panel_declaration_answer SET note = NULL WHERE declaration_id IN " + mine)
				.param(expert)
				.update();
		this.jdbc.sql("""
				UPDATE panel_declared_tie SET words = NULL
				WHERE answer_id IN (SELECT id FROM panel_declaration_answer WHERE declaration_id IN\s""" + mine + ")")
				.param(expert)
				.update();
		this.jdbc.sql("DELETE FROM panel_declaration_token WHERE declaration_id IN " + mine).param(expert).update();
	}

	/** What was known among candidates when the list was frozen. */
	void keep(long panel, int draw, List<TiedPair> pairs) {
		for (var pair : pairs) {
			this.jdbc.sql("INSERT INTO panel_draw_tie (panel_id, number, one, other, kind) VALUES (?, ?, ?, ?, ?)")
					.params(panel, draw, pair.one(), pair.other(), pair.kind().name())
					.update();
		}
	}

	List<TiedPair> kept(long panel, int draw) {
		return this.jdbc
				.sql("""
				SELECT one, other, kind FROM panel_draw_tie WHERE panel_id = ? AND number = ? ORDER BY one, other, kind""")
				.params(panel, draw)
				.query((row, _) -> new TiedPair(row.getLong("one"), row.getLong("other"),
						InterestKind.valueOf(row.getString("kind"))))
				.list();
	}

	/** Whether anybody was asked. */
	boolean asked(long panel) {
		return this.jdbc.sql("SELECT COUNT(*) FROM panel_asking WHERE panel_id = ?").param(panel).query(Integer.class)
				.single() > 0;
	}

}
