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

import org.zhiqiao.platform.panel.conflict.Facts.Tie.Kind;
import org.zhiqiao.platform.panel.conflict.Finding.Known;

class DeclaredTieRuleTest {

	private static final String RULE = DeclaredTieRule.CODE;

	@Test
	void excludesFamilyAndMoneyWhateverThePackSays() {
		var setting = new RuleSetting(RULE, true, Severity.INFORMATION, 0);
		var item = item(FIRM, person(8, "李四").facts());
		assertThat(found(setting, item, person(7, "张三").tiedTo(Kind.FAMILY, 8))).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.HARD);
			assertThat(finding.known()).isEqualTo(Known.DECLARATION);
			assertThat(finding.note()).isEqualTo("张三");
			assertThat(path(finding)).isEqualTo("张三 > FAMILY 李四 > INVOLVED 量子传感项目");
		});
		assertThat(found(setting, item, person(7, "张三").tiedTo(Kind.FINANCIAL, FIRM))).singleElement()
				.extracting(Finding::severity)
				.isEqualTo(Severity.HARD);
	}

	@Test
	void leavesOtherTiesToJudgement() {
		var candidate = person(7, "张三").tiedToItem(Kind.OTHER, 100)
				.tiedTo(Kind.SUPERVISION, 8)
				.tiedToItem(Kind.OTHER, 101);
		assertThat(found(RULE, item(FIRM, person(8, "李四").facts()), candidate)).hasSize(2)
				.allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.SOFT));
	}

	@Test
	void hearsBothSides() {
		var other = person(8, "李四").tiedTo(Kind.FAMILY, 7).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三"))).singleElement().satisfies(finding -> {
			assertThat(finding.severity()).isEqualTo(Severity.HARD);
			assertThat(finding.note()).isEqualTo("李四");
		});
	}

	@Test
	void findsTheFamilyOfAnOrganisation() {
		assertThat(found(RULE, item(USTC), person(7, "张三").tiedTo(Kind.FINANCIAL, PHYSICS))).singleElement()
				.extracting(Given::path)
				.isEqualTo("张三 > FINANCIAL 中国科大物理学院 > BELONGS_TO 中国科学技术大学 > APPLICANT 量子传感项目");
	}

}
