package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

class JointProjectRuleTest {

	private static final String RULE = JointProjectRule.CODE;

	@Test
	void countsProjectsOfBoth() {
		var other = person(8, "李四").tookPartIn("a", 2023).tookPartIn("b", 2020).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").tookPartIn("a", 2023).tookPartIn("b", 2020)))
				.singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.SOFT);
					assertThat(finding.count()).isEqualTo(1);
					assertThat(path(finding)).isEqualTo("张三 > MEMBER 2023–2023 项目a > MEMBER 李四 > INVOLVED 量子传感项目");
				});
	}

	@Test
	void onlyHintsAtWhoeverBearsTheNameOfAMember() {
		assertThat(found(RULE, item(FIRM, person(8, "李四").facts()), person(7, "张三").tookPartIn("a", 2024, "李四")))
				.singleElement()
				.extracting(Finding::severity)
				.isEqualTo(Severity.INFORMATION);
	}

	@Test
	void leavesPublicationsToTheirRule() {
		var other = person(8, "李四").wrote("a", 2024, "张三").facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", 2024))).isEmpty();
	}

}
