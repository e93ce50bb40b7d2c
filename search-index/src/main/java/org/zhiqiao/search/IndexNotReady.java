package org.zhiqiao.search;

/**
 * There is no generation that could answer or take changes; a rebuild is needed or under way.
 */
public class IndexNotReady extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final IndexStatus status;

	public IndexNotReady(IndexStatus status) {
		super("The search index is not ready: " + status.state() + " " + status.reason());
		this.status = status;
	}

	public IndexStatus status() {
		return this.status;
	}

}
