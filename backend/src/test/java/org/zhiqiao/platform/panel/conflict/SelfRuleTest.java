package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Finding.Known;

class SelfRuleTest {

	@Test
	void excludesWhoTakesPart() {
		assertThat(found(SelfRule.CODE, item(FIRM, person(7, "张三").facts()), person(7, "张三"))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.HARD);
					assertThat(finding.known()).isEqualTo(Known.PARTY);
					assertThat(finding.candidate()).isEqualTo(7);
					assertThat(finding.item()).isEqualTo(100);
					assertThat(path(finding)).isEqualTo("张三 > INVOLVED 量子传感项目");
				});
	}

	@Test
	void takesNobodyForTheirNamesakeWithAProfile() {
		assertThat(found(SelfRule.CODE, item(FIRM, person(7, "张三").facts()), person(8, "张三"))).isEmpty();
	}

	@Test
	void asksSomebodyToLookAtANamesakeWithoutAProfile() {
		var setting = new RuleSetting(SelfRule.CODE, true, Severity.HARD, 0);
		assertThat(found(setting, item(FIRM, person(0, "张三").facts()), person(8, "张三"))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.SOFT);
					assertThat(finding.known()).isEqualTo(Known.NAME);
					assertThat(finding.other().number()).isNull();
				});
	}

}
