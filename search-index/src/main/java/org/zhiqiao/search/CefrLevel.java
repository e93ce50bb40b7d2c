package org.zhiqiao.search;

/**
 * Levels of the Common European Framework of Reference for Languages, and above them the mother
 * tongue.
 */
public enum CefrLevel {

	A1(1), A2(2), B1(3), B2(4), C1(5), C2(6), NATIVE(7);

	private final int step;

	CefrLevel(int step) {
		this.step = step;
	}

	/**
	 * 1 for A1 up to 7 for the mother tongue.
	 */
	public int step() {
		return this.step;
	}

	public boolean reaches(CefrLevel asked) {
		return compareTo(asked) >= 0;
	}

}
