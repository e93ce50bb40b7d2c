package org.zhiqiao.search;

/**
 * What an indexed document stands for.
 */
public enum DocumentKind {

	EXPERT, DEMAND,
	/** A published article. */
	STORY,
	/** A published study or project guide. The directory of stories holds them as well. */
	STUDY

}
