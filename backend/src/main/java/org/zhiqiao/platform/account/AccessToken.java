package org.zhiqiao.platform.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A secret by which a script acts for its owner. Only the digest is kept. */
@Table("access_token")
record AccessToken(@Id @Nullable Long id, long accountId, String name, String tokenHash, String scopes,
		Instant createdAt, @Nullable Instant lastUsedAt, LocalDate expiresOn) {

	/** Tells our secrets from others, also to programs that look for leaked ones. */
	static final String PREFIX = "zq_";

	static AccessToken of(long accountId, String name, String secret, Set<Scope> scopes, Instant now,
			LocalDate expiresOn) {
		return new AccessToken(null, accountId, name, Secrets.digest(secret),
				scopes.stream()
						.sorted(Comparator.naturalOrder())
						.map(scope -> scope.name().toLowerCase(Locale.ROOT))
						.collect(Collectors.joining(",")),
				now, null, expiresOn);
	}

	List<Scope> scopeList() {
		return Arrays.stream(this.scopes.split(",", -1))
				.map(scope -> Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
				.toList();
	}

}
