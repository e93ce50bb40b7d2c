package org.zhiqiao.platform.account;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.notification.Readers;

/** Tells to whom an address belongs, and whether somebody is still signed in. */
@Component
class AccountReaders implements Readers {

	private final AccountRepository accounts;

	private final ObjectProvider<LinkedProfile> profiles;

	private final JdbcClient jdbc;

	private final Clock clock;

	AccountReaders(AccountRepository accounts, ObjectProvider<LinkedProfile> profiles, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.profiles = profiles;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<Reader> byAddress(String address) {
		return this.accounts.findByEmail(Account.normal(address)).map(this::reader);
	}

	@Override
	public Optional<Reader> byAccount(long accountId) {
		return this.accounts.findById(accountId).filter(account -> !account.locked()).map(this::reader);
	}

	/** Read beside Spring Session, which would load each with all that it holds; looking does not make them last longer. */
	@Override
	public Set<String> open(long accountId, Collection<String> sessions) {
		return sessions.isEmpty()
				? Set.of()
				: Set.copyOf(this.jdbc.sql("""
						SELECT SESSION_ID FROM SPRING_SESSION
						WHERE SESSION_ID IN (:sessions) AND PRINCIPAL_NAME = :name AND EXPIRY_TIME > :now""")
						.param("sessions", sessions)
						.param("name", Long.toString(accountId))
						.param("now", this.clock.millis())
						.query((row, _) -> row.getString(1).strip())
						.list());
	}

	private Reader reader(Account account) {
		return new Reader(account.number(), account.email(), account.locale(),
				this.profiles.stream()
						.findFirst()
						.flatMap(profiles -> profiles.zone(account.number()))
						.orElse(null));
	}

}
