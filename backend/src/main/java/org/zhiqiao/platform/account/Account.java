package org.zhiqiao.platform.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import org.zhiqiao.platform.problem.Texts;

/** A person's way in. The address is always in lower case. */
@Table("account")
record Account(@Id @Nullable Long id, @Version int version, String email, @Nullable String passwordHash,
		String displayName, String language, @Nullable String city, @Nullable Long organisationId, boolean locked,
		boolean sample, Instant createdAt, @Nullable Instant lastSignInAt,
		@MappedCollection(idColumn = "account_id") Set<Held> roleRows) {

	/** One role of the account. */
	@Table("account_role")
	record Held(Role role) {}

	static Account of(String email, @Nullable String passwordHash, String displayName, Locale language,
			Set<Role> roles, @Nullable String city, boolean sample, Instant now) {
		return new Account(null, 0, email, passwordHash, displayName, language.toLanguageTag(), city, null, false,
				sample, now, null, held(roles));
	}

	/** The form in which addresses are kept and compared. */
	static String normal(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	long number() {
		if (this.id == null) {
			throw new IllegalStateException("The account is not stored yet");
		}
		return this.id;
	}

	Set<Role> roles() {
		var roles = this.roleRows.stream()
				.map(Held::role)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
		return roles;
	}

	Locale locale() {
		return Texts.language(this.language);
	}

	Actor actor() {
		return new Actor(number(), this.displayName, roles(), this.city, this.organisationId);
	}

	Account named(String displayName, String language) {
		return new Account(this.id, this.version, this.email, this.passwordHash, displayName, language, this.city,
				this.organisationId, this.locked, this.sample, this.createdAt, this.lastSignInAt, this.roleRows);
	}

	Account withPassword(String hash) {
		return new Account(this.id, this.version, this.email, hash, this.displayName, this.language, this.city,
				this.organisationId, this.locked, this.sample, this.createdAt, this.lastSignInAt, this.roleRows);
	}

	Account withRoles(Set<Role> roles, @Nullable String city) {
		return new Account(this.id, this.version, this.email, this.passwordHash, this.displayName, this.language, city,
				this.organisationId, this.locked, this.sample, this.createdAt, this.lastSignInAt, held(roles));
	}

	Account actingFor(@Nullable Long organisationId) {
		return new Account(this.id, this.version, this.email, this.passwordHash, this.displayName, this.language,
				this.city, organisationId, this.locked, this.sample, this.createdAt, this.lastSignInAt, this.roleRows);
	}

	Account locked(boolean locked) {
		return new Account(this.id, this.version, this.email, this.passwordHash, this.displayName, this.language,
				this.city, this.organisationId, locked, this.sample, this.createdAt, this.lastSignInAt, this.roleRows);
	}

	/** Without the digest of the password, which belongs in no log. */
	@Override
	public String toString() {
		return "Account[" + this.id + " " + roles() + "]";
	}

	private static Set<Held> held(Set<Role> roles) {
		return roles.stream().sorted().map(Held::new).collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
