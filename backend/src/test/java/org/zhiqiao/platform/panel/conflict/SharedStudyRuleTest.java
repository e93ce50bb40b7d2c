package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.FIRM;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.junit.jupiter.api.Test;

class SharedStudyRuleTest {

	private static final String RULE = SharedStudyRule.CODE;

	@Test
	void tellsWhoStudiedThereAboutThen() {
		var other = person(8, "李四").graduated("ustc", 2008, null).graduated("ustc", 2011, null).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").graduated("ustc", 2010, null))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
					assertThat(finding.years()).isEqualTo(new Years(2008, 2011));
					assertThat(path(finding)).isEqualTo(
							"张三 > GRADUATED 2010–2010 ustc > GRADUATED 2008–2011 李四 > INVOLVED 量子传感项目");
				});
	}

	@Test
	void tellsNothingOfOtherTimesAndPlaces() {
		var other = person(8, "李四").graduated("ustc", 2010, null).facts();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").graduated("ustc", 2013, null))).hasSize(1);
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").graduated("ustc", 2014, null))).isEmpty();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").graduated("ustc", null, null))).isEmpty();
		assertThat(found(RULE, item(FIRM, other), person(7, "张三").graduated("ahu", 2010, null))).isEmpty();
	}

	@Test
	void excludesTeacherAndStudentHoweverLongAgo() {
		var setting = new RuleSetting(RULE, true, Severity.INFORMATION, 3);
		var teacher = person(8, "李四").facts();
		assertThat(found(setting, item(FIRM, teacher), person(7, "张三").graduated("ustc", 1995, 8L))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.severity()).isEqualTo(Severity.HARD);
					assertThat(path(finding)).isEqualTo("张三 > SUPERVISED_BY 1995–1995 李四 > INVOLVED 量子传感项目");
				});
		var student = person(8, "李四").graduated("ustc", null, 7L).facts();
		assertThat(found(setting, item(FIRM, student), person(7, "张三"))).singleElement()
				.extracting(Given::path)
				.isEqualTo("张三 > SUPERVISOR_OF 李四 > INVOLVED 量子传感项目");
	}

}
