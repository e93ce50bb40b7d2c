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
import static org.zhiqiao.platform.panel.conflict.Given.registered;
import static org.zhiqiao.platform.panel.conflict.Given.written;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Facts.Tenure;
import org.zhiqiao.platform.panel.conflict.Finding.Known;

class SameOrganisationRuleTest {

	private static final String RULE = SameOrganisationRule.CODE;

	@Test
	void findsColleagueThroughAlias() {
		var candidate = person(7, "张三").employed(written("中国科大", "中国科大"), 2010, null);
		assertThat(found(RULE, item(USTC), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.HARD);
			assertThat(finding.known()).isEqualTo(Known.REGISTER);
			assertThat(finding.years()).isEqualTo(new Years(2010, null));
			assertThat(finding.other().number()).isEqualTo(1);
			assertThat(path(finding))
					.isEqualTo("张三 > EMPLOYED 2010– 中国科大 > ALSO_CALLED 中国科学技术大学 > APPLICANT 量子传感项目");
		});
	}

	@Test
	void findsColleagueInAPartOfTheParty() {
		var candidate = person(7, "张三").employed(PHYSICS, 2019, 2023);
		assertThat(found(RULE, item(USTC), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.known()).isEqualTo(Known.REGISTER);
			assertThat(path(finding))
					.isEqualTo("张三 > EMPLOYED 2019–2023 中国科大物理学院 > BELONGS_TO 中国科学技术大学 > APPLICANT 量子传感项目");
		});
	}

	@Test
	void findsColleagueInTheParentAndInAnotherPart() {
		assertThat(found(RULE, item(PHYSICS), person(7, "张三").employed(USTC, null, null))).singleElement()
				.extracting(Given::path)
				.isEqualTo("张三 > EMPLOYED 中国科学技术大学 > PARENT_OF 中国科大物理学院 > APPLICANT 量子传感项目");
		assertThat(found(RULE, item(PHYSICS), person(7, "张三").employed(CHEMISTRY, null, null))).singleElement()
				.extracting(Given::path)
				.isEqualTo(
						"张三 > EMPLOYED 中国科大化学院 > BELONGS_TO 中国科学技术大学 > PARENT_OF 中国科大物理学院 > APPLICANT 量子传感项目");
	}

	@Test
	void findsTheSameNameInAnotherLanguageThoughItIsInNoRegister() {
		var party = written("Riga Institute", "riga institute", "里加研究所");
		var candidate = person(7, "张三").employed(written("里加研究所", "里加研究所"), 2020, null);
		assertThat(found(RULE, item(party), candidate)).singleElement().satisfies(finding -> {
			assertThat(finding.known()).isEqualTo(Known.PROFILE);
			assertThat(finding.other().number()).isNull();
		});
	}

	@Test
	void letsTheRegisterOverruleAName() {
		var one = registered(11, "第一医院", "第一医院");
		var other = registered(12, "第一医院", "第一医院");
		assertThat(found(RULE, item(one), person(7, "张三").employed(other, 2020, null))).isEmpty();
		assertThat(found(RULE, item(one), person(7, "张三").employed(written("第一医院", "第一医院"), 2020, null))).hasSize(1);
	}

	@Test
	void looksBackThreeYears() {
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, 2000, 2023))).hasSize(1);
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, 2000, 2022))).isEmpty();
		assertThat(found(new RuleSetting(RULE, true, null, 4), item(FIRM),
				person(7, "张三").employed(FIRM, 2000, 2022))).hasSize(1);
	}

	@Test
	void takesAnUnknownEndForStillAndAnUnknownStartForNothing() {
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, 1990, null))).hasSize(1);
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, null, 2024))).hasSize(1);
		assertThat(found(RULE, item(FIRM), person(7, "张三").employed(FIRM, null, 2010))).isEmpty();
	}

	@Test
	void leavesStudentsAndAdvisersToJudgementAndDirectorsToTheirRule() {
		var candidate = person(7, "张三").holds(Tenure.Role.STUDENT, FIRM, 2020, 2024)
				.holds(Tenure.Role.ADVISER, FIRM, 2025, null)
				.holds(Tenure.Role.DIRECTOR, FIRM, 2025, null);
		assertThat(found(RULE, item(FIRM), candidate)).hasSize(2)
				.allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.SOFT));
	}

	@Test
	void takesTheSeverityOfThePack() {
		var setting = new RuleSetting(RULE, true, Severity.INFORMATION, 3);
		assertThat(found(setting, item(FIRM), person(7, "张三").employed(FIRM, 2020, null))).singleElement()
				.extracting(Finding::severity)
				.isEqualTo(Severity.INFORMATION);
	}

}
