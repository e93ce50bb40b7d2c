package org.zhiqiao.platform.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Tried too often; the answer says when the next try is welcome. */
public final class TooManyAttempts extends ProblemException {

	public TooManyAttempts(Duration wait) {
		super(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", Math.max(1, wait.plusMillis(999).toSeconds()));
		retryAfter(wait);
	}

}
