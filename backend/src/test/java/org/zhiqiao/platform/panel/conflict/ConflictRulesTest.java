package org.zhiqiao.platform.panel.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ConflictRulesTest {

	@Test
	void appliesEveryRuleByDefaultAndLooksBackThreeYears() {
		assertThat(ConflictRules.standard().settings().keySet()).containsExactlyElementsOf(ConflictRules.codes());
		assertThat(ConflictRules.standard().settings().values()).allSatisfy(setting -> {
			assertThat(setting.on()).isTrue();
			assertThat(setting.severity()).isNull();
			assertThat(setting.years()).isEqualTo(3);
		});
		assertThat(ConflictRules.codes()).doesNotHaveDuplicates().hasSize(11);
	}

	@Test
	void appliesNothingThatIsOffOrNotThere() {
		var off = ConflictRules.standard().with(new RuleSetting(SelfRule.CODE, false, null, 3));
		assertThat(off.applied()).hasSize(10).noneMatch(applied -> applied.rule().code().equals(SelfRule.CODE));
		assertThat(ConflictRules.of(List.of()).applied()).isEmpty();
	}

	@Test
	void refusesARuleThatDoesNotExist() {
		var unknown = new RuleSetting("star-sign", true, null, 0);
		assertThatThrownBy(() -> ConflictRules.of(List.of(unknown))).hasMessageContaining("star-sign");
		assertThatThrownBy(() -> new ConflictRules(Map.of(SelfRule.CODE, unknown)))
				.isInstanceOf(IllegalArgumentException.class);
		var self = new RuleSetting(SelfRule.CODE, true, null, 0);
		assertThatThrownBy(() -> ConflictRules.of(List.of(self, self))).hasMessageContaining("twice");
		assertThatThrownBy(() -> new RuleSetting(SelfRule.CODE, true, null, -1))
				.isInstanceOf(IllegalArgumentException.class);
	}

}
