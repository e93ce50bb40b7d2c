package org.zhiqiao.search.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A general dictionary: short English glosses of Chinese words. Kept as the bytes of its sorted
 * lines, which take a tenth of what a map of strings would.
 * <p>
 * The bundled one is made at build time from CC-CEDICT (cc-cedict.org, CC BY-SA 4.0).
 */
public final class ChineseDictionary {

	/** No word is looked for that is longer. */
	static final int LONGEST = 10;

	/** In place of a line. */
	static final int NONE = -1;

	private final byte[] lines;

	/** Where each line begins, and where the last one ends. */
	private final int[] starts;

	/** Where the glosses of each line begin. */
	private final int[] meanings;

	/** The words of all lines, one after the other. */
	private final char[] words;

	/** Where the word of each line begins, and where the last one ends. */
	private final int[] wordStarts;

	/** Lines, each at the place of its word's hash or the next free one; -1 for none. */
	private final int[] table;

	/** Length of the longest word that begins with a character. */
	private final byte[] longest = new byte[Character.MAX_VALUE + 1];

	private ChineseDictionary(byte[] lines) {
		this.lines = lines;
		int count = 0;
		for (byte one : lines) {
			count += (one == '\n') ? 1 : 0;
		}
		this.starts = new int[count + 1];
		int line = 0;
		for (int i = 0; i < lines.length; i++) {
			if (lines[i] == '\n') {
				this.starts[++line] = i + 1;
			}
		}
		this.meanings = new int[count];
		this.wordStarts = new int[count + 1];
		this.table = new int[Integer.highestOneBit(count + 1) * 4];
		Arrays.fill(this.table, -1);
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < count; i++) {
			int tab = tab(i);
			String word = new String(lines, this.starts[i], tab - this.starts[i], StandardCharsets.UTF_8);
			this.meanings[i] = tab + 1;
			all.append(word);
			this.wordStarts[i + 1] = all.length();
			int slot = slot(word, 0, word.length());
			while (this.table[slot] >= 0) {
				slot = (slot + 1) & (this.table.length - 1);
			}
			this.table[slot] = i;
			char first = word.charAt(0);
			this.longest[first] = (byte) Math.max(this.longest[first], Math.min(word.length(), LONGEST));
		}
		this.words = all.toString().toCharArray();
	}

	private int slot(String text, int start, int end) {
		int hash = 0;
		for (int i = start; i < end; i++) {
			hash = hash * 31 + text.charAt(i);
		}
		// neighbours would fill the same part of the table
		hash *= 0x9E3779B9;
		return (hash ^ (hash >>> 15)) & (this.table.length - 1);
	}

	private int tab(int line) {
		int end = this.starts[line];
		while (this.lines[end] != '\t') {
			end++;
		}
		return end;
	}

	/**
	 * The dictionary that comes with the library; read once.
	 */
	public static ChineseDictionary bundled() {
		return Bundled.DICTIONARY;
	}

	/**
	 * Without any word.
	 */
	public static ChineseDictionary empty() {
		return new ChineseDictionary(new byte[0]);
	}

	/**
	 * What a word means, the usual meaning first; empty for an unknown one.
	 * @param word in simplified characters
	 */
	public List<String> glosses(String word) {
		int line = word.isEmpty() ? NONE : line(word, 0, word.length());
		return (line == NONE) ? List.of() : glosses(line);
	}

	/**
	 * The line of a word that is part of a text; {@link #NONE} for an unknown one.
	 */
	int line(String text, int start, int end) {
		if (end - start > this.longest[text.charAt(start)]) {
			return NONE;
		}
		int slot = slot(text, start, end);
		for (int line = this.table[slot]; line >= 0; line = this.table[slot]) {
			if (is(line, text, start, end)) {
				return line;
			}
			slot = (slot + 1) & (this.table.length - 1);
		}
		return NONE;
	}

	private boolean is(int line, String text, int start, int end) {
		int from = this.wordStarts[line];
		if (this.wordStarts[line + 1] - from != end - start) {
			return false;
		}
		for (int i = start; i < end; i++) {
			if (this.words[from + i - start] != text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What the word of a line means, the usual meaning first.
	 */
	List<String> glosses(int line) {
		String glosses = new String(this.lines, this.meanings[line], this.starts[line + 1] - this.meanings[line] - 1,
				StandardCharsets.UTF_8);
		return List.of(glosses.split("\\|"));
	}

	private static final class Bundled {

		private static final ChineseDictionary DICTIONARY = new ChineseDictionary(read());

		private static byte[] read() {
			try (InputStream stream = ChineseDictionary.class.getResourceAsStream("dictionary.tsv")) {
				if (stream == null) {
					throw new IllegalStateException("The Chinese dictionary is missing: it is made by the build");
				}
				return stream.readAllBytes();
			} catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
