package org.zhiqiao.platform.panel;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.change.ChangeFollower;
import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.organisation.OrganisationChanged;

/** Notes whose facts changed, in the transaction that hands the news on; {@link PanelWatch} looks at them later. */
@Component
class WatchFollower implements ChangeFollower {

	private final WatchTable table;

	WatchFollower(WatchTable table) {
		this.table = table;
	}

	@Override
	public void follow(List<Subject> subjects) {
		this.table.note(subjects.stream().filter(subject -> subject.kind() == SubjectKind.EXPERT).map(Subject::id)
				.toList());
	}

	/** Who belongs to whom may be another matter now. */
	@EventListener
	void follow(OrganisationChanged changed) {
		this.table.note(List.of(WatchTable.EVERYBODY));
	}

	@EventListener
	void forget(ExpertErased erased) {
		this.table.forget(erased.expertId());
	}

}
