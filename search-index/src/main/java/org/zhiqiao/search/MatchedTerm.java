package org.zhiqiao.search;

/**
 * A word that need and evidence have in common, or that mean the same.
 *
 * @param asked the word of the need
 * @param found the word of the evidence
 * @param how by what means they were found to agree
 * @param concept code of the concept asked for; empty for a plain word
 * @param foundConcept code of the concept found, which may be narrower or broader; empty for a
 * plain word
 */
public record MatchedTerm(String asked, String found, How how, String concept, String foundConcept) {

	public static MatchedTerm text(String word) {
		return new MatchedTerm(word, word, How.TEXT, "", "");
	}

	/**
	 * By what means two words were found to agree.
	 */
	public enum How {

		/** The same word. */
		TEXT,
		/** Terms of the same concept, possibly in two languages. */
		THESAURUS,
		/** The evidence is about a concept below the one asked for. */
		NARROWER,
		/** The evidence is about a concept above the one asked for. */
		BROADER,
		/** The one is what a dictionary says of the other. */
		DICTIONARY,
		/** No word in common, but the meaning of the whole is close. */
		VECTOR

	}

}
