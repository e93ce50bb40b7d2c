package org.zhiqiao.search;

/**
 * Groups of structured facts about a person; each has its own audience.
 */
public enum FactGroup {

	/** Declared domains, free domains and industries. */
	EXPERTISE, LANGUAGES, COUNTRIES, COMPETENCES, OFFERS,
	/** City and residence. */
	PLACE, AVAILABILITY

}
