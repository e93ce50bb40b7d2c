package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/password-resets")
class PasswordResetController {

	private final PasswordService passwords;

	PasswordResetController(PasswordService passwords) {
		this.passwords = passwords;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("permitAll()")
	void request(@Valid @RequestBody RequestReset wanted, HttpServletRequest request) {
		this.passwords.requestReset(wanted.email(), request);
	}

	/** For a reset and for an invitation alike. */
	@PostMapping("/confirm")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void confirm(@Valid @RequestBody ConfirmReset reset) {
		this.passwords.reset(reset.token(), reset.password());
	}

	record RequestReset(@NotBlank @Email @Size(max = 254) String email) {}

	record ConfirmReset(@NotBlank String token, @NotBlank String password) {

		/** Without the secrets. */
		@Override
		public String toString() {
			return "ConfirmReset[]";
		}

	}

}
