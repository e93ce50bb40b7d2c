package org.zhiqiao.platform.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a row.
 *
 * @param field the key of the column, or the path in the JSON
 * @param code its text stands under {@code field.<code>}
 * @param value what was found there
 */
record RowError(String field, String code, List<String> arguments, @Nullable String value) {

	private static final int LONGEST_VALUE = 200;

	RowError {
		arguments = List.copyOf(arguments);
		value = (value != null && value.length() > LONGEST_VALUE) ? value.substring(0, LONGEST_VALUE) + "…" : value;
	}

	static RowError of(String field, String code, @Nullable String value, String... arguments) {
		return new RowError(field, code, List.of(arguments), value);
	}

}
