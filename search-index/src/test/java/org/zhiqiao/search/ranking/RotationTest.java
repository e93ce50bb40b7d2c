package org.zhiqiao.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiqiao.search.ExpertFacts;

/**
 * Taking turns is bounded, can be repeated, and is fair.
 */
class RotationTest {

	private static List<Match> people(double... scores) {
		List<Match> people = new ArrayList<>();
		for (double score : scores) {
			long id = 101L + people.size();
			people.add(new Match(id, score, List.of(), new ExpertFacts(id, List.of(), Set.of(), Set.of(), List.of(),
					List.of(), List.of(), List.of(), List.of(), "", "", false, true, false, 0, 0)));
		}
		return people;
	}

	private static List<Match> many(long seed) {
		return people(new Random(seed).doubles(120, 40, 90).map((score) -> -score).sorted().map((s) -> -s).toArray());
	}

	private static List<Long> ids(List<Rotation.Placed> placed) {
		return placed.stream().map((one) -> one.match().expertId()).toList();
	}

	@Test
	void keepsEverybodyInTheirGroup() {
		List<Match> people = people(90, 89.5, 89, 88.9, 88, 87, 80);
		for (long seed = 0; seed < 50; seed++) {
			List<Long> order = ids(new Rotation(seed, 1).of(people));
			assertThat(order.subList(0, 3)).containsExactlyInAnyOrder(101L, 102L, 103L);
			assertThat(order.subList(3, 5)).containsExactlyInAnyOrder(104L, 105L);
			assertThat(order.subList(5, 7)).containsExactly(106L, 107L);
		}
	}

	@Test
	void putsNobodyBehindSomebodyWhoFitsClearlyLess() {
		int moved = 0;
		for (long seed = 0; seed < 50; seed++) {
			List<Match> people = many(seed);
			List<Rotation.Placed> order = new Rotation(seed, 2).of(people);
			assertThat(order.stream().map(Rotation.Placed::match)).containsExactlyInAnyOrderElementsOf(people);
			double lowest = Double.POSITIVE_INFINITY;
			for (int i = 0; i < order.size(); i++) {
				Match match = order.get(i).match();
				assertThat(match).isSameAs(people.get(order.get(i).place() - 1));
				assertThat(match.score() - lowest).isLessThanOrEqualTo(2);
				lowest = Math.min(lowest, match.score());
				moved += (order.get(i).place() != i + 1) ? 1 : 0;
			}
		}
		assertThat(moved).isPositive();
	}

	@Test
	void reachesNoFurtherThanTheFirstPage() {
		List<Match> people = many(7);
		double first = people.get(Rotation.REACH).score();
		for (long seed = 0; seed < 20; seed++) {
			List<Rotation.Placed> order = new Rotation(seed, Rotation.MOST).of(people);
			for (int i = 0; i < order.size(); i++) {
				if (order.get(i).match().score() < first - Rotation.MOST) {
					assertThat(order.get(i).place()).isEqualTo(i + 1);
				}
			}
		}
	}

	@Test
	void givesTheSameOrderForTheSameSeedOnEveryMachine() {
		// computed once outside Java
		assertThat(ids(new Rotation(20261126, 1).of(people(80, 80, 80, 80, 80, 80, 80, 80))))
				.isEqualTo(ids(new Rotation(20261126, 1).of(people(80, 80, 80, 80, 80, 80, 80, 80))))
				.containsExactly(101L, 105L, 102L, 104L, 106L, 107L, 103L, 108L);
	}

	@Test
	void keepsTheOrderOfTwoWhoeverElseIsThere() {
		List<Match> all = people(80, 80, 80, 80, 80, 80, 80, 80);
		List<Match> some = List.of(all.get(1), all.get(4), all.get(6));
		for (long seed = 0; seed < 20; seed++) {
			Rotation rotation = new Rotation(seed, 1);
			List<Long> order = new ArrayList<>(ids(rotation.of(all)));
			order.retainAll(List.of(102L, 105L, 107L));
			assertThat(ids(rotation.of(some))).isEqualTo(order);
		}
	}

	@Test
	void leavesPeopleWhoDifferInTheirOrder() {
		List<Match> people = people(90, 86, 82, 78);
		assertThat(new Rotation(1, 3).of(people)).extracting(Rotation.Placed::place).containsExactly(1, 2, 3, 4);
		assertThat(new Rotation(1, 3).of(List.of())).isEmpty();
	}

	/** Seeds as people choose them: small ones in a row, dates, and numbers far apart. */
	@ParameterizedTest
	@ValueSource(longs = {1, 30, 1_000_003, 0x5DEECE66DL})
	void givesEachPlaceOfAGroupEquallyOften(long step) {
		int size = 8;
		int seeds = 8_000;
		int[][] places = new int[size][size];
		List<Match> people = people(80, 80, 79.9, 79.9, 79.5, 79.5, 79.2, 79);
		for (int i = 0; i < seeds; i++) {
			List<Rotation.Placed> order = new Rotation(i * step, 1).of(people);
			for (int place = 0; place < size; place++) {
				places[order.get(place).place() - 1][place]++;
			}
		}
		for (int[] person : places) {
			for (int count : person) {
				// five standard deviations of a fair draw
				assertThat(count).isCloseTo(seeds / size, within(150));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = {0, -1, 3.01, Double.NaN, Double.POSITIVE_INFINITY})
	void refusesABandThatIsNone(double band) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Rotation(1, band));
	}

	@Test
	void doesNotDependOnTheOrderOfEquals() {
		List<Match> people = people(80, 80, 80, 80);
		List<Match> other = new ArrayList<>(people);
		other.sort(Comparator.comparingLong(Match::expertId).reversed());
		assertThat(ids(new Rotation(5, 1).of(other))).isEqualTo(ids(new Rotation(5, 1).of(people)));
	}

}
