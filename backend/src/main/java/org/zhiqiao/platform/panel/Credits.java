package org.zhiqiao.platform.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.springframework.stereotype.Component;

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
		return LocalDate.now(this.clock.withZone(PoolReader.HERE))
				.minusYears(Credit.YEARS)
				.atStartOfDay(PoolReader.HERE)
				.toInstant();
	}

	/** Whether it counts, as to when it was given. */
	boolean recent(Assessment assessment) {
		return !assessment.at().isBefore(since());
	}

	/** @param about the assessments of one person */
	double of(List<Assessment> about) {
		return Credit.of(about.stream()
				.filter(this::recent)
				.map(Assessment::counted)
				.filter(OptionalInt::isPresent)
				.map(OptionalInt::getAsInt)
				.toList());
	}

	/** Those whose credit is lower. Whoever was never assessed is not among them, as no rule asks for more than everybody has. */
	Set<Long> below(int points) {
		var found = new HashSet<Long>();
		this.table.since(since()).forEach((person, about) -> {
			if (of(about) < points) {
				found.add(person);
			}
		});
		return found;
	}

}
