package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Finding.Known;

class SupervisingOfficialRuleTest {

	@Test
	void excludesTheOfficialInCharge() {
		var candidate = person(7, "张三").supervises(100).supervises(101);
		assertThat(found(SupervisingOfficialRule.CODE, item(FIRM), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.HARD);
			assertThat(finding.known()).isEqualTo(Known.OFFICE);
			assertThat(path(finding)).isEqualTo("张三 > IN_CHARGE 量子传感项目");
		});
	}

	@Test
	void letsOtherOfficialsPass() {
		assertThat(found(SupervisingOfficialRule.CODE, item(FIRM), person(7, "张三").supervises(101))).isEmpty();
	}

}
