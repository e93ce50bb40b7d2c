package org.zhiqiao.search.lucene;

import org.zhiqiao.search.CefrLevel;

/**
 * How facts are written as terms.
 */
final class FactTerms {

	static final String VERIFIED = "verified";

	static final String AVAILABLE = "available";

	static final String OPEN = "open";

	private FactTerms() {}

	static String language(String code) {
		return "language:" + code;
	}

	/**
	 * Stands for everybody who reaches the level.
	 */
	static String language(String code, CefrLevel reached) {
		return "language:" + code + ":" + reached;
	}

	static String country(String alpha2) {
		return "country:" + alpha2;
	}

	static String country(String alpha2, String kind) {
		return "country:" + alpha2 + ":" + kind;
	}

	static String competence(String code) {
		return "competence:" + code;
	}

	static String offer(String code) {
		return "offer:" + code;
	}

	static String industry(String code) {
		return "industry:" + code;
	}

	static String city(String code) {
		return "city:" + code;
	}

	static String residence(String alpha2) {
		return "residence:" + alpha2;
	}

	/**
	 * Years in the order of their terms; a year before the first or after the last there is stands for it.
	 */
	static String year(int year) {
		return "year:%04d".formatted(Math.clamp(year, 0, 9_999));
	}

	static String kind(String code) {
		return "kind:" + code;
	}

}
