package org.zhiqiao.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.IndexChange;

/** All who supply documents. */
@Component
class Sources {

	private final ObjectProvider<DocumentSource> sources;

	Sources(ObjectProvider<DocumentSource> sources) {
		this.sources = sources;
	}

	List<DocumentSource> all() {
		return this.sources.orderedStream().toList();
	}

	/** The present states of these things. What nobody supplies is taken out. */
	List<IndexChange> load(List<Subject> subjects) {
		List<IndexChange> changes = new ArrayList<>();
		subjects.stream()
				.collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toList())))
				.forEach((kind, ids) -> changes.addAll(load(kind, ids)));
		return changes;
	}

	private List<IndexChange> load(SubjectKind kind, List<Long> ids) {
		return all().stream()
				.filter(source -> source.kind() == kind)
				.findFirst()
				.map(source -> source.load(ids))
				.orElseGet(() -> ids.stream().<IndexChange>map(id -> new IndexChange.Remove(ref(kind, id))).toList());
	}

	/** Has documents put in again; within the caller's transaction. */
	static void note(Collection<DocumentRef> documents, ChangeLog changes) {
		documents.stream()
				.collect(Collectors.groupingBy(Sources::kind, Collectors.mapping(DocumentRef::id, Collectors.toList())))
				.forEach(changes::changed);
	}

	static DocumentRef ref(SubjectKind kind, long id) {
		return switch (kind) {
			case EXPERT -> DocumentRef.expert(id);
			case DEMAND -> DocumentRef.demand(id);
			case ARTICLE -> DocumentRef.story(id);
			case RESEARCH -> DocumentRef.study(id);
		};
	}

	static SubjectKind kind(DocumentRef ref) {
		return switch (ref.kind()) {
			case EXPERT -> SubjectKind.EXPERT;
			case DEMAND -> SubjectKind.DEMAND;
			case STORY -> SubjectKind.ARTICLE;
			case STUDY -> SubjectKind.RESEARCH;
		};
	}

}
