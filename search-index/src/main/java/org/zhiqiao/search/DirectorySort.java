package org.zhiqiao.search;

/**
 * Order of a directory. Equal ones are ordered by key, so that pages never overlap.
 */
public enum DirectorySort {

	/** Best first; without a text this is {@link #UPDATED}. */
	RELEVANCE,
	/** By name, Chinese names by their pinyin; needs by title. */
	NAME,
	/** Latest change first. */
	UPDATED,
	/** Nearest deadline first, needs without one last; people as {@link #UPDATED}. */
	DEADLINE

}
