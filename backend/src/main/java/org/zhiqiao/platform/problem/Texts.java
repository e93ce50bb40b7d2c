package org.zhiqiao.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The server's texts in both languages, from {@code messages/<module>_zh_CN.properties} and
 * {@code messages/<module>_en.properties}. A key has to be in both, and in one module only;
 * otherwise the application does not start. {0}, {1} … are replaced; nothing is special but
 * them, so an apostrophe may stand as it is.
 */
@Component
public final class Texts {

	/** The language of a reader who asks for none of ours. */
	public static final Locale FIRST = Locale.SIMPLIFIED_CHINESE;

	private static final Logger log = LoggerFactory.getLogger(Texts.class);

	private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

	private final Map<Locale, Map<String, String>> texts;

	Texts() {
		Map<String, String> chinese = load("zh_CN");
		Map<String, String> english = load("en");
		var onlyOnce = new TreeSet<>(chinese.keySet());
		onlyOnce.addAll(english.keySet());
		onlyOnce.removeIf(key -> chinese.containsKey(key) && english.containsKey(key));
		if (!onlyOnce.isEmpty()) {
			throw new IllegalStateException("Message keys in one language only: " + onlyOnce);
		}
		this.texts = Map.of(FIRST, chinese, Locale.ENGLISH, english);
	}

	private static Map<String, String> load(String suffix) {
		var found = new TreeMap<String, String>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
					.getResources("classpath*:messages/*_" + suffix + ".properties")) {
				var properties = new Properties();
				try (InputStream in = file.getInputStream();
						Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
					properties.load(reader);
				}
				for (String key : properties.stringPropertyNames()) {
					if (found.put(key, properties.getProperty(key)) != null) {
						throw new IllegalStateException("Message key twice: " + key + ", again in " + file);
					}
				}
			}
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return Collections.unmodifiableMap(found);
	}

	/** The best of our languages for {@code Accept-Language}. */
	public static Locale language(HttpServletRequest request) {
		if (request.getHeader("Accept-Language") == null) {
			return FIRST;
		}
		for (Locale wanted : Collections.list(request.getLocales())) {
			if (wanted.getLanguage().equals("zh")) {
				return FIRST;
			}
			if (wanted.getLanguage().equals("en")) {
				return Locale.ENGLISH;
			}
		}
		// Whoever asks for German or French reads English more probably than Chinese.
		return Locale.ENGLISH;
	}

	/** Our language for a tag such as {@code zh-CN} or {@code en}. */
	public static Locale language(String tag) {
		return tag.startsWith("en") ? Locale.ENGLISH : FIRST;
	}

	public boolean has(String key) {
		return this.texts.values().stream().allMatch(texts -> texts.containsKey(key));
	}

	public String text(Locale language, String key, Object... arguments) {
		return text(language, key, List.of(arguments));
	}

	public String text(Locale language, String key, List<Object> arguments) {
		Map<String, String> known = this.texts.getOrDefault(language, this.texts.getOrDefault(FIRST, Map.of()));
		String pattern = known.get(key);
		if (pattern == null) {
			// The reader still gets the code, which is stable and can be looked up.
			log.error("There is no text for {}", key);
			return key;
		}
		return SLOT.matcher(pattern).replaceAll(slot -> Matcher.quoteReplacement(fill(language, slot, arguments)));
	}

	private String fill(Locale language, MatchResult slot, List<Object> arguments) {
		int index = Integer.parseInt(slot.group(1));
		if (index >= arguments.size()) {
			return slot.group();
		}
		return arguments.get(index) instanceof ProblemException.Word(String key)
				? text(language, key)
				: arguments.get(index).toString();
	}

}
