package org.zhiqiao.platform.engagement;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.engagement.TriageView.Verdict;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.StaleVersion;

/** What officers think of needs, in the database. */
@Repository
class TriageTable {

	private static final String OPEN = "d.state IN ('SUBMITTED', 'PUBLISHED') AND (:everywhere OR d.city = :city)";

	private final JdbcClient jdbc;

	TriageTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	static boolean reviews(Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER) || (actor.is(Role.CITY_OFFICER) && actor.city() != null);
	}

	/** The city that an officer answers for; none for all. */
	static @Nullable String cityOf(Actor officer) {
		if (officer.is(Role.PROVINCIAL_OFFICER)) {
			return null;
		}
		if (officer.city() == null) {
			throw new NotAllowed("city");
		}
		return officer.city();
	}

	Optional<TriageView> find(long demand) {
		return Optional.ofNullable(of(List.of(demand)).get(demand));
	}

	@Nullable
	TriageView view(long demand) {
		return of(List.of(demand)).get(demand);
	}

	Map<Long, TriageView> of(Collection<Long> demands) {
		var found = new HashMap<Long, TriageView>();
		if (!demands.isEmpty()) {
			this.jdbc.sql("SELECT * FROM demand_triage WHERE demand_id IN (:ids)").param("ids", demands).query(row -> {
				found.put(row.getLong("demand_id"),
						new TriageView(row.getInt("version"), Verdict.valueOf(row.getString("verdict")),
								row.getString("remarks"), Moments.required(row, "decided_at")));
			});
		}
		return found;
	}

	/** @param version that was read; 0 for none yet */
	void decide(long demand, int version, Verdict verdict, @Nullable String remarks, @Nullable Long by,
			Instant now) {
		if (version == 0) {
			// A second one at the same moment is told by the key.
			this.jdbc.sql("""
					INSERT INTO demand_triage (demand_id, version, verdict, remarks, decided_by, decided_at)
					VALUES (:demand, 1, :verdict, :remarks, :by, :at)""")
					.param("demand", demand)
					.param("verdict", verdict.name())
					.param("remarks", remarks, Types.VARCHAR)
					.param("by", by, Types.BIGINT)
					.param("at", Moments.stored(now))
					.update();
			return;
		}
		var changed = this.jdbc.sql("""
				UPDATE demand_triage SET version = version + 1, verdict = :verdict, remarks = :remarks,
					decided_by = :by, decided_at = :at WHERE demand_id = :demand AND version = :version""")
				.param("demand", demand)
				.param("version", version)
				.param("verdict", verdict.name())
				.param("remarks", remarks, Types.VARCHAR)
				.param("by", by, Types.BIGINT)
				.param("at", Moments.stored(now))
				.update();
		if (changed == 0) {
			throw new StaleVersion("triage", demand, find(demand).map(TriageView::version).orElse(0));
		}
	}

	/** Needs that are submitted or published, those on which nobody has said anything first, then the latest. */
	List<Long> open(@Nullable String city, int offset, int count) {
		return this.jdbc
				.sql("SELECT d.id FROM demand d LEFT JOIN demand_triage t ON t.demand_id = d.id WHERE " + OPEN
						+ " ORDER BY CASE WHEN t.demand_id IS NULL THEN 0 ELSE 1 END, d.updated_at DESC, d.id DESC"
						+ " LIMIT :count OFFSET :offset")
				.param("city", city, Types.VARCHAR)
				.param("everywhere", city == null)
				.param("count", count)
				.param("offset", offset)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	long countOpen(@Nullable String city) {
		return count("SELECT COUNT(*) FROM demand d WHERE " + OPEN, city);
	}

	long countUndecided(@Nullable String city) {
		return count("SELECT COUNT(*) FROM demand d WHERE " + OPEN
				+ " AND NOT EXISTS (SELECT 1 FROM demand_triage t WHERE t.demand_id = d.id)", city);
	}

	private long count(String sql, @Nullable String city) {
		return this.jdbc.sql(sql)
				.param("city", city, Types.VARCHAR)
				.param("everywhere", city == null)
				.query(Long.class)
				.single();
	}

}
