package org.zhiqiao.search.ranking;

/**
 * The axes on which people are compared.
 */
public enum Criterion {

	/** What the person knows: evidence and declared domains. */
	DOMAIN,
	/** Languages and their levels. */
	LANGUAGE,
	/** Experience with countries. */
	COUNTRY,
	/** Competences, place, availability and what is offered. */
	WISHES

}
