package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/account")
class AccountController {

	private final AccountService service;

	private final PasswordService passwords;

	private final CurrentActor current;

	private final ObjectProvider<LinkedProfile> profiles;

	AccountController(AccountService service, PasswordService passwords, CurrentActor current,
			ObjectProvider<LinkedProfile> profiles) {
		this.service = service;
		this.passwords = passwords;
		this.current = current;
		this.profiles = profiles;
	}

	@GetMapping
	@PreAuthorize("isAuthenticated()")
	AccountView own() {
		return view(this.service.own(this.current.required()));
	}

	@PatchMapping
	@PreAuthorize("isAuthenticated()")
	AccountView change(@Valid @RequestBody ChangeAccount wanted) {
		return view(this.service.rename(this.current.required(), wanted.displayName(), wanted.language()));
	}

	@PutMapping("/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("isAuthenticated()")
	void changePassword(@Valid @RequestBody ChangePassword wanted, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		this.passwords.change(this.service.own(this.current.required()), wanted.current(), wanted.next(),
				session == null ? null : session.getId(), request);
	}

	@DeleteMapping("/sessions")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("isAuthenticated()")
	void signOutEverywhere(HttpServletRequest request) {
		Actor actor = this.current.required();
		end(request);
		this.service.signOutEverywhere(actor);
	}

	@GetMapping("/tokens")
	@PreAuthorize("isAuthenticated()")
	List<TokenView> tokens() {
		return this.service.tokens(this.current.required()).stream().map(token -> TokenView.of(token, null)).toList();
	}

	@PostMapping("/tokens")
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("isAuthenticated()")
	TokenView mint(@Valid @RequestBody MintToken wanted) {
		AccountService.Minted minted = this.service.mint(this.current.required(), wanted.name(), wanted.scopes(),
				wanted.expiresOn());
		return TokenView.of(minted.token(), minted.secret());
	}

	@DeleteMapping("/tokens/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("isAuthenticated()")
	void revoke(@PathVariable long id) {
		this.service.revoke(this.current.required(), id);
	}

	@GetMapping("/export")
	@PreAuthorize("isAuthenticated()")
	ResponseEntity<Map<String, Object>> export() {
		return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("zhiqiao-my-data.json").build().toString())
				.body(this.service.export(this.current.required()));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("isAuthenticated()")
	void erase(@Valid @RequestBody EraseAccount wanted, HttpServletRequest request) {
		this.service.erase(this.current.required(), wanted.password(), request);
		end(request);
	}

	private static void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	private AccountView view(Account account) {
		return AccountView.of(account, List.copyOf(account.roles()),
				this.profiles.stream()
						.findFirst()
						.flatMap(profiles -> profiles.expertId(account.number()))
						.orElse(null));
	}

	/** What is null stays as it is. */
	record ChangeAccount(@Nullable @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*") String displayName,
			@Nullable @Pattern(regexp = "zh-CN|en") String language) {}

	record ChangePassword(@NotBlank @Size(max = 1000) String current, @NotBlank String next) {

		/** Without the passwords. */
		@Override
		public String toString() {
			return "ChangePassword[]";
		}

	}

	record EraseAccount(@NotBlank @Size(max = 1000) String password) {

		/** Without the password. */
		@Override
		public String toString() {
			return "EraseAccount[]";
		}

	}

	record MintToken(@NotBlank @Size(max = 100) String name, @NotEmpty Set<@NotNull Scope> scopes,
			@NotNull LocalDate expiresOn) {}

	/** @param secret told once, when the token is made */
	record TokenView(long id, String name, List<Scope> scopes, Instant createdAt, @Nullable Instant lastUsedAt,
			LocalDate expiresOn, @Nullable String secret) {

		static TokenView of(AccessToken token, @Nullable String secret) {
			Long id = token.id();
			return new TokenView(id == null ? 0 : id, token.name(), token.scopeList(), token.createdAt(),
					token.lastUsedAt(), token.expiresOn(), secret);
		}

	}

}
