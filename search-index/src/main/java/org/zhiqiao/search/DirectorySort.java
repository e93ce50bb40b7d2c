package org.zhiqiao.search;

/**
 * Order of a directory. Equal ones are ordered by key, so that pages never overlap.
 */
public enum DirectorySort {

	/** Best first; without a text this is {@link #UPDATED}. */
	RELEVANCE,
	/** By name, Chinese names by their pinyin; needs and stories by title. */
	NAME,
	/** Latest change first; stories by when they became public. */
	UPDATED,
	/** Nearest deadline first, needs without one last; all else as {@link #UPDATED}. */
	DEADLINE

}
