package org.zhiqiao.platform.research;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What a form sends; all but kind and title may be missing while it is a draft.
 *
 * @param kind {@code study} or {@code guide}
 * @param text the abstract of a study, or what a guide says
 * @param themes codes, of a study
 * @param authors of a study, in their order
 * @param pdf the key of a file that was taken in, of a study
 * @param deadline until when projects can be proposed, of a guide
 * @param topics of a guide
 */
public record SaveResearch(@Nullable String kind, @Nullable Bilingual title, @Nullable Bilingual text,
		List<String> themes, List<SaveAuthor> authors, @Nullable String pdf, @Nullable LocalDate deadline,
		List<SaveTopic> topics) {

	public SaveResearch {
		themes = once(themes);
		authors = once(authors);
		topics = once(topics);
	}

	/**
	 * Somebody who wrote it.
	 *
	 * @param expert the number of a profile
	 * @param name of somebody outside, if there is no number
	 */
	public record SaveAuthor(@Nullable Long expert, @Nullable String name) {

	}

	/**
	 * What is wanted.
	 *
	 * @param key as it was read; none for a new topic
	 * @param needs numbers of needs that are on the board
	 * @param cities codes
	 * @param experts numbers of profiles of those consulted
	 */
	public record SaveTopic(@Nullable String key, @Nullable Bilingual title, @Nullable Bilingual text,
			List<Long> needs, List<String> cities, List<Long> experts) {

		public SaveTopic {
			needs = once(needs);
			cities = once(cities);
			experts = once(experts);
		}

	}

	private static <T> List<T> once(@Nullable List<T> list) {
		return (list == null)
				? List.of()
				: List.copyOf(new LinkedHashSet<>(list.stream().filter(Objects::nonNull).toList()));
	}

}
