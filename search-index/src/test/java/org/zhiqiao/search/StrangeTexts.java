package org.zhiqiao.search;

import java.util.stream.Stream;

/**
 * What people and programs write where a text is asked for.
 */
public final class StrangeTexts {

	/** As long as a description may be. */
	public static final int LONG = 20_000;

	private StrangeTexts() {}

	public static Stream<String> all() {
		return Stream.concat(Stream.of("", " ", "x", "中", "\u3000\u2028", "😀😀😀 🇩🇪 👩‍🔬", "name:* AND (", "*",
				"*:*", "?",
				"\"", "\\", "\\\\", "~", "~1", "^", "-", "!", "[a TO b]", "[* TO *]", "{!lucene}",
				"{!join from=a to=b}*:*",
				"name:/.*/", "NOT x", "TYPE:expert", "a OR b) OR (*:*", "' OR '1'='1", "<script>alert(1)</script>",
				"${jndi:ldap://example.org}", "%00%s%n", "\u0000", "a\u0000b", "\u0000\u0001\u001f\u007f\u0085",
				"\ufffe\uffff",
				"\ud83d", "\udc00x", "固\ud800态", "\u202eabc\u202c\u200f\u200e\u2066x\u2069", "א ב ג", "مهندس بطاريات",
				"e\u0301\u0301\u0301",
				"\ufeffbattery", "ﬁne", "𠮷野 𝔅𝔞𝔱𝔱"), long20000());
	}

	private static Stream<String> long20000() {
		return Stream.of("x".repeat(LONG), "x ".repeat(LONG / 2), "中".repeat(LONG), "固态电池，".repeat(LONG / 5),
				"(".repeat(LONG),
				"\"".repeat(LONG), "AND ".repeat(LONG / 4), "😀".repeat(LONG / 2), "\u0301".repeat(LONG),
				"\ud83d".repeat(LONG), "\u0000".repeat(LONG), words(LONG), han(LONG));
	}

	/**
	 * As many different words as fit.
	 */
	public static String words(int length) {
		StringBuilder words = new StringBuilder();
		for (int i = 0; words.length() < length; i++) {
			words.append("w").append(Integer.toString(i, 36)).append(' ');
		}
		return words.substring(0, length);
	}

	/**
	 * As many different characters as there are.
	 */
	public static String han(int length) {
		StringBuilder han = new StringBuilder();
		for (int i = 0; i < length; i++) {
			han.append((char) (0x4e00 + i % 20_000));
		}
		return han.toString();
	}

	/**
	 * A text as a name for a test: short, and visible.
	 */
	public static String shown(String text) {
		StringBuilder shown = new StringBuilder();
		text.chars().limit(12).forEach((unit) -> {
			if (unit > ' ' && unit < 0x7f) {
				shown.append((char) unit);
			} else {
				shown.append("\\u%04x".formatted(unit));
			}
		});
		return shown + " (" + text.length() + ")";
	}

}
