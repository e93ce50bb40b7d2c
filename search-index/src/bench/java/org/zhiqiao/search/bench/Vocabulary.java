package org.zhiqiao.search.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Thesaurus;

/**
 * Words for made-up texts: the terms of the thesaurus, and around them words of everyday, in
 * English made of syllables, in Chinese pairs of characters that the dictionary of the analyser
 * takes for words. Everything follows from the seed.
 */
final class Vocabulary {

	private static final int ENGLISH_WORDS = 60_000;

	private static final int CHINESE_WORDS = 25_000;

	/** Words that belong to a field as much as its terms do. */
	private static final int TOPICAL_WORDS = 300;

	private static final double FUNCTION_WORDS = 0.3;

	private static final double TOPICAL = 0.25;

	private static final List<String> ONSETS = List.of("b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j",
			"l", "m", "n", "p", "pl", "pr", "qu", "r", "s", "sc", "sp", "st", "str", "t", "tr", "v", "w");

	private static final List<String> NUCLEI = List.of("a", "e", "i", "o", "u", "ai", "ea", "io", "ou", "y");

	private static final List<String> CODAS = List.of("", "", "", "n", "r", "l", "t", "m", "nd", "nt", "rt", "ck");

	private static final List<String> ENGLISH_FUNCTION_WORDS = List.of("the", "of", "and", "in", "a", "for", "to",
			"with", "on", "by", "is", "from", "that", "this");

	private static final List<String> CHINESE_FUNCTION_WORDS = List.of("的", "和", "在", "与", "对", "中", "了", "及");

	private final List<Concept> concepts;

	private final List<String> english;

	private final List<String> chinese;

	private final Zipf byConcept;

	private final Zipf byEnglish = new Zipf(ENGLISH_WORDS, 1);

	private final Zipf byChinese;

	private final Zipf byTopic = new Zipf(TOPICAL_WORDS, 0.8);

	Vocabulary(Thesaurus thesaurus, long seed) {
		this.concepts = new ArrayList<>(thesaurus.concepts());
		Collections.shuffle(this.concepts, new Random(seed));
		this.byConcept = new Zipf(this.concepts.size(), 0.7);
		SplittableRandom random = new SplittableRandom(seed);
		this.english = english(random);
		this.chinese = chinese(thesaurus, random);
		this.byChinese = new Zipf(this.chinese.size(), 1);
	}

	private static List<String> english(SplittableRandom random) {
		Set<String> words = new LinkedHashSet<>();
		while (words.size() < ENGLISH_WORDS) {
			StringBuilder word = new StringBuilder();
			// frequent words are short ones
			int syllables = ((words.size() < 500) ? 1 : 2) + random.nextInt(2);
			for (int i = 0; i < syllables; i++) {
				word.append(one(ONSETS, random)).append(one(NUCLEI, random));
			}
			words.add(word.append(one(CODAS, random)).toString());
		}
		return List.copyOf(words);
	}

	private static List<String> chinese(Thesaurus thesaurus, SplittableRandom random) {
		String characters = thesaurus.concepts()
				.stream()
				.flatMap(Concept::terms)
				.map(Folding::fold)
				.collect(Collectors.joining())
				.chars()
				.filter((character) -> Folding.isHan((char) character))
				.distinct()
				.sorted()
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
		Set<String> tried = new LinkedHashSet<>();
		List<String> words = new ArrayList<>();
		for (int i = 0; i < 60 * CHINESE_WORDS && words.size() < CHINESE_WORDS; i++) {
			String pair = String.valueOf(characters.charAt(random.nextInt(characters.length())))
					+ characters.charAt(random.nextInt(characters.length()));
			if (tried.add(pair) && Analysis.tokens(Cut.HAN, pair).size() == 1) {
				words.add(pair);
			}
		}
		return words;
	}

	static <T> T one(List<T> values, SplittableRandom random) {
		return values.get(random.nextInt(values.size()));
	}

	/**
	 * A field of work, some far more often than others.
	 */
	Concept concept(SplittableRandom random) {
		return this.concepts.get(this.byConcept.draw(random));
	}

	/**
	 * What has to do with a field: itself, or one of its neighbours.
	 */
	Concept near(Concept concept, SplittableRandom random) {
		if (random.nextInt(3) > 0 || concept.broader().isEmpty()) {
			return concept;
		}
		List<Concept> siblings = this.concepts.stream()
				.filter((other) -> !Collections.disjoint(other.broader(), concept.broader()))
				.toList();
		return one(siblings, random);
	}

	String term(Concept concept, boolean inChinese, SplittableRandom random) {
		List<String> alternatives = inChinese ? concept.zhAlternatives() : concept.enAlternatives();
		if (!alternatives.isEmpty() && random.nextInt(3) == 0) {
			return one(alternatives, random);
		}
		return inChinese ? concept.zh() : concept.en();
	}

	/**
	 * A part of a name in Latin letters.
	 */
	String name(SplittableRandom random) {
		return one(this.english, random);
	}

	/**
	 * A word as it stands in a text about a field.
	 */
	String word(Concept about, boolean inChinese, SplittableRandom random) {
		List<String> words = inChinese ? this.chinese : this.english;
		if (random.nextDouble() < FUNCTION_WORDS) {
			return one(inChinese ? CHINESE_FUNCTION_WORDS : ENGLISH_FUNCTION_WORDS, random);
		}
		return words.get((random.nextDouble() < TOPICAL)
				? Math.floorMod(about.code().hashCode() + 7919 * this.byTopic.draw(random), words.size())
				: (inChinese ? this.byChinese : this.byEnglish).draw(random));
	}

	/**
	 * A text of so many words about some fields, with a term of them here and there.
	 */
	String text(List<Concept> about, int words, double terms, boolean inChinese, SplittableRandom random) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			Concept concept = (random.nextInt(5) > 0) ? one(about, random) : concept(random);
			text.append((random.nextDouble() < terms)
					? term(concept, inChinese, random)
					: word(concept, inChinese, random));
			boolean sentence = i % 14 == 13;
			text.append(inChinese ? (sentence ? "，" : "") : (sentence ? ". " : " "));
		}
		return text.append(inChinese ? "。" : "").toString().strip();
	}

}
