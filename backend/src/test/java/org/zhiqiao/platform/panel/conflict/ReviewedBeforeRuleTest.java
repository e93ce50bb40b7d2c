package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Finding.Known;

class ReviewedBeforeRuleTest {

	@Test
	void tellsInWhichYear() {
		var candidate = person(7, "张三").reviewed(100, 2019).reviewed(101, 2020);
		assertThat(found(ReviewedBeforeRule.CODE, item(FIRM), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
			assertThat(finding.known()).isEqualTo(Known.OFFICE);
			assertThat(finding.years()).isEqualTo(Years.of(2019));
			assertThat(path(finding)).isEqualTo("张三 > REVIEWED 2019–2019 量子传感项目");
		});
	}

	@Test
	void countsAsMuchAsThePackSays() {
		var setting = new RuleSetting(ReviewedBeforeRule.CODE, true, Severity.HARD, 0);
		assertThat(found(setting, item(FIRM), person(7, "张三").reviewed(100, 2019))).singleElement()
				.extracting(Finding::severity)
				.isEqualTo(Severity.HARD);
	}

}
