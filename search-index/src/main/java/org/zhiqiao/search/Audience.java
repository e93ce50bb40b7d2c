package org.zhiqiao.search;

/**
 * Who may see a thing, from the widest circle to the narrowest. What is private never comes to
 * the index, so there is no constant for it.
 */
public enum Audience {

	/** Everybody, signed in or not. */
	PUBLIC(0),

	/** Everybody who is signed in. */
	REGISTERED(1),

	/** Officials, and the owner of a need for which the person is a match. */
	MATCHED(2);

	private final int level;

	Audience(int level) {
		this.level = level;
	}

	/**
	 * 0 for the widest circle, one more for each narrower one; written into indexes.
	 */
	public int level() {
		return this.level;
	}

	/**
	 * Whether a viewer of this level may see a thing meant for the given audience.
	 */
	public boolean sees(Audience thing) {
		return thing.level <= this.level;
	}

	/**
	 * The narrower of this and the other circle.
	 */
	public Audience stricter(Audience other) {
		return (other.level > this.level) ? other : this;
	}

}
