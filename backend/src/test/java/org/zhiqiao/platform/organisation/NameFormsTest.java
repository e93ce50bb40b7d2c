package org.zhiqiao.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormsTest {

	@Test
	void givesPinyinAndInitials() {
		NameForms forms = NameForms.of("合肥庐光");
		assertThat(forms.pinyin()).isEqualTo("hefeiluguang");
		assertThat(forms.initials()).isEqualTo("hflg");
	}

	@Test
	void takesTraditionalCharactersForSimplifiedOnes() {
		assertThat(NameForms.of("淮北陶鋁科技").folded()).isEqualTo(NameForms.of("淮北陶铝科技").folded());
	}

	@Test
	void seesThroughLegalFormsAndPunctuation() {
		assertThat(NameForms.of("Example Robotics Co., Ltd.").likeness())
				.isEqualTo(NameForms.of("example robotics company limited").likeness());
		assertThat(NameForms.of("皖江示例新材料有限公司").likeness()).isEqualTo(NameForms.of("皖江示例新材料股份有限公司").likeness());
		assertThat(NameForms.of("Müller Präzision GmbH").likeness()).isEqualTo("mullerprazision");
	}

	@Test
	void keepsANameThatIsNothingElse() {
		assertThat(NameForms.of("AG").likeness()).isEqualTo("ag");
	}

}
