package org.zhiqiao.search;

/**
 * Who may see a thing, from the widest circle to the narrowest. What is private never comes to
 * the index, so there is no constant for it.
 */
public enum Audience {

	/** Everybody, signed in or not. */
	PUBLIC,

	/** Everybody who is signed in. */
	REGISTERED,

	/** Officials, and the owner of a need for which the person is a match. */
	MATCHED;

	/**
	 * Whether a viewer of this level may see a thing meant for the given audience.
	 */
	public boolean sees(Audience thing) {
		return thing.ordinal() <= ordinal();
	}

	/**
	 * The narrower of this and the other circle.
	 */
	public Audience stricter(Audience other) {
		return (other.ordinal() > ordinal()) ? other : this;
	}

}
