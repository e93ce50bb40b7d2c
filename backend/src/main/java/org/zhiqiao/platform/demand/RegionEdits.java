package org.zhiqiao.platform.demand;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.change.ChangeLog;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.VocabularyChanged;

/** Needs that ask for a region are found by its countries; in the transaction that changes which these are. */
@Component
class RegionEdits {

	private final DemandTable table;

	private final ChangeLog changes;

	RegionEdits(DemandTable table, ChangeLog changes) {
		this.table = table;
		this.changes = changes;
	}

	@EventListener
	void follow(VocabularyChanged changed) {
		if (changed.scheme() == Scheme.REGIONS) {
			this.changes.changed(SubjectKind.DEMAND, this.table.publishedForRegion(changed.code()));
		}
	}

}
