package org.zhiqiao.platform.panel;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;
import tools.jackson.databind.json.JsonMapper;

/** Who was given a seat on which panel, and when: what load and rotation go by. */
@Repository
class ServiceTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ServiceTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * On how many panels people sat since a day, as far as an organiser may know: other organisers' panels count once their
	 * result is settled. Before, whoever asks once before and once after somebody else's draw would learn the whole list.
	 * @param panel whose organiser asks, and which does not count itself; none while it is not stored
	 */
	Map<Long, Integer> countSince(LocalDate day, @Nullable Long panel) {
		var counts = new HashMap<Long, Integer>();
		this.jdbc.sql("""
				SELECT m.expert_id, COUNT(DISTINCT m.panel_id) AS panels FROM panel_member m
				WHERE m.seated_at >= :day AND m.panel_id <> :panel AND (
					EXISTS (SELECT 1 FROM panel_review r WHERE r.panel_id = m.panel_id AND r.settled_at IS NOT NULL)
					OR EXISTS (SELECT 1 FROM panel_duty theirs
						JOIN panel_duty mine ON mine.account_id = theirs.account_id AND mine.duty = 'ORGANISER'
						WHERE theirs.panel_id = m.panel_id AND theirs.duty = 'ORGANISER' AND mine.panel_id = :panel))
				GROUP BY m.expert_id""")
				.param("day", Moments.stored(day.atStartOfDay(Moments.HERE).toInstant()))
				.param("panel", (panel != null) ? panel : 0L)
				.query(row -> {
					counts.put(row.getLong("expert_id"), row.getInt("panels"));
				});
		return counts;
	}

	/**
	 * In which year people reviewed the same items on other panels of the same organiser; items are the same if they have the
	 * same title. The lists of others are sealed: whoever named an item of theirs would else learn who sits on their panels.
	 * @param panel none while it is not stored
	 * @return by person, then by the number of the item here
	 */
	Map<Long, Map<Long, Integer>> reviewed(List<PanelContent.Item> items, @Nullable Long panel) {
		if (panel == null) {
			return Map.of();
		}
		var numbers = new HashMap<String, Long>();
		items.forEach(item -> numbers.put(key(item.title()), (long) item.number()));
		var found = new HashMap<Long, Map<Long, Integer>>();
		this.jdbc.sql("""
				SELECT p.content, m.expert_id, m.seated_at FROM panel p JOIN panel_member m ON m.panel_id = p.id
					JOIN panel_duty theirs ON theirs.panel_id = p.id AND theirs.duty = 'ORGANISER'
					JOIN panel_duty mine ON mine.account_id = theirs.account_id AND mine.duty = 'ORGANISER'
				WHERE mine.panel_id = ? AND p.id <> ?""").params(panel, panel).query(row -> {
			var content = this.json.readValue(row.getString("content"), PanelContent.class);
			var person = row.getLong("expert_id");
			var year = Objects.requireNonNull(Moments.read(row, "seated_at")).atZone(Moments.HERE).getYear();
			for (var item : content.items()) {
				var number = numbers.get(key(item.title()));
				if (number != null) {
					found.computeIfAbsent(person, _ -> new HashMap<>()).merge(number, year, Math::max);
				}
			}
		});
		return found;
	}

	private static String key(String title) {
		return Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
	}

	void seat(long panel, int draw, Collection<Long> people, Instant now) {
		people.forEach(person -> this.jdbc
				.sql("INSERT INTO panel_member (panel_id, draw, expert_id, seated_at) VALUES (?, ?, ?, ?)")
				.params(panel, draw, person, Moments.stored(now))
				.update());
	}

	/** Who sits on a panel now. */
	List<Long> members(long panel) {
		return this.jdbc.sql("SELECT expert_id FROM panel_member WHERE panel_id = ? ORDER BY seated_at, expert_id")
				.param(panel)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	/** Somebody has dropped out. */
	void dropOut(long panel, long person) {
		this.jdbc.sql("DELETE FROM panel_member WHERE panel_id = ? AND expert_id = ?").params(panel, person).update();
	}

	/** What a void draw gave does not count; its transcript keeps it. */
	void unseat(long panel, int draw) {
		this.jdbc.sql("DELETE FROM panel_member WHERE panel_id = ? AND draw = ?").params(panel, draw).update();
	}

	/** Two profiles have become one. */
	void move(long from, long to) {
		this.jdbc
				.sql("""
				DELETE FROM panel_member WHERE expert_id = ?
					AND panel_id IN (SELECT panel_id FROM (SELECT panel_id FROM panel_member WHERE expert_id = ?) AS sat)""")
				.params(from, to)
				.update();
		this.jdbc.sql("UPDATE panel_member SET expert_id = ? WHERE expert_id = ?").params(to, from).update();
	}

}
