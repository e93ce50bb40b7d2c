package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/**
 * Codes kept beside the documents of a segment. Looking a code up by its number is slow, so those
 * that were are kept: there are few thousand, and several threads may set the same.
 */
final class Codes {

	private final SortedSetDocValues values;

	private final @Nullable String[] known;

	Codes(SortedSetDocValues values, @Nullable String[] known) {
		this.values = values;
		this.known = known;
	}

	/**
	 * The codes of a document, in order; none for a document without.
	 */
	List<String> of(int document) throws IOException {
		if (!this.values.advanceExact(document)) {
			return List.of();
		}
		List<String> codes = new ArrayList<>(this.values.docValueCount());
		for (int i = this.values.docValueCount(); i > 0; i--) {
			codes.add(code(Math.toIntExact(this.values.nextOrd())));
		}
		return codes;
	}

	private String code(int number) throws IOException {
		String code = this.known[number];
		if (code == null) {
			code = this.values.lookupOrd(number).utf8ToString();
			this.known[number] = code;
		}
		return code;
	}

}
