package org.zhiqiao.platform.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.search.ranking.Criterion;

class SuggestingTest {

	private static final Percentages USUAL = Percentages.SHIPPED;

	private static Map<Criterion, Double> person(double domain, double language) {
		return Map.of(Criterion.DOMAIN, domain, Criterion.LANGUAGE, language);
	}

	/** Whoever spoke the language was taken, although others knew a little more of the subject. */
	private static List<NeedCase> languageDecided(int needs) {
		var cases = new ArrayList<NeedCase>();
		for (var i = 0; i < needs; i++) {
			// With 50 : 20 the subject has the upper hand by a little, with 40 : 30 the language.
			var more = 0.30 + 0.002 * (i % 10);
			cases.add(new NeedCase(i, List.of(person(0.5, 0.9)), List.of(person(0.5 + more, 0.3), person(0.2, 0.2))));
		}
		return cases;
	}

	@Test
	void countsPairsInTheRightOrderAndTiesHalf() {
		var one = new NeedCase(1, List.of(person(0.5, 0.5)),
				List.of(person(0.4, 0.5), person(0.6, 0.5), person(0.5, 0.5), person(0.1, 0.1)));
		assertThat(Suggesting.share(one, USUAL)).isCloseTo((1 + 0 + 0.5 + 1) / 4, within(1e-12));
	}

	@Test
	void countsByWhatIsKnownOfBoth() {
		var one = new NeedCase(1, List.of(person(0.5, 0.9)), List.of(Map.of(Criterion.DOMAIN, 0.6)));
		assertThat(Suggesting.share(one, USUAL)).as("of the other nobody knows the languages").isZero();
		var silent = new NeedCase(1, List.of(person(0.5, 0.9)), List.of(person(0.6, 0.2)));
		assertThat(Suggesting.share(silent, new Percentages(0, 0, 50, 50)))
				.as("as in the ranking, criteria without weight count alike where there are no others").isOne();
	}

	@Test
	void suggestsMoreForTheLanguageWhereItDecided() {
		var found = Suggesting.of(USUAL, languageDecided(24));
		assertThat(found.verdict()).isEqualTo(Suggestion.SUGGESTED);
		assertThat(found.needs()).isEqualTo(24);
		assertThat(found.pairs()).isEqualTo(48);
		assertThat(found.currentShare()).isCloseTo(0.5, within(1e-12));
		assertThat(found.bestShare()).isCloseTo(1, within(1e-12));
		var best = Objects.requireNonNull(found.suggested());
		assertThat(best.language()).isGreaterThan(USUAL.language());
		assertThat(best.domain()).isLessThanOrEqualTo(USUAL.domain());
		assertThat(best.list().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
		assertThat(Objects.requireNonNull(found.low())).isPositive();
		var language = found.criteria()
				.stream()
				.filter(one -> one.criterion().equals("language"))
				.findFirst()
				.orElseThrow();
		assertThat(language.needs()).isEqualTo(24);
		assertThat(language.came()).isCloseTo(0.9, within(1e-12));
		assertThat(language.others()).isCloseTo(0.25, within(1e-12));
		assertThat(language.share()).isEqualTo(1);
		assertThat(found.criteria()).filteredOn(one -> one.criterion().equals("country"))
				.singleElement()
				.satisfies(country -> {
					assertThat(country.needs()).isZero();
					assertThat(country.share()).isNull();
				});
	}

	@Test
	void givesTheSameFiguresAgainWhateverTheOrder() {
		var cases = languageDecided(30);
		assertThat(Suggesting.of(USUAL, cases)).isEqualTo(Suggesting.of(USUAL, cases))
				.isEqualTo(Suggesting.of(USUAL, cases.reversed()));
	}

	@Test
	void saysNothingOfTooFewNeeds() {
		var found = Suggesting.of(USUAL, languageDecided(Suggesting.NEEDED - 1));
		assertThat(found.verdict()).isEqualTo(Suggestion.TOO_FEW);
		assertThat(found.suggested()).isNull();
		assertThat(found.best()).isNull();
		assertThat(found.currentShare()).isCloseTo(0.5, within(1e-12));
		assertThat(Suggesting.of(USUAL, List.of()).currentShare()).isNull();
	}

	@Test
	void keepsWhatHoldsWhereNothingWouldBeGained() {
		var cases = new ArrayList<NeedCase>();
		for (var i = 0; i < 30; i++) {
			cases.add(new NeedCase(i, List.of(person(0.9, 0.9)), List.of(person(0.2, 0.1))));
		}
		var found = Suggesting.of(USUAL, cases);
		assertThat(found.verdict()).isEqualTo(Suggestion.NO_GAIN);
		assertThat(found.best()).isEqualTo(USUAL);
		assertThat(found.suggested()).isNull();
	}

	@Test
	void doesNotTrustAGainThatAFewNeedsMake() {
		var cases = new ArrayList<NeedCase>();
		for (var i = 0; i < 24; i++) {
			// In three needs the language decided; in all others either weights give the same.
			cases.add((i % 8 == 0)
					? new NeedCase(i, List.of(person(0.5, 0.9)), List.of(person(0.8, 0.3)))
					: new NeedCase(i, List.of(person(0.9, 0.9)), List.of(person(0.2, 0.1))));
		}
		var found = Suggesting.of(USUAL, cases);
		assertThat(found.verdict()).isEqualTo(Suggestion.UNCERTAIN);
		assertThat(found.low()).isNotNull().isNotPositive();
		assertThat(found.suggested()).isNull();
	}

	@Test
	void triesOnlyWhatIsNearAndSilencesNothing() {
		assertThat(Suggesting.around(USUAL)).startsWith(USUAL).allSatisfy(one -> {
			assertThat(one.list().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
			for (var criterion : Criterion.values()) {
				assertThat(one.of(criterion)).isGreaterThanOrEqualTo(5);
				assertThat(Math.abs(one.of(criterion) - USUAL.of(criterion))).isLessThanOrEqualTo(20);
			}
		}).doesNotHaveDuplicates();
		assertThat(Suggesting.around(new Percentages(100, 0, 0, 0))).as("what was silenced may stay so")
				.startsWith(new Percentages(100, 0, 0, 0));
	}

}
