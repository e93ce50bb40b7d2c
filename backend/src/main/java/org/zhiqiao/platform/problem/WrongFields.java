package org.zhiqiao.platform.problem;

import jakarta.validation.ConstraintViolation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Turns the findings of bean validation into pointers and codes. */
final class WrongFields {

	private WrongFields() {}

	static List<ProblemException.FieldError> of(Errors errors) {
		return of("", errors);
	}

	private static List<ProblemException.FieldError> of(String under, Errors errors) {
		var found = new ArrayList<ProblemException.FieldError>();
		for (ObjectError error : errors.getAllErrors()) {
			String pointer = under + (error instanceof org.springframework.validation.FieldError field
					? pointer(field.getField())
					: "");
			found.add(error.contains(ConstraintViolation.class)
					? wrong(pointer, error.unwrap(ConstraintViolation.class))
					: new ProblemException.FieldError(pointer, "format"));
		}
		return found;
	}

	static List<ProblemException.FieldError> of(HandlerMethodValidationException invalid) {
		var found = new ArrayList<ProblemException.FieldError>();
		for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
			Integer index = result.getContainerIndex();
			String under = index == null ? "" : "/" + index;
			if (result instanceof ParameterErrors errors) {
				found.addAll(of(under, errors));
				continue;
			}
			String pointer = "/" + result.getMethodParameter().getParameterName() + under;
			for (MessageSourceResolvable error : result.getResolvableErrors()) {
				found.add(wrong(pointer, result.unwrap(error, ConstraintViolation.class)));
			}
		}
		return found;
	}

	static List<ProblemException.FieldError> of(Iterable<? extends ConstraintViolation<?>> violations) {
		var found = new ArrayList<ProblemException.FieldError>();
		for (ConstraintViolation<?> violation : violations) {
			found.add(wrong(pointer(violation.getPropertyPath().toString()), violation));
		}
		return found;
	}

	/** {@code languages[0].code} becomes {@code /languages/0/code}. */
	static String pointer(String path) {
		return "/" + path.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
	}

	/**
	 * A constraint of our own names its code in its message, {@code field.<code>}; those of the
	 * standard get the codes here.
	 */
	private static ProblemException.FieldError wrong(String pointer, ConstraintViolation<?> violation) {
		String template = violation.getMessageTemplate();
		if (template.startsWith("field.")) {
			return new ProblemException.FieldError(pointer, template.substring("field.".length()));
		}
		Annotation annotation = violation.getConstraintDescriptor().getAnnotation();
		Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
		return switch (annotation.annotationType().getSimpleName()) {
			case "NotNull", "NotBlank", "NotEmpty" -> new ProblemException.FieldError(pointer, "required");
			case "Null" -> new ProblemException.FieldError(pointer, "not-wanted");
			case "Email" -> new ProblemException.FieldError(pointer, "email");
			case "Size", "Length" -> size(pointer, attributes, violation.getInvalidValue());
			case "Min", "DecimalMin" -> new ProblemException.FieldError(pointer, "at-least", value(attributes));
			case "Max", "DecimalMax" -> new ProblemException.FieldError(pointer, "at-most", value(attributes));
			case "Positive" -> new ProblemException.FieldError(pointer, "at-least", 1);
			case "PositiveOrZero" -> new ProblemException.FieldError(pointer, "at-least", 0);
			case "Future", "FutureOrPresent" -> new ProblemException.FieldError(pointer, "future");
			case "Past", "PastOrPresent" -> new ProblemException.FieldError(pointer, "past");
			case "UniqueElements" -> new ProblemException.FieldError(pointer, "twice");
			case "URL" -> new ProblemException.FieldError(pointer, "url");
			default -> new ProblemException.FieldError(pointer, "format");
		};
	}

	private static ProblemException.FieldError size(String pointer, Map<String, Object> attributes,
			@Nullable Object value) {
		int least = (Integer) attributes.getOrDefault("min", 0);
		int most = (Integer) attributes.getOrDefault("max", Integer.MAX_VALUE);
		String what = value instanceof CharSequence ? "length" : "count";
		if (most == Integer.MAX_VALUE) {
			return new ProblemException.FieldError(pointer, what + "-at-least", least);
		}
		if (least == 0) {
			return new ProblemException.FieldError(pointer, what + "-at-most", most);
		}
		return new ProblemException.FieldError(pointer, what + "-between", least, most);
	}

	private static Object value(Map<String, Object> attributes) {
		return String.format(Locale.ROOT, "%s", attributes.get("value"));
	}

}
