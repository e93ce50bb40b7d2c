package org.zhiqiao.search;

/**
 * What kind of evidence a piece of text is. Their order is part of the layout of the index.
 */
public enum PieceKind {

	/** The line below the name. */
	HEADLINE,
	/** The declared fields of expertise. */
	EXPERTISE, SUMMARY, PUBLICATION, PROJECT, PATENT, ROLE, AWARD, STANDARD, PRODUCT, AFFILIATION, DEGREE,
	/** A project that the administration recorded. */
	COOPERATION, OTHER;

	/**
	 * Whether a person can have written it down without having done anything.
	 */
	public boolean selfDescription() {
		return this == HEADLINE || this == EXPERTISE || this == SUMMARY;
	}

}
