package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** The thing was changed since the client read it. */
public final class StaleVersion extends ProblemException {

	/**
	 * States which version is the present one.
	 *
	 * @param current the version to read before trying again; answered as {@code currentVersion}
	 */
	public StaleVersion(String kind, Object id, long current) {
		super(HttpStatus.PRECONDITION_FAILED, "stale-version", new Word("kind." + kind), id, current);
		with("currentVersion", current);
	}

}
