package org.zhiqiao.platform.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an account.
 *
 * @param organisationName for a firm; its name, or the credit code of one that is there already
 * @param joins whether that organisation is said to be there already
 */
record Register(@NotNull RegistrationKind kind, @NotBlank @Email @Size(max = 254) String email,
		@NotBlank String password, @NotBlank @Size(max = 200) String displayName,
		@NotNull @Pattern(regexp = "zh-CN|en") String language, @Nullable @Size(max = 300) String organisationName,
		@Nullable Boolean joins) {

	/** Without the password. */
	@Override
	public String toString() {
		return "Register[" + this.kind + "]";
	}

}
