package org.zhiqiao.platform.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What somebody asked for, until the owner of the address confirms it. */
@Table("registration")
record Registration(@Id @Nullable Long id, String tokenHash, RegistrationKind kind, String email, String passwordHash,
		String displayName, String language, @Nullable String organisationName, boolean joins, Instant expiresAt) {

	/** Without the digest of the password. */
	@Override
	public String toString() {
		return "Registration[" + this.id + "]";
	}

}
