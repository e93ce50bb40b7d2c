package org.zhiqiao.search.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.zhiqiao.search.text.ConceptAnnotator.Annotation;

/**
 * Says in English, word by word, what a Chinese text says: concepts by their preferred terms, other
 * words by the dictionary. No translation that anybody should read, but its words are those that an
 * English text about the same things has.
 */
public final class Glossing {

	/** Words of several characters have few meanings; of a single character the first one is likeliest. */
	private static final int GLOSSES = 2;

	private final Thesaurus thesaurus;

	private final ChineseDictionary dictionary;

	public Glossing(Thesaurus thesaurus, ChineseDictionary dictionary) {
		this.thesaurus = thesaurus;
		this.dictionary = dictionary;
	}

	public Thesaurus thesaurus() {
		return this.thesaurus;
	}

	/**
	 * The text with its Chinese parts in English; what is in other scripts stays as it is. Filler
	 * ("we seek an engineer who …") is left out of the Chinese parts.
	 */
	public String english(String text) {
		return Folding.hasHan(text) ? english(Folding.fold(text), this.thesaurus.annotator().annotate(text)) : text;
	}

	/**
	 * The same of a text whose concepts were found before.
	 */
	public String english(String folded, List<Annotation> concepts) {
		if (!Folding.hasHan(folded)) {
			return folded.strip();
		}
		StringBuilder english = new StringBuilder(folded.length() * 2);
		int done = 0;
		for (Word word : words(folded, concepts)) {
			kept(folded, done, word.start(), english);
			for (String meant : word.english()
					.subList(0, Math.min(word.english().size(), (word.end() - word.start() > 1) ? GLOSSES : 1))) {
				apart(english);
				english.append(meant);
			}
			apart(english);
			done = word.end();
		}
		kept(folded, done, folded.length(), english);
		return english.toString().strip();
	}

	/**
	 * Appends what is in other scripts: Chinese that no dictionary knows says nothing in English.
	 */
	private static void kept(String folded, int start, int end, StringBuilder english) {
		for (int i = start; i < end; i++) {
			char character = folded.charAt(i);
			if (character == ' ' || Folding.isHan(character)) {
				apart(english);
			} else {
				english.append(character);
			}
		}
	}

	private static void apart(StringBuilder english) {
		if (!english.isEmpty() && english.charAt(english.length() - 1) != ' ') {
			english.append(' ');
		}
	}

	/**
	 * The Chinese words of a folded text that are not covered and no filler, with what the
	 * dictionary says of them.
	 */
	public List<Word> words(String folded, boolean[] covered) {
		List<Word> words = new ArrayList<>();
		for (int i = 0; i < folded.length();) {
			int start = i;
			while (i < folded.length() && !covered[i] && Folding.isHan(folded.charAt(i))) {
				i++;
			}
			if (i > start) {
				cut(folded, start, i, words);
			} else {
				i++;
			}
		}
		return words;
	}

	/**
	 * All Chinese words of a folded text, concepts as well.
	 */
	private List<Word> words(String folded, List<Annotation> concepts) {
		boolean[] covered = new boolean[folded.length()];
		List<Word> words = new ArrayList<>();
		int last = -1;
		for (Annotation concept : concepts) {
			if (concept.start() <= last || !Folding.hasHan(concept.surface())) {
				continue;
			}
			last = concept.start();
			Arrays.fill(covered, concept.start(), concept.end(), true);
			String term = this.thesaurus.concept(concept.code()).map(Concept::en).orElse("");
			words.add(new Word(concept.start(), concept.end(), List.of(term)));
		}
		words.addAll(words(folded, covered));
		words.sort((one, other) -> Integer.compare(one.start(), other.start()));
		return words;
	}

	/**
	 * Cuts a run of characters into the words of the dictionary, preferring few long ones: the sum
	 * of the squares of their lengths is made as large as possible.
	 */
	private void cut(String text, int start, int end, List<Word> words) {
		int length = end - start;
		double[] best = new double[length + 1];
		int[] from = new int[length + 1];
		int[] lines = new int[length + 1];
		for (int i = 1; i <= length; i++) {
			best[i] = best[i - 1] - 1;
			from[i] = i - 1;
			lines[i] = ChineseDictionary.NONE;
			for (int j = Math.max(0, i - ChineseDictionary.LONGEST); j < i; j++) {
				double sum = best[j] + ((i - j > 1) ? (i - j) * (i - j) : 0.2);
				if (sum > best[i]) {
					int line = this.dictionary.line(text, start + j, start + i);
					if (line != ChineseDictionary.NONE) {
						best[i] = sum;
						from[i] = j;
						lines[i] = line;
					}
				}
			}
		}
		List<Word> cut = new ArrayList<>();
		for (int i = length; i > 0; i = from[i]) {
			if (lines[i] != ChineseDictionary.NONE
					&& !Filler.saysNothing(text.substring(start + from[i], start + i))) {
				cut.add(new Word(start + from[i], start + i, this.dictionary.glosses(lines[i])));
			}
		}
		words.addAll(cut.reversed());
	}

	/**
	 * A Chinese word.
	 *
	 * @param start in UTF-16 units
	 * @param english what it may mean, the likeliest first
	 */
	public record Word(int start, int end, List<String> english) {

		public Word {
			english = List.copyOf(english);
		}

	}

}
