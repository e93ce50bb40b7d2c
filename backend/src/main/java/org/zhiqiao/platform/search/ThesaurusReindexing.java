package org.zhiqiao.platform.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.taxonomy.ThesaurusFollower;
import org.zhiqiao.search.DocumentRef;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.text.Thesaurus;

/** Puts in again whatever an edit of the thesaurus touches: by its code, its old terms or its new ones. */
@Component
class ThesaurusReindexing implements ThesaurusFollower {

	private static final int PAGE = 1000;

	private final ExpertiseIndex index;

	private final Sources sources;

	private final ChangeLog changes;

	private final TransactionTemplate transaction;

	ThesaurusReindexing(ExpertiseIndex index, Sources sources, ChangeLog changes,
			PlatformTransactionManager transactions) {
		this.index = index;
		this.sources = sources;
		this.changes = changes;
		this.transaction = new TransactionTemplate(transactions);
		// What is told after a commit still sees the transaction that is over.
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Noted with the edit, so that it is done even if the process ends right after the commit. */
	@Override
	public void changing(List<Edit> edits) {
		if (this.index.status().state() == IndexState.READY) {
			Sources.note(touched(edits), this.changes);
		} else {
			// A rebuild has put in documents that it cannot be asked for yet.
			everything();
		}
	}

	@Override
	public void changed(Thesaurus now, List<Edit> edits) {
		this.index.useThesaurus(now);
		if (this.index.status().answering()) {
			// Documents that came in between the question and the commit still know the old terms.
			Set<DocumentRef> touched = touched(edits);
			this.transaction.executeWithoutResult(status -> Sources.note(touched, this.changes));
		}
	}

	private Set<DocumentRef> touched(List<Edit> edits) {
		Set<DocumentRef> touched = new HashSet<>();
		edits.forEach(edit -> touched.addAll(this.index.touchedBy(edit.before(), edit.after())));
		return touched;
	}

	private void everything() {
		for (DocumentSource source : this.sources.all()) {
			List<Long> ids = new ArrayList<>(source.idsAfter(0, PAGE));
			while (!ids.isEmpty()) {
				this.changes.changed(source.kind(), ids);
				ids = source.idsAfter(ids.getLast(), PAGE);
			}
		}
	}

}
