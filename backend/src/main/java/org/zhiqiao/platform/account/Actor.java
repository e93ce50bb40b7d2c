package org.zhiqiao.platform.account;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is acting, as the database knows them in this request.
 *
 * @param city the code of the city an officer is bound to
 * @param organisationId the organisation somebody acts for
 */
public record Actor(long accountId, String displayName, Set<Role> roles, @Nullable String city,
		@Nullable Long organisationId) implements AuthenticatedPrincipal {

	public Actor {
		roles = Set.copyOf(roles);
	}

	/** Whether the actor has one of the roles. */
	public boolean is(Role... anyOf) {
		return Arrays.stream(anyOf).anyMatch(this.roles::contains);
	}

	/** Whether the actor works for a city or for the province. */
	public boolean isOfficer() {
		return is(Role.CITY_OFFICER, Role.PROVINCIAL_OFFICER, Role.INFORMATION_OFFICER);
	}

	/** The number of the account: names and addresses change. */
	@Override
	public String getName() {
		return Long.toString(this.accountId);
	}

}
