package org.zhiqiao.platform.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** What administrators do with the accounts of others. */
@Service
class Administration {

	private final AccountRepository accounts;

	private final Vocabulary vocabulary;

	private final PasswordService passwords;

	private final SessionContexts sessions;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Administration(AccountRepository accounts, Vocabulary vocabulary, PasswordService passwords,
			SessionContexts sessions, AuditLog audit,
			TransactionTemplate transaction, Clock clock) {
		this.accounts = accounts;
		this.vocabulary = vocabulary;
		this.passwords = passwords;
		this.sessions = sessions;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Makes an account without a password and sends its owner a link to set one. */
	@Overtaken
	@Transactional
	public Account invite(String typed, String displayName, Locale language, Set<Role> roles, @Nullable String city) {
		String email = Account.normal(typed);
		check(roles, city);
		if (this.accounts.existsByEmail(email)) {
			throw new InvalidInput("/email", "email-taken");
		}
		Account made = this.accounts
				.save(Account.of(email, null, displayName.strip(), language, roles, city, false, this.clock.instant()));
		this.passwords.invite(made);
		this.audit.record("account.invited", "account", made.number(), null, rights(made));
		return made;
	}

	/** Sends an invitation once more, as long as no password is set. */
	@Transactional
	public void inviteAgain(long id) {
		Account known = find(id);
		if (known.passwordHash() != null) {
			throw new ProblemException(HttpStatus.CONFLICT, "already-active");
		}
		this.passwords.invite(known);
		this.audit.record("account.invited", "account", id, null, rights(known));
	}

	@Transactional
	public Account giveRoles(long id, Set<Role> roles, @Nullable String city) {
		check(roles, city);
		List<Long> administrators = this.accounts.lockAdministrators();
		Account before = find(id);
		if (!roles.contains(Role.ADMINISTRATOR) && administrators.equals(List.of(id))) {
			throw new ProblemException(HttpStatus.CONFLICT, "last-administrator");
		}
		Account after = this.accounts.save(before.withRoles(roles, city));
		this.audit.record("account.roles-changed", "account", id, rights(before), rights(after));
		return after;
	}

	/** Locks an account out at once, or lets it in again. */
	Account lock(long id, boolean locked) {
		Account result = this.transaction.execute(_ -> {
			List<Long> administrators = this.accounts.lockAdministrators();
			Account before = find(id);
			if (before.locked() == locked) {
				return before;
			}
			if (locked && administrators.equals(List.of(id))) {
				throw new ProblemException(HttpStatus.CONFLICT, "last-administrator");
			}
			this.audit.record(locked ? "account.locked" : "account.unlocked", "account", id, null, null);
			return this.accounts.save(before.locked(locked));
		});
		if (locked) {
			this.sessions.endAll(id, null);
		}
		return result;
	}

	private Account find(long id) {
		return this.accounts.findById(id).orElseThrow(() -> new NotFound("account", id));
	}

	private void check(Set<Role> roles, @Nullable String city) {
		if (city != null && !this.vocabulary.knows(Scheme.CITIES, city)) {
			throw new InvalidInput("/city", "unknown-code", city);
		}
		if (roles.contains(Role.CITY_OFFICER) && city == null) {
			throw new InvalidInput("/city", "city-needed");
		}
	}

	private static Map<String, Object> rights(Account account) {
		var rights = new LinkedHashMap<String, Object>();
		rights.put("roles", account.roles());
		if (account.city() != null) {
			rights.put("city", account.city());
		}
		return rights;
	}

}
