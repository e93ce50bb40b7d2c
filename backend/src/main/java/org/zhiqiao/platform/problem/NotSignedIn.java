package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;

/** This needs an account, and the request carries none. */
public final class NotSignedIn extends ProblemException {

	public NotSignedIn() {
		super(HttpStatus.UNAUTHORIZED, "not-signed-in");
	}

}
