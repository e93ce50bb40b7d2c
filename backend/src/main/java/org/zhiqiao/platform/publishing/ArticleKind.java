package org.zhiqiao.platform.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an article is for: 合作动态, 典型案例, 技术供给, 技术需求. */
public enum ArticleKind {

	NEWS, CASE, SUPPLY, DEMAND;

	/** As clients of the API see it. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<ArticleKind> of(String code) {
		return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
	}

}
