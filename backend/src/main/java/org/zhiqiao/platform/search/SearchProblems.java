package org.zhiqiao.platform.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.ProblemResponses;
import org.zhiqiao.search.IndexNotReady;
import org.zhiqiao.search.QuerySyntaxException;

/** What the index throws, as problems, for every module that asks it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchProblems {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final ProblemResponses problems;

	SearchProblems(ProblemResponses problems) {
		this.problems = problems;
	}

	@ExceptionHandler
	void notReady(IndexNotReady notReady, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.problems.write(
				new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "search-being-rebuilt").retryAfter(SOON),
				request, response);
	}

	@ExceptionHandler
	void notUnderstood(QuerySyntaxException wrong, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String code = "query-" + wrong.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
		FieldError error = new FieldError("/q", code, wrong.token(), wrong.position() + 1)
				.with("position", wrong.position())
				.with("length", wrong.length());
		this.problems.write(new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "query-syntax", List.of(error)),
				request, response);
	}

}
