package org.zhiqiao.search.text;

/**
 * Concepts do not make up a thesaurus, or a file of them cannot be read.
 */
public class ThesaurusFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ThesaurusFault(String message) {
		super(message);
	}

}
