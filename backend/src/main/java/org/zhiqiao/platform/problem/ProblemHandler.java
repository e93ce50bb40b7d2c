package org.zhiqiao.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** The one place where an exception becomes an answer. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

	private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

	private final ProblemResponses responses;

	ProblemHandler(ProblemResponses responses) {
		this.responses = responses;
	}

	@ExceptionHandler
	ResponseEntity<Object> fact(ProblemException fact, HttpServletRequest request) {
		return this.responses.answer(fact, request, HttpHeaders.EMPTY);
	}

	@ExceptionHandler
	ResponseEntity<Object> denied(AccessDeniedException denied, HttpServletRequest request) {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		return fact(known == null || this.trust.isAnonymous(known) ? new NotSignedIn() : new NotAllowed("role"),
				request);
	}

	@ExceptionHandler
	ResponseEntity<Object> unknown(AuthenticationException unknown, HttpServletRequest request) {
		return fact(new NotSignedIn(), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> violated(ConstraintViolationException violated, HttpServletRequest request) {
		return fact(new InvalidInput(WrongFields.of(violated.getConstraintViolations())), request);
	}

	/** Somebody else's change was written between our check of the version and our own write. */
	@ExceptionHandler
	ResponseEntity<Object> overtaken(OptimisticLockingFailureException overtaken, HttpServletRequest request) {
		return fact(new ProblemException(HttpStatus.PRECONDITION_FAILED, "overtaken"), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> busy(ConcurrencyFailureException busy, HttpServletRequest request) {
		log.warn("A lock was not free: {}", busy.getMessage());
		return fact(new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "busy").retryAfter(Duration.ofSeconds(1)),
				request);
	}

	@ExceptionHandler
	@Nullable
	ResponseEntity<Object> unexpected(Exception unexpected, HttpServletRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(unexpected)) {
			// Somebody left the page before the answer was there: nobody is left to tell, and nothing is wrong.
			log.debug("The reader of {} {} has gone", request.getMethod(), request.getRequestURI());
			return null;
		}
		ResponseStatus intended = AnnotatedElementUtils.findMergedAnnotation(unexpected.getClass(),
				ResponseStatus.class);
		if (intended != null && intended.code().is4xxClientError()) {
			return fact(Statuses.fact(intended.code()), request);
		}
		return fact(incident(unexpected, request), request);
	}

	/** The reader gets a number to quote; what happened stays in the log under that number. */
	static ProblemException incident(@Nullable Throwable unexpected, HttpServletRequest request) {
		String incident = UUID.randomUUID().toString();
		log.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), unexpected);
		return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", incident).with("incident",
				incident);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(new InvalidInput(WrongFields.of((BindException) invalid)), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(new InvalidInput(WrongFields.of(invalid)), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return answer(new InvalidInput("/" + missing.getParameterName(), "required"), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
			MissingServletRequestPartException missing, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return answer(new InvalidInput("/" + missing.getRequestPartName(), "required"), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = mismatch instanceof MethodArgumentTypeMismatchException argument
				? argument.getName()
				: mismatch.getPropertyName();
		return answer(new InvalidInput("/" + name, "format"), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(unreadable(unreadable.getCause()), headers, request);
	}

	private static ProblemException unreadable(@Nullable Throwable cause) {
		if (cause instanceof StreamReadException syntax) {
			TokenStreamLocation at = syntax.getLocation();
			return at == null
					? new ProblemException(HttpStatus.BAD_REQUEST, "unreadable")
					: new ProblemException(HttpStatus.BAD_REQUEST, "unreadable-json", at.getLineNr(),
							at.getColumnNr());
		}
		if (cause instanceof JacksonException mapping && !mapping.getPath().isEmpty()) {
			var pointer = new StringBuilder();
			for (JacksonException.Reference step : mapping.getPath()) {
				String name = step.getPropertyName();
				pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
			}
			return new InvalidInput(List.of(new ProblemException.FieldError(pointer.toString(), "format")));
		}
		return new ProblemException(HttpStatus.BAD_REQUEST, "unreadable");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception exception, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (exception instanceof MissingRequestValueException) {
			return answer(new ProblemException(HttpStatus.BAD_REQUEST, "unreadable"), headers, request);
		}
		return answer(status.is5xxServerError() ? incident(exception, servlet(request)) : Statuses.fact(status),
				headers, request);
	}

	private ResponseEntity<Object> answer(ProblemException fact, HttpHeaders headers, WebRequest request) {
		return this.responses.answer(fact, servlet(request), headers);
	}

	private static HttpServletRequest servlet(WebRequest request) {
		return ((ServletWebRequest) request).getRequest();
	}

}
