package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Keeps only the number of the account in the session. Everything else is read anew in each
 * request that asks: a role that is taken away, or a lock, works at once.
 */
@Component
class SessionContexts implements SecurityContextRepository {

	private static final String ACCOUNT = "account";

	private final AccountRepository accounts;

	/** There are none without a web server. */
	private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

	SessionContexts(AccountRepository accounts,
			ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Deferred(request);
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return new Deferred(holder.getRequest()).get();
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		if (context.getAuthentication() instanceof SignedIn known && !known.byToken()) {
			HttpSession session = request.getSession();
			session.setAttribute(ACCOUNT, known.getPrincipal().accountId());
			// By this name all sessions of an account are found.
			session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, known.getName());
		} else {
			HttpSession session = request.getSession(false);
			if (session != null) {
				session.removeAttribute(ACCOUNT);
			}
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return accountId(request).isPresent();
	}

	/** Ends all sessions of an account, but for one if it is named. */
	void endAll(long accountId, @Nullable String exceptSession) {
		this.sessions.ifAvailable(all -> all.findByPrincipalName(Long.toString(accountId))
				.keySet()
				.stream()
				.filter(id -> !id.equals(exceptSession))
				.forEach(all::deleteById));
	}

	private static Optional<Long> accountId(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(ACCOUNT) instanceof Long id ? Optional.of(id) : Optional.empty();
	}

	private final class Deferred implements DeferredSecurityContext {

		private final HttpServletRequest request;

		private @Nullable SecurityContext loaded;

		private boolean generated;

		private Deferred(HttpServletRequest request) {
			this.request = request;
		}

		@Override
		public SecurityContext get() {
			SecurityContext context = this.loaded;
			if (context == null) {
				Optional<SignedIn> known = accountId(this.request).flatMap(SessionContexts.this.accounts::findById)
						.filter(account -> !account.locked())
						.map(SignedIn::bySession);
				this.generated = known.isEmpty();
				context = known.<SecurityContext>map(SecurityContextImpl::new)
						.orElseGet(SecurityContextHolder::createEmptyContext);
				this.loaded = context;
			}
			return context;
		}

		@Override
		public boolean isGenerated() {
			get();
			return this.generated;
		}

	}

}
