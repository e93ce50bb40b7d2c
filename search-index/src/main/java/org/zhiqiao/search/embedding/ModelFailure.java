package org.zhiqiao.search.embedding;

/**
 * The sentence model cannot be loaded or run.
 */
public final class ModelFailure extends RuntimeException {

	public ModelFailure(String message, Throwable cause) {
		super(message, cause);
	}

	/**
	 * What was wrong in the first place: what wraps it often says nothing.
	 */
	static String reason(Throwable trouble) {
		Throwable first = trouble;
		while (first.getCause() != null) {
			first = first.getCause();
		}
		String message = first.getMessage();
		return (message != null) ? message : first.getClass().getSimpleName();
	}

}
