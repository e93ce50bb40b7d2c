package org.zhiqiao.search.embedding;

/**
 * A model that turns a text into a vector, so that texts about the same thing lie close together.
 * May be used by several threads.
 */
public interface SentenceModel {

	/**
	 * Changes whenever the same text would get another vector.
	 */
	String name();

	/**
	 * Whether it understands Chinese as well as English; a text is put into English first for one
	 * that does not.
	 */
	boolean multilingual();

	/**
	 * The vector of a text, of length 1.
	 * @throws ModelFailure if the model cannot be loaded or run
	 */
	float[] embed(String text);

}
