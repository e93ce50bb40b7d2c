package org.zhiqiao.platform.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * What is written; see {@link SaveResearch}.
 *
 * @param themes of a study
 * @param authors of a study, in their order
 * @param text the abstract of a study, or what a guide says
 * @param pdf the key of a study's file
 * @param deadline of a guide
 * @param topics of a guide
 */
record ResearchContent(Bilingual title, Bilingual text, List<String> themes, List<Author> authors,
		@Nullable String pdf, @Nullable LocalDate deadline, List<Topic> topics) {

	ResearchContent {
		themes = List.copyOf(themes);
		authors = List.copyOf(authors);
		topics = List.copyOf(topics);
	}

	/** Somebody of the repository, or somebody outside by name. */
	record Author(@Nullable Long expert, @Nullable String name) {

	}

	/**
	 * What is wanted, and where that comes from.
	 *
	 * @param key stays the same while the topic does
	 * @param needs numbers of needs
	 * @param experts who were consulted
	 */
	record Topic(String key, Bilingual title, Bilingual text, List<Long> needs, List<String> cities,
			List<Long> experts) {

		Topic {
			needs = List.copyOf(needs);
			cities = List.copyOf(cities);
			experts = List.copyOf(experts);
		}

		Topic with(List<Long> people) {
			return with(people, this.needs);
		}

		Topic with(List<Long> people, List<Long> kept) {
			return new Topic(this.key, this.title, this.text, kept, this.cities, people);
		}

	}

	/** Everybody it names. */
	List<Long> people() {
		return Stream.concat(this.authors.stream().map(Author::expert).filter(Objects::nonNull),
				this.topics.stream().flatMap(topic -> topic.experts().stream())).distinct().toList();
	}

	/** With somebody in place of another, or nobody. */
	ResearchContent replaced(long gone, @Nullable Long stays) {
		return with(this.authors.stream()
				.filter(one -> stays != null || one.expert() == null || one.expert() != gone)
				.map(one -> (one.expert() != null && one.expert() == gone) ? new Author(stays, null) : one)
				.distinct()
				.toList(),
				this.topics.stream()
						.map(topic -> topic.with(topic.experts()
								.stream()
								.filter(one -> stays != null || one != gone)
								.map(one -> (one == gone) ? Objects.requireNonNull(stays) : one)
								.distinct()
								.toList()))
						.toList());
	}

	ResearchContent with(List<Author> people, List<Topic> subjects) {
		return new ResearchContent(this.title, this.text, this.themes, people, this.pdf, this.deadline, subjects);
	}

}
