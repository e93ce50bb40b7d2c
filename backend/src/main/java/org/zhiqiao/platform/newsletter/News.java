package org.zhiqiao.platform.newsletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.cooperation.Cooperations;
import org.zhiqiao.platform.demand.Confidentiality;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.directory.Searches;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.publishing.Articles;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Finds what is new for somebody. Mails are read by others too: of a confidential need they tell the outline to everybody. */
@Component
class News {

	private final Searches searches;

	private final Experts experts;

	private final Demands demands;

	private final Articles articles;

	private final Cooperations cooperations;

	private final Vocabulary vocabulary;

	private final Texts texts;

	News(Searches searches, Experts experts, Demands demands, Articles articles, Cooperations cooperations,
			Vocabulary vocabulary, Texts texts) {
		this.searches = searches;
		this.experts = experts;
		this.demands = demands;
		this.articles = articles;
		this.cooperations = cooperations;
		this.vocabulary = vocabulary;
		this.texts = texts;
	}

	/**
	 * What became public after one moment and up to another.
	 *
	 * @param reader none for a visitor
	 * @param waits whether to rather wait than to go by an index that has not caught up
	 * @throws Searches.Outdated if it has not
	 */
	Issue between(Newsletter newsletter, @Nullable Actor reader, Locale language, Instant from, Instant until,
			boolean waits) {
		var parts = new ArrayList<Issue.Part>();
		switch (newsletter.source()) {
			case EXPERTS ->
				add(parts, "people", () -> people(newsletter.query(), reader, language, from, until, waits));
			case DEMANDS -> add(parts, "needs", () -> needs(newsletter.query(), reader, language, from, until, waits));
			case TOPICS -> {
				Wishes wishes = Wishes.of(newsletter.query());
				for (String kind : Wishes.KINDS.stream().filter(wishes.kinds()::contains).toList()) {
					add(parts, kind, () -> switch (kind) {
						case "stories" -> stories(wishes, language, from, until);
						case "needs" -> needs(wishes.narrowing(), reader, language, from, until, waits);
						case "people" -> people(wishes.narrowing(), reader, language, from, until, waits);
						default -> projects(wishes, language, from, until);
					});
				}
			}
		}
		return new Issue(List.copyOf(parts));
	}

	private static void add(List<Issue.Part> parts, String kind, Supplier<List<Issue.Item>> found) {
		List<Issue.Item> items = found.get();
		if (!items.isEmpty()) {
			parts.add(new Issue.Part(kind, items));
		}
	}

	private List<Issue.Item> people(String query, @Nullable Actor reader, Locale language, Instant from, Instant until,
			boolean waits) {
		List<Long> fresh = this.experts.publishedBetween(from, until);
		return this.searches.experts(query, reader, fresh, from, waits)
				.stream()
				.map(card -> new Issue.Item(person(card, language), "/experts/" + card.id()))
				.toList();
	}

	private static String person(ExpertCard card, Locale language) {
		String name = language.getLanguage().equals("en")
				? Stream.of(card.names().latin(), card.names().nativeScript(), card.names().zh())
						.filter(Objects::nonNull)
						.findFirst()
						.orElse("")
				: card.names().any();
		String place = card.affiliation() == null ? "" : card.affiliation().in(language);
		return place.isBlank() ? name : name + " · " + place;
	}

	private List<Issue.Item> needs(String query, @Nullable Actor reader, Locale language, Instant from, Instant until,
			boolean waits) {
		List<Long> fresh = this.demands.publishedBetween(from, until);
		return this.searches.demands(query, reader, fresh, from, waits)
				.stream()
				.map(card -> new Issue.Item(need(card, language), "/demands/" + card.id()))
				.toList();
	}

	private String need(DemandCard card, Locale language) {
		String title = card.confidentiality() == Confidentiality.CONFIDENTIAL ? null : card.title();
		return title != null
				? title
				: this.texts.text(language, "newsletter.outline",
						card.industries()
								.stream()
								.map(code -> this.vocabulary.label(Scheme.INDUSTRIES, code).in(language))
								.collect(Collectors.joining(language.getLanguage().equals("en") ? ", " : "、")));
	}

	private List<Issue.Item> stories(Wishes wishes, Locale language, Instant from, Instant until) {
		return this.articles.firstPublishedBetween(from, until)
				.stream()
				.filter(story -> wishes.meets(story.industries(), story.countries()))
				.map(story -> new Issue.Item(story.title().in(language), "/stories/" + story.id()))
				.toList();
	}

	private List<Issue.Item> projects(Wishes wishes, Locale language, Instant from, Instant until) {
		return this.cooperations.firstRecordedBetween(from, until)
				.stream()
				.filter(project -> wishes.meets(project.industries(), project.countries()))
				.map(project -> new Issue.Item(project.title().in(language), "/cooperation/" + project.id()))
				.toList();
	}

}
