package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.moment.Moments;

/** Who sat on panels whose result is settled: before that the list is sealed (招标投标法 §37), from figures too. */
@Component
public class OpenLists {

	private static final String SETTLED = "r.settled_at >= ? AND r.settled_at < ?";

	private final JdbcClient jdbc;

	OpenLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many panels were settled in a time.
	 * @param until is no part of it
	 */
	@Transactional(readOnly = true)
	public long panels(Instant from, Instant until) {
		return this.jdbc.sql("SELECT COUNT(*) FROM panel_review r WHERE " + SETTLED)
				.params(Moments.stored(from), Moments.stored(until))
				.query(Long.class)
				.single();
	}

	/** On how many of these panels each of their members sat. */
	@Transactional(readOnly = true)
	public Map<Long, Integer> seats(Instant from, Instant until) {
		var seats = new HashMap<Long, Integer>();
		this.jdbc
				.sql("SELECT m.expert_id, COUNT(*) FROM panel_member m JOIN panel_review r ON r.panel_id = m.panel_id WHERE "
						+ SETTLED + " GROUP BY m.expert_id")
				.params(Moments.stored(from), Moments.stored(until))
				.query(row -> {
					seats.put(row.getLong(1), row.getInt(2));
				});
		return seats;
	}

}
