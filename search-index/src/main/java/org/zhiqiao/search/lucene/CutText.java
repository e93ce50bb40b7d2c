package org.zhiqiao.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Folding;

/**
 * A text cut into terms once for all the fields it is put into: cutting Chinese takes longer than
 * most else in indexing, and a text stands in up to three fields.
 */
final class CutText {

	static final FieldType BAG = bag();

	private final String original;

	private final String folded;

	private final Map<Cut, Terms> terms = new EnumMap<>(Cut.class);

	CutText(String original) {
		this.original = original;
		this.folded = Folding.fold(original);
	}

	String original() {
		return this.original;
	}

	boolean isBlank() {
		return this.original.isBlank();
	}

	List<Cut> cuts() {
		return Folding.hasHan(this.folded) ? List.of(Cut.WORD, Cut.HAN, Cut.BIGRAM) : List.of(Cut.WORD);
	}

	/**
	 * The terms by one cut as a field; for one document.
	 */
	Field field(String name, Cut cut) {
		return field(name, cut, TextField.TYPE_NOT_STORED);
	}

	/**
	 * The same without the places of the terms, where no phrase is ever asked for.
	 */
	Field bag(String name, Cut cut) {
		return field(name, cut, BAG);
	}

	private Field field(String name, Cut cut, FieldType type) {
		return new Field(name, new Replay(this.terms.computeIfAbsent(cut, (key) -> terms(key, this.folded))), type);
	}

	private static FieldType bag() {
		FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
		type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
		type.freeze();
		return type;
	}

	private static Terms terms(Cut cut, String folded) {
		List<String> terms = new ArrayList<>();
		List<Integer> steps = new ArrayList<>();
		try (TokenStream stream = Analysis.analyzer(cut).tokenStream("", folded)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				terms.add(term.toString());
				steps.add(step.getPositionIncrement());
			}
			stream.end();
			return new Terms(terms, steps, step.getPositionIncrement());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @param steps distances of the terms, which are more than 1 where stop words were left out
	 * @param end distance from the last term to the end
	 */
	private record Terms(List<String> terms, List<Integer> steps, int end) {

	}

	private static final class Replay extends TokenStream {

		private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

		private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

		private final Terms terms;

		private int next;

		private Replay(Terms terms) {
			this.terms = terms;
		}

		@Override
		public boolean incrementToken() {
			if (this.next >= this.terms.terms().size()) {
				return false;
			}
			clearAttributes();
			this.term.append(this.terms.terms().get(this.next));
			this.step.setPositionIncrement(this.terms.steps().get(this.next));
			this.next++;
			return true;
		}

		@Override
		public void end() throws IOException {
			super.end();
			this.step.setPositionIncrement(this.terms.end());
		}

		@Override
		public void reset() {
			this.next = 0;
		}

	}

}
