package org.zhiqiao.search;

/**
 * Levels of the Common European Framework of Reference for Languages, and above them the mother
 * tongue.
 */
public enum CefrLevel {

	A1, A2, B1, B2, C1, C2, NATIVE;

	public boolean reaches(CefrLevel asked) {
		return compareTo(asked) >= 0;
	}

}
