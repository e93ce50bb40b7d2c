package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertIntake;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.expert.Source;
import org.zhiqiao.platform.importing.ImportJob.State;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.Texts;

/** What people do with imports: start them, watch them, halt them, and fetch what is wrong. */
@Service
class ImportService {

	static final int PAGE = 50;

	private final ImportTable table;

	private final ImportFiles files;

	private final ImportWorker worker;

	private final ExpertIntake intake;

	private final CurrentActor currentActor;

	private final AuditLog audit;

	private final Texts texts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportService(ImportTable table, ImportFiles files, ImportWorker worker, ExpertIntake intake,
			CurrentActor currentActor, AuditLog audit, Texts texts, PlatformTransactionManager transactions,
			Clock clock) {
		this.table = table;
		this.files = files;
		this.worker = worker;
		this.intake = intake;
		this.currentActor = currentActor;
		this.audit = audit;
		this.texts = texts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Takes a file in and starts its job; a file that cannot be used is refused at once. */
	ImportJob start(MultipartFile file, ImportKind kind, boolean publish) throws IOException {
		var actor = this.currentActor.required();
		var stored = accept(file, kind);
		var job = Objects.requireNonNull(this.transaction.execute((_) -> {
			var id = this.table.insert(kind, nameOf(file), stored, publish, actor.accountId(), this.clock.instant());
			this.audit.record("import.started", "import", id, null, Map.of("kind", kind, "file", nameOf(file)));
			return this.table.find(id).orElseThrow();
		}));
		this.worker.wake();
		return job;
	}

	/** Adds an ORCID record to a profile that the reader is in charge of. */
	ExpertIntake.Added addOrcid(long expertId, MultipartFile file) throws IOException {
		var stored = accept(file, ImportKind.ORCID);
		try (var reader = this.files.open(ImportKind.ORCID, stored, 0)) {
			return switch (reader.next()) {
				case Row.Person person -> this.intake.addTo(expertId, Source.ORCID, person.profile());
				case Row.Wrong wrong -> throw new InvalidInput("/file", wrong.errors().getFirst().code());
				case null, default -> throw new InvalidInput("/file", "not-orcid");
			};
		} catch (UnreadableFile unreadable) {
			throw new InvalidInput("/file", unreadable.code());
		} finally {
			this.files.delete(stored);
		}
	}

	private String accept(MultipartFile file, ImportKind kind) throws IOException {
		var stored = this.files.store(file.getInputStream());
		try {
			this.files.check(kind, stored);
			return stored;
		} catch (UnreadableFile unreadable) {
			this.files.delete(stored);
			throw new InvalidInput("/file", unreadable.code());
		} catch (IOException | RuntimeException failure) {
			this.files.delete(stored);
			throw failure;
		}
	}

	@Transactional(readOnly = true)
	public JobPage list(int page) {
		return new JobPage(this.table.list((page - 1) * PAGE, PAGE), this.table.count(), page, PAGE);
	}

	@Transactional(readOnly = true)
	public ImportJob read(long id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("import", id));
	}

	@Transactional(readOnly = true)
	public ErrorPage errors(long id, int page, Locale language) {
		var job = read(id);
		var items = this.table.errors(id, (page - 1) * PAGE, PAGE)
				.stream()
				.map((row) -> new ErrorView(row.line(), row.error().field(), label(job, row.error().field(), language),
						row.error().code(),
						this.texts.text(language, "field." + row.error().code(), List.copyOf(row.error().arguments())),
						row.error().value()))
				.toList();
		return new ErrorPage(items, this.table.countErrors(id), page, PAGE);
	}

	private static String label(ImportJob job, String field, Locale language) {
		return (job.kind() == ImportKind.SPREADSHEET)
				? Column.ofKey(field).map((column) -> column.heading(language)).orElse(field)
				: field;
	}

	/** The wrong rows as a list with the reasons, to be mended and imported again. */
	void writeWrongRows(long id, Locale language, OutputStream out) throws IOException {
		var job = read(id);
		WrongRows.write(job.kind(), () -> wrongRows(id), this.texts, language, out);
	}

	/** The wrong lines of a JSON file as they stood there. */
	void writeWrongLines(long id, OutputStream out) throws IOException {
		read(id);
		var rows = wrongRows(id);
		while (rows.hasNext()) {
			out.write((rows.next().raw() + "\n").getBytes(StandardCharsets.UTF_8));
		}
	}

	/** A hundred at a time, so that the file can be larger than the memory. */
	private Iterator<WrongRows.Found> wrongRows(long job) {
		return new Iterator<>() {

			private Iterator<WrongRows.Found> some = List.<WrongRows.Found>of().iterator();

			private int line;

			@Override
			public boolean hasNext() {
				if (!this.some.hasNext()) {
					this.some = ImportService.this.table.wrongRowsAfter(job, this.line, 100).iterator();
				}
				return this.some.hasNext();
			}

			@Override
			public WrongRows.Found next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				var found = this.some.next();
				this.line = found.line();
				return found;
			}

		};
	}

	@Transactional
	public ImportJob pause(long id) {
		return change(id, State.PAUSED, "import.paused", State.QUEUED, State.RUNNING);
	}

	@Transactional
	public ImportJob cancel(long id) {
		var job = change(id, State.CANCELLED, "import.cancelled", State.QUEUED, State.RUNNING, State.PAUSED,
				State.FAILED);
		this.files.delete(job.storedName());
		return job;
	}

	ImportJob resume(long id) {
		var job = Objects.requireNonNull(this.transaction
				.execute((_) -> change(id, State.QUEUED, "import.resumed", State.PAUSED, State.FAILED)));
		this.worker.wake();
		return job;
	}

	private ImportJob change(long id, State wanted, String action, State... from) {
		var job = this.table.lock(id).orElseThrow(() -> new NotFound("import", id));
		if (!List.of(from).contains(job.state())) {
			throw new InvalidState("import", job.state().code(), wanted.code());
		}
		this.table.state(id, wanted, null, this.clock.instant());
		this.audit.record(action, "import", id, Map.of("state", job.state()), Map.of("state", wanted));
		return this.table.find(id).orElseThrow();
	}

	@EventListener
	void on(ExpertErased erased) {
		this.table.forgetExpert(erased.expertId());
	}

	@EventListener
	void on(ExpertsMerged merged) {
		this.table.moveExpert(merged.gone(), merged.stays());
	}

	private static String nameOf(MultipartFile file) {
		var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("[\\p{Cntrl}/\\\\]", "_")
				.strip();
		return name.isEmpty() ? "-" : (name.length() > 200) ? name.substring(name.length() - 200) : name;
	}

	/** Jobs, the newest first. */
	record JobPage(List<ImportJob> items, int total, int page, int size) {

	}

	/**
	 * What is wrong at one place of a file.
	 *
	 * @param field the column's key, or the path in the JSON
	 * @param label the column's heading in the reader's language
	 */
	record ErrorView(int line, String field, String label, String code, String detail, @Nullable String value) {

	}

	/** Errors in the order of the file. */
	record ErrorPage(List<ErrorView> items, int total, int page, int size) {

	}

}
