package org.zhiqiao.platform.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.Experts;

/** To which panels somebody was invited, and what they answered. */
@Component
class InvitationPersonalData implements PersonalData {

	private final InvitationTable table;

	private final PanelTable panels;

	private final Experts experts;

	InvitationPersonalData(InvitationTable table, PanelTable panels, Experts experts) {
		this.table = table;
		this.panels = panels;
		this.experts = experts;
	}

	@Override
	public String section() {
		return "invitations";
	}

	@Override
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		return this.experts.idOfAccount(accountId)
				.map(this.table::to)
				.orElseGet(List::of)
				.stream()
				.map(this::told)
				.toList();
	}

	private Map<String, Object> told(Invitation invitation) {
		var all = new LinkedHashMap<String, Object>();
		this.panels.find(invitation.panel()).ifPresent(panel -> all.put("use", panel.content().use()));
		all.put("state", invitation.state());
		all.put("invitedAt", invitation.invitedAt());
		all.put("answerBy", invitation.answerBy());
		if (invitation.declaredAt() != null) {
			all.put("declaredNoConflictAt", invitation.declaredAt());
		}
		if (invitation.endedAt() != null) {
			all.put("endedAt", invitation.endedAt());
		}
		if (invitation.refusal() != null) {
			all.put("refusal", invitation.refusal());
		}
		return all;
	}

	/** If the profile has gone before, its going has told to forget already. */
	@Override
	@Transactional
	public void erase(long accountId) {
		this.experts.idOfAccount(accountId).ifPresent(this.table::forgetWords);
	}

}
