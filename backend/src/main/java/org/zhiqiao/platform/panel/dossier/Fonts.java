package org.zhiqiao.platform.panel.dossier;

/** The TrueType fonts of a dossier. */
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

	byte[] chinese() {
		return this.chinese;
	}

	byte[] others() {
		return this.others;
	}

}
