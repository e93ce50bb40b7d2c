package org.zhiqiao.platform.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.matching.Percentages;
import org.zhiqiao.platform.weighting.NeedCase.Comparison;
import org.zhiqiao.search.ranking.Criterion;

class SuggestingTest {

	private static final Percentages USUAL = Percentages.SHIPPED;

	private static Fulfilled person(double domain, double language) {
		return Fulfilled.of(Map.of(Criterion.DOMAIN, domain, Criterion.LANGUAGE, language));
	}

	private static NeedCase need(long id, Fulfilled came, Fulfilled... others) {
		return new NeedCase(id, List.of(new Comparison(came, List.of(others))));
	}

	private static Suggestion of(List<NeedCase> cases) {
		return Suggesting.of(USUAL, cases, List.of());
	}

	/** Whoever spoke the language was taken, although others knew a little more of the subject. */
	private static List<NeedCase> languageDecided(int needs) {
		var cases = new ArrayList<NeedCase>();
		for (var i = 0; i < needs; i++) {
			// With 50 : 20 the subject has the upper hand by a little, with 40 : 30 the language.
			var more = 0.30 + 0.002 * (i % 10);
			cases.add(need(i, person(0.5, 0.9), person(0.5 + more, 0.3), person(0.2, 0.2)));
		}
		return cases;
	}

	@Test
	void countsPairsInTheRightOrderAndTiesHalf() {
		var one = need(1, person(0.5, 0.5), person(0.4, 0.5), person(0.6, 0.5), person(0.5, 0.5),
				person(0.1, 0.1));
		assertThat(new Pairs(one).share(USUAL)).isCloseTo((1 + 0 + 0.5 + 1) / 4, within(1e-12));
	}

	@Test
	void countsByWhatIsKnownOfBoth() {
		var one = need(1, person(0.5, 0.9), Fulfilled.of(Map.of(Criterion.DOMAIN, 0.6)));
		assertThat(new Pairs(one).share(USUAL)).as("of the other nobody knows the languages").isZero();
		var silent = need(1, person(0.5, 0.9), person(0.6, 0.2));
		assertThat(new Pairs(silent).share(new Percentages(0, 0, 50, 50)))
				.as("as in the ranking, criteria without weight count alike where there are no others").isOne();
	}

	@Test
	void suggestsMoreForTheLanguageWhereItDecided() {
		var found = of(languageDecided(24));
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
		assertThat(of(cases)).isEqualTo(of(cases))
				.isEqualTo(of(cases.reversed()));
	}

	@Test
	void saysNothingOfTooFewNeeds() {
		var found = of(languageDecided(Suggesting.NEEDED - 1));
		assertThat(found.verdict()).isEqualTo(Suggestion.TOO_FEW);
		assertThat(found.suggested()).isNull();
		assertThat(found.best()).isNull();
		assertThat(found.currentShare()).isCloseTo(0.5, within(1e-12));
		assertThat(of(List.of()).currentShare()).isNull();
	}

	@Test
	void keepsWhatHoldsWhereNothingWouldBeGained() {
		var cases = new ArrayList<NeedCase>();
		for (var i = 0; i < 30; i++) {
			cases.add(need(i, person(0.9, 0.9), person(0.2, 0.1)));
		}
		var found = of(cases);
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
					? need(i, person(0.5, 0.9), person(0.8, 0.3))
					: need(i, person(0.9, 0.9), person(0.2, 0.1)));
		}
		var found = of(cases);
		assertThat(found.verdict()).isEqualTo(Suggestion.UNCERTAIN);
		assertThat(found.low()).isNotNull().isNotPositive();
		assertThat(found.suggested()).isNull();
	}

	@Test
	void countsNoNeedOfWhichOnlyTodayIsKnown() {
		var found = Suggesting.of(USUAL, languageDecided(Suggesting.NEEDED - 1), languageDecided(60));
		assertThat(found.verdict()).isEqualTo(Suggestion.TOO_FEW);
		assertThat(found.needs()).isEqualTo(Suggesting.NEEDED - 1);
		assertThat(found.pairs()).isEqualTo(2 * (Suggesting.NEEDED - 1));
		assertThat(found.criteria().getFirst().needs()).as("they only describe").isEqualTo(Suggesting.NEEDED - 1 + 60);
		var today = Suggesting.of(USUAL, List.of(), languageDecided(60));
		assertThat(today.suggested()).isNull();
		assertThat(today.currentShare()).isNull();
		assertThat(today.criteria().getFirst().needs()).isEqualTo(60);

		var against = new ArrayList<NeedCase>();
		for (var i = 100; i < 160; i++) {
			against.add(need(i, person(0.9, 0.1), person(0.1, 0.9)));
		}
		var cases = languageDecided(24);
		assertThat(Suggesting.of(USUAL, cases, against).suggested()).as("nor do they weigh against")
				.isEqualTo(of(cases).suggested())
				.isNotNull();
	}

	@Test
	void comparesSoManyAtMostAndTheSameOnesAgain() {
		var others = new ArrayList<Fulfilled>();
		for (var i = 0; i < 5000; i++) {
			// Every second one fulfils more.
			others.add(person((i % 2 == 0) ? 0.9 : 0.1, 0.5));
		}
		var few = new Comparison(person(0.5, 0.5), others.subList(0, 10));
		var many = new Comparison(person(0.5, 0.5), others);
		var pairs = new Pairs(new NeedCase(7, List.of(few, many)));
		assertThat(pairs.count()).isEqualTo(10 + Pairs.MOST / 2);
		assertThat(pairs.share(USUAL)).isCloseTo(0.5, within(0.1))
				.isEqualTo(new Pairs(new NeedCase(7, List.of(few, many))).share(USUAL));
		var crowd = new Pairs(new NeedCase(8, Collections.nCopies(2 * Pairs.MOST, few)));
		assertThat(crowd.count()).as("nobody with whom something came about is left out").isEqualTo(2 * Pairs.MOST);
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
