package org.zhiqiao.platform.panel;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CreditTest {

	@Test
	void beginsWhereEverybodyDoes() {
		assertThat(Credit.of(List.of())).isEqualTo(80);
	}

	@Test
	void movesMoreTheMorePanelsAgree() {
		assertThat(Credit.of(List.of(50))).isEqualTo(70);
		assertThat(Credit.of(List.of(50, 50))).isEqualTo(65);
		assertThat(Credit.of(List.of(50, 50, 50, 50))).isEqualTo(60);
		assertThat(Credit.of(List.of(100, 100))).isEqualTo(90);
		assertThat(Credit.of(List.of(80, 80, 80))).isEqualTo(80);
	}

	@Test
	void staysWithinWhatCanBeGiven() {
		assertThat(Credit.of(Collections.nCopies(1000, 0))).isBetween(0.0, 1.0);
		assertThat(Credit.of(Collections.nCopies(1000, 100))).isBetween(99.0, 100.0);
	}

}
