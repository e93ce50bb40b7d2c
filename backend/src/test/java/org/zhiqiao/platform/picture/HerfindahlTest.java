package org.zhiqiao.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Cases worked out by hand. */
class HerfindahlTest {

	@Test
	void isOneOverTheNumberOfEqualOnes() {
		var four = Herfindahl.of(List.of(3L, 3L, 3L, 3L));
		assertThat(four.hhi()).isCloseTo(0.25, within(1e-12));
		assertThat(four.cr3()).isCloseTo(0.75, within(1e-12));
		assertThat(four.counted()).isEqualTo(12);
		assertThat(four.places()).isEqualTo(4);
		assertThat(Herfindahl.of(Collections.nCopies(200, 7L)).hhi()).isCloseTo(0.005, within(1e-12));
	}

	@Test
	void isOneWhereThereIsOnlyOne() {
		assertThat(Herfindahl.of(List.of(9L))).isEqualTo(new Herfindahl(9, 1, 1.0, 1.0));
	}

	@Test
	void addsTheSquaresOfTheShares() {
		// 5, 3, 1, 1 of 10: 0.25 + 0.09 + 0.01 + 0.01, and 9 of 10.
		var figures = Herfindahl.of(List.of(1L, 5L, 1L, 3L));
		assertThat(figures.hhi()).isCloseTo(0.36, within(1e-12));
		assertThat(figures.cr3()).isCloseTo(0.9, within(1e-12));
	}

	@Test
	void leavesOutWhatHasNothing() {
		assertThat(Herfindahl.of(List.of(0L, 4L, 0L))).isEqualTo(new Herfindahl(4, 1, 1.0, 1.0));
	}

	@Test
	void isNotNoughtWhereNothingIsCounted() {
		assertThat(Herfindahl.of(List.of())).isEqualTo(new Herfindahl(0, 0, null, null));
		assertThat(Herfindahl.of(List.of(0L, 0L))).isEqualTo(new Herfindahl(0, 0, null, null));
	}

}
