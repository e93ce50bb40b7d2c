package org.zhiqiao.platform.engagement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.moment.Moments;

/** What came of every need with every person, for whoever learns from it. Whom it is about must not be told from there. */
@Component
public class Outcomes {

	/** At this mark or below, of 5, the owner got nothing from what was done. */
	private static final int POOR = 2;

	private final JdbcClient jdbc;

	Outcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What an engagement says of whether the person was the right one. */
	public enum Kind {

		/** Both agreed to work together, and the owner did not find afterwards that nothing was gained. */
		CAME_ABOUT,
		/** One side found that the person does not fit the need. */
		DID_NOT_FIT,
		/** It goes on, or ended for a reason that says nothing of it, such as time, money, or a need that was closed. */
		UNCLEAR

	}

	/**
	 * What came of a need with a person.
	 *
	 * @param agreedOn when they agreed, if they did
	 */
	public record Outcome(long demandId, long expertId, Kind kind, @Nullable LocalDate agreedOn) {

	}

	/**
	 * One for each need and person: where there were several engagements the best one, or else the latest; of several that came
	 * about the one that did so first.
	 */
	@Transactional(readOnly = true)
	public List<Outcome> all() {
		var rows = this.jdbc
				.sql("""
				SELECT e.demand_id, e.expert_id, e.state, e.reason, e.updated_at, f.result,
					(SELECT MIN(s.happened_on) FROM engagement_stage s WHERE s.engagement_id = e.id
						AND s.correction = FALSE AND s.state IN ('AGREED', 'CONTRACT', 'DONE')) AS agreed_on
				FROM engagement e LEFT JOIN engagement_feedback f ON f.engagement_id = e.id AND f.side = 'OWNER'
				ORDER BY e.id""")
				.query((row, _) -> {
					var state = EngagementState.valueOf(row.getString("state"));
					var reason = row.getString("reason");
					var kind = kind(state, (reason != null) ? Reason.valueOf(reason) : null,
							row.getObject("result", Integer.class));
					var agreed = row.getObject("agreed_on", LocalDate.class);
					var on = (agreed != null)
							? agreed
							: LocalDate.ofInstant(Moments.required(row, "updated_at"), Moments.HERE);
					return new Outcome(row.getLong("demand_id"), row.getLong("expert_id"),
							kind, (kind == Kind.CAME_ABOUT) ? on : null);
				})
				.list();
		record Key(long demand, long expert) {

		}
		var best = new LinkedHashMap<Key, Outcome>();
		rows.forEach(row -> best.merge(new Key(row.demandId(), row.expertId()), row,
				(one, other) -> counts(one, other) ? one : other));
		return List.copyOf(best.values());
	}

	/** Whether the earlier engagement says more than the later one. */
	private static boolean counts(Outcome earlier, Outcome later) {
		var first = earlier.agreedOn();
		var second = later.agreedOn();
		return first != null && (second == null || !second.isBefore(first));
	}

	static Kind kind(EngagementState state, @Nullable Reason reason, @Nullable Integer result) {
		if (state.outcome()) {
			return (state == EngagementState.DONE && result != null && result <= POOR) ? Kind.UNCLEAR : Kind.CAME_ABOUT;
		}
		var misfit = reason == Reason.NOT_MY_FIELD || reason == Reason.NOT_FITTING || reason == Reason.TECHNICAL;
		return (misfit && (state == EngagementState.DECLINED || state == EngagementState.FAILED))
				? Kind.DID_NOT_FIT
				: Kind.UNCLEAR;
	}

}
