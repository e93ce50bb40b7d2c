package org.zhiqiao.platform.newsletter;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.PersonalData;

/** The newsletters of somebody, also those to their address from before they had an account. */
@Component
class NewsletterPersonalData implements PersonalData {

	private final NewsletterTable table;

	private final Accounts accounts;

	NewsletterPersonalData(NewsletterTable table, Accounts accounts) {
		this.table = table;
		this.accounts = accounts;
	}

	private record Kept(String name, String source, String query, String rhythm, String state, Instant createdAt) {}

	@Override
	public String section() {
		return "newsletters";
	}

	@Override
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		return this.table.ofPerson(accountId, email(accountId))
				.stream()
				.map(one -> new Kept(one.name(), one.source().code(), one.query(), one.rhythm().code(),
						one.state().code(), one.createdAt()))
				.toList();
	}

	@Override
	@Transactional
	public void erase(long accountId) {
		this.table.erase(accountId, email(accountId));
	}

	private @Nullable String email(long accountId) {
		return this.accounts.find(accountId).map(person -> person.email().toLowerCase(Locale.ROOT)).orElse(null);
	}

}
