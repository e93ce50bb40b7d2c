package org.zhiqiao.platform.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.publishing.ArticleTable.Edition;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.StoryDocument;

/**
 * Hands what the public reads of articles to the index, and nothing of the manuscripts. The names of the people in them are not
 * handed over beyond what the text says: who may see a person changes without the article.
 */
@Component
class ArticleSource implements DocumentSource {

	private final ArticleTable table;

	private final Organisations organisations;

	ArticleSource(ArticleTable table, Organisations organisations) {
		this.table = table;
		this.organisations = organisations;
	}

	@Override
	public SubjectKind kind() {
		return SubjectKind.ARTICLE;
	}

	@Override
	@Transactional(readOnly = true)
	public List<IndexChange> load(Collection<Long> ids) {
		var found = this.table.editions(ids).stream().collect(Collectors.toMap(Edition::article, Function.identity()));
		var known = this.organisations.all(
				found.values().stream().flatMap(edition -> organisations(edition.content()))
						.collect(Collectors.toSet()));
		return ids.stream().distinct().<IndexChange>map(id -> {
			var edition = found.get(id);
			return (edition != null)
					? new IndexChange.PutStory(document(edition, known))
					: new IndexChange.Remove(DocumentRef.story(id));
		}).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Long> idsAfter(long after, int limit) {
		return this.table.liveAfter(after, limit);
	}

	@Override
	@Transactional(readOnly = true)
	public long count() {
		return this.table.countLive(Wanted.ALL);
	}

	private static Stream<Long> organisations(ArticleContent content) {
		return Stream.concat(Stream.ofNullable(content.organisationId()), content.organisations().stream()).distinct();
	}

	private static StoryDocument document(Edition edition, Map<Long, Organisation> known) {
		var content = edition.content();
		var texts = new ArrayList<StoryDocument.Text>();
		text(texts, "zh", content.title().zh(), content.text().zh());
		text(texts, "en", content.title().en(), content.text().en());
		var organisations = organisations(content).map(known::get).filter(Objects::nonNull).toList();
		return new StoryDocument(DocumentRef.story(edition.article()), content.kind().code(), texts,
				organisations.stream()
						.flatMap(one -> Stream.of(one.name().zh(), one.name().en()))
						.filter(Objects::nonNull)
						.distinct()
						.toList(),
				List.of(), content.industries(), content.countries(),
				organisations.stream().map(Organisation::city).filter(Objects::nonNull).distinct().toList(),
				edition.firstPublishedAt().toEpochMilli());
	}

	private static void text(List<StoryDocument.Text> texts, String language, @Nullable String title,
			@Nullable String html) {
		if (title != null) {
			texts.add(new StoryDocument.Text(language, title, Objects.requireNonNullElse(ArticleHtml.plain(html), "")));
		}
	}

}
