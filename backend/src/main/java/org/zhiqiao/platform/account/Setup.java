package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.Texts;

/**
 * Lets whoever can read the console make the first administrator. The token is made anew at
 * each start, kept in memory only, and works once.
 */
@Service
class Setup {

	private final AccountRepository accounts;

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final Attempts attempts;

	private final AccountSettings settings;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final SecureRandom random;

	private final Clock clock;

	private final boolean demo;

	private final AtomicReference<@Nullable String> token = new AtomicReference<>();

	Setup(AccountRepository accounts, PasswordRules rules, PasswordEncoder encoder, Attempts attempts,
			AccountSettings settings, AuditLog audit, TransactionTemplate transaction, SecureRandom random, Clock clock,
			Environment environment) {
		this.accounts = accounts;
		this.rules = rules;
		this.encoder = encoder;
		this.attempts = attempts;
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
		this.random = random;
		this.clock = clock;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	boolean needed() {
		return !this.demo && this.accounts.countAdministrators() == 0;
	}

	@EventListener
	@Order(100)
	void onReady(ApplicationReadyEvent ready) {
		if (needed()) {
			String secret = Secrets.make(this.random);
			this.token.set(secret);
			// To the console itself: what stands in log files is read by more people.
			System.out.println("""

					────────────────────────────────────────────────────────────────────────
					  还没有管理员。请打开 /setup，用此一次性令牌创建第一位管理员：
					  There is no administrator yet. Open /setup and make the first one
					  with this token, which works once:

					    %s
					────────────────────────────────────────────────────────────────────────
					""".formatted(secret));
		}
	}

	/** Makes the first administrator. */
	Account makeAdministrator(String presented, String typed, String password, String displayName, String language,
			HttpServletRequest request) {
		if (!needed()) {
			throw new ProblemException(HttpStatus.CONFLICT, "already-set-up");
		}
		this.attempts.take("setup", SignInService.network(request.getRemoteAddr()), this.settings.perAccount());
		String secret = this.token.get();
		if (secret == null || !MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
				presented.strip().getBytes(StandardCharsets.UTF_8))) {
			throw new ProblemException(HttpStatus.FORBIDDEN, "wrong-setup-token");
		}
		String email = Account.normal(typed);
		this.rules.check("/password", password, email);
		if (this.accounts.existsByEmail(email)) {
			throw new org.zhiqiao.platform.problem.InvalidInput("/email", "email-taken");
		}
		String hash = this.encoder.encode(password);
		if (!this.token.compareAndSet(secret, null)) {
			throw new ProblemException(HttpStatus.CONFLICT, "already-set-up");
		}
		try {
			return this.transaction.execute(_ -> {
				Account made = this.accounts.save(Account.of(email, hash, displayName.strip(), Texts.language(language),
						EnumSet.of(Role.ADMINISTRATOR), null, false, this.clock.instant()));
				this.audit.recordBy(made.number(), "account.created", "account", made.number(), null,
						Map.of("roles", made.roles(), "by", "setup"));
				return made;
			});
		} catch (RuntimeException failed) {
			this.token.set(secret);
			throw failed;
		}
	}

}
