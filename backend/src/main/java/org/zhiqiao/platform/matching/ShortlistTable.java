package org.zhiqiao.platform.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people an owner wants to remember, in the database. */
@Repository
class ShortlistTable {

	private final JdbcClient jdbc;

	ShortlistTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Somebody on a shortlist. */
	record Entry(long demandId, long expertId, String note, @Nullable Long addedBy, Instant addedAt) {

	}

	/** In the order in which they were added. */
	List<Entry> of(long demand) {
		return this.jdbc.sql("SELECT * FROM shortlist_entry WHERE demand_id = ? ORDER BY added_at, expert_id")
				.param(demand)
				.query((row, _) -> entry(row))
				.list();
	}

	Set<Long> expertsOf(long demand) {
		return new HashSet<>(this.jdbc.sql("SELECT expert_id FROM shortlist_entry WHERE demand_id = ?")
				.param(demand)
				.query((row, _) -> row.getLong(1))
				.list());
	}

	/** On how many lists people were put since some time and still are. */
	Map<Long, Integer> since(Instant since) {
		var counts = new HashMap<Long, Integer>();
		this.jdbc.sql("SELECT expert_id, COUNT(*) FROM shortlist_entry WHERE added_at >= ? GROUP BY expert_id")
				.param(time(since))
				.query(row -> {
					counts.put(row.getLong(1), row.getInt(2));
				});
		return counts;
	}

	/** Adds somebody, or changes the note about somebody who is there. */
	void put(long demand, long expert, String note, long by, Instant now) {
		var changed = this.jdbc.sql("UPDATE shortlist_entry SET note = ? WHERE demand_id = ? AND expert_id = ?")
				.params(note, demand, expert)
				.update();
		if (changed == 0 && !expertsOf(demand).contains(expert)) {
			this.jdbc.sql("""
					INSERT INTO shortlist_entry (demand_id, expert_id, note, added_by, added_at)
					VALUES (?, ?, ?, ?, ?)""")
					.params(demand, expert, note, by, time(now))
					.update();
		}
	}

	boolean remove(long demand, long expert) {
		return this.jdbc.sql("DELETE FROM shortlist_entry WHERE demand_id = ? AND expert_id = ?")
				.params(demand, expert)
				.update() > 0;
	}

	/** One profile has become part of another: where both are on a list, the other's entry stays. */
	void follow(long gone, long stays) {
		var doubled = this.jdbc.sql("""
				SELECT a.demand_id FROM shortlist_entry a JOIN shortlist_entry b ON b.demand_id = a.demand_id
				WHERE a.expert_id = ? AND b.expert_id = ?""").params(gone, stays).query((row, _) -> row.getLong(1))
				.list();
		doubled.forEach(demand -> remove(demand, gone));
		this.jdbc.sql("UPDATE shortlist_entry SET expert_id = ? WHERE expert_id = ?").params(stays, gone).update();
	}

	void forgetExpert(long expert) {
		this.jdbc.sql("DELETE FROM shortlist_entry WHERE expert_id = ?").param(expert).update();
	}

	void forgetAuthor(long account) {
		this.jdbc.sql("UPDATE shortlist_entry SET added_by = NULL WHERE added_by = ?").param(account).update();
	}

	List<Entry> addedBy(long account) {
		return this.jdbc.sql("SELECT * FROM shortlist_entry WHERE added_by = ? ORDER BY demand_id, expert_id")
				.param(account)
				.query((row, _) -> entry(row))
				.list();
	}

	private static LocalDateTime time(Instant instant) {
		return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static Entry entry(ResultSet row) throws SQLException {
		return new Entry(row.getLong("demand_id"), row.getLong("expert_id"), row.getString("note"),
				row.getObject("added_by", Long.class),
				row.getObject("added_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

}
