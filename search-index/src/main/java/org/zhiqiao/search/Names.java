package org.zhiqiao.search;

import java.util.stream.Stream;

/**
 * The names of one person; an unknown form is an empty string.
 *
 * @param zh in Chinese characters
 * @param latin in Latin letters
 * @param nativeScript in the script of the person's own language, where it is neither of both
 */
public record Names(String zh, String latin, String nativeScript) {

	/**
	 * The forms that are known, Chinese first.
	 */
	public Stream<String> known() {
		return Stream.of(this.zh, this.latin, this.nativeScript).filter((name) -> !name.isBlank());
	}

}
