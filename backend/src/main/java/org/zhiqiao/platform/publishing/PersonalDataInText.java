package org.zhiqiao.platform.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what belongs to a person and not to the public: telephone numbers, identity and passport numbers, addresses of
 * e-mail and numbers of bank cards, as they are written in China and elsewhere. It would rather ask once too often.
 */
final class PersonalDataInText {

	private static final Map<String, Pattern> WHAT = new LinkedHashMap<>();

	static {
		// GB 11643: six digits of a place, a date of birth, three digits and a check character.
		WHAT.put("identity", Pattern.compile(
				"(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])"));
		WHAT.put("bank-card", Pattern.compile("(?<!\\d)[3-6](?:[ -]?\\d){14,18}(?!\\d)"));
		WHAT.put("email", Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"));
		WHAT.put("phone", Pattern.compile(
				"(?<![\\d.])(?:(?:\\+|00)86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)"
						+ "|(?<!\\d)(?:\\(0\\d{2,3}\\)[ -]?|0\\d{2,3}[ -])\\d{3,4}[ -]?\\d{4}(?!\\d)"
						+ "|(?<![\\d+])\\+[1-9]\\d{0,2}(?:[ .()/-]{0,2}\\d){7,12}(?!\\d)"));
		WHAT.put("passport", Pattern.compile("(?<![0-9A-Za-z])(?:[EGDPS]\\d{8}|E[A-HJ-NP-Z]\\d{7})(?![0-9A-Za-z])"));
	}

	private static final int AROUND = 18;

	private PersonalDataInText() {}

	static List<ArticleFinding> in(ArticleContent content) {
		var found = new ArrayList<ArticleFinding>();
		look("/title/zh", content.title().zh(), found);
		look("/title/en", content.title().en(), found);
		look("/text/zh", withAlternatives(content.text().zh()), found);
		look("/text/en", withAlternatives(content.text().en()), found);
		return found;
	}

	/** What is said of pictures and where links lead can give somebody away, too. */
	private static @Nullable String withAlternatives(@Nullable String html) {
		if (html == null) {
			return null;
		}
		var text = new StringBuilder(ArticleHtml.plain(html));
		ArticleHtml.pictures(html).forEach(picture -> text.append('\n').append(picture.alt()));
		org.jsoup.Jsoup.parseBodyFragment(html)
				.select("a[href]")
				.forEach(link -> text.append('\n').append(link.attr("href")));
		return text.toString();
	}

	private static void look(String pointer, @Nullable String text, List<ArticleFinding> found) {
		if (text == null) {
			return;
		}
		var narrow = narrow(text);
		var own = new ArrayList<ArticleFinding>();
		WHAT.forEach((kind, pattern) -> {
			var match = pattern.matcher(narrow);
			while (match.find()) {
				var from = match.start();
				var to = match.end();
				var counts = !kind.equals("bank-card") || luhn(match.group());
				if (counts && own.stream().noneMatch(other -> from < other.to() && other.from() < to)) {
					own.add(new ArticleFinding(kind, pointer, from, to, text.substring(from, to),
							text.substring(Math.max(0, from - AROUND), from).replace('\n', ' '),
							text.substring(to, Math.min(text.length(), to + AROUND)).replace('\n', ' ')));
				}
			}
		});
		own.sort(Comparator.comparingInt(ArticleFinding::from));
		found.addAll(own);
	}

	/** Full-width digits and signs as narrow ones, each in its place. */
	private static String narrow(String text) {
		var narrow = new StringBuilder(text.length());
		for (var i = 0; i < text.length(); i++) {
			var sign = text.charAt(i);
			narrow.append((sign >= 0xFF01 && sign <= 0xFF5E)
					? (char) (sign - 0xFEE0)
					: (sign == 0x3000 || sign == 0xA0)
							? ' '
							: (sign == 0x2010 || sign == 0x2011 || sign == 0x2013 || sign == 0x2014) ? '-' : sign);
		}
		return narrow.toString();
	}

	/** ISO/IEC 7812-1: the check digit of card numbers. */
	private static boolean luhn(String written) {
		var digits = written.replaceAll("\\D", "");
		var sum = 0;
		for (var i = 0; i < digits.length(); i++) {
			var digit = digits.charAt(digits.length() - 1 - i) - '0';
			var doubled = (i % 2 == 1) ? digit * 2 : digit;
			sum += (doubled > 9) ? doubled - 9 : doubled;
		}
		return sum % 10 == 0;
	}

}
