package org.zhiqiao.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.importing.ImportJob.State;

/**
 * Imports of the size that people bring: progress that moves, wrong rows told and given back, right ones kept, and nothing
 * changed by the same file again. Prints how long each took. Without vectors, which would go on being computed for later tests.
 */
@SpringBootTest(properties = "zhiqiao.search.vectors=false")
@DirtiesContext
abstract class LargeImportContract {

	@Autowired
	private ImportService service;

	@Autowired
	private ImportWorker worker;

	@Autowired
	private ImportTable table;

	@Autowired
	private ImportFiles files;

	@Autowired
	private ImportRows rows;

	@Autowired
	private ImportingSettings settings;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.worker.stop();
		signIn();
		Emptied.ofExperts(this.jdbc);
	}

	@AfterEach
	void end() {
		SecurityContextHolder.clearContext();
	}

	private static void signIn() {
		var actor = new Actor(1, "管理员", Set.of(Role.ADMINISTRATOR), null, null);
		SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, "", List.of()));
	}

	/** Imports a list twice, then its wrong rows when they are mended. */
	void keepsTheRightRowsOfAList(String name, byte[] contents, int people) throws IOException {
		var wrong = IntStream.range(0, people).filter(ManyPeople::wrong).boxed().toList();
		var first = run(ImportKind.SPREADSHEET, name, contents);
		assertThat(first.total()).isEqualTo(first.done()).isEqualTo(people);
		assertThat(first.failed()).isEqualTo(wrong.size()).isPositive();
		assertThat(first.created()).isEqualTo(people - wrong.size()).isEqualTo(count("expert"));
		var told = new ArrayList<String>();
		for (var page = 1; told.size() < wrong.size(); page++) {
			var errors = this.service.errors(first.id(), page, Locale.ENGLISH);
			assertThat(errors.total()).isEqualTo(wrong.size());
			errors.items().forEach((error) -> told.add(error.line() + " " + error.field() + " " + error.code()));
		}
		// The heading is line 1, the first person line 2.
		assertThat(told)
				.isEqualTo(wrong.stream().map((i) -> (i + 2) + " " + ManyPeople.fault(i)).toList());
		changesNothing(ImportKind.SPREADSHEET, name, contents, first);
		var again = run(ImportKind.SPREADSHEET, "mended.xlsx", mended(first.id(), wrong.size()));
		assertThat(again.failed()).isZero();
		assertThat(again.created()).isEqualTo(wrong.size());
		assertThat(count("expert")).isEqualTo(people);
	}

	/** Imports authors and works twice. */
	void keepsTheRightLines(byte[] contents, int lines) throws IOException {
		var wrong = IntStream.range(0, lines).filter(ManyPeople::wrong).count();
		var first = run(ImportKind.OPENALEX, "openalex.jsonl", contents);
		assertThat(first.total()).isEqualTo(first.done()).isEqualTo(lines);
		assertThat(first.failed()).isEqualTo((int) wrong);
		assertThat(first.created()).isEqualTo(count("expert")).isPositive();
		assertThat(first.created() + first.updated()).isEqualTo(lines - (int) wrong);
		assertThat(this.jdbc.sql("SELECT COUNT(DISTINCT openalex) FROM expert_evidence").query(Integer.class).single())
				.isEqualTo(first.updated());
		var out = new ByteArrayOutputStream();
		this.service.writeWrongLines(first.id(), out);
		assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize((int) wrong)
				.allMatch((line) -> line.endsWith("\"display_name\":"));
		changesNothing(ImportKind.OPENALEX, "openalex.jsonl", contents, first);
	}

	private void changesNothing(ImportKind kind, String name, byte[] contents, ImportJob first) throws IOException {
		var before = standing();
		var again = run(kind, name, contents);
		assertThat(again.created()).isZero();
		assertThat(again.updated()).isZero();
		assertThat(again.unchanged()).isEqualTo(first.created() + first.updated());
		assertThat(again.failed()).isEqualTo(first.failed());
		assertThat(standing()).isEqualTo(before);
	}

	/** What would be different if anything about anybody had changed. */
	private Map<String, Long> standing() {
		var standing = new HashMap<String, Long>();
		for (var sql : List.of("SELECT COUNT(*) FROM expert", "SELECT SUM(version) FROM expert",
				"SELECT COUNT(*) FROM expert_evidence", "SELECT MAX(id) FROM expert_evidence",
				"SELECT COUNT(*) FROM expert_duplicate", "SELECT COUNT(*) FROM import_record",
				"SELECT COUNT(*) FROM audit_entry WHERE kind = 'expert'")) {
			standing.put(sql, this.jdbc.sql(sql).query(Long.class).single());
		}
		return standing;
	}

	private ImportJob run(ImportKind kind, String name, byte[] contents) throws IOException {
		signIn();
		var job = this.service.start(new MockMultipartFile("file", name, null, contents), kind, true);
		var seen = new ArrayList<ImportJob>();
		var began = System.nanoTime();
		var watched = new ImportWorker(this.table, this.files, this.rows,
				new WatchedTransactions(this.transactions, () -> seen.add(this.table.find(job.id()).orElseThrow())),
				this.settings, this.clock);
		// A thread without a request, as in life: who makes a request waits for the index to follow.
		CompletableFuture.runAsync(watched::workOnNext, Thread.ofVirtual()::start).join();
		var took = Duration.ofNanos(System.nanoTime() - began);
		var after = this.service.read(job.id());
		System.out.printf("%s: %s, %d of %d kB: %d ms, %d created, %d updated, %d unchanged, %d failed%n",
				getClass().getSimpleName(), name, after.done(), contents.length / 1024, took.toMillis(),
				after.created(), after.updated(), after.unchanged(), after.failed());
		assertThat(after.state()).isEqualTo(State.DONE);
		assertThat(seen).extracting(ImportJob::done).isSorted();
		// How much there is to do is known before anything is done.
		assertThat(seen).filteredOn((then) -> then.done() > 0)
				.allMatch((then) -> Objects.equals(then.total(), after.total()));
		assertThat(seen.stream().map(ImportJob::done).distinct().count())
				.isGreaterThanOrEqualTo(after.done() / this.settings.rowsAtOnce());
		return after;
	}

	private byte[] mended(long job, int wrong) throws IOException {
		var out = new ByteArrayOutputStream();
		this.service.writeWrongRows(job, Locale.ENGLISH, out);
		var mended = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			var sheet = book.getSheetAt(0);
			assertThat(sheet.getLastRowNum()).isEqualTo(wrong);
			for (var line = 1; line <= wrong; line++) {
				assertThat(sheet.getRow(line).getCell(1).getStringCellValue()).isNotBlank();
				put(sheet, line, Column.NAME_ZH, "示例补");
				put(sheet, line, Column.AFFILIATION_COUNTRY, "CN");
				put(sheet, line, Column.LANGUAGES, "zh:native");
				put(sheet, line, Column.ORCID, "");
			}
			book.write(mended);
		}
		return mended.toByteArray();
	}

	private static void put(Sheet sheet, int line, Column column, String text) {
		for (var cell : sheet.getRow(0)) {
			if (cell.getStringCellValue().equals(column.heading())) {
				sheet.getRow(line).createCell(cell.getColumnIndex()).setCellValue(text);
			}
		}
	}

	private int count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

}
