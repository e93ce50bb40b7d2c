package org.zhiqiao.platform.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes versions as entity tags, {@code "7"}. */
public final class IfMatch {

	private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,9})\"?\\s*");

	private IfMatch() {}

	/**
	 * The version that the client has read.
	 *
	 * @param header the value of {@code If-Match}
	 * @throws MissingVersion without a header or with one that names no version
	 */
	public static int version(@Nullable String header) {
		Matcher tag = TAG.matcher(header == null ? "" : header);
		if (!tag.matches()) {
			throw new MissingVersion();
		}
		return Integer.parseInt(tag.group(1));
	}

	public static String tag(int version) {
		return "\"" + version + "\"";
	}

}
