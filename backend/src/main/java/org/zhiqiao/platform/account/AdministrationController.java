package org.zhiqiao.platform.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.Texts;

@RestController
@RequestMapping("/api/accounts")
class AdministrationController {

	private final Administration administration;

	private final AccountQueries queries;

	AdministrationController(Administration administration, AccountQueries queries) {
		this.administration = administration;
		this.queries = queries;
	}

	@GetMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	AccountPage find(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable Role role,
			@RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
		return new AccountPage(this.queries.find(q, role, (page - 1) * size, size), this.queries.count(q, role), page,
				size);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	AccountView invite(@Valid @RequestBody InviteAccount wanted) {
		return view(this.administration.invite(wanted.email(), wanted.displayName(),
				wanted.language() == null ? Texts.FIRST : Texts.language(wanted.language()), wanted.roles(),
				wanted.city()));
	}

	@PostMapping("/{id}/invitations")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	void inviteAgain(@PathVariable long id) {
		this.administration.inviteAgain(id);
	}

	@PutMapping("/{id}/roles")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	AccountView giveRoles(@PathVariable long id, @Valid @RequestBody GiveRoles wanted) {
		return view(this.administration.giveRoles(id, wanted.roles(), wanted.city()));
	}

	@PostMapping("/{id}/lock")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	void lock(@PathVariable long id) {
		this.administration.lock(id, true);
	}

	@PostMapping("/{id}/unlock")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	void unlock(@PathVariable long id) {
		this.administration.lock(id, false);
	}

	private static AccountView view(Account account) {
		return AccountView.of(account, List.copyOf(account.roles()), null);
	}

	record InviteAccount(@NotBlank @Email @Size(max = 254) String email, @NotBlank @Size(max = 200) String displayName,
			@Nullable @Pattern(regexp = "zh-CN|en") String language, @NotEmpty Set<@NotNull Role> roles,
			@Nullable @Size(max = 40) String city) {}

	record GiveRoles(@NotEmpty Set<@NotNull Role> roles, @Nullable @Size(max = 40) String city) {}

	record AccountPage(List<AccountQueries.AccountRow> items, long total, int page, int size) {}

}
