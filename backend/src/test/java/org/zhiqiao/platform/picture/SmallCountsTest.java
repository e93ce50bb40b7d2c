package org.zhiqiao.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.zhiqiao.platform.picture.SmallCounts.PeopleCount;

class SmallCountsTest {

	private static final int MOST = 14;

	/** Whoever knows the rule, and everything that is told, reckons all that the parts may be. */
	@Test
	void leavesEverySmallCountOpenFromNoughtToFour() {
		for (var one = 0L; one <= MOST; one++) {
			for (var two = 0L; two <= MOST; two++) {
				for (var three = 0L; three <= MOST; three++) {
					var parts = List.of(one, two, three);
					var told = SmallCounts.of(parts);
					for (var i = 0; i < parts.size(); i++) {
						var count = told.parts().get(i);
						if (parts.get(i) < 5) {
							assertThat(count).as("%s", parts).isEqualTo(new PeopleCount(null, true));
							if (told.total().count() != null) {
								assertThat(possible(told, i)).as("part %s of %s", i, parts).contains(0L, 1L, 2L, 3L,
										4L);
							}
						} else if (count.count() != null) {
							assertThat(count.count()).isEqualTo(parts.get(i));
						}
					}
				}
			}
		}
	}

	/** What a part may be, given the total and the parts that are told. */
	private static Set<Long> possible(SmallCounts told, int part) {
		var hidden = new ArrayList<Integer>();
		var rest = Objects.requireNonNull(told.total().count());
		for (var i = 0; i < told.parts().size(); i++) {
			var count = told.parts().get(i).count();
			if (count == null) {
				hidden.add(i);
			} else {
				rest -= count;
			}
		}
		var found = new HashSet<Long>();
		enumerate(told, hidden, 0, rest, part, -1, found);
		return found;
	}

	private static void enumerate(SmallCounts told, List<Integer> hidden, int next, long rest, int part, long value,
			Set<Long> found) {
		if (next == hidden.size()) {
			if (rest == 0 && value >= 0) {
				found.add(value);
			}
			return;
		}
		var at = hidden.get(next);
		var small = told.parts().get(at).small();
		for (var count = small ? 0L : 5L; count <= (small ? Math.min(4, rest) : rest); count++) {
			enumerate(told, hidden, next + 1, rest - count, part, (at == part) ? count : value, found);
		}
	}

	/** Whoever knows both ways of parting the same people still cannot reckon a small count. */
	@Test
	void leavesSmallCountsOpenWherePeopleArePartedTwice() {
		var possible = new HashMap<List<SmallCounts>, List<Set<Long>>>();
		var asked = new HashSet<List<SmallCounts>>();
		for (var total = 0L; total <= 20; total++) {
			var all = partings(total);
			for (var one : all) {
				for (var other : all) {
					var told = SmallCounts.together(one, other);
					var values = possible.computeIfAbsent(told,
							_ -> Stream.generate(() -> (Set<Long>) new HashSet<Long>()).limit(6).toList());
					for (var i = 0; i < 3; i++) {
						values.get(i).add(one.get(i));
						values.get(3 + i).add(other.get(i));
					}
					if (total <= 12) {
						asked.add(told);
					}
				}
			}
		}
		for (var told : asked) {
			for (var i = 0; i < 6; i++) {
				if (told.get(i / 3).parts().get(i % 3).small()) {
					assertThat(Objects.requireNonNull(possible.get(told)).get(i)).as("part %s of %s", i, told)
							.contains(0L, 1L, 2L, 3L, 4L);
				}
			}
		}
	}

	private static List<List<Long>> partings(long total) {
		var all = new ArrayList<List<Long>>();
		for (var one = 0L; one <= total; one++) {
			for (var two = 0L; one + two <= total; two++) {
				all.add(List.of(one, two, total - one - two));
			}
		}
		return all;
	}

	@Test
	void tellsWhatIsLarge() {
		var told = SmallCounts.of(List.of(40L, 12L, 5L));
		assertThat(told.parts()).extracting(PeopleCount::count).containsExactly(40L, 12L, 5L);
		assertThat(told.total().count()).isEqualTo(57);
	}

	@Test
	void hidesTheSmallestOtherWithASmallOne() {
		var told = SmallCounts.of(List.of(40L, 12L, 2L));
		assertThat(told.parts()).containsExactly(PeopleCount.of(40), PeopleCount.hidden(), new PeopleCount(null, true));
		assertThat(told.total().count()).isEqualTo(54);
	}

	@Test
	void hidesTheTotalWhereNothingElseHelps() {
		assertThat(SmallCounts.of(List.of(4L, 4L, 4L)).total()).isEqualTo(PeopleCount.hidden());
		assertThat(SmallCounts.of(List.of(0L, 3L, 0L)).total()).isEqualTo(new PeopleCount(null, true));
	}

}
