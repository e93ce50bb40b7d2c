package org.zhiqiao.platform.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How many things of a code began in one year and ended in another.
 *
 * @param code such as of an industry; none where things are counted whatever their codes
 * @param from the year in which they began; none where it is not known
 * @param to the last year; none if they go on, or if they happened at one time
 */
public record Spell(@Nullable String code, @Nullable Integer from, @Nullable Integer to, long count) {

	/** From a row with the columns {@code line}, {@code first_year}, {@code last_year} and {@code things}. */
	public static Spell read(ResultSet row) throws SQLException {
		return new Spell(row.getString("line"), row.getObject("first_year", Integer.class),
				row.getObject("last_year", Integer.class), row.getLong("things"));
	}

	/** Whether they began in a year of these, both included; none is no limit. */
	public boolean beganIn(@Nullable Integer first, @Nullable Integer last) {
		if (first == null && last == null) {
			return true;
		}
		var began = this.from;
		return began != null && (first == null || began >= first) && (last == null || began <= last);
	}

	/** Whether they went on in a year of these, both included; none is no limit. */
	public boolean wentOnIn(@Nullable Integer first, @Nullable Integer last) {
		if (first == null && last == null) {
			return true;
		}
		return this.from != null && (last == null || this.from <= last)
				&& (first == null || Objects.requireNonNullElse(this.to, Integer.MAX_VALUE) >= first);
	}

}
