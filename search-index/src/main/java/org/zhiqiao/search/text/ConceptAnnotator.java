package org.zhiqiao.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds the concepts of a thesaurus in texts, in either script and in mixtures: at each place the
 * longest term wins, and what it covers is not looked at again. A term of letters must cover whole
 * words; English plurals are found by their singular. Short abbreviations must be written as they
 * are, so that the metal tin is no transport information network.
 */
public final class ConceptAnnotator {

	/** Up to this length a term of one word with inner capitals counts as an abbreviation. */
	private static final int ABBREVIATION = 6;

	/** Before a word that follows a comma or the like: it continues only a term that has one too. */
	private static final String BREAK = "\n";

	private final Node root = new Node();

	ConceptAnnotator(Collection<Concept> concepts) {
		for (Concept concept : concepts) {
			concept.terms().forEach((term) -> add(concept.code(), term));
		}
	}

	private void add(String code, String term) {
		String folded = Folding.fold(term);
		List<Word> words = words(folded);
		if (words.isEmpty()) {
			return;
		}
		Node node = this.root;
		for (int i = 0; i < words.size(); i++) {
			node = node.next.computeIfAbsent(words.get(i).key(i == 0), (key) -> new Node());
		}
		String exact = (words.size() == 1 && isAbbreviation(words.getFirst().surface()))
				? words.getFirst().surface()
				: null;
		if (node.ends.stream().noneMatch((end) -> end.code().equals(code))) {
			node.ends.add(new End(code, exact));
		} else if (exact == null) {
			// the same letters are also a term in lower case: no rule of case applies
			node.ends.replaceAll((end) -> end.code().equals(code) ? new End(code, null) : end);
		}
	}

	private static boolean isAbbreviation(String word) {
		long capitals = word.chars().filter(Character::isUpperCase).count();
		return word.length() <= ABBREVIATION && (capitals >= 2 || (capitals == 1 && word.length() <= 2));
	}

	/**
	 * The concepts in a text, in order and without overlap. A term that belongs to several
	 * concepts gives several annotations of the same place.
	 */
	public List<Annotation> annotate(String text) {
		return annotate(text, false);
	}

	/**
	 * As {@link #annotate(String)}, but abbreviations may be written in lower case, as people do
	 * in a search box.
	 */
	public List<Annotation> annotateTyped(String text) {
		return annotate(text, true);
	}

	private List<Annotation> annotate(String text, boolean anyCase) {
		String folded = Folding.fold(text);
		List<Word> words = words(folded);
		List<Annotation> found = new ArrayList<>();
		for (int i = 0; i < words.size();) {
			int last = -1;
			List<String> codes = List.of();
			Node node = this.root;
			for (int j = i; j < words.size(); j++) {
				Word word = words.get(j);
				Node next = node.next.get(word.key(j == i));
				if (next == null) {
					break;
				}
				node = next;
				List<String> here = node.codes((j == i) ? word.surface() : null, anyCase);
				if (!here.isEmpty()) {
					codes = here;
					last = j;
				}
			}
			if (last < 0) {
				i++;
				continue;
			}
			int start = words.get(i).start();
			int end = words.get(last).end();
			for (String code : codes) {
				found.add(new Annotation(code, start, end, text.substring(start, end)));
			}
			i = last + 1;
		}
		return found;
	}

	/**
	 * Cuts a folded text into single Chinese characters and runs of other letters and digits.
	 */
	private static List<Word> words(String folded) {
		List<Word> words = new ArrayList<>();
		boolean broken = false;
		int length = folded.length();
		for (int i = 0; i < length;) {
			int codePoint = folded.codePointAt(i);
			int width = Character.charCount(codePoint);
			if (width == 1 && Folding.isHan((char) codePoint)) {
				String character = folded.substring(i, i + 1);
				words.add(new Word(character, character, i, i + 1, broken));
				broken = false;
				i++;
			} else if (Character.isLetterOrDigit(codePoint)) {
				int start = i;
				while (i < length) {
					codePoint = folded.codePointAt(i);
					if (!continuesWord(codePoint)) {
						break;
					}
					i += Character.charCount(codePoint);
				}
				// C++ and C# are words of their own
				while (i < length && i - start <= 3 && (folded.charAt(i) == '+' || folded.charAt(i) == '#')) {
					i++;
				}
				String surface = folded.substring(start, i);
				words.add(new Word(singular(surface.toLowerCase(Locale.ROOT)), surface, start, i, broken));
				broken = false;
			} else {
				// spaces, hyphens, strokes and apostrophes join; anything else parts
				broken |= " -‐‑–/·'’_".indexOf(codePoint) < 0;
				i += width;
			}
		}
		return words;
	}

	private static boolean continuesWord(int codePoint) {
		if (Character.isBmpCodePoint(codePoint) && Folding.isHan((char) codePoint)) {
			return false;
		}
		return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
	}

	/**
	 * Takes the plural from an English word; what is no plural may lose a letter as well, the
	 * same one on both sides.
	 */
	private static String singular(String word) {
		int length = word.length();
		if (length > 4 && word.endsWith("ies")) {
			return word.substring(0, length - 3) + "y";
		}
		if (length > 4 && (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses")
				|| word.endsWith("xes"))) {
			return word.substring(0, length - 2);
		}
		if (length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
			return word.substring(0, length - 1);
		}
		return word;
	}

	/**
	 * A concept found in a text.
	 *
	 * @param start in UTF-16 units
	 * @param surface the words of the text
	 */
	public record Annotation(String code, int start, int end, String surface) {

	}

	private record Word(String key, String surface, int start, int end, boolean afterBreak) {

		private String key(boolean first) {
			return (this.afterBreak && !first) ? BREAK + this.key : this.key;
		}

	}

	/**
	 * @param exact how an abbreviation is written; null for any other term
	 */
	private record End(String code, @Nullable String exact) {

		private boolean accepts(@Nullable String surface, boolean anyCase) {
			if (this.exact == null || surface == null || anyCase) {
				return true;
			}
			return surface.equals(this.exact) || surface.equals(this.exact + "s")
					|| (this.exact.length() > 2 && surface.equals(this.exact.toUpperCase(Locale.ROOT)));
		}

	}

	private static final class Node {

		private final Map<String, Node> next = new HashMap<>(2);

		private final List<End> ends = new ArrayList<>(1);

		private List<String> codes(@Nullable String surface, boolean anyCase) {
			if (this.ends.isEmpty()) {
				return List.of();
			}
			return this.ends.stream().filter((end) -> end.accepts(surface, anyCase)).map(End::code).toList();
		}

	}

}
