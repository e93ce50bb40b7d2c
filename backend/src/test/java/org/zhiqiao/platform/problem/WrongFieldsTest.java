package org.zhiqiao.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongFieldsTest {

	@Test
	void writesPathsAsJsonPointers() {
		assertThat(WrongFields.pointer("names.latin")).isEqualTo("/names/latin");
		assertThat(WrongFields.pointer("languages[0].code")).isEqualTo("/languages/0/code");
		assertThat(WrongFields.pointer("weights[domain]")).isEqualTo("/weights/domain");
		assertThat(WrongFields.pointer("grid[1][2]")).isEqualTo("/grid/1/2");
	}

	@Test
	void namesEachConstraintByAStableCode() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			var wrong = WrongFields
					.of(factory.getValidator().validate(new Form("", List.of(new Line(0, "x")), "lower", "toolong")));
			assertThat(wrong).extracting(ProblemException.FieldError::pointer, ProblemException.FieldError::code)
					.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("/name", "required"),
							org.assertj.core.groups.Tuple.tuple("/lines/0/level", "at-least"),
							org.assertj.core.groups.Tuple.tuple("/capitals", "capitals-only"),
							org.assertj.core.groups.Tuple.tuple("/brief", "length-at-most"));
		}
	}

	record Form(@NotBlank String name, @Valid List<Line> lines,
			@Pattern(regexp = "[A-Z]+", message = "field.capitals-only") String capitals,
			@Size(max = 3) String brief) {}

	record Line(@Min(1) int level, @NotNull String code) {}

}
