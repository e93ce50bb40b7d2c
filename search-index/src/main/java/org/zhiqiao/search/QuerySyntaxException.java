package org.zhiqiao.search;

/**
 * An advanced query cannot be understood.
 */
public class QuerySyntaxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Why it cannot be understood.
	 */
	public enum Reason {

		/** Something stands where it must not: an operator, a bracket, a quote. */
		UNEXPECTED,
		/** The text ends too early, for instance within quotes or brackets. */
		UNEXPECTED_END,
		/** There is no such field. */
		UNKNOWN_FIELD,
		/** The value does not fit the field, for instance letters for a year. */
		BAD_VALUE,
		/** A range is given for a field that has none. */
		NO_RANGE,
		/** A wildcard stands first, or too near the start of a word. */
		LEADING_WILDCARD,
		/** Wildcards are not possible in this field. */
		NO_WILDCARD,
		/** Regular expressions, fuzzy words and functions are not offered. */
		NOT_OFFERED,
		/** Too long, too deep or too many parts. */
		TOO_COMPLEX

	}

	private final Reason reason;

	private final int position;

	private final int length;

	private final String token;

	/**
	 * @param position where in the query, in UTF-16 units from 0
	 * @param length how many units are concerned, may be 0
	 * @param token the text at that place
	 */
	public QuerySyntaxException(Reason reason, int position, int length, String token) {
		super(reason + " at " + position + ": " + token);
		this.reason = reason;
		this.position = position;
		this.length = length;
		this.token = token;
	}

	public Reason reason() {
		return this.reason;
	}

	public int position() {
		return this.position;
	}

	public int length() {
		return this.length;
	}

	public String token() {
		return this.token;
	}

}
