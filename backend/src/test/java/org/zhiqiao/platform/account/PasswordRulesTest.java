package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiqiao.platform.problem.InvalidInput;

class PasswordRulesTest {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@CsvSource({"short,length-at-least", "Password123,password-common", "1234567890,password-common",
			"aaaaaaaaaabb,password-common", "lin.ruoxi@example.org,password-like-email",
			"my-lin.ruoxi-word,password-like-email", "woaini1314,password-common"})
	void refuses(String password, String code) {
		assertThatExceptionOfType(InvalidInput.class)
				.isThrownBy(() -> this.rules.check("/password", password, "lin.ruoxi@example.org"))
				.satisfies(refused -> org.assertj.core.api.Assertions.assertThat(refused.errors().getFirst().code())
						.isEqualTo(code));
	}

	@Test
	void takesALongOneInAnyScript() {
		assertThatCode(() -> this.rules.check("/password", "徽州的雨落在青石板路上", "lin.ruoxi@example.org"))
				.doesNotThrowAnyException();
		assertThatCode(() -> this.rules.check("/password", "copper kettle at dawn", "lin.ruoxi@example.org"))
				.doesNotThrowAnyException();
	}

	@Test
	void countsCharactersAsPeopleDo() {
		assertThatExceptionOfType(InvalidInput.class)
				.isThrownBy(() -> this.rules.check("/password", "😀😁😂🤣😃", "lin.ruoxi@example.org"));
	}

}
