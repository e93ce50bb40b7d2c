package org.zhiqiao.platform.organisation;

/**
 * What refers to organisations by their number; each module that keeps such numbers implements it, so
 * that two organisations can become one without this module knowing what refers to them.
 */
public interface OrganisationReferences {

	/** What it is about, such as {@code demands}; the pages have a word for each. */
	String kind();

	/** How many refer to this organisation. */
	long count(long organisationId);

	/** Lets all that refer to the one that goes refer to the one that stays, in the caller's transaction. */
	void move(long goes, long stays);

}
