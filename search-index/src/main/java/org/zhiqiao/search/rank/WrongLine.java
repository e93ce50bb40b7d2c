package org.zhiqiao.search.rank;

/**
 * A line of an input file is not as it must be.
 */
public class WrongLine extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * @param line number from 1
	 * @param field path of the field, such as {@code languages[1].level}; empty for the line as a
	 * whole
	 */
	WrongLine(String file, int line, String field, String problem) {
		super(file + ", line " + line + (field.isEmpty() ? "" : ", field " + field) + ": " + problem);
	}

}
