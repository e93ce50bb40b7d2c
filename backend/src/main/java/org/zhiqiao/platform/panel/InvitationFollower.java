package org.zhiqiao.platform.panel;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;

/** Keeps invitations with the person when two profiles become one, and forgets their words when the person is erased. */
@Component
class InvitationFollower {

	private final PanelTable panels;

	private final InvitationTable table;

	private final PassedOverTable passedOver;

	private final Clock clock;

	InvitationFollower(PanelTable panels, InvitationTable table, PassedOverTable passedOver, Clock clock) {
		this.panels = panels;
		this.table = table;
		this.passedOver = passedOver;
		this.clock = clock;
	}

	/** In the transaction of the merge, and not while an answer is being taken. */
	@EventListener
	void follow(ExpertsMerged merged) {
		this.table.panelsOf(merged.gone(), merged.stays()).forEach(this.panels::lock);
		this.table.move(merged.gone(), merged.stays(), this.clock.instant());
		this.passedOver.move(merged.gone(), merged.stays());
	}

	/** In the transaction that erases. The worker notices that a seat is free. */
	@EventListener
	void forget(ExpertErased erased) {
		this.table.forgetWords(erased.expertId());
	}

}
