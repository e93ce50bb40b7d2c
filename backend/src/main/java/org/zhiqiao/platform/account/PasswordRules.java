package org.zhiqiao.platform.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException;

/**
 * What a password has to be: long, not one that everybody tries first, and nothing of the
 * owner's address. No rules on digits and signs, after NIST SP 800-63B, 5.1.1.2.
 */
@Component
class PasswordRules {

	static final int SHORTEST = 10;

	/** Bounds the work of the digest. */
	static final int LONGEST = 200;

	private final Set<String> common;

	PasswordRules() {
		try (InputStream in = PasswordRules.class.getResourceAsStream("/account/common-passwords.txt");
				var reader = new BufferedReader(
						new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
			this.common = reader.lines()
					.map(String::strip)
					.filter(line -> !line.isEmpty() && !line.startsWith("#"))
					.collect(Collectors.toUnmodifiableSet());
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * Refuses a password that breaks a rule.
	 *
	 * @param pointer where it stands in the request
	 */
	void check(String pointer, String password, String email) {
		fault(pointer, password, email).ifPresent(fault -> {
			throw new InvalidInput(java.util.List.of(fault));
		});
	}

	private Optional<ProblemException.FieldError> fault(String pointer, String password, String email) {
		String plain = password.toLowerCase(Locale.ROOT);
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of(new ProblemException.FieldError(pointer, "length-at-least", SHORTEST));
		}
		if (password.length() > LONGEST) {
			return Optional.of(new ProblemException.FieldError(pointer, "length-at-most", LONGEST));
		}
		String local = email.substring(0, Math.max(0, email.indexOf('@')));
		if (plain.equals(email) || (local.length() >= 5 && plain.contains(local))) {
			return Optional.of(new ProblemException.FieldError(pointer, "password-like-email"));
		}
		if (this.common.contains(plain) || plain.chars().distinct().count() < 4) {
			return Optional.of(new ProblemException.FieldError(pointer, "password-common"));
		}
		return Optional.empty();
	}

}
