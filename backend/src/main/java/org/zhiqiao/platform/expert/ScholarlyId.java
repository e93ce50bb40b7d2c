package org.zhiqiao.platform.expert;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Identifiers of people and works, in their one normal form. */
public final class ScholarlyId {

	private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

	private static final Pattern OPENALEX = Pattern.compile("[AW]\\d{1,15}");

	private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S{1,240}");

	private ScholarlyId() {}

	/** Without the address before it; the text itself where it is none. */
	public static @Nullable String plainOrcid(@Nullable String text) {
		return afterLastSlash(text);
	}

	public static @Nullable String plainOpenalex(@Nullable String text) {
		return afterLastSlash(text);
	}

	/** Without the address or the word before it, in lower case. */
	public static @Nullable String plainDoi(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		return text.strip()
				.toLowerCase(Locale.ROOT)
				.replaceFirst("^https?://(dx\\.)?doi\\.org/", "")
				.replaceFirst("^doi:\\s*", "");
	}

	/** Whether the form and the check digit are right (ISO 7064, MOD 11-2). */
	public static boolean isOrcid(String text) {
		if (!ORCID.matcher(text).matches()) {
			return false;
		}
		var digits = text.replace("-", "");
		var total = 0;
		for (var i = 0; i < 15; i++) {
			total = (total + (digits.charAt(i) - '0')) * 2;
		}
		var check = (12 - total % 11) % 11;
		return digits.charAt(15) == ((check == 10) ? 'X' : (char) ('0' + check));
	}

	/** Whether it is an author ({@code A…}) or a work ({@code W…}) of OpenAlex. */
	public static boolean isOpenalex(String text) {
		return OPENALEX.matcher(text).matches();
	}

	public static boolean isDoi(String text) {
		return DOI.matcher(text).matches();
	}

	private static @Nullable String afterLastSlash(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		var plain = text.strip();
		plain = plain.substring(plain.lastIndexOf('/') + 1);
		return plain.toUpperCase(Locale.ROOT);
	}

}
