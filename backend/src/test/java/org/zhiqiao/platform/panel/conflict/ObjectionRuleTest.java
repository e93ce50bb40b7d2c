package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiqiao.platform.panel.conflict.Given.found;
import static org.zhiqiao.platform.panel.conflict.Given.item;
import static org.zhiqiao.platform.panel.conflict.Given.path;
import static org.zhiqiao.platform.panel.conflict.Given.person;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.conflict.Finding.Known;
import org.zhiqiao.platform.panel.conflict.Item.Objection;
import org.zhiqiao.platform.panel.conflict.Item.Objection.Ruling;

class ObjectionRuleTest {

	@Test
	void weighsAnObjectionByItsRuling() {
		assertThat(severity(Ruling.NONE, null)).isEqualTo(Severity.SOFT);
		assertThat(severity(Ruling.UPHELD, null)).isEqualTo(Severity.HARD);
		assertThat(severity(Ruling.DISMISSED, null)).isEqualTo(Severity.INFORMATION);
	}

	@Test
	void letsThePackWeighOnlyWhatIsUndecided() {
		assertThat(severity(Ruling.NONE, Severity.HARD)).isEqualTo(Severity.HARD);
		assertThat(severity(Ruling.UPHELD, Severity.SOFT)).isEqualTo(Severity.HARD);
		assertThat(severity(Ruling.DISMISSED, Severity.HARD)).isEqualTo(Severity.INFORMATION);
	}

	@Test
	void tellsWhoObjectsAndWhy() {
		assertThat(found(ObjectionRule.CODE, item(objection(Ruling.NONE)), person(7, "张三"))).singleElement()
				.satisfies(finding -> {
					assertThat(finding.known()).isEqualTo(Known.PARTY);
					assertThat(finding.other().name()).isEqualTo("合肥星河公司");
					assertThat(finding.note()).isEqualTo("曾有诉讼");
					assertThat(path(finding)).isEqualTo("张三 > OBJECTION_OPEN 合肥星河公司 > PARTY 量子传感项目");
				});
		assertThat(found(ObjectionRule.CODE, item(objection(Ruling.NONE)), person(8, "张三"))).isEmpty();
	}

	private static Severity severity(Ruling ruling, @Nullable Severity ofPack) {
		return found(new RuleSetting(ObjectionRule.CODE, true, ofPack, 0), item(objection(ruling)), person(7, "张三"))
				.getFirst()
				.severity();
	}

	private static Objection objection(Ruling ruling) {
		return new Objection(7, "合肥星河公司", "曾有诉讼", ruling, (ruling != Ruling.NONE) ? "查明" : null);
	}

}
