package org.zhiqiao.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a client gets instead of what it asked for (RFC 9457,
 * {@code application/problem+json}).
 *
 * @param type {@code /problems/<slug>}: stable, for programs
 * @param title the same for every problem of the type, in the reader's language
 * @param detail this occurrence, in the reader's language
 * @param instance the path of the request
 * @param errors the wrong fields, if it is about fields
 * @param more further members of some types, such as {@code currentVersion}
 */
public record Problem(String type, String title, String detail, int status, String instance,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<WrongField> errors, @JsonAnyGetter Map<String, Object> more) {

	/**
	 * One wrong place in the request.
	 *
	 * @param pointer a JSON pointer into the request
	 * @param detail in the reader's language
	 * @param code stable, for programs
	 */
	public record WrongField(String pointer, String detail, String code, @JsonAnyGetter Map<String, Object> more) {}

}
