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
 * @param sealed whether to whom it goes is not even shown to those who look after the mail
 */
public record Mail(String to, Locale language, String template, @Nullable String link, List<Object> arguments,
		boolean sealed) {

	public Mail {
		arguments = List.copyOf(arguments);
	}

	public Mail(String to, Locale language, String template, @Nullable String link, Object... arguments) {
		this(to, language, template, link, List.of(arguments), false);
	}

	/** The same mail to somebody whom nobody else is to know of. */
	public Mail kept() {
		return new Mail(this.to, this.language, this.template, this.link, this.arguments, true);
	}

}
