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
 * there is one of that name already: whether they are the same is for others to say, since
 * whoever acts for an organisation reads its needs. A firm that says it is there already asks to
 * join it instead.
 */
@Component
class NewFirms {

	private final Organisations organisations;

	private final Joining joining;

	private final Accounts accounts;

	NewFirms(Organisations organisations, Joining joining, Accounts accounts) {
		this.organisations = organisations;
		this.joining = joining;
		this.accounts = accounts;
	}

	@EventListener
	void enter(AccountConfirmed confirmed) {
		String name = confirmed.organisationName();
		if (name == null || name.isBlank()) {
			return;
		}
		if (confirmed.joins()) {
			// Where it is not clear which one is meant, the person looks for it in the workspace.
			this.joining.meant(name).ifPresent(wanted -> this.joining.ask(wanted, confirmed.accountId(), null));
			return;
		}
		boolean chinese = Folding.hasHan(name);
		var given = new SaveOrganisation(new Bilingual(chinese ? name : null, chinese ? null : name), List.of(), null,
				null, null, null, null);
		Organisation created = this.organisations.create(given, false, false, confirmed.accountId(), false);
		this.accounts.actFor(confirmed.accountId(), created.id());
	}

}
