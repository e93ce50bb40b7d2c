package org.zhiqiao.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A fact that stops a request. Its title and detail come from the message files, under
 * {@code problem.<slug>.title} and {@code problem.<slug>.detail}.
 */
public class ProblemException extends RuntimeException {

	private final transient HttpStatus status;

	private final String slug;

	private final transient List<FieldError> errors;

	private final transient List<Object> arguments;

	private final transient Map<String, Object> more = new LinkedHashMap<>();

	private @Nullable Duration retryAfter;

	/**
	 * A fact about the whole request.
	 *
	 * @param slug kebab-case, stable: it becomes the problem's {@code type}
	 * @param arguments fill {0}, {1} … in the texts; a {@link Word} is translated first
	 */
	public ProblemException(HttpStatus status, String slug, Object... arguments) {
		this(status, slug, List.of(), arguments);
	}

	public ProblemException(HttpStatus status, String slug, List<FieldError> errors, Object... arguments) {
		super(describe(slug, errors, arguments));
		this.status = status;
		this.slug = slug;
		this.errors = List.copyOf(errors);
		this.arguments = List.of(arguments);
	}

	private static String describe(String slug, List<FieldError> errors, Object... arguments) {
		return slug + List.of(arguments) + (errors.isEmpty() ? "" : errors);
	}

	/** Adds a member to the answer beside the standard ones. */
	public ProblemException with(String name, Object value) {
		this.more.put(name, value);
		return this;
	}

	/** Tells the client when to come back; answered as {@code Retry-After}, in whole seconds. */
	public ProblemException retryAfter(Duration wait) {
		this.retryAfter = wait;
		return this;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String slug() {
		return this.slug;
	}

	public List<FieldError> errors() {
		return this.errors;
	}

	List<Object> arguments() {
		return this.arguments;
	}

	Map<String, Object> more() {
		return this.more;
	}

	Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

	/** An argument that is itself a key of the message files, such as {@code kind.expert}. */
	public record Word(String key) {}

	/**
	 * One wrong place in the request.
	 *
	 * @param pointer a JSON pointer such as {@code /names/latin} or {@code /languages/0/code}
	 * @param code kebab-case, stable; its text is under {@code field.<code>}
	 * @param arguments fill {0}, {1} … in the text
	 * @param more further members of the answer, such as a position
	 */
	public record FieldError(String pointer, String code, List<Object> arguments, Map<String, Object> more) {

		public FieldError {
			arguments = List.copyOf(arguments);
			more = Map.copyOf(more);
		}

		public FieldError(String pointer, String code, Object... arguments) {
			this(pointer, code, List.of(arguments), Map.of());
		}

		public FieldError with(String name, Object value) {
			Map<String, Object> extended = new LinkedHashMap<>(this.more);
			extended.put(name, value);
			return new FieldError(this.pointer, this.code, this.arguments, extended);
		}

	}

}
