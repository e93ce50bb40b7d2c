package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.audit.AuditLog;

@RestController
@RequestMapping("/api/session")
class SessionController {

	private final SignInService signIn;

	private final SessionAuthenticationStrategy strategy;

	private final SessionContexts contexts;

	private final CurrentActor current;

	private final AccountRepository accounts;

	private final ObjectProvider<LinkedProfile> profiles;

	private final AuditLog audit;

	private final TransactionTemplate transaction;

	private final boolean demo;

	SessionController(SignInService signIn, SessionAuthenticationStrategy strategy, SessionContexts contexts,
			CurrentActor current, AccountRepository accounts, ObjectProvider<LinkedProfile> profiles, AuditLog audit,
			TransactionTemplate transaction, Environment environment) {
		this.signIn = signIn;
		this.strategy = strategy;
		this.contexts = contexts;
		this.current = current;
		this.accounts = accounts;
		this.profiles = profiles;
		this.audit = audit;
		this.transaction = transaction;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@GetMapping
	@PreAuthorize("permitAll()")
	SessionView session() {
		Optional<AccountView> account = this.current.get()
				.flatMap(actor -> this.accounts.findById(actor.accountId())
						.map(known -> view(known, List.copyOf(actor.roles()))));
		return new SessionView(account.orElse(null), this.demo);
	}

	@PostMapping
	@PreAuthorize("permitAll()")
	SessionView signIn(@Valid @RequestBody SignIn typed, HttpServletRequest request, HttpServletResponse response) {
		Account account = this.signIn.signIn(typed.email(), typed.password(), request);
		// A session of somebody else who sat here before is not carried over.
		HttpSession before = request.getSession(false);
		if (before != null) {
			before.invalidate();
		}
		request.getSession(true);
		SignedIn known = SignedIn.bySession(account);
		this.strategy.onAuthentication(known, request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(known);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		// The forgery token was renewed; asking for it puts it into the answer's cookie.
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken renewed) {
			renewed.getToken();
		}
		return new SessionView(view(account, List.copyOf(account.roles())), this.demo);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void signOut(HttpServletRequest request) {
		this.current.get()
				.ifPresent(actor -> this.transaction.executeWithoutResult(
						_ -> this.audit.record("account.signed-out", "account", actor.accountId(), null, null)));
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		SecurityContextHolder.clearContext();
	}

	private AccountView view(Account account, List<Role> roles) {
		Long expert = this.profiles.stream()
				.findFirst()
				.flatMap(profiles -> profiles.expertId(account.number()))
				.orElse(null);
		return AccountView.of(account, roles, expert);
	}

	record SignIn(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 1000) String password) {

		/** Without the password. */
		@Override
		public String toString() {
			return "SignIn[]";
		}

	}

	/** @param account null when nobody is signed in */
	record SessionView(@Nullable AccountView account, boolean demo) {}

}
