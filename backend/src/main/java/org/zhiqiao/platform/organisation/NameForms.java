package org.zhiqiao.platform.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.PersonNames;

/**
 * The forms in which a name is looked for.
 *
 * @param folded simplified characters, lower case, no accents, single blanks
 * @param pinyin Latin letters and digits alone: of Chinese the pinyin, written together
 * @param initials first letters of the syllables or words
 * @param likeness the folded form without legal form, blanks and punctuation
 */
record NameForms(String folded, String pinyin, String initials, String likeness) {

	private static final Pattern LEGAL_FORM = Pattern.compile(
			"有限责任公司|股份有限公司|集团有限公司|有限公司|\\b(co|company|ltd|limited|inc|incorporated|corp|corporation|llc|plc|gmbh|ag|kg|se|sa|sas|srl|spa|bv|nv|oy|ab|kk|pte|pty)\\b");

	static NameForms of(String name) {
		String folded = folded(name);
		String letters = PersonNames.titleKey(name);
		var initials = new StringBuilder();
		for (String word : letters.split(" +", -1)) {
			if (!word.isEmpty()) {
				initials.append(word.charAt(0));
			}
		}
		return new NameForms(folded, letters.replace(" ", ""), initials.toString(), likeness(folded));
	}

	static String folded(String name) {
		String plain = Normalizer.normalize(Folding.fold(name), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
		return Normalizer.normalize(plain, Normalizer.Form.NFKC)
				.toLowerCase(Locale.ROOT)
				.strip()
				.replaceAll("\\s+", " ");
	}

	/** The likeness alone, which is much less work than all forms. */
	static String likenessOf(String name) {
		return likeness(folded(name));
	}

	private static String likeness(String folded) {
		String core = LEGAL_FORM.matcher(folded.replace(".", "")).replaceAll("").replaceAll("[^\\p{L}\\p{N}]+", "");
		// A name that is nothing but a legal form is compared as it is.
		return core.isEmpty() ? folded : core;
	}

}
