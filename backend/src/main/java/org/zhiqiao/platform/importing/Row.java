package org.zhiqiao.platform.importing;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.SaveExpert;

/** One row of a file, as far as it could be read. */
sealed interface Row {

	/** The line in the file, from 1. */
	int line();

	/** The row as it stands in the file, to be mended. */
	String raw();

	/**
	 * Somebody.
	 *
	 * @param key identifies the record within its source
	 * @param fields turns a pointer into the profile into the name of the field in the file
	 */
	record Person(int line, String raw, String key, SaveExpert profile, UnaryOperator<String> fields) implements Row {

	}

	/**
	 * A work of several people.
	 *
	 * @param evidence what it is to each author, by OpenAlex id
	 */
	record Work(int line, String raw, String key, Map<String, Evidence> evidence) implements Row {

	}

	/** Nothing that could be used. */
	record Wrong(int line, String raw, List<RowError> errors) implements Row {

	}

	/** Nothing to do with in this pass. */
	record Skipped(int line, String raw) implements Row {

	}

}
