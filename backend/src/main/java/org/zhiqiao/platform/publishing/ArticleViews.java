package org.zhiqiao.platform.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.expert.Names;
import org.zhiqiao.platform.expert.Viewer;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.publishing.ArticleTable.Edition;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Turns articles into what pages and lists show of them. Of people it shows what the viewer may see of their profiles. */
@Component
class ArticleViews {

	private static final int EXCERPT = 140;

	private final Experts experts;

	private final Organisations organisations;

	private final PictureTable pictures;

	private final Accounts accounts;

	private final ArticleTable table;

	ArticleViews(Experts experts, Organisations organisations, PictureTable pictures, Accounts accounts,
			ArticleTable table) {
		this.experts = experts;
		this.organisations = organisations;
		this.pictures = pictures;
		this.accounts = accounts;
		this.table = table;
	}

	/** Somebody an article is about. */
	record ArticlePerson(long id, Names names, @Nullable Bilingual affiliation) {

	}

	/** An organisation that tells, or that an article is about. */
	record ArticleOrganisation(long id, Bilingual name) {

	}

	/**
	 * A picture on a card.
	 *
	 * @param srcset sizes for the browser to choose from
	 */
	record ArticleCover(String src, String srcset, String alt, int width, int height) {

	}

	/**
	 * An article in a list.
	 *
	 * @param excerpt how its text begins, in each language in which it is told
	 */
	record ArticleCard(long id, ArticleKind kind, @Nullable ArticleForm form, Bilingual title, Bilingual excerpt,
			@Nullable ArticleCover cover, @Nullable ArticleOrganisation source, List<String> countries,
			List<String> industries, Instant publishedAt, boolean sample) {

	}

	/**
	 * What the public reads.
	 *
	 * @param text HTML that the server has cleaned
	 * @param publishedAt of the first edition
	 * @param updatedAt of this edition
	 */
	record ArticleView(long id, int edition, ArticleKind kind, @Nullable ArticleForm form, Bilingual title,
			Bilingual text, @Nullable ArticleCover cover, @Nullable ArticleOrganisation source,
			List<ArticlePerson> people, List<ArticleOrganisation> organisations, List<String> countries,
			List<String> industries, Instant publishedAt, Instant updatedAt, boolean sample) {

	}

	/** An edition in the history of an article. */
	record ArticleEdition(int number, Instant publishedAt, @Nullable String by) {

	}

	/**
	 * A manuscript, for its author and those who review.
	 *
	 * @param edition the last published edition, 0 before the first
	 * @param live whether the public can read that edition
	 * @param text HTML as it is edited
	 * @param shownText the same with its pictures as readers will get them
	 * @param people of those linked, whom the viewer may see
	 * @param remarks why it was returned or withdrawn
	 * @param reviewBy until when it is to be reviewed
	 * @param findings what looks like a person's own data
	 * @param may what the viewer may do now: {@code edit}, {@code submit}, {@code publish}, {@code return},
	 * {@code withdraw}, {@code delete}
	 */
	record ManuscriptView(long id, int version, ArticleState state, int edition, boolean live, ArticleKind kind,
			@Nullable ArticleForm form, Bilingual title, Bilingual text, Bilingual shownText,
			@Nullable ArticleOrganisation source, List<ArticlePerson> people, List<ArticleOrganisation> organisations,
			List<String> countries, List<String> industries, @Nullable String author, @Nullable String remarks,
			@Nullable Instant submittedAt, @Nullable Instant reviewBy, boolean overdue, List<ArticleFinding> findings,
			List<ArticleEdition> editions, List<String> may, boolean mine, Instant updatedAt, boolean sample) {

	}

	List<ArticleCard> cards(List<Edition> editions) {
		var names = names(editions.stream().map(Edition::content).toList());
		var sizes = sizes(editions.stream().map(Edition::content).toList());
		return editions.stream().map(edition -> {
			var content = edition.content();
			return new ArticleCard(edition.article(), content.kind(), content.form(), content.title(),
					new Bilingual(excerpt(content.text().zh(), EXCERPT), excerpt(content.text().en(), EXCERPT * 2)),
					cover(content, sizes), source(content, names), content.countries(), content.industries(),
					edition.firstPublishedAt(), edition.sample());
		}).toList();
	}

	ArticleView view(Edition edition, @Nullable Actor viewer) {
		var content = edition.content();
		var names = names(List.of(content));
		var sizes = sizes(List.of(content));
		return new ArticleView(edition.article(), edition.edition(), content.kind(), content.form(), content.title(),
				new Bilingual(ArticleHtml.shown(content.text().zh(), sizes),
						ArticleHtml.shown(content.text().en(), sizes)),
				cover(content, sizes), source(content, names), people(content, viewer), organisations(content, names),
				content.countries(), content.industries(), edition.firstPublishedAt(), edition.publishedAt(),
				edition.sample());
	}

	List<ManuscriptView> manuscripts(List<Article> articles, Actor viewer, Instant now) {
		return articles.stream().map(article -> manuscript(article, viewer, now)).toList();
	}

	ManuscriptView manuscript(Article article, Actor viewer, Instant now) {
		var content = article.content();
		var names = names(List.of(content));
		var sizes = sizes(List.of(content));
		var history = this.table.history(article.id());
		var accounts = this.accounts.names(Stream
				.concat(Stream.ofNullable(article.ownerId()), history.stream().map(ArticleTable.Published::by))
				.filter(Objects::nonNull)
				.distinct()
				.toList());
		var progress = article.progress();
		return new ManuscriptView(article.id(), article.version(), article.state(), article.edition(), article.live(),
				content.kind(), content.form(), content.title(), content.text(),
				new Bilingual(ArticleHtml.shown(content.text().zh(), sizes),
						ArticleHtml.shown(content.text().en(), sizes)),
				source(content, names), people(content, viewer), organisations(content, names), content.countries(),
				content.industries(), accounts.get(Objects.requireNonNullElse(article.ownerId(), 0L)),
				progress.remarks(), progress.submittedAt(), progress.reviewBy(), article.overdue(now),
				PersonalDataInText.in(content),
				history.stream()
						.map(one -> new ArticleEdition(one.edition(), one.publishedAt(),
								accounts.get(Objects.requireNonNullElse(one.by(), 0L))))
						.toList(),
				ArticleRights.may(article, viewer), ArticleRights.owns(article, viewer), article.updatedAt(),
				article.sample());
	}

	/** Those it is about and whom the viewer is not shown. */
	List<Long> unseen(ArticleContent content, Actor viewer) {
		var seen = people(content, viewer).stream().map(ArticlePerson::id).toList();
		return content.people().stream().filter(person -> !seen.contains(person)).toList();
	}

	private List<ArticlePerson> people(ArticleContent content, @Nullable Actor viewer) {
		return this.experts.cards(content.people(), (viewer != null) ? Viewer.of(viewer) : Viewer.ANYBODY)
				.stream()
				.map(ArticleViews::person)
				.toList();
	}

	private static ArticlePerson person(ExpertCard card) {
		return new ArticlePerson(card.id(), card.names(), card.affiliation());
	}

	private static List<ArticleOrganisation> organisations(ArticleContent content, Map<Long, Bilingual> names) {
		return content.organisations()
				.stream()
				.filter(names::containsKey)
				.map(id -> new ArticleOrganisation(id, Objects.requireNonNull(names.get(id))))
				.toList();
	}

	private static @Nullable ArticleOrganisation source(ArticleContent content, Map<Long, Bilingual> names) {
		var id = content.organisationId();
		var name = (id != null) ? names.get(id) : null;
		return (id != null && name != null) ? new ArticleOrganisation(id, name) : null;
	}

	private Map<Long, Bilingual> names(Collection<ArticleContent> contents) {
		var ids = contents.stream()
				.flatMap(content -> Stream.concat(Stream.ofNullable(content.organisationId()),
						content.organisations().stream()))
				.collect(Collectors.toSet());
		return this.organisations.all(ids)
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

	private Map<String, PictureTable.Sizes> sizes(Collection<ArticleContent> contents) {
		return this.pictures
				.sizes(contents.stream().flatMap(content -> content.pictures().stream()).distinct().toList());
	}

	/** The first picture. */
	private static @Nullable ArticleCover cover(ArticleContent content, Map<String, PictureTable.Sizes> sizes) {
		return Stream.of(content.text().zh(), content.text().en())
				.flatMap(html -> ArticleHtml.pictures(html).stream())
				.filter(picture -> sizes.containsKey(picture.key()))
				.findFirst()
				.map(picture -> {
					var known = Objects.requireNonNull(sizes.get(picture.key()));
					var base = ArticleHtml.PICTURES + known.key() + "/";
					return new ArticleCover(base + known.largest(),
							known.widths()
									.stream()
									.map(width -> base + width + " " + width + "w")
									.collect(Collectors.joining(", ")),
							picture.alt(), known.width(), known.height());
				})
				.orElse(null);
	}

	/** Paragraphs only: headings and captions do not read on. Cuts between characters. */
	static @Nullable String excerpt(@Nullable String html, int length) {
		if (html == null) {
			return null;
		}
		var lines = new ArrayList<String>();
		for (var paragraph : org.jsoup.Jsoup.parseBodyFragment(html).select("p")) {
			if (!paragraph.text().isBlank()) {
				lines.add(paragraph.text());
			}
		}
		var line = String.join(" ", lines);
		return (line.codePointCount(0, line.length()) <= length)
				? line
				: line.substring(0, line.offsetByCodePoints(0, length)).strip() + "…";
	}

}
