package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.testing.MovableClock;

/** How accounts are kept, on every database. */
@SpringBootTest
@Import(ClockForTests.class)
abstract class AccountContract {

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private AccountQueries queries;

	@Autowired
	private AccessTokenRepository tokens;

	@Autowired
	private FindByIndexNameSessionRepository<? extends Session> sessions;

	@Autowired
	private SessionContexts contexts;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	@Test
	void comesBackAsItWasStored() {
		Account stored = store("何安", EnumSet.of(Role.CITY_OFFICER, Role.AUDITOR), "hefei");
		Account read = this.accounts.findById(stored.number()).orElseThrow();
		assertThat(read).isEqualTo(stored);
		assertThat(read.createdAt()).isEqualTo(this.clock.instant());
		assertThat(read.roles()).containsExactly(Role.CITY_OFFICER, Role.AUDITOR);
		assertThat(this.accounts.findByEmail(stored.email())).contains(read);
	}

	@Test
	void hasOneAccountForAnAddress() {
		Account stored = store("One", EnumSet.of(Role.EXPERT), null);
		assertThatThrownBy(() -> this.accounts.save(Account.of(stored.email(), null, "Two", Locale.ENGLISH, Set.of(),
				null, false, this.clock.instant()))).isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void refusesAStaleChange() {
		Account stored = store("Stale", EnumSet.of(Role.EXPERT), null);
		this.accounts.save(stored.named("First", "en"));
		assertThatThrownBy(() -> this.accounts.save(stored.named("Second", "en")))
				.isInstanceOf(OptimisticLockingFailureException.class);
	}

	@Test
	void findsByTextAndRole() {
		Account stored = store("100%_Anhui", EnumSet.of(Role.AUDITOR, Role.FIRM), null);
		assertThat(this.queries.find("100%_an", Role.FIRM, 0, 10)).singleElement().satisfies(row -> {
			assertThat(row.id()).isEqualTo(stored.number());
			assertThat(row.roles()).containsExactly(Role.FIRM, Role.AUDITOR);
			assertThat(row.state()).isEqualTo("active");
		});
		assertThat(this.queries.count("100%_an", Role.EXPERT)).isZero();
		assertThat(this.queries.names(List.of(stored.number(), 99_999_999L)))
				.containsExactly(java.util.Map.entry(stored.number(), "100%_Anhui"));
	}

	@Test
	void namesTheOfficersOfACity() {
		Account officer = store("吴越", EnumSet.of(Role.CITY_OFFICER), "wuhu");
		assertThat(this.queries.holding(Role.CITY_OFFICER, "wuhu")).containsExactly(officer.number());
		this.accounts.save(officer.locked(true));
		assertThat(this.queries.holding(Role.CITY_OFFICER, "wuhu")).isEmpty();
	}

	@Test
	void losesItsTokensWithTheAccount() {
		Account stored = store("Token", EnumSet.of(Role.EXPERT), null);
		this.tokens.save(AccessToken.of(stored.number(), "script", "zq_secret", EnumSet.of(Scope.READ, Scope.IMPORT),
				this.clock.instant(), LocalDate.of(2030, 1, 1)));
		assertThat(this.tokens.findByAccountIdOrderByIdDesc(stored.number())).singleElement()
				.satisfies(token -> assertThat(token.scopeList()).containsExactly(Scope.READ, Scope.IMPORT));
		this.transaction.executeWithoutResult(_ -> this.accounts.deleteById(stored.number()));
		assertThat(this.tokens.findByTokenHash(Secrets.digest("zq_secret"))).isEmpty();
	}

	@Test
	void endsAllSessionsOfAnAccountButOne() {
		String first = open(this.sessions, 4711);
		String second = open(this.sessions, 4711);
		String foreign = open(this.sessions, 4712);
		this.contexts.endAll(4711, second);
		assertThat(this.sessions.findById(first)).isNull();
		assertThat(this.sessions.findById(second)).isNotNull();
		assertThat(this.sessions.findById(foreign)).isNotNull();
	}

	private static <S extends Session> String open(FindByIndexNameSessionRepository<S> sessions, long account) {
		S session = sessions.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(account));
		sessions.save(session);
		return session.getId();
	}

	private Account store(String name, Set<Role> roles, @org.jspecify.annotations.Nullable String city) {
		return this.accounts.save(Account.of(UUID.randomUUID() + "@example.org", "{noop}x", name, Locale.ENGLISH, roles,
				city, false, this.clock.instant()));
	}

}
