package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Queries for the texts of records, in all circles that the viewer belongs to.
 */
final class RecordText {

	private RecordText() {}

	/**
	 * Circles whose texts a viewer sees.
	 */
	static List<Audience> circles(Audience viewer) {
		List<Audience> circles = new ArrayList<>();
		for (Audience audience : Audience.values()) {
			if (viewer.sees(audience)) {
				circles.add(audience);
			}
		}
		return circles;
	}

	/**
	 * Records with a term in any visible text.
	 */
	static Query term(Cut cut, String term, Audience viewer, boolean title) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (Audience circle : circles(viewer)) {
			any.add(new TermQuery(new Term(field(cut, circle, title), term)), Occur.SHOULD);
		}
		return any.build();
	}

	/**
	 * Records with any of the concepts in any visible text, or anything below them.
	 */
	static Query concept(String code, Audience viewer) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (Audience circle : circles(viewer)) {
			any.add(new TermQuery(new Term(Fields.concept(circle), code)), Occur.SHOULD);
		}
		any.add(new TermQuery(new Term(Fields.closureFor(viewer), code)), Occur.SHOULD);
		return any.build();
	}

	/**
	 * Records that contain the words of a term next to each other.
	 */
	static Query phrase(String text, Audience viewer, boolean title) {
		String folded = Folding.fold(text);
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		List<Cut> cuts = new ArrayList<>();
		for (Cut cut : List.of(Cut.WORD, Cut.BIGRAM)) {
			List<Token> tokens = Analysis.tokens(cut, folded);
			if (!tokens.isEmpty()) {
				cuts.add(cut);
				all.add(phrase(cut, tokens, folded, viewer, title), Occur.MUST);
			}
		}
		return cuts.isEmpty() ? new MatchNoDocsQuery("no words") : all.build();
	}

	private static Query phrase(Cut cut, List<Token> tokens, String folded, Audience viewer, boolean title) {
		if (tokens.size() == 1) {
			return single(cut, tokens.getFirst().term(), viewer, title);
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (Audience circle : circles(viewer)) {
			PhraseQuery.Builder phrase = new PhraseQuery.Builder();
			int position = 0;
			int end = tokens.getFirst().start();
			for (Token token : tokens) {
				// words that were dropped in between leave room for one each
				if (cut == Cut.WORD && token.start() > end) {
					position += gaps(folded, end, token.start());
				}
				phrase.add(new Term(field(cut, circle, title), token.term()), position++);
				end = token.end();
			}
			phrase.setSlop(1);
			any.add(phrase.build(), Occur.SHOULD);
		}
		return any.build();
	}

	private static int gaps(String folded, int from, int to) {
		String between = folded.substring(from, to).strip();
		return between.isEmpty() || !Character.isLetterOrDigit(between.charAt(0))
				? 0
				: between.split("\\s+", -1).length;
	}

	/**
	 * A single Chinese character is found as the start of any pair.
	 */
	static Query single(Cut cut, String term, Audience viewer, boolean title) {
		if (cut == Cut.BIGRAM && term.length() == 1) {
			BooleanQuery.Builder any = new BooleanQuery.Builder();
			for (Audience circle : circles(viewer)) {
				any.add(new org.apache.lucene.search.PrefixQuery(new Term(field(cut, circle, title), term)),
						Occur.SHOULD);
			}
			return any.build();
		}
		return term(cut, term, viewer, title);
	}

	/**
	 * Records that speak of a free term: its concept, or all its words.
	 */
	static Query mentions(String term, Audience viewer, Thesaurus thesaurus) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		String stripped = term.strip();
		for (Annotation annotation : thesaurus.annotator().annotateTyped(stripped)) {
			if (annotation.start() == 0 && annotation.end() == stripped.length()) {
				any.add(concept(annotation.code(), viewer), Occur.SHOULD);
			}
		}
		any.add(allWords(Folding.fold(stripped), viewer, false), Occur.SHOULD);
		return any.build();
	}

	/**
	 * Records that contain all words of a folded text, be they next to each other or not.
	 */
	static Query allWords(String folded, Audience viewer, boolean title) {
		List<Token> words = Analysis.tokens(Cut.WORD, folded);
		List<Token> han = Folding.hasHan(folded) ? Analysis.tokens(Cut.HAN, folded) : List.of();
		List<Token> pairs = Folding.hasHan(folded) ? Analysis.tokens(Cut.BIGRAM, folded) : List.of();
		if (words.isEmpty() && han.isEmpty() && pairs.isEmpty()) {
			return new MatchNoDocsQuery("no words");
		}
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		words.forEach((token) -> all.add(term(Cut.WORD, token.term(), viewer, title), Occur.MUST));
		if (!pairs.isEmpty()) {
			BooleanQuery.Builder either = new BooleanQuery.Builder();
			if (!han.isEmpty()) {
				BooleanQuery.Builder byWords = new BooleanQuery.Builder();
				han.forEach((token) -> byWords.add(term(Cut.HAN, token.term(), viewer, title), Occur.MUST));
				either.add(byWords.build(), Occur.SHOULD);
			}
			BooleanQuery.Builder byPairs = new BooleanQuery.Builder();
			pairs.forEach((token) -> byPairs.add(single(Cut.BIGRAM, token.term(), viewer, title), Occur.MUST));
			either.add(byPairs.build(), Occur.SHOULD);
			all.add(either.build(), Occur.MUST);
		}
		return all.build();
	}

	private static String field(Cut cut, Audience circle, boolean title) {
		return title ? Fields.title(cut, circle) : Fields.text(cut, circle);
	}

}
