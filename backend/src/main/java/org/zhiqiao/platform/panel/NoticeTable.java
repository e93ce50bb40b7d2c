package org.zhiqiao.platform.panel;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.zhiqiao.platform.moment.Moments;

/** What members were told of by mail. */
@Repository
class NoticeTable {

	private final JdbcClient jdbc;

	NoticeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Something to tell. */
	enum Kind {

		/** Points can be given. */
		OPEN,
		/** They are due soon. */
		DUE,
		/** Minutes wait for a signature. */
		MINUTES,
		/** They still do. */
		UNSIGNED

	}

	/** @param about tells it from the same news at another time */
	boolean told(long invitation, Kind kind, String about) {
		return this.jdbc.sql("SELECT COUNT(*) FROM panel_notice WHERE invitation_id = ? AND kind = ? AND about = ?")
				.params(invitation, kind.name(), about)
				.query(Long.class)
				.single() > 0;
	}

	void tell(long invitation, Kind kind, String about, Instant now) {
		this.jdbc.sql("INSERT INTO panel_notice (invitation_id, kind, about, told_at) VALUES (?, ?, ?, ?)")
				.params(invitation, kind.name(), about, Moments.stored(now))
				.update();
	}

}
