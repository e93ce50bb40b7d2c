package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.CHEMISTRY;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.PHYSICS;
import static org.zhiqiao.platform.panel.conflict.Given.USTC;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

class ColleagueRuleTest {

	private static final String RULE = ColleagueRule.CODE;

	@Test
	void findsWhoWorksWhereOneOfThePeopleWorksBesides() {
		var other = person(8, "李四").employed(CHEMISTRY, 2022, null).facts();
		var candidate = person(7, "张三").employed(PHYSICS, 2019, 2024);
		assertThat(found(RULE, item(FIRM, other), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.SOFT);
			assertThat(finding.other().number()).isEqualTo(8);
			assertThat(finding.years()).isEqualTo(new Years(2022, 2024));
			assertThat(path(finding)).isEqualTo("张三 > EMPLOYED 2019–2024 中国科大物理学院 > BELONGS_TO 中国科学技术大学"
					+ " > PARENT_OF 中国科大化学院 > EMPLOYED 2022– 李四 > INVOLVED 量子传感项目");
		});
	}

	@Test
	void leavesPartiesToTheirRules() {
		var other = person(8, "李四").employed(PHYSICS, 2022, null).facts();
		assertThat(found(RULE, item(USTC, other), person(7, "张三").employed(PHYSICS, 2019, null))).isEmpty();
	}

	@Test
	void letsPassWhoWasThereAtAnotherTime() {
		var other = person(8, "李四").employed(USTC, 2025, null).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").employed(USTC, 2019, 2024))).isEmpty();
		var unknown = person(8, "李四").employed(USTC, null, null).facts();
		assertThat(found(RULE, item(FIRM, unknown), person(7, "张三").employed(USTC, 2019, 2024))).hasSize(1);
	}

	@Test
	void forgetsAfterThreeYears() {
		var other = person(8, "李四").employed(USTC, 2015, 2022).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").employed(USTC, 2015, null))).isEmpty();
	}

	@Test
	void takesNobodyForTheirOwnColleague() {
		var same = person(7, "张三").employed(USTC, 2015, null);
		assertThat(found(RULE, item(FIRM, same.facts()), same)).isEmpty();
	}

}
