package org.zhiqiao.platform.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Gives Spring Security the stored digests, and stores newer ones when its rules have moved on. */
@Component
class StoredCredentials implements UserDetailsService, UserDetailsPasswordService {

	private final AccountRepository accounts;

	StoredCredentials(AccountRepository accounts) {
		this.accounts = accounts;
	}

	@Override
	public UserDetails loadUserByUsername(String email) {
		return this.accounts.findByEmail(email)
				// An invited person has no password yet, which is answered like no account at all.
				.filter(account -> account.passwordHash() != null)
				.map(Credentials::of)
				.orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
	}

	@Override
	public UserDetails updatePassword(UserDetails user, @Nullable String newDigest) {
		if (user instanceof Credentials known && newDigest != null) {
			this.accounts.replaceHash(known.accountId, newDigest);
		}
		return user;
	}

	private record Credentials(long accountId, String email, String digest, boolean locked) implements UserDetails {

		private static UserDetails of(Account account) {
			String digest = account.passwordHash();
			return new Credentials(account.number(), account.email(), digest == null ? "" : digest, account.locked());
		}

		@Override
		public Collection<? extends GrantedAuthority> getAuthorities() {
			return List.of();
		}

		@Override
		public String getPassword() {
			return this.digest;
		}

		@Override
		public String getUsername() {
			return this.email;
		}

		@Override
		public boolean isAccountNonLocked() {
			return !this.locked;
		}

		/** Without the digest, which belongs in no log. */
		@Override
		public String toString() {
			return "Credentials[" + this.accountId + "]";
		}

	}

}
