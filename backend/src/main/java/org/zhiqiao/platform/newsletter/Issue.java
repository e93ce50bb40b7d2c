package org.zhiqiao.platform.newsletter;

import java.util.List;

/**
 * What is new since the issue before.
 *
 * @param parts none that is empty
 */
record Issue(List<Part> parts) {

	/**
	 * What is new of one kind.
	 *
	 * @param kind one of {@link Wishes#KINDS}
	 */
	record Part(String kind, List<Item> items) {}

	/**
	 * One thing.
	 *
	 * @param title in the reader's language
	 * @param link a path
	 */
	record Item(String title, String link) {}

	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	int size() {
		return this.parts.stream().mapToInt(part -> part.items().size()).sum();
	}

}
