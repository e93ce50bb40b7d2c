package org.zhiqiao.platform.research;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.research.ResearchTable.Edition;
import org.zhiqiao.platform.search.DocumentSource;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.IndexChange;
import org.zhiqiao.search.StoryDocument;

/**
 * Hands the last editions that the public reads to the index. Of the authors it hands over those outside the repository alone,
 * and nothing of needs: who may see the others changes without the study.
 */
@Component
class ResearchSource implements DocumentSource {

	private final ResearchTable table;

	ResearchSource(ResearchTable table) {
		this.table = table;
	}

	@Override
	public SubjectKind kind() {
		return SubjectKind.RESEARCH;
	}

	@Override
	@Transactional(readOnly = true)
	public List<IndexChange> load(Collection<Long> ids) {
		var found = this.table.editions(ids).stream().collect(Collectors.toMap(Edition::id, Function.identity()));
		return ids.stream().distinct().<IndexChange>map(id -> {
			var edition = found.get(id);
			return (edition != null)
					? new IndexChange.PutStory(document(edition))
					: new IndexChange.Remove(DocumentRef.study(id));
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
		return this.table.countLive();
	}

	private static StoryDocument document(Edition edition) {
		var content = edition.content();
		var texts = new ArrayList<StoryDocument.Text>();
		text(texts, "zh", content, Bilingual::zh);
		text(texts, "en", content, Bilingual::en);
		return new StoryDocument(DocumentRef.study(edition.id()), edition.kind().code(), texts,
				content.authors().stream().map(ResearchContent.Author::name).filter(Objects::nonNull).toList(),
				List.of(), List.of(), List.of(),
				content.topics().stream().flatMap(topic -> topic.cities().stream()).distinct().toList(),
				edition.publishedAt().toEpochMilli());
	}

	/** What it says in one language; none if it has no title there. */
	private static void text(List<StoryDocument.Text> texts, String language, ResearchContent content,
			Function<Bilingual, @Nullable String> in) {
		var title = in.apply(content.title());
		if (title != null) {
			var text = Stream
					.concat(Stream.of(content.text()),
							content.topics().stream().flatMap(topic -> Stream.of(topic.title(), topic.text())))
					.map(in)
					.filter(Objects::nonNull)
					.collect(Collectors.joining("\n"));
			texts.add(new StoryDocument.Text(language, title, text));
		}
	}

}
