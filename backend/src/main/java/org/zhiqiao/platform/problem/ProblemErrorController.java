package org.zhiqiao.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside the controllers, in filters or in the server itself, in the same form. */
@Controller
class ProblemErrorController implements ErrorController {

	private final ProblemResponses responses;

	ProblemErrorController(ProblemResponses responses) {
		this.responses = responses;
	}

	@RequestMapping("/error")
	@PreAuthorize("permitAll()")
	void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
		String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
				? asked
				: request.getRequestURI();
		ProblemException fact = status >= 500
				? ProblemHandler.incident(
						request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
								? failure
								: null,
						request)
				: Statuses.fact(HttpStatusCode.valueOf(status));
		this.responses.write(fact, request, response, path);
	}

}
