package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/setup")
class SetupController {

	private final Setup setup;

	SetupController(Setup setup) {
		this.setup = setup;
	}

	@GetMapping
	@PreAuthorize("permitAll()")
	SetupView needed() {
		return new SetupView(this.setup.needed());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void makeAdministrator(@Valid @RequestBody MakeAdministrator wanted, HttpServletRequest request) {
		this.setup.makeAdministrator(wanted.token(), wanted.email(), wanted.password(), wanted.displayName(),
				wanted.language() == null ? "zh-CN" : wanted.language(), request);
	}

	record SetupView(boolean needed) {}

	record MakeAdministrator(@NotBlank String token, @NotBlank @Email @Size(max = 254) String email,
			@NotBlank String password, @NotBlank @Size(max = 200) String displayName,
			@Nullable @Pattern(regexp = "zh-CN|en") String language) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "MakeAdministrator[]";
		}

	}

}
