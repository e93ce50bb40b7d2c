package org.zhiqiao.platform.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, in their language. Its texts are
 * {@code mail.<template>.subject} and {@code mail.<template>.text} of the message files.
 *
 * @param template kebab-case
 * @param link the path of the page to open, such as {@code /demands/7}; appended as a whole
 * address below the text
 * @param arguments fill {0}, {1} … in subject and text
 */
public record Mail(String to, Locale language, String template, @Nullable String link, List<Object> arguments) {

	public Mail {
		arguments = List.copyOf(arguments);
	}

	public Mail(String to, Locale language, String template, @Nullable String link, Object... arguments) {
		this(to, language, template, link, List.of(arguments));
	}

}
