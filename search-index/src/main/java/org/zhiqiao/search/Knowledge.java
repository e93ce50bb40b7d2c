package org.zhiqiao.search;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.text.ChineseDictionary;
import org.zhiqiao.search.text.Thesaurus;

/**
 * What an index knows of the languages and the world when it begins.
 *
 * @param thesaurus may be replaced while the index is in use
 * @param embedding null for an index that knows words only
 * @param modelTrouble why there is no embedding although one was wanted; empty otherwise
 */
public record Knowledge(Thesaurus thesaurus, ChineseDictionary dictionary, @Nullable Embedding embedding,
		String modelTrouble) {

	public Knowledge(Thesaurus thesaurus, ChineseDictionary dictionary, @Nullable Embedding embedding) {
		this(thesaurus, dictionary, embedding, "");
	}

	/**
	 * Words only: the thesaurus and the bundled dictionary.
	 */
	public static Knowledge ofWords(Thesaurus thesaurus) {
		return new Knowledge(thesaurus, ChineseDictionary.bundled(), null);
	}

	/**
	 * Words only, since the sentence model that was wanted does not work; vectors that an index
	 * holds stay there.
	 */
	public static Knowledge withoutModel(Thesaurus thesaurus, String trouble) {
		return new Knowledge(thesaurus, ChineseDictionary.bundled(), null, trouble);
	}

	/**
	 * Words and meaning.
	 */
	public static Knowledge withVectors(Thesaurus thesaurus, Embedding embedding) {
		return new Knowledge(thesaurus, ChineseDictionary.bundled(), embedding);
	}

}
