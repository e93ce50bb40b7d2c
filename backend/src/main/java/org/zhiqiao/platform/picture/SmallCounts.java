package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Counts of people of whom few could be recognised. Counts below five are not told (threshold rule; Eurostat, Handbook on
 * Statistical Disclosure Control, 2nd ed. 2024, ch. 4), nor as many others as it takes that no such count follows from the sum:
 * whatever is told, each of the small ones may still be any number from 0 to 4.
 *
 * @param total of all parts; not told where it is small itself, or would betray a part
 * @param parts in the order given
 */
record SmallCounts(PeopleCount total, List<PeopleCount> parts) {

	private static final int LEAST = 5;

	/**
	 * A count, or why it is not told.
	 *
	 * @param count absent where it is not told
	 * @param small whether that is because it is below five; else it would betray another
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	record PeopleCount(@Nullable Long count, boolean small) {

		static PeopleCount of(long count) {
			return (count < LEAST) ? new PeopleCount(null, true) : new PeopleCount(count, false);
		}

		static PeopleCount hidden() {
			return new PeopleCount(null, false);
		}

	}

	/**
	 * Two ways of parting the same people. Where one must not tell how many they are, which is so of few people only, neither
	 * tells anything: from what the other tells, the one could be reckoned.
	 */
	static List<SmallCounts> together(List<Long> one, List<Long> other) {
		var both = List.of(of(one), of(other));
		return both.stream().anyMatch(counts -> counts.total.equals(PeopleCount.hidden()))
				? both.stream().map(SmallCounts::untold).toList()
				: both;
	}

	private SmallCounts untold() {
		return new SmallCounts(PeopleCount.hidden(), this.parts.stream().map(_ -> PeopleCount.hidden()).toList());
	}

	static SmallCounts of(List<Long> parts) {
		var total = parts.stream().mapToLong(Long::longValue).sum();
		var small = IntStream.range(0, parts.size()).filter(i -> parts.get(i) < LEAST).boxed().toList();
		if (small.isEmpty()) {
			return new SmallCounts(PeopleCount.of(total), parts.stream().map(PeopleCount::of).toList());
		}
		if (total < LEAST) {
			return new SmallCounts(PeopleCount.of(total), parts.stream().map(PeopleCount::of).toList());
		}
		var others = IntStream.range(0, parts.size())
				.filter(i -> parts.get(i) >= LEAST)
				.boxed()
				.sorted(Comparator.comparing(parts::get))
				.toList();
		var hidden = new ArrayList<Integer>();
		var sum = small.stream().mapToLong(parts::get).sum();
		// Of a hidden part everybody knows that it is at least five: a small one may be 4 only if the sum leaves room for it.
		while (hidden.isEmpty() || sum < (long) LEAST * hidden.size() + LEAST - 1) {
			if (hidden.size() == others.size()) {
				return new SmallCounts(PeopleCount.hidden(), counts(parts, hidden));
			}
			var next = others.get(hidden.size());
			hidden.add(next);
			sum += parts.get(next);
		}
		return new SmallCounts(PeopleCount.of(total), counts(parts, hidden));
	}

	private static List<PeopleCount> counts(List<Long> parts, List<Integer> hidden) {
		return IntStream.range(0, parts.size())
				.mapToObj(i -> hidden.contains(i) ? PeopleCount.hidden() : PeopleCount.of(parts.get(i)))
				.toList();
	}

}
