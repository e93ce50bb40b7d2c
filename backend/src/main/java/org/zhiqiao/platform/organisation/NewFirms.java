package org.zhiqiao.platform.organisation;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.AccountConfirmed;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.search.text.Folding;

/**
 * Enters the organisation of a firm that has just registered, under the name it gave. Even if
 * there is one of that name already: whether they are the same is for an officer to say, since
 * whoever acts for an organisation reads its needs.
 */
@Component
class NewFirms {

	private final Organisations organisations;

	private final Accounts accounts;

	NewFirms(Organisations organisations, Accounts accounts) {
		this.organisations = organisations;
		this.accounts = accounts;
	}

	@EventListener
	void enter(AccountConfirmed confirmed) {
		String name = confirmed.organisationName();
		if (name == null || name.isBlank()) {
			return;
		}
		boolean chinese = Folding.hasHan(name);
		var given = new SaveOrganisation(new Bilingual(chinese ? name : null, chinese ? null : name), List.of(), null,
				null, null, null, null);
		Organisation created = this.organisations.create(given, false, false, confirmed.accountId(), false);
		this.accounts.actFor(confirmed.accountId(), created.id());
	}

}
