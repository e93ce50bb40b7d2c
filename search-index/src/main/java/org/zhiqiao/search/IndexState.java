package org.zhiqiao.search;

/**
 * Whether the index can answer.
 */
public enum IndexState {

	/** It answers. */
	READY,

	/** It answers from the old generation, or not yet at all, while a new one is filled. */
	REBUILDING,

	/** Nothing there that could be used: new, damaged, or written by another version. */
	NEEDS_REBUILD

}
