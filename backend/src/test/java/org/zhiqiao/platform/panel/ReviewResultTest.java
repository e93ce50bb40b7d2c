package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.panel.ReviewResult.Marked;
import org.zhiqiao.platform.panel.ReviewResult.MemberMark;
import org.zhiqiao.platform.panel.ReviewSetup.ReviewCriterion;
import org.zhiqiao.platform.taxonomy.Bilingual;

class ReviewResultTest {

	/** Thirty points that count three times as much as the other ten. */
	private static final ReviewSetup TWO = new ReviewSetup(List.of(criterion("创新", 30, 3), criterion("可行", 10, 1)), "");

	private static ReviewCriterion criterion(String name, int points, int weight) {
		return new ReviewCriterion(new Bilingual(name, null), points, weight);
	}

	private static Marked member(long number, int item, double first, double second) {
		return new Marked(number, Map.of(item, Map.of(1, first, 2, second)));
	}

	@Test
	void weighsCriteriaOnAScaleOfHundred() {
		var result = ReviewResult.of(TWO, List.of(1), List.of(member(1, 1, 30, 10), member(2, 1, 15, 0))).items()
				.getFirst();
		assertThat(result.marks()).extracting(MemberMark::mark).containsExactly(100.0, 37.5);
		assertThat(result.mean()).isEqualTo(68.75);
		assertThat(result.least()).isEqualTo(37.5);
		assertThat(result.greatest()).isEqualTo(100);
		assertThat(result.deviation()).isEqualTo(31.25);
		assertThat(result.criteria()).containsExactly(75.0, 50.0);
	}

	@Test
	void ranksByMeansToTwoPlacesAndSharesARank() {
		var members = List.of(new Marked(1, Map.of(1, Map.of(1, 20.0, 2, 5.0), 2, Map.of(1, 25.0, 2, 5.0), 3,
				Map.of(1, 20.0, 2, 5.0), 4, Map.of(1, 1.0, 2, 0.0))));
		var result = ReviewResult.of(TWO, List.of(1, 2, 3, 4, 5), members);
		assertThat(result.items()).extracting(ReviewResult.ItemResult::rank).containsExactly(2, 1, 2, 4, null);
		assertThat(result.items().getLast().mean()).isNull();
		assertThat(result.items().getLast().marks()).isEmpty();
	}

	@Test
	void marksWhoIsFarFromTheMedianOfTheOthers() {
		var far = List.of(member(1, 1, 24, 8), member(2, 1, 24, 8), member(3, 1, 17.5, 6));
		assertThat(outliers(far)).containsExactly(false, false, true);
		// Twenty away is not more than twenty away.
		var edge = List.of(member(1, 1, 24, 8), member(2, 1, 24, 8), member(3, 1, 18, 6));
		assertThat(outliers(edge)).containsExactly(false, false, false);
		// Of two nobody can say who it is.
		assertThat(outliers(List.of(member(1, 1, 30, 10), member(2, 1, 0, 0)))).containsExactly(false, false);
	}

	private static List<Boolean> outliers(List<Marked> members) {
		return ReviewResult.of(TWO, List.of(1), members).items().getFirst().marks().stream().map(MemberMark::outlier)
				.toList();
	}

	@Test
	void leavesOutWhoMayNotJudgeAnItem() {
		var result = ReviewResult.of(TWO, List.of(1, 2),
				List.of(member(1, 1, 30, 10), member(2, 2, 0, 0), member(3, 1, 0, 0)));
		assertThat(result.items().getFirst().marks()).extracting(MemberMark::member).containsExactly(1L, 3L);
		assertThat(result.items().getLast().marks()).extracting(MemberMark::member).containsExactly(2L);
	}

	@Test
	void agreesWithAPlainCountOnRandomPoints() {
		var seed = System.nanoTime();
		var random = new Random(seed);
		for (var round = 0; round < 200; round++) {
			var criteria = new ArrayList<ReviewCriterion>();
			for (var i = 0; i <= random.nextInt(5); i++) {
				criteria.add(criterion("c" + i, 1 + random.nextInt(40), 1 + random.nextInt(9)));
			}
			var setup = new ReviewSetup(criteria, "");
			var members = new ArrayList<Marked>();
			var marks = new ArrayList<Double>();
			for (var member = 1; member <= 1 + random.nextInt(7); member++) {
				var points = new HashMap<Integer, Double>();
				var above = 0.0;
				var below = 0.0;
				for (var i = 0; i < criteria.size(); i++) {
					var given = random.nextInt(2 * criteria.get(i).points() + 1) / 2.0;
					points.put(i + 1, given);
					above += given * 100 / criteria.get(i).points() * criteria.get(i).weight();
					below += criteria.get(i).weight();
				}
				members.add(new Marked(member, Map.of(7, points)));
				marks.add(above / below);
			}
			var mean = 0.0;
			for (var mark : marks) {
				mean += mark / marks.size();
			}
			var squares = 0.0;
			for (var mark : marks) {
				squares += mark * mark / marks.size();
			}
			var found = ReviewResult.of(setup, List.of(7), members).items().getFirst();
			assertThat(found.mean()).as("seed %d", seed).isCloseTo(mean, within(1e-9));
			assertThat(found.deviation()).as("seed %d", seed)
					.isCloseTo(Math.sqrt(Math.max(0, squares - mean * mean)), within(1e-5));
			assertThat(found.greatest()).isCloseTo(marks.stream().max(Double::compare).orElseThrow(), within(1e-9));
			assertThat(found.rank()).isOne();
		}
	}

}
