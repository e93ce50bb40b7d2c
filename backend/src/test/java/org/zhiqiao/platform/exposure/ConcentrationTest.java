package org.zhiqiao.platform.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Against the definitions. */
class ConcentrationTest {

	@Test
	void isTheMeanDifferenceOfAllPairs() {
		var random = new Random(7);
		for (var round = 0; round < 100; round++) {
			var counts = IntStream.range(0, 1 + random.nextInt(40)).mapToObj(_ -> 1 + random.nextInt(30)).toList();
			var people = counts.size() + random.nextInt(30);
			var all = new ArrayList<>(counts);
			while (all.size() < people) {
				all.add(0);
			}
			var mean = all.stream().mapToInt(Integer::intValue).average().orElseThrow();
			var differences = all.stream()
					.flatMapToInt(one -> all.stream().mapToInt(other -> Math.abs(one - other)))
					.average()
					.orElseThrow();
			var top = all.stream().sorted((one, other) -> other - one).limit(10).mapToInt(Integer::intValue).sum();
			var concentration = Concentration.of(counts, people);
			assertThat(concentration.gini()).isCloseTo(differences / (2 * mean), within(1e-9));
			assertThat(concentration.topTen())
					.isCloseTo(top / (double) all.stream().mapToInt(Integer::intValue).sum(), within(1e-9));
		}
	}

	@Test
	void knowsTheEnds() {
		assertThat(Concentration.of(List.of(3, 3, 3), 3).gini()).isCloseTo(0, within(1e-9));
		assertThat(Concentration.of(List.of(9), 100).gini()).isCloseTo(0.99, within(1e-9));
		assertThat(Concentration.of(List.of(), 100)).isEqualTo(new Concentration(null, null));
	}

}
