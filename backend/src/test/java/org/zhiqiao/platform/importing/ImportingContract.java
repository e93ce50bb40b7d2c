package org.zhiqiao.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.importing.ImportJob.State;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;

/** Imports from the upload to the rows in the database. The worker's own thread is halted: each test lets it work by hand. */
@SpringBootTest(properties = "zhiqiao.importing.rows-at-once=2")
abstract class ImportingContract {

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
	private Template template;

	@Autowired
	private ImportingSettings settings;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@Autowired
	private List<PersonalData> personalData;

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

	private ImportJob run(ImportKind kind, String resource) throws IOException {
		return run(kind, resource, resource(resource));
	}

	private ImportJob run(ImportKind kind, String name, byte[] contents) throws IOException {
		signIn();
		var job = this.service.start(new MockMultipartFile("file", name, null, contents), kind, true);
		assertThat(this.worker.workOnNext()).isTrue();
		return this.service.read(job.id());
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream in = ImportingContract.class.getResourceAsStream("/importing/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
	}

	private List<String> words(String sql) {
		return this.jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
	}

	private int count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	private List<String> codes(ImportJob job) {
		return this.service.errors(job.id(), 1, Locale.ENGLISH)
				.items()
				.stream()
				.map((error) -> error.line() + " " + error.field() + " " + error.code())
				.toList();
	}

	@Test
	void readsAnOrcidRecord() throws IOException {
		var job = run(ImportKind.ORCID, "orcid.json");
		assertThat(codes(job)).isEmpty();
		assertThat(job.state()).isEqualTo(State.DONE);
		assertThat(job.created()).isEqualTo(1);
		assertThat(words("SELECT CONCAT(name_latin, '|', name_zh, '|', orcid, '|', residence) FROM expert"))
				.containsExactly("Erika Musterfrau|穆斯特|0000-0002-1825-0097|DE");
		assertThat(words("SELECT concept FROM expert_domain")).contains("solid-state-battery");
		assertThat(words("SELECT term FROM expert_free_domain")).contains("roll-to-roll coating");
		assertThat(words("SELECT CONCAT(country, ' ', kind, ' ', from_year) FROM expert_country ORDER BY pos"))
				.containsExactly("DE work 2016", "JP work 2012", "DE study 2008");
		assertThat(words("SELECT CONCAT(kind, ' ', title) FROM expert_evidence ORDER BY pos")).containsExactly(
				"publication Sulfide electrolytes at scale", "patent Coating head for slurries",
				"project Sulfide pilot line");
		assertThat(words("SELECT doi FROM expert_evidence WHERE doi IS NOT NULL")).containsExactly("10.1234/example.1");
		assertThat(words("SELECT DISTINCT source FROM expert_group")).containsExactly("import:orcid");
		// Records name no languages; that hides nobody.
		assertThat(words("SELECT state FROM expert")).containsExactly("published");
	}

	@Test
	void readsOpenAlexAuthorsAndTheirWorksInAnyOrder() throws IOException {
		var job = run(ImportKind.OPENALEX, "openalex.jsonl");
		assertThat(job.created()).isEqualTo(2);
		assertThat(job.updated()).isEqualTo(1);
		assertThat(codes(job)).containsExactly("4 authorships unknown-author", "5  broken-json", "6 id not-openalex");
		assertThat(job.done()).isEqualTo(job.total()).isEqualTo(6);
		assertThat(words("SELECT abstract_text FROM expert_evidence"))
				.containsExactly("We make sulfide electrolytes at scale and say how .");
		assertThat(words("SELECT name FROM expert_evidence_with")).containsExactly("Un Known");
		assertThat(words("SELECT CONCAT(c.country, ' ', c.from_year, '-', c.to_year) FROM expert_country c ORDER BY 1"))
				.containsExactly("CN 2018-2021", "DE 2016-2023", "JP 2012-2015");
		assertThat(words("SELECT concept FROM expert_domain")).contains("solid-state-battery");
	}

	@Test
	void unitesWhatTwoSourcesSayAboutOnePerson() throws IOException {
		run(ImportKind.ORCID, "orcid.json");
		run(ImportKind.OPENALEX, "openalex.jsonl");
		assertThat(words("SELECT name_latin FROM expert WHERE orcid IS NOT NULL")).hasSize(1);
		assertThat(words("SELECT CONCAT(doi, ' ', openalex) FROM expert_evidence WHERE doi IS NOT NULL"))
				.containsExactly("10.1234/example.1 W4000000001");
	}

	@Test
	void keepsRightRowsOfAListAndSaysWhatIsWrongWithTheOthers() throws IOException {
		var job = run(ImportKind.SPREADSHEET, "list.csv");
		assertThat(codes(job)).contains("1 单位备注 unknown-column", "4 name_zh name-needed",
				"5 affiliation_country unknown-word",
				"5 languages unknown-word", "6 name_zh formula");
		assertThat(job.created()).isEqualTo(2);
		assertThat(job.failed()).isEqualTo(3);
		assertThat(job.total()).isEqualTo(job.done()).isEqualTo(5);
		assertThat(words("SELECT name_zh FROM expert ORDER BY id")).containsExactly("张示例", "赵示例");
		assertThat(words("SELECT state FROM expert ORDER BY id")).containsOnly("published");
		assertThat(words("SELECT CONCAT(language_code, language_level) FROM expert_language ORDER BY expert_id, pos"))
				.containsExactly("zhnative", "deC1", "zhnative");
		assertThat(words("SELECT CONCAT(country, kind, from_year, to_year) FROM expert_country ORDER BY pos"))
				.containsExactly("DEwork20112016", "JPstudy20052008");
		assertThat(words("SELECT visibility FROM expert_group WHERE field_group = 'contact'")).containsOnly("private");
	}

	@Test
	void readsGb18030() throws IOException {
		assertThat(run(ImportKind.SPREADSHEET, "list-gb18030.csv").created()).isEqualTo(1);
		assertThat(words("SELECT name_zh FROM expert")).containsExactly("张示例");
	}

	@Test
	void changesNothingWhenTheSameFileComesAgain() throws IOException {
		for (var file : List.of("orcid.json", "openalex.jsonl", "list.csv")) {
			var kind = file.startsWith("orcid")
					? ImportKind.ORCID
					: file.startsWith("list") ? ImportKind.SPREADSHEET : ImportKind.OPENALEX;
			var first = run(kind, file);
			var versions = words("SELECT CONCAT(id, ':', version) FROM expert ORDER BY id");
			var pieces = words("SELECT CONCAT(id, title) FROM expert_evidence ORDER BY id");
			var again = run(kind, file);
			assertThat(again.created()).as(file).isZero();
			assertThat(again.updated()).as(file).isZero();
			assertThat(again.unchanged()).as(file).isEqualTo(first.created() + first.updated());
			assertThat(words("SELECT CONCAT(id, ':', version) FROM expert ORDER BY id")).isEqualTo(versions);
			assertThat(words("SELECT CONCAT(id, title) FROM expert_evidence ORDER BY id")).isEqualTo(pieces);
		}
	}

	@Test
	void takesMendedRowsBackIn() throws IOException {
		var job = run(ImportKind.SPREADSHEET, "list.csv");
		var out = new ByteArrayOutputStream();
		this.service.writeWrongRows(job.id(), Locale.SIMPLIFIED_CHINESE, out);
		var mended = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			var sheet = book.getSheetAt(0);
			assertThat(sheet.getLastRowNum()).isEqualTo(3);
			var headings = sheet.getRow(0);
			assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).contains("公式");
			for (var cell : headings) {
				if (cell.getStringCellValue().startsWith("中文姓名")) {
					// The formula came back as harmless text; the name is put in its place.
					assertThat(sheet.getRow(3).getCell(cell.getColumnIndex()).getStringCellValue()).startsWith("'=");
					sheet.getRow(3).createCell(cell.getColumnIndex()).setCellValue("李示例");
					sheet.getRow(1).createCell(cell.getColumnIndex()).setCellValue("孙示例");
				}
			}
			book.write(mended);
		}
		var again = run(ImportKind.SPREADSHEET, "mended.xlsx", mended.toByteArray());
		assertThat(again.created()).isEqualTo(2);
		assertThat(codes(again)).noneMatch((code) -> code.contains("unknown-column"));
		assertThat(words("SELECT name_zh FROM expert ORDER BY id")).containsExactly("张示例", "赵示例", "孙示例", "李示例");
	}

	@Test
	void ownTemplateCanBeReadAndItsExampleIsNotImported() throws IOException {
		var xlsx = new ByteArrayOutputStream();
		this.template.writeXlsx(xlsx);
		var csv = new ByteArrayOutputStream();
		this.template.writeCsv(csv);
		for (var file : List.of(xlsx, csv)) {
			var job = run(ImportKind.SPREADSHEET, "template", file.toByteArray());
			assertThat(codes(job)).isEmpty();
			assertThat(job.state()).isEqualTo(State.DONE);
			assertThat(job.total()).isZero();
		}
		assertThat(count("expert")).isZero();
	}

	@Test
	void theTemplatesExampleWouldBeRightIfItWereSomebody() throws IOException {
		var csv = new ByteArrayOutputStream();
		this.template.writeCsv(csv);
		var job = run(ImportKind.SPREADSHEET, "x.csv",
				csv.toString(StandardCharsets.UTF_8).replace("示例-001", "K9").getBytes(StandardCharsets.UTF_8));
		assertThat(codes(job)).isEmpty();
		assertThat(job.created()).isEqualTo(1);
	}

	@Test
	void goesOnWhereItWasKilled() throws IOException {
		signIn();
		var text = new StringBuilder("Key,Name in Latin letters,Domains,Languages\n");
		for (var i = 0; i < 9; i++) {
			text.append("K").append(i).append(",Person Number").append((char) ('a' + i)).append(",batteries,en:C1\n");
		}
		var job = this.service.start(
				new MockMultipartFile("file", "x.csv", null, text.toString().getBytes(StandardCharsets.UTF_8)),
				ImportKind.SPREADSHEET, true);
		// As it stands when the process ends between two lots: running, some rows stored, no thread.
		this.jdbc.sql("UPDATE import_job SET state = 'running', total = 9 WHERE id = ?").param(job.id()).update();
		var dying = new ImportWorker(this.table, this.files, this.rows, new DyingTransactions(this.transactions, 3),
				this.settings, this.clock);
		assertThatThrownBy(dying::workOnNext).isInstanceOf(DyingTransactions.Killed.class);
		var between = this.service.read(job.id());
		assertThat(between.state()).isEqualTo(State.RUNNING);
		assertThat(between.done()).isEqualTo(between.created()).isEqualTo(count("expert")).isPositive().isLessThan(9);
		assertThat(this.worker.workOnNext()).isTrue();
		var after = this.service.read(job.id());
		assertThat(after.state()).isEqualTo(State.DONE);
		assertThat(after.done()).isEqualTo(9);
		assertThat(after.created()).isEqualTo(9);
		assertThat(count("expert")).isEqualTo(9);
	}

	/** As a database that was killed may show it, a record without the profile that was stored with it. */
	@Test
	void takesInAgainWhatIsOnRecordWithoutAProfile() throws IOException {
		var row = "Key,Name in Latin letters,Domains,Languages\nK1,Person Numbera,batteries,en:C1\n"
				.getBytes(StandardCharsets.UTF_8);
		assertThat(run(ImportKind.SPREADSHEET, "x.csv", row).created()).isEqualTo(1);
		this.jdbc.sql("UPDATE import_record SET expert_id = 987654").update();
		assertThat(run(ImportKind.SPREADSHEET, "x.csv", row).created()).isEqualTo(1);
		assertThat(count("expert")).isEqualTo(2);
		assertThat(run(ImportKind.SPREADSHEET, "x.csv", row).unchanged()).isEqualTo(1);
	}

	@Test
	void haltsResumesAndCancels() throws IOException {
		signIn();
		var job = this.service.start(new MockMultipartFile("file", "list.csv", null, resource("list.csv")),
				ImportKind.SPREADSHEET, true);
		this.service.pause(job.id());
		assertThat(this.worker.workOnNext()).isFalse();
		assertThatThrownBy(() -> this.service.pause(job.id())).isInstanceOf(InvalidState.class);
		this.service.resume(job.id());
		assertThat(this.worker.workOnNext()).isTrue();
		signIn();
		assertThatThrownBy(() -> this.service.cancel(job.id())).isInstanceOf(InvalidState.class);
		var other = this.service.start(new MockMultipartFile("file", "list.csv", null, resource("list.csv")),
				ImportKind.SPREADSHEET, true);
		assertThat(this.service.cancel(other.id()).state()).isEqualTo(State.CANCELLED);
		assertThat(this.worker.workOnNext()).isFalse();
	}

	@Test
	void refusesFilesThatAreNotWhatTheySay() throws IOException {
		var xls = new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
		refused(ImportKind.SPREADSHEET, "experts.xlsx", xls, "file-old-excel");
		refused(ImportKind.SPREADSHEET, "experts.csv", new byte[]{'M', 'Z', 0, 0}, "file-type");
		refused(ImportKind.SPREADSHEET, "experts.csv", "<html><table></table>".getBytes(StandardCharsets.UTF_8),
				"file-type");
		refused(ImportKind.SPREADSHEET, "experts.csv", "{\"id\":1}".getBytes(StandardCharsets.UTF_8),
				"file-not-a-table");
		refused(ImportKind.ORCID, "orcid.json", "a,b\n1,2".getBytes(StandardCharsets.UTF_8), "file-not-json");
		refused(ImportKind.SPREADSHEET, "experts.csv", new byte[0], "file-empty");
		refused(ImportKind.SPREADSHEET, "experts.csv", "Colour,Size\nred,1".getBytes(StandardCharsets.UTF_8),
				"file-columns");
		refused(ImportKind.SPREADSHEET, "experts.xlsx", NastyFiles.zip("hello.txt", "hello"), "file-type");
		refused(ImportKind.SPREADSHEET, "experts.xlsx", NastyFiles.withMacros(), "file-macros");
		refused(ImportKind.SPREADSHEET, "experts.xlsx", NastyFiles.withExternalEntity(), "file-broken");
		assertThat(count("import_job")).isZero();
	}

	private void refused(ImportKind kind, String name, byte[] contents, String code) {
		assertThatThrownBy(() -> this.service.start(new MockMultipartFile("file", name, null, contents), kind, true))
				.isInstanceOfSatisfying(InvalidInput.class,
						(invalid) -> assertThat(invalid.errors().getFirst().code()).as(name).isEqualTo(code));
	}

	@Test
	void survivesJsonThatIsDeepOrLong() throws IOException {
		var deep = "{\"id\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
		var good = "{\"id\":\"https://openalex.org/A1\",\"display_name\":\"Somebody Else\",\"affiliations\":[]}";
		var job = run(ImportKind.OPENALEX, "x.jsonl",
				(good + "\n" + deep + "\n\u0000\n" + good.replace("A1", "A2")).getBytes(StandardCharsets.UTF_8));
		assertThat(job.state()).isEqualTo(State.DONE);
		assertThat(job.created()).isEqualTo(2);
		assertThat(codes(job)).containsExactly("2  broken-json", "3  broken-json");
	}

	@Test
	void stopsAtAFileThatUnfoldsWithoutEnd() throws IOException {
		var job = run(ImportKind.SPREADSHEET, "x.xlsx", NastyFiles.bomb());
		assertThat(job.state()).isEqualTo(State.FAILED);
		assertThat(job.failure()).isEqualTo("file-broken");
	}

	@Test
	void doesNotEvaluateFormulas() throws IOException {
		var job = run(ImportKind.SPREADSHEET, "x.xlsx", NastyFiles.withFormula());
		assertThat(codes(job)).containsExactly("2 name_latin formula");
		assertThat(job.created()).isEqualTo(1);
	}

	@Test
	void doesNotBringBackWhoHadThemselfErased() throws IOException {
		run(ImportKind.ORCID, "orcid.json");
		this.jdbc.sql("UPDATE expert SET account_id = 77").update();
		erase(77);
		assertThat(words("SELECT name_latin FROM expert WHERE name_latin IS NOT NULL")).isEmpty();
		var again = run(ImportKind.ORCID, "orcid.json");
		assertThat(codes(again)).containsExactly("1 /identifiers erased-person");
		assertThat(count("import_record")).isZero();
	}

	private void erase(long account) {
		this.personalData.stream().filter((data) -> data.section().equals("expert"))
				.forEach((data) -> data.erase(account));
	}

	@Test
	void holdsBackWhoLooksLikeSomebodyKnown() throws IOException {
		run(ImportKind.SPREADSHEET, "list.csv");
		var same = """
				Key,Name in Latin letters,Present organisation in Chinese,Domains,Languages
				Z1,Zhang Shili,江淮示例大学,batteries,en:C1
				Z2,Zhang Shili,另一示例大学,batteries,en:C1
				""";
		assertThat(run(ImportKind.SPREADSHEET, "y.csv", same.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(2);
		assertThat(words("SELECT state FROM expert WHERE name_latin = 'Zhang Shili' ORDER BY id")).containsExactly(
				"draft",
				"published");
		assertThat(words("SELECT certainty FROM expert_duplicate ORDER BY certainty")).containsExactly("likely", "weak",
				"weak");
	}

}
