package org.zhiqiao.search;

/**
 * Reading or writing the index failed, for instance because the disk is full.
 */
public class IndexFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public IndexFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
