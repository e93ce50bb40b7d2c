package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.NotSignedIn;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.Texts;

/** What people do with their own account. */
@Service
class AccountService {

	private static final int MOST_TOKENS = 20;

	private static final int LONGEST_TOKEN_DAYS = 366;

	private final AccountRepository accounts;

	private final AccessTokenRepository tokens;

	private final SignInService signIn;

	private final SessionContexts sessions;

	private final Notifications notifications;

	private final ObjectProvider<PersonalData> personalData;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final SecureRandom random;

	private final Clock clock;

	AccountService(AccountRepository accounts, AccessTokenRepository tokens, SignInService signIn,
			SessionContexts sessions, Notifications notifications, ObjectProvider<PersonalData> personalData,
			AuditLog audit, TransactionTemplate transaction, SecureRandom random, Clock clock) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.signIn = signIn;
		this.sessions = sessions;
		this.notifications = notifications;
		this.personalData = personalData;
		this.audit = audit;
		this.transaction = transaction;
		this.random = random;
		this.clock = clock;
	}

	Account own(Actor actor) {
		return this.accounts.findById(actor.accountId()).orElseThrow(NotSignedIn::new);
	}

	@Transactional
	public Account rename(Actor actor, @Nullable String displayName, @Nullable String language) {
		Account before = own(actor);
		Account after = this.accounts
				.save(before.named(displayName == null ? before.displayName() : displayName.strip(),
						language == null ? before.language() : Texts.language(language).toLanguageTag()));
		if (!after.displayName().equals(before.displayName())) {
			this.audit.record("account.renamed", "account", actor.accountId(),
					Map.of("displayName", before.displayName()), Map.of("displayName", after.displayName()));
		}
		return after;
	}

	void signOutEverywhere(Actor actor) {
		this.transaction.executeWithoutResult(
				_ -> this.audit.record("account.signed-out-everywhere", "account", actor.accountId(), null, null));
		this.sessions.endAll(actor.accountId(), null);
	}

	List<AccessToken> tokens(Actor actor) {
		return this.tokens.findByAccountIdOrderByIdDesc(actor.accountId());
	}

	/** Makes a token; its secret is told this once. */
	@Transactional
	public Minted mint(Actor actor, String name, Set<Scope> scopes, LocalDate expiresOn) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (expiresOn.isBefore(today)) {
			throw new InvalidInput("/expiresOn", "future");
		}
		if (expiresOn.isAfter(today.plusDays(LONGEST_TOKEN_DAYS))) {
			throw new InvalidInput("/expiresOn", "at-most", today.plusDays(LONGEST_TOKEN_DAYS));
		}
		if (scopes.contains(Scope.ADMIN) && !actor.is(Role.ADMINISTRATOR)) {
			throw new InvalidInput("/scopes", "scope-not-yours");
		}
		if (this.tokens.countByAccountId(actor.accountId()) >= MOST_TOKENS) {
			throw new ProblemException(HttpStatus.CONFLICT, "too-many-tokens", MOST_TOKENS);
		}
		String secret = AccessToken.PREFIX + Secrets.make(this.random);
		AccessToken token = this.tokens.save(
				AccessToken.of(actor.accountId(), name.strip(), secret, scopes, this.clock.instant(), expiresOn));
		this.audit.record("account.token-made", "account", actor.accountId(), null,
				Map.of("scopes", token.scopeList(), "expiresOn", expiresOn.toString()));
		return new Minted(token, secret);
	}

	@Transactional
	public void revoke(Actor actor, long tokenId) {
		if (this.tokens.revoke(tokenId, actor.accountId()) == 0) {
			throw new NotFound("token", tokenId);
		}
		this.audit.record("account.token-revoked", "account", actor.accountId(), null, null);
	}

	/** All that any module holds about the person. */
	Map<String, Object> export(Actor actor) {
		Account account = own(actor);
		var whole = new LinkedHashMap<String, Object>();
		whole.put("exportedAt", this.clock.instant());
		var self = new LinkedHashMap<String, Object>();
		self.put("email", account.email());
		self.put("displayName", account.displayName());
		self.put("language", account.language());
		self.put("roles", account.roles());
		self.put("city", account.city());
		self.put("organisationId", account.organisationId());
		self.put("createdAt", account.createdAt());
		self.put("lastSignInAt", account.lastSignInAt());
		var tokens = new ArrayList<Map<String, Object>>();
		for (AccessToken token : tokens(actor)) {
			tokens.add(Map.of("name", token.name(), "scopes", token.scopeList(), "createdAt", token.createdAt(),
					"expiresOn", token.expiresOn()));
		}
		self.put("tokens", tokens);
		whole.put("account", self);
		whole.put("notifications", this.notifications.export(actor.accountId()));
		this.personalData.orderedStream()
				.forEach(module -> whole.put(module.section(), module.export(actor.accountId())));
		return whole;
	}

	/** Erases the account and all that any module holds about the person. */
	void erase(Actor actor, String password, HttpServletRequest request) {
		Account account = own(actor);
		try {
			this.signIn.check(account.email(), password, request);
		} catch (ProblemException wrong) {
			if (wrong.slug().equals("wrong-credentials")) {
				throw new InvalidInput("/password", "wrong-password");
			}
			throw wrong;
		}
		this.transaction.executeWithoutResult(_ -> {
			List<Long> administrators = this.accounts.lockAdministrators();
			if (administrators.equals(List.of(account.number()))) {
				throw new ProblemException(HttpStatus.CONFLICT, "last-administrator");
			}
			this.personalData.orderedStream().forEach(module -> module.erase(account.number()));
			this.notifications.forget(account.number(), account.email());
			this.audit.record("account.erased", "account", account.number(), null, null);
			this.audit.forget("account", account.number());
			this.audit.forgetActor(account.number());
			this.accounts.deleteById(account.number());
		});
		this.sessions.endAll(account.number(), null);
		this.signIn.forgive(account.email());
	}

	/** A new token and its secret. */
	record Minted(AccessToken token, String secret) {}

}
