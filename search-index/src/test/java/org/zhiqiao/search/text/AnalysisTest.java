package org.zhiqiao.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhiqiao.search.text.Analysis.Cut;
import org.zhiqiao.search.text.Analysis.Token;

class AnalysisTest {

	private static List<String> terms(Cut cut, String text) {
		return Analysis.tokens(cut, Folding.fold(text)).stream().map(Token::term).toList();
	}

	@Test
	void cutsEnglish() {
		assertThat(terms(Cut.WORD, "The company's Solid-State Batteries of Weiß")).containsExactly("company", "solid",
				"state", "battery", "weiss");
	}

	@Test
	void cutsChineseInTwoWays() {
		assertThat(terms(Cut.HAN, "研究固态电池的工程师")).contains("研究", "电池", "工程师").doesNotContain("的");
		assertThat(terms(Cut.BIGRAM, "单晶硅")).containsExactly("单晶", "晶硅");
		assertThat(terms(Cut.BIGRAM, "硅 x")).containsExactly("硅");
	}

	@Test
	void cutsMixturesSideBySide() {
		String text = "新型SiC模块 for motors";
		assertThat(terms(Cut.WORD, text)).containsExactly("sic", "motor");
		assertThat(terms(Cut.BIGRAM, text)).containsExactly("新型", "模块");
	}

	@Test
	void foldsTraditionalAndFullWidthWithoutMovingAnything() {
		String text = "積體電路，ＳｉＣ　測試\u0000";
		assertThat(Folding.fold(text)).isEqualTo("积体电路,SiC 测试 ").hasSameSizeAs(text);
		assertThat(Folding.fold("plain")).isEqualTo("plain");
	}

	@Test
	void dropsFillerFromNeeds() {
		String text = "寻找熟悉碳化硅长晶的工程师，解决企业技术难题";
		List<String> terms = Filler.meaningful(text, new boolean[text.length()]).stream().map(Token::term).toList();
		assertThat(terms).contains("碳化", "化硅").doesNotContain("寻找", "工程师", "企业", "难题", "解决");
	}

}
