package org.zhiqiao.search.lucene;

import java.util.List;
import java.util.function.Function;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Folding;

/**
 * Puts a text into the fields of a document, one for each way it is cut.
 */
final class TextFields {

	/** Without the places of the terms, where no phrase is ever asked for. */
	static final FieldType BAG = bag();

	private TextFields() {}

	/**
	 * Adds the terms of a text; nothing of a blank one.
	 * @param name of the field for a cut
	 */
	static void add(Document document, Function<Cut, String> name, String said) {
		add(document, name, said, List.of(Cut.values()));
	}

	/**
	 * Adds the same, where phrases are looked for by some of the cuts only.
	 */
	static void add(Document document, Function<Cut, String> name, String said, List<Cut> phrases) {
		if (said.isBlank()) {
			return;
		}
		String folded = Folding.fold(said);
		for (Cut cut : cuts(folded)) {
			FieldType type = phrases.contains(cut) ? TextField.TYPE_NOT_STORED : BAG;
			document.add(new Field(name.apply(cut), folded, type));
		}
	}

	static List<Cut> cuts(String folded) {
		return Folding.hasHan(folded) ? List.of(Cut.WORD, Cut.HAN, Cut.BIGRAM) : List.of(Cut.WORD);
	}

	private static FieldType bag() {
		FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		type.freeze();
		return type;
	}

}
