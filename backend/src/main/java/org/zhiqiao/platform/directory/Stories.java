package org.zhiqiao.platform.directory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.publishing.Articles;
import org.zhiqiao.platform.research.Papers;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.DocumentKind;
import org.zhiqiao.search.DocumentRef;

/** Articles, studies and guides in one list. */
@Component
class Stories {

	private final Articles articles;

	private final Papers papers;

	Stories(Articles articles, Papers papers) {
		this.articles = articles;
		this.papers = papers;
	}

	/** Those among them that the public can read at this moment, in the order given. */
	Map<DocumentRef, FoundStory> among(List<DocumentRef> found, @Nullable Actor viewer) {
		Map<DocumentRef, FoundStory> known = new HashMap<>();
		for (Articles.Brief one : this.articles.briefs(ids(found, DocumentKind.STORY))) {
			Bilingual source = one.source();
			known.put(DocumentRef.story(one.id()),
					new FoundStory(one.id(), one.kind().code(), one.title(), one.excerpt(),
							(source != null) ? List.of(source) : List.of(), one.countries(), one.industries(),
							List.of(), null, one.publishedAt(), one.sample()));
		}
		this.papers.briefs(ids(found, DocumentKind.STUDY), viewer)
				.forEach(one -> known.put(DocumentRef.study(one.id()),
						new FoundStory(one.id(), one.kind(), one.title(), one.excerpt(), one.authors(), List.of(),
								List.of(), one.themes(), one.deadline(), one.publishedAt(), one.sample())));
		Map<DocumentRef, FoundStory> ordered = new LinkedHashMap<>();
		for (DocumentRef ref : found) {
			FoundStory story = known.get(ref);
			if (story != null) {
				ordered.put(ref, story);
			}
		}
		return ordered;
	}

	private static List<Long> ids(List<DocumentRef> found, DocumentKind kind) {
		return found.stream().filter(ref -> ref.kind() == kind).map(DocumentRef::id).toList();
	}

}
