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
		if (!Folding.hasHan(text)) {
			return text;
		}
		String folded = Folding.fold(text);
		StringBuilder english = new StringBuilder(text.length() * 2);
		int done = 0;
		for (Word word : words(folded)) {
			english.append(folded, done, word.start()).append(' ');
			english.append(String.join(" ", word.english().subList(0, Math.min(word.english().size(),
					(word.end() - word.start() > 1) ? GLOSSES : 1))));
			english.append(' ');
			done = word.end();
		}
		english.append(folded, done, folded.length());
		// what no dictionary knows says nothing in English
		return withoutHan(english).replaceAll("\\s+", " ").strip();
	}

	private static String withoutHan(StringBuilder text) {
		for (int i = 0; i < text.length(); i++) {
			if (Folding.isHan(text.charAt(i))) {
				text.setCharAt(i, ' ');
			}
		}
		return text.toString();
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
	private List<Word> words(String folded) {
		boolean[] covered = new boolean[folded.length()];
		List<Word> words = new ArrayList<>();
		int last = -1;
		for (Annotation concept : this.thesaurus.annotator().annotate(folded)) {
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
		List<List<String>> meaning = new ArrayList<>(length + 1);
		meaning.add(List.of());
		for (int i = 1; i <= length; i++) {
			best[i] = best[i - 1] - 1;
			from[i] = i - 1;
			List<String> means = List.of();
			for (int j = Math.max(0, i - ChineseDictionary.LONGEST); j < i; j++) {
				double sum = best[j] + ((i - j > 1) ? (i - j) * (i - j) : 0.2);
				if (sum > best[i] && i - j <= this.dictionary.longest(text.charAt(start + j))) {
					List<String> glosses = this.dictionary.glosses(text.substring(start + j, start + i));
					if (!glosses.isEmpty()) {
						best[i] = sum;
						from[i] = j;
						means = glosses;
					}
				}
			}
			meaning.add(means);
		}
		List<Word> cut = new ArrayList<>();
		for (int i = length; i > 0; i = from[i]) {
			String word = text.substring(start + from[i], start + i);
			if (!meaning.get(i).isEmpty() && !Filler.saysNothing(word)) {
				cut.add(new Word(start + from[i], start + i, meaning.get(i)));
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
