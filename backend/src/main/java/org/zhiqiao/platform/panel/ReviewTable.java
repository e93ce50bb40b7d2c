package org.zhiqiao.platform.panel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews in the database. None is ever deleted. */
@Repository
class ReviewTable {

	private final JdbcClient jdbc;

	ReviewTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** When the result of a panel was settled: from then on nothing about it changes. None before. */
	Optional<Instant> settledAt(long panel) {
		return this.jdbc.sql("SELECT settled_at FROM panel_review WHERE panel_id = ? AND settled_at IS NOT NULL")
				.param(panel)
				.query((row, _) -> Objects.requireNonNull(Moments.read(row, "settled_at")))
				.optional();
	}

}
