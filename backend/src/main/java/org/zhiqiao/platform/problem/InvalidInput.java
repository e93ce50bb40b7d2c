package org.zhiqiao.platform.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The request is readable, and some of its fields are wrong. */
public final class InvalidInput extends ProblemException {

	public InvalidInput(List<FieldError> errors) {
		super(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", errors);
	}

	public InvalidInput(String pointer, String code, Object... arguments) {
		this(List.of(new FieldError(pointer, code, arguments)));
	}

}
