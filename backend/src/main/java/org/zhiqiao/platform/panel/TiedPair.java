package org.zhiqiao.platform.panel;

/** Two people who may not sit together; the lower number stands first. */
record TiedPair(long one, long other, InterestKind kind) {

	static TiedPair of(long one, long other, InterestKind kind) {
		return new TiedPair(Math.min(one, other), Math.max(one, other), kind.mutual());
	}

}
