package org.zhiqiao.search;

/**
 * Ways to narrow a directory down. Values are codes.
 */
public enum Facet {

	/** Concept codes; a value includes everything below it. */
	DOMAIN,
	/** Industry codes. */
	INDUSTRY,
	/** ISO 3166-1 alpha-2: experience of people, countries of interest of needs, those that stories are about. */
	COUNTRY,
	/**
	 * BCP 47 tags; of stories those in which they are told. As a filter of people also with a level that must be reached, such as {@code de:C1}.
	 */
	LANGUAGE,
	/** City codes. */
	CITY,
	/** ISO 3166-1 alpha-2; people only. */
	RESIDENCE,
	/** Competence codes; people only. */
	COMPETENCE,
	/** Offer codes; people only. */
	OFFER,
	/** {@code true} or absent; people only. */
	VERIFIED,
	/** {@code true} or absent; people only. */
	AVAILABLE,
	/** Kinds of need, or of story. */
	KIND,
	/** {@code true} or absent; needs only. */
	OPEN

}
