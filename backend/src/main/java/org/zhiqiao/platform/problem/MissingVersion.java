package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** A change that needs {@code If-Match} came without it, or with something that is no version. */
public final class MissingVersion extends ProblemException {

	public MissingVersion() {
		super(HttpStatus.PRECONDITION_REQUIRED, "missing-version");
	}

}
