package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.ProblemException;

/** Checks passwords, slowly where somebody guesses. */
@Service
class SignInService {

	private static final String ACCOUNT = "sign-in-account";

	private static final String ADDRESS = "sign-in-address";

	private final AuthenticationManager passwords;

	private final AccountRepository accounts;

	private final Attempts attempts;

	private final AccountSettings settings;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SignInService(AuthenticationManager passwords, AccountRepository accounts, Attempts attempts,
			AccountSettings settings, AuditLog audit, TransactionTemplate transaction, Clock clock) {
		this.passwords = passwords;
		this.accounts = accounts;
		this.attempts = attempts;
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Not in one transaction: counting must outlive a refusal, and the digest takes its time. */
	Account signIn(String typed, String password, HttpServletRequest request) {
		String email = Account.normal(typed);
		Account account = check(email, password, request);
		this.transaction.executeWithoutResult(_ -> {
			this.accounts.noteSignIn(account.number(), this.clock.instant());
			this.audit.recordBy(account.number(), "account.signed-in", "account", account.number(), null, null);
		});
		return account;
	}

	/**
	 * Checks a password that somebody who is signed in types once more.
	 *
	 * @throws ProblemException {@code wrong-credentials}
	 */
	Account check(String email, String password, HttpServletRequest request) {
		String address = network(request.getRemoteAddr());
		this.attempts.take(ADDRESS, address, this.settings.perAddress());
		this.attempts.take(ACCOUNT, email, this.settings.perAccount());
		try {
			this.passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
		} catch (LockedException locked) {
			// Only after the right password: nobody else learns that there is such an account.
			throw new ProblemException(HttpStatus.FORBIDDEN, "account-locked");
		} catch (AuthenticationException wrong) {
			refused(email);
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "wrong-credentials");
		}
		this.attempts.forgive(ACCOUNT, email);
		this.attempts.forgive(ADDRESS, address);
		return this.accounts.findByEmail(email)
				.orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "wrong-credentials"));
	}

	/** A new password is a new start. */
	void forgive(String email) {
		this.attempts.forgive(ACCOUNT, email);
	}

	private void refused(String email) {
		Optional<Long> known = this.accounts.findByEmail(email).map(Account::number);
		this.transaction.executeWithoutResult(_ -> this.audit.recordBy(null, "account.sign-in-failed", "account",
				known.orElse(null), null, known.isPresent() ? null : Map.of("email", email)));
	}

	/** A household or an office has a whole IPv6 network, of 64 bits. */
	static String network(String address) {
		if (!address.contains(":")) {
			return address;
		}
		String[] groups = address.split(":", -1);
		return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
	}

}
