package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Finding.Known;

class JointWorkRuleTest {

	private static final String RULE = JointWorkRule.CODE;

	@Test
	void countsWhatStandsInBothProfiles() {
		var other = person(8, "李四").wrote("a", 2023).wrote("b", 2025).wrote("c", 2022).wrote("d", 2026).facts();
		var candidate = person(7, "张三").wrote("a", 2023).wrote("b", 2025).wrote("c", 2022).wrote("e", 2026);
		assertThat(found(RULE, item(FIRM, other), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.SOFT);
			assertThat(finding.known()).isEqualTo(Known.WORKS);
			assertThat(finding.count()).isEqualTo(2);
			assertThat(finding.years()).isEqualTo(new Years(2023, 2025));
			assertThat(path(finding)).isEqualTo("张三 > AUTHOR 2025–2025 论文b > AUTHOR 李四 > INVOLVED 量子传感项目");
		});
	}

	@Test
	void countsAWorkOnceThoughItIsThereTwice() {
		var other = person(8, "李四").wrote("a", null).wrote("a", 2024).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", 2023).wrote("a", 2023))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.count()).isEqualTo(1);
					assertThat(finding.years()).isEqualTo(new Years(2024, 2024));
				});
	}

	@Test
	void excludesNothingForAnUnknownYear() {
		var other = person(8, "李四").wrote("a", null).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", null))).singleElement()
				.extracting(Finding::years)
				.isEqualTo(Years.UNKNOWN);
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", 2010))).isEmpty();
	}

	@Test
	void onlyHintsAtWhoeverBearsTheNameOfACoauthor() {
		var setting = new RuleSetting(RULE, true, Severity.HARD, 3);
		var named = person(8, "李四").facts();
		assertThat(found(setting, item(FIRM, named), person(7, "张三").wrote("a", 2024, "李四"))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
					assertThat(finding.known()).isEqualTo(Known.NAME);
					assertThat(finding.count()).isEqualTo(1);
				});
		var naming = person(8, "李四").wrote("a", 2024, "张三").facts();
		assertThat(found(setting, item(FIRM, naming), person(7, "张三"))).singleElement()
				.extracting(Finding::known)
				.isEqualTo(Known.NAME);
	}

	@Test
	void hintsAtNothingWhereItIsSure() {
		var other = person(8, "李四").wrote("a", 2024, "张三").wrote("b", 2024, "张三").facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", 2024, "李四"))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.known()).isEqualTo(Known.WORKS);
					assertThat(finding.count()).isEqualTo(1);
				});
	}

	@Test
	void leavesProjectsToTheirRule() {
		var other = person(8, "李四").tookPartIn("a", 2024).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").tookPartIn("a", 2024))).isEmpty();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").wrote("a", 2024))).isEmpty();
	}

	@Test
	void takesNobodyForTheirOwnCoauthor() {
		var same = person(7, "张三").wrote("a", 2024, "张三");
		assertThat(found(RULE, item(FIRM, same.facts()), same)).isEmpty();
	}

}
