package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.InvalidInput;

@RestController
@RequestMapping("/api/registrations")
class RegistrationController {

	private final RegistrationService registrations;

	RegistrationController(RegistrationService registrations) {
		this.registrations = registrations;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@PreAuthorize("permitAll()")
	void register(@Valid @RequestBody Register wanted, HttpServletRequest request) {
		if (wanted.kind() == RegistrationKind.FIRM
				&& (wanted.organisationName() == null || wanted.organisationName().isBlank())) {
			throw new InvalidInput("/organisationName", "required");
		}
		this.registrations.register(wanted, request);
	}

	/** A POST by a button: programs that open links in mails confirm nothing. */
	@PostMapping("/confirm")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@PreAuthorize("permitAll()")
	void confirm(@Valid @RequestBody ConfirmRegistration link) {
		this.registrations.confirm(link.token());
	}

	record ConfirmRegistration(@NotBlank String token) {}

}
