package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.ProblemException;

/** Lets people set passwords: with the old one, or by a link sent to their address. */
@Service
class PasswordService {

	private final AccountRepository accounts;

	private final AccessTokenRepository tokens;

	private final JdbcClient jdbc;

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final SignInService signIn;

	private final Attempts attempts;

	private final SessionContexts sessions;

	private final Notifications notifications;

	private final AuditLog audit;

	private final AccountSettings settings;

	private final TransactionTemplate transaction;

	private final SecureRandom random;

	private final Clock clock;

	PasswordService(AccountRepository accounts, AccessTokenRepository tokens, JdbcClient jdbc, PasswordRules rules,
			PasswordEncoder encoder, SignInService signIn, Attempts attempts, SessionContexts sessions,
			Notifications notifications, AuditLog audit, AccountSettings settings, TransactionTemplate transaction,
			SecureRandom random, Clock clock) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.jdbc = jdbc;
		this.rules = rules;
		this.encoder = encoder;
		this.signIn = signIn;
		this.attempts = attempts;
		this.sessions = sessions;
		this.notifications = notifications;
		this.audit = audit;
		this.settings = settings;
		this.transaction = transaction;
		this.random = random;
		this.clock = clock;
	}

	/** Writes to the address if it has an account; the caller cannot tell. */
	void requestReset(String typed, HttpServletRequest request) {
		String email = Account.normal(typed);
		// Counted apart from registrations, by which anybody could otherwise use up the mails of an address.
		this.attempts.take("reset", SignInService.network(request.getRemoteAddr()), this.settings.perRegistration());
		if (!this.attempts.may("reset-mail", email, this.settings.perMail())) {
			return;
		}
		this.transaction.executeWithoutResult(
				_ -> this.accounts.findByEmail(email).filter(account -> !account.locked()).ifPresent(account -> {
					String link = link(account, this.settings.resetWithin());
					this.notifications.send(new Mail(Topic.ACCOUNT, email, account.locale(), "reset", link,
							account.displayName(), this.settings.resetWithin().toMinutes()).secret());
					this.audit.recordBy(null, "account.reset-requested", "account", account.number(), null, null);
				}));
	}

	/** Invites somebody to set their first password, in the caller's transaction. */
	void invite(Account account) {
		String link = link(account, this.settings.inviteWithin());
		this.notifications.send(new Mail(Topic.ACCOUNT, account.email(), account.locale(), "invite", link,
				account.displayName(), this.settings.inviteWithin().toDays()).secret());
	}

	private String link(Account account, Duration validity) {
		String secret = Secrets.make(this.random);
		this.jdbc.sql("INSERT INTO password_link (token_hash, account_id, expires_at) VALUES (?, ?, ?)")
				.param(Secrets.digest(secret))
				.param(account.number())
				.param(utc(this.clock.instant().plus(validity)))
				.update();
		return "/reset?token=" + secret;
	}

	/**
	 * Sets a password by a link. Whoever had got in is put out: all sessions, links and access
	 * tokens end.
	 */
	void reset(String secret, String password) {
		Account account = linked(secret).flatMap(this.accounts::findById)
				.filter(known -> !known.locked())
				.orElseThrow(PasswordService::expired);
		this.rules.check("/password", password, account.email());
		String hash = Objects.requireNonNull(this.encoder.encode(password));
		this.transaction.executeWithoutResult(_ -> {
			int taken = this.jdbc.sql("DELETE FROM password_link WHERE token_hash = ? AND expires_at > ?")
					.param(Secrets.digest(secret))
					.param(utc(this.clock.instant()))
					.update();
			if (taken == 0) {
				throw expired();
			}
			set(account, hash);
			this.tokens.revokeAll(account.number());
			this.audit.recordBy(account.number(), "account.password-reset", "account", account.number(), null, null);
		});
		this.sessions.endAll(account.number(), null);
		this.signIn.forgive(account.email());
	}

	/** Sets a password with the old one. Other sessions end, this one stays. */
	void change(Account account, String current, String next, @Nullable String session, HttpServletRequest request) {
		try {
			this.signIn.check(account.email(), current, request);
		} catch (ProblemException wrong) {
			if (wrong.slug().equals("wrong-credentials")) {
				throw new org.zhiqiao.platform.problem.InvalidInput("/current", "wrong-password");
			}
			throw wrong;
		}
		this.rules.check("/next", next, account.email());
		String hash = Objects.requireNonNull(this.encoder.encode(next));
		this.transaction.executeWithoutResult(_ -> {
			set(this.accounts.findById(account.number()).orElseThrow(PasswordService::expired), hash);
			this.audit.record("account.password-changed", "account", account.number(), null, null);
		});
		this.sessions.endAll(account.number(), session);
	}

	private void set(Account account, String hash) {
		this.accounts.save(account.withPassword(hash));
		this.jdbc.sql("DELETE FROM password_link WHERE account_id = ?").param(account.number()).update();
	}

	private Optional<Long> linked(String secret) {
		return this.jdbc.sql("SELECT account_id FROM password_link WHERE token_hash = ? AND expires_at > ?")
				.param(Secrets.digest(secret))
				.param(utc(this.clock.instant()))
				.query(Long.class)
				.optional();
	}

	private static ProblemException expired() {
		return new ProblemException(HttpStatus.GONE, "link-expired");
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

	@Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
	void forgetExpired() {
		this.jdbc.sql("DELETE FROM password_link WHERE expires_at < ?").param(utc(this.clock.instant())).update();
	}

}
