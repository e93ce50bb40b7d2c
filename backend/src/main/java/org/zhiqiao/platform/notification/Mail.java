package org.zhiqiao.platform.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person, in their language. Its texts are
 * {@code mail.<template>.subject} and {@code mail.<template>.text} of the message files.
 *
 * @param topic by which its reader may have chosen how to be told
 * @param template kebab-case
 * @param link the path of the page to open, such as {@code /demands/7}; appended as a whole
 * address below the text
 * @param arguments fill {0}, {1} … in subject and text
 * @param sealed whether to whom it goes is not even shown to those who look after the mail
 * @param headers further lines of the mail's head
 * @param brief whether what is kept in the application is its title and link only
 */
public record Mail(Topic topic, String to, Locale language, String template, @Nullable String link,
		List<Object> arguments, Manner manner, boolean sealed, Map<String, String> headers,
		boolean brief) {

	private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");

	/** Printable ASCII in one line: nothing may begin another header. */
	private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,900}");

	public Mail {
		arguments = List.copyOf(arguments);
		headers.forEach((name, value) -> {
			if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
				throw new IllegalArgumentException("Not a header: " + name);
			}
		});
		headers = Map.copyOf(headers);
	}

	public Mail(Topic topic, String to, Locale language, String template, @Nullable String link, Object... arguments) {
		this(topic, to, language, template, link, List.of(arguments), Manner.ORDINARY, false, Map.of(), false);
	}

	/** The same mail to somebody whom nobody else is to know of. */
	public Mail kept() {
		return new Mail(this.topic, this.to, this.language, this.template, this.link, this.arguments, this.manner, true,
				this.headers, this.brief);
	}

	/** The same, which its reader cannot switch off. */
	public Mail formal() {
		return in(Manner.FORMAL);
	}

	/** The same, holding what opens something: only as a mail, at once, and kept nowhere else. */
	public Mail secret() {
		return in(Manner.SECRET);
	}

	/** The same, as an issue that somebody subscribed to: only as a mail. */
	public Mail newsletter() {
		return in(Manner.NEWSLETTER);
	}

	/** The same, whose words the application does not keep: they are found on the page it leads to, as long as they may be. */
	public Mail inBrief() {
		return new Mail(this.topic, this.to, this.language, this.template, this.link, this.arguments, this.manner,
				this.sealed, this.headers, true);
	}

	/** The same with a further line in its head. */
	public Mail with(String header, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Mail(this.topic, this.to, this.language, this.template, this.link, this.arguments, this.manner,
				this.sealed, more, this.brief);
	}

	private Mail in(Manner other) {
		return new Mail(this.topic, this.to, this.language, this.template, this.link, this.arguments, other,
				this.sealed, this.headers, this.brief);
	}

}
