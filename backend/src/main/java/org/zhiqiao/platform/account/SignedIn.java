package org.zhiqiao.platform.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * An actor who is known in this request, by a session or by an access token.
 */
final class SignedIn extends AbstractAuthenticationToken {

	private final transient Actor actor;

	/** Empty for a session, which may do all that the person may. */
	private final transient @Nullable Set<Scope> scopes;

	private SignedIn(Actor actor, @Nullable Set<Scope> scopes) {
		super(authorities(actor));
		this.actor = actor;
		this.scopes = scopes;
		setAuthenticated(true);
	}

	static SignedIn bySession(Account account) {
		return new SignedIn(account.actor(), null);
	}

	/** A script is no administrator unless its token says so. */
	static SignedIn byToken(Account account, Set<Scope> scopes) {
		Actor whole = account.actor();
		var roles = EnumSet.noneOf(Role.class);
		roles.addAll(whole.roles());
		if (!scopes.contains(Scope.ADMIN)) {
			roles.remove(Role.ADMINISTRATOR);
		}
		return new SignedIn(new Actor(whole.accountId(), whole.displayName(), roles, whole.city(),
				whole.organisationId()), scopes);
	}

	private static Collection<? extends GrantedAuthority> authorities(Actor actor) {
		return List.copyOf(actor.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList());
	}

	boolean byToken() {
		return this.scopes != null;
	}

	boolean allows(Scope scope) {
		return this.scopes == null || this.scopes.contains(scope);
	}

	@Override
	public Actor getPrincipal() {
		return this.actor;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedIn that && this.actor.equals(that.actor)
				&& java.util.Objects.equals(this.scopes, that.scopes);
	}

	@Override
	public int hashCode() {
		return this.actor.hashCode();
	}

}
