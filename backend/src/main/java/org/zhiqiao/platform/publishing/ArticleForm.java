package org.zhiqiao.platform.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an article tells: about a person, as a story, or of a forum or another event. */
public enum ArticleForm {

	PERSON, STORY, FORUM;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<ArticleForm> of(String code) {
		return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
	}

}
