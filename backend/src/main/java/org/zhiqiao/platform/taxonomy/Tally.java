package org.zhiqiao.platform.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many things there are where a line and a column of a table meet.
 *
 * @param line a code, such as of an industry
 * @param column a code, such as of a city
 */
public record Tally(String line, String column, long count) {

	/** From a row with the columns {@code line}, {@code place} and {@code things}. */
	public static Tally read(ResultSet row) throws SQLException {
		return new Tally(row.getString("line"), row.getString("place"), row.getLong("things"));
	}

}
