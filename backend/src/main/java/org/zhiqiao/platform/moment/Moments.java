package org.zhiqiao.platform.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Moments in the database: UTC, to the microsecond, whatever zone the machine is in. */
public final class Moments {

	/** Days, of the law too, are those in Anhui. */
	public static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

	private Moments() {}

	/** As a column takes it. */
	public static LocalDateTime stored(Instant moment) {
		return LocalDateTime.ofInstant(exact(moment), ZoneOffset.UTC);
	}

	public static @Nullable LocalDateTime storedIfAny(@Nullable Instant moment) {
		return (moment != null) ? stored(moment) : null;
	}

	/** As it will be read again. */
	public static Instant exact(Instant moment) {
		return moment.truncatedTo(ChronoUnit.MICROS);
	}

	/** From a column that may be empty. */
	public static @Nullable Instant read(ResultSet row, String column) throws SQLException {
		var stored = row.getObject(column, LocalDateTime.class);
		return (stored != null) ? stored.toInstant(ZoneOffset.UTC) : null;
	}

	/** From a column that never is. */
	public static Instant required(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

}
