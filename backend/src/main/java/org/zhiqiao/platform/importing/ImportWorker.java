package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.importing.ImportJob.Place;
import org.zhiqiao.platform.importing.ImportJob.State;
import org.zhiqiao.platform.importing.ImportJob.Tally;

/**
 * Works on one import after the other, in the background. A few rows at a time are stored together with the place in the file
 * that they bring the job to; so after a crash it goes on behind the last rows that were stored, and no row counts twice.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	/** How long until a job is looked for without being told, and tried again after the database was away. */
	private static final Duration LOOK = Duration.ofSeconds(30);

	private final ImportTable table;

	private final ImportFiles files;

	private final ImportRows rows;

	private final TransactionTemplate transaction;

	private final ImportingSettings settings;

	private final Clock clock;

	private final Semaphore work = new Semaphore(0);

	private volatile @Nullable Thread thread;

	private volatile boolean stopping;

	ImportWorker(ImportTable table, ImportFiles files, ImportRows rows, PlatformTransactionManager transactions,
			ImportingSettings settings, Clock clock) {
		this.table = table;
		this.files = files;
		this.rows = rows;
		this.transaction = new TransactionTemplate(transactions);
		this.settings = settings;
		this.clock = clock;
	}

	/** There is something to do. */
	void wake() {
		this.work.release();
	}

	@Override
	public void start() {
		var worker = Thread.ofVirtual().name("imports").unstarted(this::run);
		// Before it begins: a thread that is quicker would see none, take that for the end, and no import would be worked on.
		this.thread = worker;
		worker.start();
	}

	/** Between two lots of rows; what is not stored yet is read again after the next start. */
	@Override
	public void stop() {
		var running = this.thread;
		this.thread = null;
		if (running != null) {
			this.stopping = true;
			this.work.release();
			try {
				running.join(Duration.ofSeconds(20));
			} catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
			} finally {
				this.stopping = false;
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		while (isRunning()) {
			try {
				if (!workOnNext()) {
					var _ = this.work.tryAcquire(LOOK.toSeconds(), TimeUnit.SECONDS);
					this.work.drainPermits();
				}
			} catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				return;
			} catch (RuntimeException failure) {
				// The database cannot even note the failure: the job stays as it is, and is tried again.
				log.error("Imports pause for {}", LOOK, failure);
				pause();
			}
		}
	}

	private void pause() {
		try {
			var _ = this.work.tryAcquire(LOOK.toSeconds(), TimeUnit.SECONDS);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Works on the next job, if there is one; returns whether there was. */
	boolean workOnNext() {
		var next = this.table.next();
		if (next.isEmpty()) {
			return false;
		}
		var job = next.get();
		actAs(job.createdBy());
		try {
			workOn(job);
		} catch (UnreadableFile unreadable) {
			fail(job, unreadable.code(), unreadable);
		} catch (IOException | RuntimeException failure) {
			fail(job, "import-failed", failure);
		} finally {
			SecurityContextHolder.clearContext();
		}
		return true;
	}

	private void fail(ImportJob job, String code, Exception failure) {
		log.error("Import {} stops", job.id(), failure);
		this.transaction
				.executeWithoutResult((_) -> this.table.state(job.id(), State.FAILED, code, this.clock.instant()));
	}

	/** What the rows change is done by whoever started the job. */
	private static void actAs(long accountId) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(Long.toString(accountId), "", List.of()));
		SecurityContextHolder.setContext(context);
	}

	private void workOn(ImportJob job) throws IOException {
		if (!this.files.exists(job.storedName())) {
			throw new UnreadableFile("file-gone");
		}
		this.transaction.executeWithoutResult((_) -> {
			this.table.forgetWrongRowsBefore(this.clock.instant().minus(this.settings.keepWrongRows()));
			this.table.state(job.id(), State.RUNNING, null, this.clock.instant());
		});
		if (job.total() == null) {
			count(job);
		}
		for (var pass = job.cursor().pass(); pass < ImportFiles.passes(job.kind()); pass++) {
			if (!goThrough(job, pass, (pass == job.cursor().pass()) ? job.cursor().row() : 0)) {
				return;
			}
		}
		this.transaction
				.executeWithoutResult((_) -> this.table.state(job.id(), State.DONE, null, this.clock.instant()));
		this.files.delete(job.storedName());
	}

	/** Every row counts in exactly one pass, so the rows of all passes together are the total. */
	private void count(ImportJob job) throws IOException {
		var total = 0;
		List<RowError> remarks;
		try (var reader = this.files.open(job.kind(), job.storedName(), 0)) {
			remarks = reader.remarks();
			for (var row = reader.next(); row != null; row = reader.next()) {
				if (!(row instanceof Row.Skipped) || job.kind() == ImportKind.OPENALEX) {
					total++;
				}
			}
		}
		var counted = total;
		this.transaction.executeWithoutResult((_) -> {
			this.table.total(job.id(), counted);
			this.table.remarks(job.id(), 1, remarks);
		});
	}

	/** Returns whether the end was reached; otherwise somebody halted the job, or the application is stopping. */
	private boolean goThrough(ImportJob job, int pass, int from) throws IOException {
		try (var reader = this.files.open(job.kind(), job.storedName(), pass)) {
			for (var i = 0; i < from; i++) {
				if (reader.next() == null) {
					return true;
				}
			}
			var at = from;
			while (true) {
				var lot = lot(reader);
				if (lot.isEmpty()) {
					return true;
				}
				at += lot.size();
				if (this.stopping || !store(job, lot, new Place(pass, at))) {
					return false;
				}
			}
		}
	}

	private List<Row> lot(RowReader reader) {
		var lot = new ArrayList<Row>();
		while (lot.size() < this.settings.rowsAtOnce()) {
			var row = reader.next();
			if (row == null) {
				break;
			}
			lot.add(row);
		}
		return lot;
	}

	private boolean store(ImportJob job, List<Row> lot, Place place) {
		try {
			return this.transaction.execute((_) -> storeHere(job, lot, place));
		} catch (RuntimeException failure) {
			log.warn("Import {}: {} rows before row {} are tried one by one", job.id(), lot.size(), place.row(),
					failure);
			return oneByOne(job, lot, place);
		}
	}

	private boolean oneByOne(ImportJob job, List<Row> lot, Place end) {
		var at = end.row() - lot.size();
		for (var row : lot) {
			at++;
			var place = new Place(end.pass(), at);
			boolean goOn;
			try {
				goOn = this.transaction.execute((_) -> storeHere(job, List.of(row), place));
			} catch (RuntimeException failure) {
				log.error("Import {}: line {} makes the program stumble", job.id(), row.line(), failure);
				goOn = this.transaction.execute((_) -> {
					this.table.advance(job.id(), place, this.rows.stumbled(job, row));
					return true;
				});
			}
			if (!goOn) {
				return false;
			}
		}
		return true;
	}

	private boolean storeHere(ImportJob job, List<Row> lot, Place place) {
		var now = this.table.lock(job.id()).orElseThrow();
		if (now.state() != State.RUNNING) {
			return false;
		}
		Tally tally = this.rows.store(job, lot);
		this.table.advance(job.id(), place, tally);
		return true;
	}

}
