package org.zhiqiao.search.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;

/**
 * Takes the wrapping from a need: in "seeking an engineer familiar with X to solve our technical
 * problems" only X counts.
 */
public final class Filler {

	private static final Set<String> CHINESE = new HashSet<>(StopWords.filler());

	private static final Set<String> FUNCTION_WORDS = new HashSet<>(StopWords.chineseFunctionWords());

	private static final Set<String> ENGLISH = new HashSet<>(StopWords.englishFiller());

	private Filler() {}

	/**
	 * The terms of a folded text that are not covered already and no filler. Pairs of characters
	 * are made of what remains only, so that none reaches across a word that was taken out.
	 */
	public static List<Token> meaningful(String folded, boolean[] covered) {
		List<Token> kept = new ArrayList<>();
		for (Token token : Analysis.tokens(Cut.WORD, folded)) {
			if (!covered[token.start()]
					&& !ENGLISH.contains(folded.substring(token.start(), token.end()).toLowerCase(Locale.ROOT))) {
				kept.add(token);
			}
		}
		if (!Folding.hasHan(folded)) {
			return kept;
		}
		char[] rest = folded.toCharArray();
		for (int i = 0; i < rest.length; i++) {
			rest[i] = covered[i] ? ' ' : rest[i];
		}
		for (Token token : Analysis.tokens(Cut.HAN, new String(rest))) {
			if (CHINESE.contains(token.term())) {
				java.util.Arrays.fill(rest, token.start(), token.end(), ' ');
			} else if (token.term().length() > 1) {
				kept.add(token);
			}
		}
		for (Token token : Analysis.tokens(Cut.BIGRAM, new String(rest))) {
			boolean words = token.term().codePoints().noneMatch(Filler::holdsTogether);
			if (words) {
				kept.add(token);
			}
		}
		return kept;
	}

	/**
	 * Whether typed text is nothing but filler at this place.
	 */
	public static boolean isFiller(String word) {
		return CHINESE.contains(word) || ENGLISH.contains(word.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a Chinese word is filler or only holds sentences together.
	 */
	static boolean saysNothing(String word) {
		return CHINESE.contains(word) || FUNCTION_WORDS.contains(word);
	}

	private static boolean holdsTogether(int character) {
		return "的了和与及或在是为对从由于把被将向给以之其这那该此我你您他她它们有也都就还又再很更最不等个些各每某可能会要应如".indexOf(character) >= 0;
	}

}
