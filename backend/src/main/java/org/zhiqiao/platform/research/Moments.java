package org.zhiqiao.platform.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Moments in the database: UTC, to the microsecond, whatever zone the machine is in. */
final class Moments {

	private Moments() {}

	static @Nullable LocalDateTime stored(@Nullable Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(exact(moment), ZoneOffset.UTC) : null;
	}

	/** As it will be read again. */
	static Instant exact(Instant moment) {
		return moment.truncatedTo(ChronoUnit.MICROS);
	}

	static @Nullable Instant read(ResultSet row, String column) throws SQLException {
		var stored = row.getObject(column, LocalDateTime.class);
		return (stored != null) ? stored.toInstant(ZoneOffset.UTC) : null;
	}

}
