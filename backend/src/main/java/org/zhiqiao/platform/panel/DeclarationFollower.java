package org.zhiqiao.platform.panel;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps ties and declarations with the person when two profiles become one, and forgets them when the person is erased. */
@Component
class DeclarationFollower {

	private final PanelTable panels;

	private final DeclarationTable table;

	private final InterestTable interests;

	DeclarationFollower(PanelTable panels, DeclarationTable table, InterestTable interests) {
		this.panels = panels;
		this.table = table;
		this.interests = interests;
	}

	/** In the transaction of the merge, and not while an answer is being taken. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.table.panelsOf(merged.gone(), merged.stays()).forEach(this.panels::lock);
		this.table.move(merged.gone(), merged.stays());
		this.interests.move(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. */
	@EventListener
	void forget(ExpertErased erased) {
		this.table.forgetWords(erased.expertId());
		this.interests.erase(erased.expertId());
	}

}
