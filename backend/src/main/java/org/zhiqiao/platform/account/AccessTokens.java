package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Knows scripts by their access tokens and holds them to their scopes. A request with such
 * a token needs no protection against forgery: no browser adds the header by itself. And
 * it never falls back on a session.
 */
@Component
class AccessTokens implements AuthenticationConverter, AuthenticationManager {

	private static final String SCHEME = "Bearer ";

	private final AccessTokenRepository tokens;

	private final AccountRepository accounts;

	private final Clock clock;

	AccessTokens(AccessTokenRepository tokens, AccountRepository accounts, Clock clock) {
		this.tokens = tokens;
		this.accounts = accounts;
		this.clock = clock;
	}

	static boolean carriesToken(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		return carriesToken(request)
				? new PreAuthenticatedAuthenticationToken("",
						request.getHeader("Authorization").substring(SCHEME.length()).strip())
				: null;
	}

	@Override
	public Authentication authenticate(Authentication presented) {
		String secret = String.valueOf(presented.getCredentials());
		Instant now = this.clock.instant();
		AccessToken token = this.tokens.findByTokenHash(Secrets.digest(secret))
				.filter(known -> !known.expiresOn().isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)))
				.orElseThrow(() -> new BadCredentialsException("No such token"));
		Account account = this.accounts.findById(token.accountId())
				.filter(known -> !known.locked())
				.orElseThrow(() -> new BadCredentialsException("No such account"));
		Instant used = token.lastUsedAt();
		if (token.id() != null && (used == null || used.isBefore(now.minus(Duration.ofMinutes(1))))) {
			this.tokens.noteUse(token.id(), now);
		}
		return SignedIn.byToken(account, EnumSet.copyOf(token.scopeList()));
	}

	/** What a token's scopes say to a request; a session has no such limits. */
	static AuthorizationDecision decide(@Nullable Authentication known, HttpServletRequest request) {
		if (!(known instanceof SignedIn signedIn) || !signedIn.byToken()) {
			return new AuthorizationDecision(true);
		}
		String path = request.getRequestURI().substring(request.getContextPath().length());
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		// What opens the account itself stays with the person: passwords, tokens, sessions, erasure.
		if (!reads
				&& (path.equals("/api/account") || path.startsWith("/api/account/") || path.equals("/api/session"))) {
			return new AuthorizationDecision(false);
		}
		boolean imports = path.equals("/api/imports") || path.startsWith("/api/imports/")
				|| path.contains("/imports/");
		return new AuthorizationDecision(signedIn.allows(reads ? Scope.READ : imports ? Scope.IMPORT : Scope.WRITE));
	}

}
