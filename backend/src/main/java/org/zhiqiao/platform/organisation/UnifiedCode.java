package org.zhiqiao.platform.organisation;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/**
 * The unified social credit code (统一社会信用代码) of organisations in China, after GB 32100-2015: 17
 * characters and a check character, from digits and letters without I, O, S, V and Z.
 */
final class UnifiedCode {

	static final int LENGTH = 18;

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int MODULUS = 31;

	private UnifiedCode() {}

	/** Upper case, without the blanks with which it is often written; none if there is nothing. */
	static @Nullable String tidied(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
	}

	/** What is wrong with it. */
	static Optional<FieldError> check(String pointer, String code) {
		if (code.length() != LENGTH) {
			return Optional.of(new FieldError(pointer, "uscc-length", code.length()));
		}
		for (int i = 0; i < LENGTH; i++) {
			if (ALPHABET.indexOf(code.charAt(i)) < 0) {
				return Optional
						.of(new FieldError(pointer, "uscc-character", i + 1, code.charAt(i)).with("position", i));
			}
		}
		return code.charAt(LENGTH - 1) == checkCharacter(code)
				? Optional.empty()
				: Optional.of(new FieldError(pointer, "uscc-check"));
	}

	/** The last character, from the 17 before it: weights are the powers of 3 modulo 31. */
	static char checkCharacter(String code) {
		int sum = 0;
		int weight = 1;
		for (int i = 0; i < LENGTH - 1; i++) {
			sum += ALPHABET.indexOf(code.charAt(i)) * weight;
			weight = weight * 3 % MODULUS;
		}
		return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
	}

}
