package org.zhiqiao.search;

import java.util.Set;

/**
 * Something that a need asks for, as the engine understands it: a concept by the words that name it, or a word that
 * belongs to none. Filler is not among them.
 *
 * @param words as the need has them; the preferred Chinese term for a domain that was asked for by its code
 * @param concepts codes of the concepts that they name; empty for a word that belongs to none
 * @param people how many of the people in view have evidence of it, in whichever language, before any must
 */
public record AskedWord(String words, Set<String> concepts, int people) {

	public AskedWord {
		concepts = Set.copyOf(concepts);
	}

}
