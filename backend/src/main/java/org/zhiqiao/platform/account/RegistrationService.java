package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.Overtaken;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.Texts;

/** Lets people register. The answer never tells whether there already is an account. */
@Service
class RegistrationService {

	private final RegistrationRepository registrations;

	private final AccountRepository accounts;

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final Attempts attempts;

	private final Notifications notifications;

	private final AuditLog audit;

	private final AccountSettings settings;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final SecureRandom random;

	private final Clock clock;

	RegistrationService(RegistrationRepository registrations, AccountRepository accounts, PasswordRules rules,
			PasswordEncoder encoder, Attempts attempts, Notifications notifications, AuditLog audit,
			AccountSettings settings, ApplicationEventPublisher events, TransactionTemplate transaction,
			SecureRandom random, Clock clock) {
		this.registrations = registrations;
		this.accounts = accounts;
		this.rules = rules;
		this.encoder = encoder;
		this.attempts = attempts;
		this.notifications = notifications;
		this.audit = audit;
		this.settings = settings;
		this.events = events;
		this.transaction = transaction;
		this.random = random;
		this.clock = clock;
	}

	/** Writes to the address, whether or not it already has an account. */
	void register(Register wanted, HttpServletRequest request) {
		String email = Account.normal(wanted.email());
		this.rules.check("/password", wanted.password(), email);
		this.attempts.take("register", SignInService.network(request.getRemoteAddr()), this.settings.perRegistration());
		// Also for an address with an account, so that the time it takes does not tell either.
		String hash = Objects.requireNonNull(this.encoder.encode(wanted.password()));
		if (!this.attempts.may("mail", email, this.settings.perMail())) {
			return;
		}
		this.transaction.executeWithoutResult(_ -> write(wanted, email, hash));
	}

	private void write(Register wanted, String email, String hash) {
		Account known = this.accounts.findByEmail(email).orElse(null);
		if (known != null) {
			this.notifications.send(new Mail(Topic.ACCOUNT, email, known.locale(), "already-registered",
					"/forgot-password", known.displayName()).secret());
			return;
		}
		Locale language = Texts.language(wanted.language());
		String secret = Secrets.make(this.random);
		this.registrations.save(new Registration(null, Secrets.digest(secret), wanted.kind(), email, hash,
				wanted.displayName().strip(), language.toLanguageTag(), stripped(wanted.organisationName()),
				Boolean.TRUE.equals(wanted.joins()),
				this.clock.instant().plus(this.settings.confirmWithin())));
		this.notifications.send(new Mail(Topic.ACCOUNT, email, language, "confirm", "/confirm?token=" + secret,
				wanted.displayName().strip(), this.settings.confirmWithin().toHours()).secret());
	}

	/** Makes the account that was asked for with this very link. */
	@Overtaken
	@Transactional
	public void confirm(String secret) {
		Registration asked = this.registrations.findByTokenHash(Secrets.digest(secret))
				.filter(found -> found.expiresAt().isAfter(this.clock.instant()))
				.orElseThrow(() -> new ProblemException(HttpStatus.GONE, "link-expired"));
		this.registrations.deleteFor(asked.email());
		if (this.accounts.existsByEmail(asked.email())) {
			throw new ProblemException(HttpStatus.GONE, "link-expired");
		}
		Role role = asked.kind().role();
		Account made = this.accounts.save(Account.of(asked.email(), asked.passwordHash(), asked.displayName(),
				Texts.language(asked.language()), EnumSet.of(role), null, false, this.clock.instant()));
		this.audit.recordBy(made.number(), "account.created", "account", made.number(), null,
				Map.of("roles", made.roles()));
		this.events.publishEvent(new AccountConfirmed(made.number(), role, made.displayName(), made.email(),
				asked.organisationName(), asked.joins()));
	}

	@Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
	@Transactional
	public void forgetExpired() {
		this.registrations.deleteExpired(this.clock.instant());
	}

	private static @Nullable String stripped(@Nullable String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

}
