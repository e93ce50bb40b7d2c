package org.zhiqiao.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

	@ParameterizedTest
	@ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1"})
	void makesFormulasHarmless(String text) {
		assertThat(Spreadsheet.harmless(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "德语 C1", "a = b", "1-2", "O'Neil"})
	void leavesOtherTextsAlone(String text) {
		assertThat(Spreadsheet.harmless(text)).isEqualTo(text);
	}

	@Test
	void cutsWhatNoCellCanHold() {
		assertThat(Spreadsheet.harmless("字".repeat(40_000))).hasSizeLessThanOrEqualTo(32_767);
	}

}
