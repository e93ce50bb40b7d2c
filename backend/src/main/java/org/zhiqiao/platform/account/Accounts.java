package org.zhiqiao.platform.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.audit.ActorNames;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.NotFound;

/** What other modules may ask about accounts. */
@Service
public class Accounts implements ActorNames {

	private final AccountRepository repository;

	private final AccountQueries queries;

	private final PasswordEncoder encoder;

	private final AuditLog audit;

	private final Clock clock;

	Accounts(AccountRepository repository, AccountQueries queries, PasswordEncoder encoder, AuditLog audit,
			Clock clock) {
		this.repository = repository;
		this.queries = queries;
		this.encoder = encoder;
		this.audit = audit;
		this.clock = clock;
	}

	public Optional<Person> find(long accountId) {
		return this.repository.findById(accountId).map(Accounts::person);
	}

	/** Somebody who may sign in, with all that they may. */
	public Optional<Actor> acting(long accountId) {
		return this.repository.findById(accountId).filter(account -> !account.locked()).map(Account::actor);
	}

	public Optional<Person> findByEmail(String email) {
		return this.repository.findByEmail(Account.normal(email)).map(Accounts::person);
	}

	/** The names of those accounts that exist. */
	@Override
	public Map<Long, String> names(Collection<Long> accountIds) {
		return this.queries.names(accountIds);
	}

	/** Those who hold a role and may sign in; for city officers those of one city. */
	public List<Person> holding(Role role, @Nullable String city) {
		return this.repository.findAllById(this.queries.holding(role, city)).stream().map(Accounts::person).toList();
	}

	/**
	 * Makes an account that can sign in at once; for samples and demonstrations, where no address
	 * is confirmed.
	 */
	@Transactional
	public Person createSample(NewPerson wanted) {
		Account saved = this.repository.save(Account.of(Account.normal(wanted.email()),
				this.encoder.encode(wanted.password()), wanted.displayName(), wanted.language(), wanted.roles(),
				wanted.city(), true, this.clock.instant()));
		this.audit.record("account.created", "account", saved.number(), null,
				Map.of("roles", saved.roles(), "sample", true));
		return person(saved);
	}

	/** Says for which organisation somebody acts. */
	@Transactional(propagation = Propagation.REQUIRED)
	public void actFor(long accountId, @Nullable Long organisationId) {
		Account known = this.repository.findById(accountId).orElseThrow(() -> new NotFound("account", accountId));
		this.repository.save(known.actingFor(organisationId));
		this.audit.record("account.organisation-set", "account", accountId,
				known.organisationId() == null ? null : Map.of("organisationId", known.organisationId()),
				organisationId == null ? null : Map.of("organisationId", organisationId));
	}

	/** Those who act for an organisation and may sign in. */
	public List<Person> actingFor(long organisationId) {
		return this.repository.findAllById(this.queries.actingFor(organisationId))
				.stream()
				.filter(account -> !account.locked() && account.roles().contains(Role.FIRM))
				.map(Accounts::person)
				.toList();
	}

	/** Lets everybody who acts for one organisation act for another instead. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void moveActing(long from, long to) {
		this.queries.actingFor(from).forEach(account -> actFor(account, to));
	}

	static Person person(Account account) {
		return new Person(account.number(), account.email(), account.displayName(), account.roles(), account.city(),
				account.organisationId(), account.locale());
	}

	/** An account as other modules see it. */
	public record Person(long accountId, String email, String displayName, Set<Role> roles, @Nullable String city,
			@Nullable Long organisationId, Locale language) {}

	/** An account to be made for a sample. */
	public record NewPerson(String email, String password, String displayName, Locale language, Set<Role> roles,
			@Nullable String city) {}

}
