package org.zhiqiao.platform.taxonomy;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A short text in Chinese (zh-CN), in English, or in both. */
public record Bilingual(@Nullable String zh, @Nullable String en) {

	public static final Bilingual NONE = new Bilingual(null, null);

	/** The text in the reader's language, else in the other one, else empty. */
	public String in(Locale locale) {
		var chinese = "zh".equals(locale.getLanguage());
		var wanted = chinese ? this.zh : this.en;
		var other = chinese ? this.en : this.zh;
		if (wanted != null && !wanted.isBlank()) {
			return wanted;
		}
		return (other != null) ? other : "";
	}

}
