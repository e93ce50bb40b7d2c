package org.zhiqiao.platform.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param expertId the profile one keeps
 */
record AccountView(long id, String email, String displayName, List<Role> roles, @Nullable String city, String language,
		@Nullable Long expertId, @Nullable Long organisationId) {

	static AccountView of(Account account, List<Role> roles, @Nullable Long expertId) {
		return new AccountView(account.number(), account.email(), account.displayName(),
				roles.stream().sorted().toList(),
				account.city(), account.language(), expertId, account.organisationId());
	}

}
