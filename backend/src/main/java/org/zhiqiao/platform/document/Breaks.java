package org.zhiqiao.platform.document;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a line may end, after the Chinese rules: no closing mark begins one, no opening mark ends one (GB/T 15834). */
final class Breaks implements SplitCharacter {

	private static final String NOT_FIRST = "，。、；：？！）〕】》〉」』”’％…—·,.;:?!)]}%";

	private static final String NOT_LAST = "（〔【《〈「『“‘([{";

	/** A hash may break after so many digits. */
	private static final int HASH_PART = 16;

	private static final int HASH = 32;

	@Override
	public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
		var last = text[current];
		if (Character.isWhitespace(last)) {
			return true;
		}
		if (current + 1 >= end) {
			return wide(last) && NOT_LAST.indexOf(last) < 0 && !Character.isHighSurrogate(last);
		}
		var next = text[current + 1];
		if (Character.isHighSurrogate(last) || NOT_LAST.indexOf(last) >= 0 || NOT_FIRST.indexOf(next) >= 0) {
			return false;
		}
		return wide(last) || wide(next) || last == '-' || betweenPartsOfHash(current, end, text);
	}

	private static boolean wide(char letter) {
		return in(letter, '\u2E80', '\uDFFF') || in(letter, '\uF900', '\uFAFF') || in(letter, '\uFE30', '\uFE4F')
				|| in(letter, '\uFF01', '\uFFEF');
	}

	private static boolean in(char letter, char first, char last) {
		return letter >= first && letter <= last;
	}

	private static boolean betweenPartsOfHash(int current, int end, char[] text) {
		var from = current;
		while (from > 0 && hex(text[from - 1])) {
			from--;
		}
		var to = current;
		while (to < end && hex(text[to])) {
			to++;
		}
		return to - from >= HASH && (current - from + 1) % HASH_PART == 0;
	}

	private static boolean hex(char letter) {
		return in(letter, '0', '9') || in(letter, 'a', 'f');
	}

}
