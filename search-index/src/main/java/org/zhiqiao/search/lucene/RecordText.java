package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Queries for records by what is said in their texts. What people say is said by the pieces of
 * their evidence, of which only those count that the viewer may see; where they work, and all that
 * a need says, the record says itself.
 */
final class RecordText {

	private final DocumentKind kind;

	private final Audience viewer;

	RecordText(DocumentKind kind, Audience viewer) {
		this.kind = kind;
		this.viewer = viewer;
	}

	/**
	 * Records with a term in any visible text.
	 */
	Query term(Cut cut, String term, boolean title) {
		return said(title, (place) -> new TermQuery(new Term(place.field(cut), term)), term,
				(words) -> words.by(cut).contains(term));
	}

	/**
	 * Records with a word that begins so.
	 */
	Query starting(Cut cut, String start, boolean title) {
		return said(title, (place) -> new PrefixQuery(new Term(place.field(cut), start)), start + "*",
				(words) -> words.by(cut).stream().anyMatch((word) -> word.startsWith(start)));
	}

	/**
	 * Records with a word of this form.
	 * @param form a word with {@code *} and {@code ?}
	 */
	Query formed(String form, boolean title) {
		Pattern pattern = Pattern.compile(("\\Q" + form + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
		return said(title, (place) -> new WildcardQuery(new Term(place.field(Cut.WORD), form)), form,
				(words) -> words.words().stream().anyMatch((word) -> pattern.matcher(word).matches()));
	}

	/**
	 * Records that speak of a concept, or of anything below it.
	 */
	Query concept(String code) {
		return (this.kind == DocumentKind.EXPERT)
				? person(either(Fields.concept(), Fields.above(), code))
				: either(Fields.recordConcept(), Fields.recordClosure(), code);
	}

	private static Query either(String field, String other, String code) {
		return new BooleanQuery.Builder().add(new TermQuery(new Term(field, code)), Occur.SHOULD)
				.add(new TermQuery(new Term(other, code)), Occur.SHOULD)
				.build();
	}

	/**
	 * Records that contain the words of a term next to each other.
	 */
	Query phrase(String text, boolean title) {
		String folded = Folding.fold(text);
		List<Token> words = Analysis.tokens(Cut.WORD, folded);
		List<Token> pairs = Analysis.tokens(Cut.BIGRAM, folded);
		if (words.isEmpty() && pairs.isEmpty()) {
			return new MatchNoDocsQuery("no words");
		}
		return said(title, (place) -> {
			BooleanQuery.Builder all = new BooleanQuery.Builder();
			if (!words.isEmpty()) {
				all.add(run(place, Cut.WORD, words, folded), Occur.MUST);
			}
			if (place.keepsPairs() && !pairs.isEmpty()) {
				all.add(run(place, Cut.BIGRAM, pairs, folded), Occur.MUST);
			} else {
				// pairs overlap: a piece that has them all has the run, but for rare accidents
				pairs.forEach((pair) -> all.add(single(place, pair), Occur.MUST));
			}
			return all.build();
		}, folded, (found) -> found.haveRun(words) && found.haveRun(pairs));
	}

	private static Query run(Place place, Cut cut, List<Token> tokens, String folded) {
		if (tokens.size() == 1) {
			return single(place, tokens.getFirst());
		}
		PhraseQuery.Builder phrase = new PhraseQuery.Builder();
		int position = 0;
		int end = tokens.getFirst().start();
		for (Token token : tokens) {
			// words that were dropped in between leave room for one each
			if (cut == Cut.WORD && token.start() > end) {
				position += gaps(folded, end, token.start());
			}
			phrase.add(new Term(place.field(cut), token.term()), position++);
			end = token.end();
		}
		phrase.setSlop(1);
		return phrase.build();
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
	private static Query single(Place place, Token token) {
		Term term = new Term(place.field(token.cut()), token.term());
		return (token.cut() == Cut.BIGRAM && token.term().length() == 1) ? new PrefixQuery(term) : new TermQuery(term);
	}

	/**
	 * Records that speak of a free term: its concept, or all its words.
	 */
	Query mentions(String term, Thesaurus thesaurus) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		String stripped = term.strip();
		for (Annotation annotation : thesaurus.annotator().annotateTyped(stripped)) {
			if (annotation.start() == 0 && annotation.end() == stripped.length()) {
				any.add(concept(annotation.code()), Occur.SHOULD);
			}
		}
		any.add(allWords(Folding.fold(stripped), false), Occur.SHOULD);
		return any.build();
	}

	/**
	 * Records one of whose texts contains all words of a folded text, be they next to each other or
	 * not.
	 */
	Query allWords(String folded, boolean title) {
		List<Token> words = Analysis.tokens(Cut.WORD, folded);
		List<Token> han = Folding.hasHan(folded) ? Analysis.tokens(Cut.HAN, folded) : List.of();
		List<Token> pairs = Folding.hasHan(folded) ? Analysis.tokens(Cut.BIGRAM, folded) : List.of();
		if (words.isEmpty() && han.isEmpty() && pairs.isEmpty()) {
			return new MatchNoDocsQuery("no words");
		}
		return said(title, (place) -> {
			BooleanQuery.Builder all = new BooleanQuery.Builder();
			words.forEach((token) -> all.add(single(place, token), Occur.MUST));
			if (!pairs.isEmpty()) {
				BooleanQuery.Builder either = new BooleanQuery.Builder();
				if (!han.isEmpty()) {
					BooleanQuery.Builder byWords = new BooleanQuery.Builder();
					han.forEach((token) -> byWords.add(single(place, token), Occur.MUST));
					either.add(byWords.build(), Occur.SHOULD);
				}
				BooleanQuery.Builder byPairs = new BooleanQuery.Builder();
				pairs.forEach((token) -> byPairs.add(single(place, token), Occur.MUST));
				either.add(byPairs.build(), Occur.SHOULD);
				all.add(either.build(), Occur.MUST);
			}
			return all.build();
		}, folded, (found) -> words.stream().allMatch(found::have)
				&& (pairs.isEmpty() || pairs.stream().allMatch(found::have)
						|| (!han.isEmpty() && han.stream().allMatch(found::have))));
	}

	/**
	 * Records one of whose texts meets something.
	 * @param meets the query for the fields of one place
	 * @param wanted tells one such question from another
	 * @param test the same for the words and pairs of a title
	 */
	private Query said(boolean title, Function<Place, Query> meets, String wanted, Predicate<InTitle.Words> test) {
		if (this.kind != DocumentKind.EXPERT) {
			return meets.apply(title ? Place.RECORD_TITLE : Place.RECORD);
		}
		Query piece = meets.apply(Place.PIECE);
		if (title) {
			return person(new InTitle(piece, wanted, test));
		}
		return new BooleanQuery.Builder().add(person(piece), Occur.SHOULD)
				.add(meets.apply(Place.RECORD), Occur.SHOULD)
				.build();
	}

	/**
	 * The people whose evidence is found, as far as the viewer may see it.
	 */
	private Query person(Query pieces) {
		Query visible = new BooleanQuery.Builder().add(pieces, Occur.MUST)
				.add(new TermQuery(new Term(Fields.AUDIENCE, Integer.toString(this.viewer.level()))), Occur.FILTER)
				.build();
		return new ToParentBlockJoinQuery(visible, (leaf) -> SegmentLayout.of(leaf.reader()).records(), ScoreMode.Max);
	}

	/**
	 * Where something may be said.
	 */
	private enum Place {

		PIECE, RECORD, RECORD_TITLE;

		String field(Cut cut) {
			return switch (this) {
				case PIECE -> Fields.text(cut);
				case RECORD -> Fields.recordText(cut);
				case RECORD_TITLE -> Fields.recordTitle(cut);
			};
		}

		/** Whether it is known where in a text the pairs of Chinese characters stand. */
		boolean keepsPairs() {
			return this != PIECE;
		}

	}

	/**
	 * Fields of the circles that the viewer belongs to.
	 */
	static List<String> fields(Audience viewer, Function<Audience, String> field) {
		List<String> fields = new ArrayList<>();
		for (Audience circle : Audience.values()) {
			if (viewer.sees(circle)) {
				fields.add(field.apply(circle));
			}
		}
		return fields;
	}

}
