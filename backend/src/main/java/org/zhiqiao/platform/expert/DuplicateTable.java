package org.zhiqiao.platform.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which pairs of profiles may be one person, and which pairs an officer has looked at and told apart. */
@Repository
class DuplicateTable {

	private final JdbcClient jdbc;

	DuplicateTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A pair that waits for an officer; {@code one} is the smaller number. */
	record Pair(long one, long two, Duplicate.Certainty certainty, List<Duplicate.Reason> reasons) {

		long other(long id) {
			return (this.one == id) ? this.two : this.one;
		}

	}

	/** Replaces what is known of an expert's open pairs; what was told apart stays told apart. */
	void replace(long id, List<Duplicate> found) {
		var known = new HashMap<Long, String>();
		this.jdbc.sql(
				"SELECT expert_a, expert_b, certainty, reasons, state FROM expert_duplicate WHERE expert_a = :id OR expert_b = :id")
				.param("id", id)
				.query((row) -> {
					var one = row.getLong("expert_a");
					known.put((one == id) ? row.getLong("expert_b") : one,
							row.getString("state") + " " + row.getString("certainty") + " " + row.getString("reasons"));
				});
		for (var duplicate : found) {
			var before = known.remove(duplicate.expertId());
			var reasons = duplicate.reasons().stream().map(Duplicate.Reason::code).collect(Collectors.joining(","));
			if (before == null) {
				insert(id, duplicate, reasons);
			} else if (before.startsWith("open ")
					&& !before.equals("open " + duplicate.certainty().code() + " " + reasons)) {
				this.jdbc.sql(
						"UPDATE expert_duplicate SET certainty = :certainty, reasons = :reasons WHERE expert_a = :a AND expert_b = :b")
						.param("certainty", duplicate.certainty().code())
						.param("reasons", reasons)
						.param("a", Math.min(id, duplicate.expertId()))
						.param("b", Math.max(id, duplicate.expertId()))
						.update();
			}
		}
		known.forEach((other, state) -> {
			if (state.startsWith("open ")) {
				this.jdbc.sql("DELETE FROM expert_duplicate WHERE expert_a = :a AND expert_b = :b")
						.param("a", Math.min(id, other))
						.param("b", Math.max(id, other))
						.update();
			}
		});
	}

	private void insert(long id, Duplicate duplicate, String reasons) {
		this.jdbc.sql("""
				INSERT INTO expert_duplicate (expert_a, expert_b, certainty, reasons, state)
				VALUES (:a, :b, :certainty, :reasons, 'open')
				""")
				.param("a", Math.min(id, duplicate.expertId()))
				.param("b", Math.max(id, duplicate.expertId()))
				.param("certainty", duplicate.certainty().code())
				.param("reasons", reasons)
				.update();
	}

	/** An officer has looked: these are two people. */
	void dismiss(long one, long two, long officer, Instant now) {
		var updated = this.jdbc.sql("""
				UPDATE expert_duplicate SET state = 'dismissed', decided_by = :officer, decided_at = :now
				WHERE expert_a = :a AND expert_b = :b
				""")
				.param("officer", officer)
				.param("now", ExpertTable.stored(now))
				.param("a", Math.min(one, two))
				.param("b", Math.max(one, two))
				.update();
		if (updated == 0) {
			this.jdbc.sql("""
					INSERT INTO expert_duplicate (expert_a, expert_b, certainty, reasons, state, decided_by, decided_at)
					VALUES (:a, :b, 'weak', '', 'dismissed', :officer, :now)
					""")
					.param("a", Math.min(one, two))
					.param("b", Math.max(one, two))
					.param("officer", officer)
					.param("now", ExpertTable.stored(now))
					.update();
		}
	}

	boolean dismissed(long one, long two) {
		return this.jdbc.sql(
				"SELECT COUNT(*) FROM expert_duplicate WHERE expert_a = :a AND expert_b = :b AND state = 'dismissed'")
				.param("a", Math.min(one, two))
				.param("b", Math.max(one, two))
				.query(Integer.class)
				.single() > 0;
	}

	List<Pair> openOf(long id) {
		return this.jdbc.sql("""
				SELECT * FROM expert_duplicate WHERE state = 'open' AND (expert_a = :id OR expert_b = :id)
				ORDER BY certainty, expert_a, expert_b
				""").param("id", id).query((row, _) -> pair(row)).list();
	}

	/** The pairs that an officer should look at; a name alone is not enough to be among them. */
	List<Pair> open(int offset, int size) {
		return this.jdbc.sql("""
				SELECT * FROM expert_duplicate WHERE state = 'open' AND certainty <> 'weak'
				ORDER BY certainty, expert_a, expert_b LIMIT :size OFFSET :offset
				""").param("size", size).param("offset", offset).query((row, _) -> pair(row)).list();
	}

	int countOpen() {
		return this.jdbc.sql("SELECT COUNT(*) FROM expert_duplicate WHERE state = 'open' AND certainty <> 'weak'")
				.query(Integer.class)
				.single();
	}

	/** After a merge: what was told apart from the one that went is told apart from the one that stays. */
	void move(long gone, long stays) {
		var told = this.jdbc.sql("""
				SELECT * FROM expert_duplicate WHERE state = 'dismissed' AND (expert_a = :id OR expert_b = :id)
				""")
				.param("id", gone)
				.query((row, _) -> new Told(pair(row).other(gone), row.getLong("decided_by"),
						Objects.requireNonNull(ExpertTable.instant(row, "decided_at"))))
				.list();
		forget(gone);
		for (var pair : told) {
			if (pair.other != stays) {
				dismiss(stays, pair.other, pair.by, pair.at);
			}
		}
	}

	private record Told(long other, long by, Instant at) {

	}

	void forget(long id) {
		this.jdbc.sql("DELETE FROM expert_duplicate WHERE expert_a = :id OR expert_b = :id").param("id", id).update();
	}

	private static Pair pair(ResultSet row) throws SQLException {
		var reasons = new ArrayList<Duplicate.Reason>();
		Stream.of(row.getString("reasons").split(",")).filter((code) -> !code.isEmpty()).map(Duplicate.Reason::ofCode)
				.forEach(reasons::add);
		return new Pair(row.getLong("expert_a"), row.getLong("expert_b"),
				Duplicate.Certainty.valueOf(row.getString("certainty").toUpperCase(Locale.ROOT)), reasons);
	}

}
