package org.zhiqiao.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into answers; also for filters, which no controller advice reaches. */
@Component
public final class ProblemResponses {

	private final Texts texts;

	private final JsonMapper json;

	ProblemResponses(Texts texts, JsonMapper json) {
		this.texts = texts;
		this.json = json;
	}

	public Problem problem(ProblemException fact, Locale language, String instance) {
		List<Problem.WrongField> wrong = fact.errors()
				.stream()
				.map(error -> new Problem.WrongField(error.pointer(),
						this.texts.text(language, "field." + error.code(), error.arguments()), error.code(),
						error.more()))
				.toList();
		return new Problem("/problems/" + fact.slug(),
				this.texts.text(language, "problem." + fact.slug() + ".title", fact.arguments()),
				this.texts.text(language, "problem." + fact.slug() + ".detail", fact.arguments()),
				fact.status().value(), instance, wrong, fact.more());
	}

	ResponseEntity<Object> answer(ProblemException fact, HttpServletRequest request, HttpHeaders headers) {
		Locale language = Texts.language(request);
		var all = new HttpHeaders(headers);
		all.putAll(headers(fact, language));
		return ResponseEntity.status(fact.status())
				.headers(all)
				.body(problem(fact, language, request.getRequestURI()));
	}

	/** Writes the answer from outside the controllers. */
	public void write(ProblemException fact, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		write(fact, request, response, request.getRequestURI());
	}

	void write(ProblemException fact, HttpServletRequest request, HttpServletResponse response, String instance)
			throws IOException {
		if (response.isCommitted()) {
			return;
		}
		Locale language = Texts.language(request);
		headers(fact, language).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
		response.setStatus(fact.status().value());
		response.getOutputStream().write(this.json.writeValueAsBytes(problem(fact, language, instance)));
	}

	private static HttpHeaders headers(ProblemException fact, Locale language) {
		var headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setContentLanguage(language);
		// What one reader may not see must not be kept for another.
		headers.setCacheControl("no-store");
		fact.retryAfter()
				.ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER,
						Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))));
		if (fact.status() == HttpStatus.UNAUTHORIZED) {
			// A challenge of our own name: browsers show no password box for it.
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Session");
		}
		return headers;
	}

}
