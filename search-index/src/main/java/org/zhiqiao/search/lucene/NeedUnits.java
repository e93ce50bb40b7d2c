package org.zhiqiao.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.zhiqiao.search.RecallQuery;
import org.zhiqiao.search.text.Analysis;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;
import org.zhiqiao.search.text.Concept;
import org.zhiqiao.search.text.ConceptAnnotator.Annotation;
import org.zhiqiao.search.text.Filler;
import org.zhiqiao.search.text.Folding;
import org.zhiqiao.search.text.Glossing;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What a need says, cut into units of meaning: a concept, by whichever words it is named, or a
 * word that belongs to none.
 */
final class NeedUnits {

	/** A need of more units is a book; the rarest are kept by the query that is made of them. */
	static final int MAX_TEXT = 20_000;

	/** Each unit is looked up in the index some times; what a text says beyond so many is left out. */
	static final int MOST_UNITS = 4_000;

	/** Meanings of a word that are looked for. */
	private static final int TRANSLATIONS = 3;

	private final Thesaurus thesaurus;

	private final Glossing glossing;

	private final Map<Object, Unit> text = new LinkedHashMap<>();

	private final List<List<Unit>> topics = new ArrayList<>();

	private NeedUnits(Glossing glossing) {
		this.thesaurus = glossing.thesaurus();
		this.glossing = glossing;
	}

	static NeedUnits of(RecallQuery query, Glossing glossing) {
		NeedUnits units = new NeedUnits(glossing);
		for (RecallQuery.Text text : query.texts()) {
			units.read(text.text(), text.weight(), units.text);
		}
		for (RecallQuery.Topic topic : query.topics()) {
			Map<Object, Unit> own = new LinkedHashMap<>();
			if (topic.code().isBlank()) {
				units.read(topic.term(), 1, own);
			} else {
				units.concept(topic.code(), own);
			}
			own.values().forEach((unit) -> unit.weight *= topic.weight());
			if (!own.isEmpty()) {
				units.topics.add(List.copyOf(own.values()));
			}
		}
		return units;
	}

	/**
	 * Units of titles and descriptions.
	 */
	Collection<Unit> text() {
		return this.text.values();
	}

	/**
	 * The units that are surely words, each once, those of the texts first: concepts, words of an alphabetic script,
	 * and what the dictionary knows. A cut of a Chinese text that it does not know is often no word.
	 */
	List<Unit> words(int most) {
		Map<String, Unit> words = new LinkedHashMap<>();
		Stream.concat(this.text.values().stream(), this.topics.stream().flatMap(List::stream))
				.filter((unit) -> !unit.concepts.isEmpty() || !unit.translations.isEmpty() || unit.isAlphabetic())
				.forEach((unit) -> words.putIfAbsent(unit.key, unit));
		return words.values().stream().limit(most).toList();
	}

	/**
	 * Units of each domain asked for.
	 */
	List<List<Unit>> topics() {
		return this.topics;
	}

	private void concept(String code, Map<Object, Unit> into) {
		Unit unit = new Unit(code);
		unit.concepts.add(code);
		unit.surface = code;
		this.thesaurus.concept(code).ifPresent((concept) -> {
			unit.surface = concept.zh();
			unit.alternative(Analysis.tokens(Folding.fold(concept.en())));
			unit.alternative(Analysis.tokens(Folding.fold(concept.zh())));
		});
		unit.weight = 1;
		into.put(code, unit);
	}

	private void read(String original, double weight, Map<Object, Unit> into) {
		String text = (original.length() > MAX_TEXT) ? original.substring(0, MAX_TEXT) : original;
		String folded = Folding.fold(text);
		List<Annotation> annotations = this.thesaurus.annotator().annotate(text);
		boolean[] covered = new boolean[text.length()];
		Map<Integer, Unit> byPlace = new LinkedHashMap<>();
		for (Annotation annotation : annotations) {
			Unit unit = byPlace.get(annotation.start());
			if (unit == null) {
				unit = into.computeIfAbsent(List.of(annotation.code()), (key) -> new Unit(annotation.code()));
				byPlace.put(annotation.start(), unit);
				unit.count(weight);
				unit.surface = unit.surface.isEmpty() ? annotation.surface() : unit.surface;
				if (unit.surfaces.add(annotation.surface().toLowerCase(Locale.ROOT))) {
					unit.alternative(
							Analysis.tokens(Folding.fold(annotation.surface())));
				}
				for (int i = annotation.start(); i < annotation.end(); i++) {
					covered[i] = true;
				}
			}
			unit.concepts.add(annotation.code());
		}
		List<Token> tokens = Filler.meaningful(folded, covered);
		boolean[] inWord = new boolean[text.length()];
		for (Token token : tokens) {
			if (token.cut() == Cut.HAN) {
				Arrays.fill(inWord, token.start(), token.end(), true);
			}
		}
		List<Glossing.Word> words = Folding.hasHan(folded) ? this.glossing.words(folded, covered) : List.of();
		for (Token token : tokens) {
			String key = token.cut() + token.term();
			if (into.size() >= MOST_UNITS && !into.containsKey(key)) {
				continue;
			}
			Unit unit = into.computeIfAbsent(key, (absent) -> new Unit(token.term()));
			if (unit.alternatives.isEmpty()) {
				unit.alternatives.add(List.of(token));
				unit.surface = text.substring(token.start(), token.end());
				unit.told = token.cut() != Cut.BIGRAM || !(inWord[token.start()] || inWord[token.end() - 1]);
				if (token.cut() != Cut.WORD) {
					translate(unit, token, words);
				}
			}
			unit.count(weight);
		}
	}

	/**
	 * What the dictionary says of the word that the token is, or is a part of; whoever has the
	 * English word has all the parts.
	 * @param words in order, none reaching into another
	 */
	private static void translate(Unit unit, Token token, List<Glossing.Word> words) {
		int low = 0;
		int high = words.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			if (words.get(middle).start() <= token.start()) {
				low = middle + 1;
			} else {
				high = middle - 1;
			}
		}
		if (high < 0 || token.end() > words.get(high).end()) {
			return;
		}
		words.get(high).english().stream().limit(TRANSLATIONS).forEach((english) -> {
			List<Token> tokens = Analysis.tokens(Cut.WORD, english);
			if (!tokens.isEmpty()) {
				unit.translations.add(Unit.of(tokens, Cut.WORD, Cut.WORD));
			}
		});
	}

	/**
	 * One unit.
	 */
	static final class Unit {

		final String key;

		final Set<String> concepts = new LinkedHashSet<>();

		/** Sets of terms, each of which stands for the whole unit. */
		final List<List<Token>> alternatives = new ArrayList<>();

		/** Sets of English terms for a Chinese word, by the dictionary. */
		final Set<List<Token>> translations = new LinkedHashSet<>();

		final Set<String> surfaces = new HashSet<>();

		/** The word of the need. */
		String surface = "";

		double weight;

		/** False for a pair of characters that is no word, only part of what words say better. */
		boolean told = true;

		private Unit(String key) {
			this.key = key;
		}

		private boolean isAlphabetic() {
			return this.alternatives.stream().flatMap(List::stream).allMatch((token) -> token.cut() == Cut.WORD);
		}

		private void count(double more) {
			this.weight += more;
		}

		private void alternative(List<Token> tokens) {
			Map<String, Token> distinct = new LinkedHashMap<>();
			tokens.forEach((token) -> distinct.putIfAbsent(token.cut() + token.term(), token));
			for (List<Token> script : List.of(of(distinct.values(), Cut.WORD, Cut.HAN),
					of(distinct.values(), Cut.WORD, Cut.BIGRAM))) {
				if (!script.isEmpty() && !this.alternatives.contains(script)) {
					this.alternatives.add(script);
				}
			}
		}

		private static List<Token> of(Collection<Token> tokens, Cut one, Cut other) {
			return tokens.stream()
					.filter((token) -> token.cut() == one || token.cut() == other)
					.map((token) -> new Token(token.cut(), token.term(), 0, 0))
					.sorted(Comparator.comparing(Token::cut).thenComparing(Token::term))
					.toList();
		}

	}

	static String name(Thesaurus thesaurus, String code) {
		return thesaurus.concept(code).map(Concept::zh).orElse(code);
	}

}
