package org.zhiqiao.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

class UnifiedCodeTest {

	@Test
	void acceptsARightCode() {
		assertThat(UnifiedCode.check("/uscc", "91340600EXAMP0015Q")).isEmpty();
	}

	@Test
	void refusesAnotherCheckCharacter() {
		assertThat(UnifiedCode.check("/uscc", "91340600EXAMP0015R")).map(FieldError::code).contains("uscc-check");
	}

	@Test
	void noticesSwappedNeighbours() {
		assertThat(UnifiedCode.check("/uscc", "19340600EXAMP0015Q")).map(FieldError::code).contains("uscc-check");
	}

	@Test
	void noticesEverySingleWrongCharacter() {
		String right = "91340600EXAMP0015Q";
		for (int i = 0; i < right.length(); i++) {
			String wrong = right.substring(0, i) + (right.charAt(i) == '7' ? '8' : '7') + right.substring(i + 1);
			assertThat(UnifiedCode.check("/uscc", wrong)).as(wrong).isPresent();
		}
	}

	@Test
	void pointsAtALetterThatTheStandardLeavesOut() {
		assertThat(UnifiedCode.check("/uscc", "9134O600EXAMP0015Q")).hasValueSatisfying(error -> {
			assertThat(error.code()).isEqualTo("uscc-character");
			assertThat(error.arguments()).containsExactly(5, 'O');
			assertThat(error.more()).containsEntry("position", 4);
		});
	}

	@Test
	void saysHowLongItIs() {
		assertThat(UnifiedCode.check("/uscc", "9134")).hasValueSatisfying(error -> {
			assertThat(error.code()).isEqualTo("uscc-length");
			assertThat(error.arguments()).containsExactly(4);
		});
	}

	@Test
	void readsItHoweverItIsWritten() {
		assertThat(UnifiedCode.tidied(" 91340600 examp-0015q ")).isEqualTo("91340600EXAMP0015Q");
		assertThat(UnifiedCode.tidied("  ")).isNull();
	}

}
