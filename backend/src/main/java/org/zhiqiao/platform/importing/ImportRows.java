package org.zhiqiao.platform.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.expert.Evidence;
import org.zhiqiao.platform.expert.ExpertIntake;
import org.zhiqiao.platform.expert.ExpertIntake.Incoming;
import org.zhiqiao.platform.expert.ExpertIntake.Outcome;
import org.zhiqiao.platform.importing.ImportJob.Tally;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

/** Puts rows into the database, each as far as it goes, and notes what is wrong with those that do not go. */
@Component
class ImportRows {

	private static final Tally CREATED = new Tally(1, 1, 0, 0, 0);

	private static final Tally UPDATED = new Tally(1, 0, 1, 0, 0);

	private static final Tally UNCHANGED = new Tally(1, 0, 0, 1, 0);

	private static final Tally FAILED = new Tally(1, 0, 0, 0, 1);

	private final ImportTable table;

	private final ExpertIntake intake;

	ImportRows(ImportTable table, ExpertIntake intake) {
		this.table = table;
		this.intake = intake;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	Tally store(ImportJob job, List<Row> rows) {
		var tally = Tally.NONE;
		var works = new ArrayList<Row.Work>();
		for (var row : rows) {
			tally = tally.plus(switch (row) {
				case Row.Person person -> person(job, person);
				case Row.Work work -> {
					works.add(work);
					yield Tally.NONE;
				}
				case Row.Wrong wrong -> failed(job, row, wrong.errors());
				case Row.Skipped _ -> Tally.NONE;
			});
		}
		return tally.plus(works(job, works));
	}

	/** Notes a row that made the program stumble, so that the others can go on. */
	@Transactional(propagation = Propagation.MANDATORY)
	Tally stumbled(ImportJob job, Row row) {
		return failed(job, row, List.of(RowError.of("", "row-unexpected", null)));
	}

	/**
	 * That the record is known says nothing by itself: see {@code backend/docs/decisions/killed-while-embedded.md}. Only if
	 * there is a profile too, the row has been stored before.
	 */
	private Tally person(ImportJob job, Row.Person person) {
		var hash = ImportTable.sha256(person.raw());
		var known = this.table.known(job.kind(), person.key());
		var expert = known.map(ImportTable.Known::expertId).orElse(null);
		if (known.isPresent() && known.get().hash().equals(hash) && expert != null && this.intake.has(expert)) {
			return UNCHANGED;
		}
		return switch (this.intake.take(new Incoming(job.kind().source(), person.profile(), job.publish()), expert)) {
			case Outcome.Created(long id) -> remember(job, person, hash, id, CREATED);
			case Outcome.Updated(long id) -> remember(job, person, hash, id, UPDATED);
			case Outcome.Unchanged(long id) -> remember(job, person, hash, id, UNCHANGED);
			case Outcome.Refused(List<FieldError> errors) -> failed(job, person,
					errors.stream()
							.map((error) -> new RowError(person.fields().apply(error.pointer()), error.code(),
									error.arguments().stream().map(String::valueOf).toList(),
									error.arguments().isEmpty() ? null : String.valueOf(error.arguments().getFirst())))
							.toList());
		};
	}

	private Tally remember(ImportJob job, Row.Person person, String hash, long expert, Tally tally) {
		this.table.remember(job.kind(), person.key(), hash, expert);
		return tally;
	}

	/** The works of one author are added together: a profile is read and written once, not once for each work. */
	private Tally works(ImportJob job, List<Row.Work> works) {
		var tally = Tally.NONE;
		var ofExpert = new LinkedHashMap<Long, List<Evidence>>();
		var fresh = new LinkedHashMap<Row.Work, List<Long>>();
		for (var work : works) {
			var hash = ImportTable.sha256(work.raw());
			var known = this.table.known(job.kind(), work.key());
			if (known.isPresent() && known.get().hash().equals(hash)) {
				tally = tally.plus(UNCHANGED);
				continue;
			}
			var experts = new ArrayList<Long>();
			work.evidence().forEach((author, evidence) -> this.intake.byOpenalex(author).ifPresent((expert) -> {
				experts.add(expert);
				ofExpert.computeIfAbsent(expert, (_) -> new ArrayList<>()).add(evidence);
			}));
			if (experts.isEmpty()) {
				tally = tally.plus(failed(job, work, List.of(RowError.of("authorships", "unknown-author",
						String.join(", ", work.evidence().keySet().stream().limit(5).toList())))));
			} else {
				fresh.put(work, experts);
				this.table.remember(job.kind(), work.key(), hash, null);
			}
		}
		var changed = new ArrayList<Long>();
		ofExpert.forEach((expert, evidence) -> {
			if (this.intake.attach(expert, job.kind().source(), evidence) instanceof Outcome.Updated) {
				changed.add(expert);
			}
		});
		for (var experts : fresh.values()) {
			tally = tally.plus(experts.stream().anyMatch(changed::contains) ? UPDATED : UNCHANGED);
		}
		return tally;
	}

	private Tally failed(ImportJob job, Row row, List<RowError> errors) {
		this.table.wrong(job.id(), row.line(), row.raw(), errors);
		return FAILED;
	}

}
