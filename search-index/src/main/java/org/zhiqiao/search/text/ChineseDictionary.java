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
		byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
		int low = 0;
		int high = this.starts.length - 2;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int start = this.starts[middle];
			int end = start;
			while (this.lines[end] != '\t') {
				end++;
			}
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
