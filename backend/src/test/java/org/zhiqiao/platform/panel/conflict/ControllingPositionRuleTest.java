package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.PHYSICS;
import static org.zhiqiao.platform.panel.conflict.Given.USTC;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure.Role;
import org.zhiqiao.platform.panel.conflict.Finding.Known;

class ControllingPositionRuleTest {

	private static final String RULE = ControllingPositionRule.CODE;

	@Test
	void excludesDirectorsAndOwners() {
		for (var role : new Role[]{Role.DIRECTOR, Role.CONTROLLING}) {
			assertThat(found(RULE, item(FIRM), person(7, "张三").holds(role, FIRM, 2015, 2024))).singleElement()
					.satisfies(finding -> {
						assertThat(finding.severity()).isEqualTo(Severity.HARD);
						assertThat(finding.years()).isEqualTo(new Years(2015, 2024));
						assertThat(path(finding)).contains(role.name());
					});
		}
	}

	@Test
	void excludesTheDirectorOfTheParent() {
		assertThat(found(RULE, item(PHYSICS), person(7, "张三").holds(Role.DIRECTOR, USTC, 2015, null))).singleElement()
				.extracting(Finding::known)
				.isEqualTo(Known.REGISTER);
	}

	@Test
	void forgetsAfterThreeYears() {
		assertThat(found(RULE, item(FIRM), person(7, "张三").holds(Role.DIRECTOR, FIRM, 2015, 2022))).isEmpty();
	}

	@Test
	void leavesEmploymentToItsRule() {
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, 2015, null))).isEmpty();
	}

}
