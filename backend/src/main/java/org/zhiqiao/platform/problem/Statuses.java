package org.zhiqiao.platform.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Facts for what the web layer itself refuses, where only the status is known. */
final class Statuses {

	private Statuses() {}

	static ProblemException fact(HttpStatusCode code) {
		return switch (HttpStatus.resolve(code.value())) {
			case NOT_FOUND -> new ProblemException(HttpStatus.NOT_FOUND, "no-such-address");
			case METHOD_NOT_ALLOWED -> new ProblemException(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
			case NOT_ACCEPTABLE -> new ProblemException(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
			case CONTENT_TOO_LARGE -> new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large");
			case UNSUPPORTED_MEDIA_TYPE ->
				new ProblemException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
			case UNAUTHORIZED -> new NotSignedIn();
			case FORBIDDEN -> new NotAllowed("role");
			case null, default -> new ProblemException(HttpStatus.BAD_REQUEST, "unreadable");
		};
	}

}
