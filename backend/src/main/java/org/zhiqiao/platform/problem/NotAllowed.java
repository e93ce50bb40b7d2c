package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** The reader is known, and may not do this. */
public final class NotAllowed extends ProblemException {

	/**
	 * States the reason.
	 *
	 * @param reason kebab-case; its sentence is under {@code not-allowed.<reason>}
	 */
	public NotAllowed(String reason) {
		super(HttpStatus.FORBIDDEN, "not-allowed", new Word("not-allowed." + reason));
		with("reason", reason);
	}

}
