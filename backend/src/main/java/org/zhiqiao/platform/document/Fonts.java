package org.zhiqiao.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.core.io.ClassPathResource;

/** The TrueType fonts of a printed file. */
public final class Fonts {

	private final byte[] chinese;

	private final byte[] others;

	/**
	 * Takes the fonts as files.
	 * @param chinese has simplified Chinese and the commonest Latin letters
	 * @param others has the other letters of names: Latin, Greek, Cyrillic
	 */
	public Fonts(byte[] chinese, byte[] others) {
		this.chinese = chinese.clone();
		this.others = others.clone();
	}

	/** Those that the application brings with it. */
	public static Fonts own() {
		return new Fonts(resource("fonts/NotoSansSC-Regular.ttf"), resource("fonts/NotoSans-Regular.ttf"));
	}

	private static byte[] resource(String name) {
		try {
			return new ClassPathResource(name).getContentAsByteArray();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	byte[] chinese() {
		return this.chinese;
	}

	byte[] others() {
		return this.others;
	}

}
