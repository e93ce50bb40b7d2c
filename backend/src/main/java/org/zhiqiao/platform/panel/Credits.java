package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.moment.Moments;

/** The credits of people as they are today. They are worked out each time: nothing can get out of step. */
@Component
class Credits {

	private final AssessmentTable table;

	private final Clock clock;

	Credits(AssessmentTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	/** Assessments given before do not count any more. */
	Instant since() {
		return LocalDate.now(this.clock.withZone(Moments.HERE))
				.minusYears(Credit.YEARS)
				.atStartOfDay(Moments.HERE)
				.toInstant();
	}

	/** Whether it counts, as to when it was given. */
	boolean recent(Assessment assessment) {
		return !assessment.at().isBefore(since());
	}

	/**
	 * What counts of the assessments of one person: of each panel one, also if two profiles that both served have become one.
	 * @param about the latest first
	 */
	List<Integer> counting(List<Assessment> about) {
		var panels = new HashSet<Long>();
		return about.stream()
				.filter(one -> recent(one) && panels.add(one.panel()))
				.map(Assessment::counted)
				.filter(OptionalInt::isPresent)
				.map(OptionalInt::getAsInt)
				.toList();
	}

	/**
	 * Those whose credit is lower. Whoever was never assessed is not among them, as no rule asks for more than everybody has.
	 * Assessments count here from the month after they were given: who drops out of a pool today is not to be taken for a member
	 * of a panel that was settled yesterday.
	 */
	Set<Long> below(int points) {
		var found = new HashSet<Long>();
		var month = LocalDate.now(this.clock.withZone(Moments.HERE)).withDayOfMonth(1);
		this.table.between(since(), month.atStartOfDay(Moments.HERE).toInstant()).forEach((person, about) -> {
			if (Credit.of(counting(about)) < points) {
				found.add(person);
			}
		});
		return found;
	}

}
