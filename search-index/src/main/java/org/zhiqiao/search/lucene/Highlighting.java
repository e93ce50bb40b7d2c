package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.zhiqiao.search.DirectoryPage.Highlight;
import org.zhiqiao.search.DirectoryPage.Mark;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.PersonNames;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Finds the places of a text in which something that was looked for stands, be it in the other
 * language, and cuts a stretch around them.
 */
final class Highlighting {

	private static final int SHOWN = 180;

	private static final int BEFORE = 40;

	/** Of a text so much is looked at: a page holds many, and whoever is sent to one sees its beginning. */
	private static final int LOOKED_AT = 10_000;

	private final Set<String> terms;

	private final Set<String> concepts;

	private final Set<String> names;

	private final Thesaurus thesaurus;

	/**
	 * Makes a highlighting.
	 * @param terms each with its cut before it
	 * @param concepts codes; what lies below them is emphasised as well
	 * @param names terms of names
	 */
	Highlighting(Set<String> terms, Set<String> concepts, Set<String> names, Thesaurus thesaurus) {
		this.terms = terms;
		this.concepts = concepts;
		this.names = names;
		this.thesaurus = thesaurus;
	}

	/**
	 * Emphasises in a text; empty where there is nothing to emphasise.
	 */
	Optional<Highlight> text(String source, String pieceId, String whole) {
		String text = (whole.length() > LOOKED_AT) ? whole.substring(0, boundary(whole, LOOKED_AT)) : whole;
		List<Mark> marks = new ArrayList<>();
		String folded = Folding.fold(text);
		for (Token token : Analysis.tokens(folded)) {
			if (this.terms.contains(token.cut() + token.term())) {
				marks.add(new Mark(token.start(), token.end()));
			}
		}
		for (Annotation annotation : this.thesaurus.annotator().annotate(text)) {
			if (this.concepts.contains(annotation.code()) || this.thesaurus.ancestors(annotation.code())
					.stream()
					.anyMatch(this.concepts::contains)) {
				marks.add(new Mark(annotation.start(), annotation.end()));
			}
		}
		return cut(source, pieceId, text, merged(marks, text));
	}

	/**
	 * Emphasises in a name: the words that were typed, or all of it where it was typed in pinyin.
	 */
	Optional<Highlight> name(String name) {
		List<Mark> marks = new ArrayList<>();
		String folded = Folding.fold(name);
		for (String typed : this.names) {
			if (Folding.hasHan(typed)) {
				int at = folded.indexOf(typed);
				if (at >= 0) {
					marks.add(new Mark(at, at + typed.length()));
				}
			}
		}
		if (marks.isEmpty()) {
			words(name, folded, marks);
		}
		if (marks.isEmpty() && PersonNames.terms(name).stream().anyMatch(this::typed)) {
			marks.add(new Mark(0, name.length()));
		}
		return cut("name", "", name, merged(marks, name));
	}

	private void words(String name, String folded, List<Mark> marks) {
		int start = -1;
		for (int i = 0; i <= name.length(); i++) {
			boolean letter = i < name.length() && Character.isLetterOrDigit(name.charAt(i))
					&& !Folding.isHan(folded.charAt(i));
			if (letter && start < 0) {
				start = i;
			} else if (!letter && start >= 0) {
				String word = folded.substring(start, i);
				if (PersonNames.terms(word).stream().anyMatch(this::typed)) {
					marks.add(new Mark(start, i));
				}
				start = -1;
			}
		}
	}

	private boolean typed(String term) {
		if (this.names.contains(term)) {
			return true;
		}
		return this.names.stream().anyMatch((typed) -> typed.length() > 1 && term.startsWith(typed));
	}

	private static List<Mark> merged(List<Mark> marks, String text) {
		List<Mark> sorted = new ArrayList<>(marks);
		sorted.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
		List<Mark> merged = new ArrayList<>();
		for (Mark mark : sorted) {
			Mark last = merged.isEmpty() ? null : merged.getLast();
			if (last != null && mark.start() <= last.end()) {
				merged.set(merged.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
			} else if (mark.end() <= text.length()) {
				merged.add(mark);
			}
		}
		return merged;
	}

	/**
	 * Cuts where most is emphasised, at most {@value #SHOWN} units, never through a character.
	 */
	private static Optional<Highlight> cut(String source, String pieceId, String text, List<Mark> marks) {
		if (marks.isEmpty()) {
			return Optional.empty();
		}
		if (text.length() <= SHOWN) {
			return Optional.of(new Highlight(source, pieceId, text, marks));
		}
		Mark best = marks.getFirst();
		long most = 0;
		for (Mark first : marks) {
			long covered = marks.stream()
					.filter((mark) -> mark.start() >= first.start() && mark.end() <= first.start() + SHOWN - BEFORE)
					.count();
			if (covered > most) {
				most = covered;
				best = first;
			}
		}
		int start = wordStart(text, boundary(text, Math.max(0, best.start() - BEFORE)), best.start());
		int end = wordEnd(text, boundary(text, Math.min(text.length(), start + SHOWN)), best.end());
		List<Mark> shifted = new ArrayList<>();
		for (Mark mark : marks) {
			if (mark.start() >= start && mark.end() <= end) {
				shifted.add(new Mark(mark.start() - start, mark.end() - start));
			}
		}
		if (shifted.isEmpty()) {
			// one mark longer than what is shown
			shifted.add(new Mark(Math.max(0, best.start() - start), end - start));
		}
		return Optional.of(new Highlight(source, pieceId, text.substring(start, end), shifted));
	}

	/**
	 * The next word of letters instead of a part of one, if it begins soon.
	 * @param last no later than this
	 */
	private static int wordStart(String text, int at, int last) {
		int start = at;
		while (start < last && isWithinWord(text, start)) {
			start++;
		}
		return start;
	}

	private static int wordEnd(String text, int at, int first) {
		int end = at;
		while (end > first && isWithinWord(text, end)) {
			end--;
		}
		return (end > first) ? end : at;
	}

	private static boolean isWithinWord(String text, int at) {
		return at > 0 && at < text.length() && isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at));
	}

	private static boolean isLetter(char character) {
		return Character.isLetterOrDigit(character) && !Folding.isHan(character);
	}

	private static int boundary(String text, int at) {
		return (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) ? at - 1 : at;
	}

}
