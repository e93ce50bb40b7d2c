package org.zhiqiao.platform.importing;

/** The file as a whole cannot be used; the code's text stands under {@code field.<code>}. */
final class UnreadableFile extends RuntimeException {

	private final String code;

	UnreadableFile(String code) {
		super(code);
		this.code = code;
	}

	UnreadableFile(String code, Throwable cause) {
		super(code, cause);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
