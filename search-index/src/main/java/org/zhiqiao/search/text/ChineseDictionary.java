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

	private final byte[] lines;

	/** Where each line begins, and where the last one ends. */
	private final int[] starts;

	/** The first line of the words that begin with a character; those of the next one end them. */
	private final int[] byCharacter = new int[Character.MAX_VALUE + 2];

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
		int next = 0;
		for (int i = 0; i < count; i++) {
			String word = new String(lines, this.starts[i], tab(i) - this.starts[i], StandardCharsets.UTF_8);
			char first = word.charAt(0);
			for (; next <= first; next++) {
				this.byCharacter[next] = i;
			}
			this.longest[first] = (byte) Math.max(this.longest[first], Math.min(word.length(), LONGEST));
		}
		for (; next < this.byCharacter.length; next++) {
			this.byCharacter[next] = count;
		}
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
	 * The length of the longest word that begins with a character; 0 for none.
	 */
	int longest(char first) {
		return this.longest[first];
	}

	/**
	 * What a word means, the usual meaning first; empty for an unknown one.
	 * @param word in simplified characters
	 */
	public List<String> glosses(String word) {
		if (word.isEmpty() || word.length() > this.longest[word.charAt(0)]) {
			return List.of();
		}
		byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
		int low = this.byCharacter[word.charAt(0)];
		int high = this.byCharacter[word.charAt(0) + 1] - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int start = this.starts[middle];
			int end = tab(middle);
			int order = Arrays.compareUnsigned(this.lines, start, end, wanted, 0, wanted.length);
			if (order == 0) {
				String glosses = new String(this.lines, end + 1, this.starts[middle + 1] - end - 2,
						StandardCharsets.UTF_8);
				return List.of(glosses.split("\\|"));
			}
			if (order < 0) {
				low = middle + 1;
			} else {
				high = middle - 1;
			}
		}
		return List.of();
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
