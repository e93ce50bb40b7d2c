package org.zhiqiao.search.text;

import com.ibm.icu.text.Transliterator;

/**
 * Makes variants of writing equal without moving anything: traditional characters become
 * simplified ones, full-width letters and digits become plain ones, white space of any kind and
 * control characters become spaces. The result has the same length, so a place in it is a place
 * in the original, which highlighting relies on.
 */
public final class Folding {

	private static final char FIRST_HAN = '\u3400';

	private static final char LAST_HAN = '\u9fff';

	private static final char[] SIMPLIFIED = simplified();

	private Folding() {}

	/**
	 * Folds a text of any length and content.
	 */
	public static String fold(String text) {
		char[] folded = null;
		for (int i = 0; i < text.length(); i++) {
			char original = text.charAt(i);
			char changed = fold(original);
			if (changed != original) {
				if (folded == null) {
					folded = text.toCharArray();
				}
				folded[i] = changed;
			}
		}
		return (folded != null) ? new String(folded) : text;
	}

	private static char fold(char character) {
		if (character > ' ' && character < '\u007f') {
			return character;
		}
		if (character >= FIRST_HAN && character <= LAST_HAN) {
			return SIMPLIFIED[character - FIRST_HAN];
		}
		if (character >= '\uff01' && character <= '\uff5e') {
			return (char) (character - '\uff01' + '!');
		}
		if (Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.isISOControl(character)) {
			return ' ';
		}
		return character;
	}

	/**
	 * Whether a character is a Chinese one (of the basic plane).
	 */
	public static boolean isHan(char character) {
		return (character >= FIRST_HAN && character <= LAST_HAN) || (character >= '\uf900' && character <= '\ufaff')
				|| character == '\u3007';
	}

	/**
	 * Whether a text has any Chinese character.
	 */
	public static boolean hasHan(CharSequence text) {
		for (int i = 0; i < text.length(); i++) {
			if (isHan(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Asks ICU once for every character and keeps the answers: its rules look at one character
	 * at a time but for a handful, and a table keeps lengths and is fast.
	 */
	private static char[] simplified() {
		int count = LAST_HAN - FIRST_HAN + 1;
		StringBuilder all = new StringBuilder(count * 2);
		for (int i = 0; i < count; i++) {
			all.append((char) (FIRST_HAN + i)).append('\n');
		}
		String[] answers = Transliterator.getInstance("Traditional-Simplified")
				.transliterate(all.toString())
				.split("\n", -1);
		char[] table = new char[count];
		for (int i = 0; i < count; i++) {
			table[i] = (answers[i].length() == 1) ? answers[i].charAt(0) : (char) (FIRST_HAN + i);
		}
		return table;
	}

}
