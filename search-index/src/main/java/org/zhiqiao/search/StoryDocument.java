package org.zhiqiao.search;

import java.util.List;

/**
 * Something published that everybody may read: an article, a study or a project guide. Empty strings stand for what is
 * not said.
 *
 * @param ref of a story or a study
 * @param kind code, such as {@code case} or {@code guide}
 * @param texts one for each language in which it is told
 * @param names shown names of those who tell it, or whom it is about
 * @param domains codes of concepts it is said to be about; those its texts mention are found by the index
 * @param industries codes
 * @param countries ISO 3166-1 alpha-2
 * @param cities codes
 * @param publishedEpochMs when it became public
 */
public record StoryDocument(DocumentRef ref, String kind, List<Text> texts, List<String> names, List<String> domains,
		List<String> industries, List<String> countries, List<String> cities, long publishedEpochMs) {

	public StoryDocument {
		if (ref.kind() != DocumentKind.STORY && ref.kind() != DocumentKind.STUDY) {
			throw new IllegalArgumentException("Not a story: " + ref);
		}
		texts = List.copyOf(texts);
		names = List.copyOf(names);
		domains = List.copyOf(domains);
		industries = List.copyOf(industries);
		countries = List.copyOf(countries);
		cities = List.copyOf(cities);
	}

	/**
	 * What it says in one language.
	 *
	 * @param language BCP 47 tag
	 * @param text plain text
	 */
	public record Text(String language, String title, String text) {

	}

}
