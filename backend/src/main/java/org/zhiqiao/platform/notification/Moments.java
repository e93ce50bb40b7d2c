package org.zhiqiao.platform.notification;

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

	static LocalDateTime stored(Instant moment) {
		return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	static @Nullable Instant read(ResultSet row, String column) throws SQLException {
		var stored = row.getObject(column, LocalDateTime.class);
		return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
	}

}
