package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** There is no such thing, or the reader may not know of it. */
public final class NotFound extends ProblemException {

	/**
	 * States what was looked for.
	 *
	 * @param kind what was looked for; named by the message {@code kind.<kind>}
	 * @param id as the request gave it
	 */
	public NotFound(String kind, Object id) {
		super(HttpStatus.NOT_FOUND, "not-found", new Word("kind." + kind), id);
	}

}
