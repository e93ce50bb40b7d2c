package org.zhiqiao.search.embedding;

/**
 * The sentence model cannot be loaded or run.
 */
public final class ModelFailure extends RuntimeException {

	public ModelFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
