package org.zhiqiao.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.cooperation.CooperationIntake.Outcome;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.importing.CooperationImport.CooperationList;
import org.zhiqiao.platform.importing.CooperationImport.WrongCell;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Lists of cooperation, on a database. */
@SpringBootTest
@Transactional
abstract class CooperationImportContract {

	private static final String HEADINGS = "编号,名称（中文） / Name in Chinese,Host,Industries,合作国家和地区,First year,渠道,Channel,Partners";

	@Autowired
	private CooperationImport lists;

	@Autowired
	private CooperationTemplate template;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private Actor officer = new Actor(0, "", Set.of(), null, null);

	@BeforeEach
	void people() {
		this.officer = actor("officer");
		organisation("合肥示例合作有限公司", "HFEC 示例", "CN", "hefei", "91340100MA00000019");
		organisation("Beispiel Kooperation GmbH", "Beispiel", "DE", null, null);
	}

	private Actor actor(String name) {
		var held = EnumSet.of(Role.INFORMATION_OFFICER);
		var person = this.accounts.createSample(new Accounts.NewPerson("cooperation-import-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, held, null));
		return new Actor(person.accountId(), name, held, null, null);
	}

	private void organisation(String name, String alias, String country, @Nullable String city, @Nullable String code) {
		this.organisations.register(new SaveOrganisation(new Bilingual(name, null), List.of(alias), country, city,
				"enterprise", null, null), true, true);
		if (code != null) {
			this.jdbc.sql("UPDATE organisation SET uscc = ? WHERE name_zh = ?").params(code, name).update();
		}
	}

	private static MockMultipartFile list(String... rows) {
		return new MockMultipartFile("file", "list.csv", null,
				(HEADINGS + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
	}

	private CooperationList look(String... rows) throws IOException {
		return this.lists.look(list(rows), CooperationKind.PROJECT, this.officer, Locale.ENGLISH);
	}

	private CooperationList store(String... rows) throws IOException {
		return this.lists.store(list(rows), CooperationKind.PROJECT, this.officer, Locale.ENGLISH);
	}

	private int entries() {
		return this.jdbc.sql("SELECT COUNT(*) FROM cooperation").query(Integer.class).single();
	}

	private List<String> states() {
		return this.jdbc.sql("SELECT state FROM cooperation ORDER BY id").query((row, _) -> row.getString(1)).list();
	}

	private static String row(String number, String title, String host, String industries, String countries,
			String year,
			String partners) {
		return String.join(",", number, title, host, industries, countries, year, "", "民间", partners);
	}

	@Test
	void takesAListAndChangesWhatItTookBefore() throws IOException {
		var byName = row("P-1", "联合研发", "合肥示例合作有限公司", "新材料; ai", "DE; 日本", "2024", "Beispiel");
		var byAlias = row("P-2", "联合中试", "HFEC 示例", "人工智能", "德国", "2025", "");
		var byCode = row("P-3", "联合试验", "91340100MA00000019", "ai", "FR", "2023", "");
		var seen = look(byName, byAlias, byCode);
		assertThat(seen.lines()).allSatisfy(line -> assertThat(line.errors()).isEmpty());
		assertThat(seen.created()).isEqualTo(3);
		assertThat(seen.stored()).isFalse();
		assertThat(seen.unknown()).containsExactly("渠道");
		assertThat(entries()).as("a preview stores nothing").isZero();
		var stored = store(byName, byAlias, byCode);
		assertThat(stored.stored()).isTrue();
		assertThat(states()).as("somebody else reviews them").containsExactly("SUBMITTED", "SUBMITTED", "SUBMITTED");
		assertThat(this.jdbc.sql("SELECT COUNT(DISTINCT host_id) FROM cooperation").query(Integer.class).single())
				.isZero();
		var again = store(byName, row("P-2", "联合中试二期", "HFEC 示例", "人工智能", "德国", "2025", ""), byCode);
		assertThat(again.updated()).isEqualTo(1);
		assertThat(again.unchanged()).isEqualTo(2);
		assertThat(entries()).as("doubles nothing").isEqualTo(3);
		assertThat(this.jdbc.sql("SELECT content FROM cooperation WHERE own_reference = 'P-2'").query(String.class)
				.single())
				.contains("联合中试二期");
	}

	@Test
	void storesNothingIfARowIsWrong() throws IOException {
		var good = row("P-1", "联合研发", "合肥示例合作有限公司", "ai", "DE", "2024", "");
		var wrong = row("P-1", "", "无此公司", "gold", "DE", "24", "");
		var answer = store(good, wrong);
		assertThat(answer.stored()).isFalse();
		assertThat(answer.wrong()).isEqualTo(1);
		assertThat(entries()).isZero();
		var line = answer.lines().getLast();
		assertThat(line.line()).isEqualTo(3);
		assertThat(line.outcome()).isEqualTo(Outcome.WRONG);
		assertThat(line.errors()).extracting(WrongCell::column)
				.containsExactlyInAnyOrder("Host", "Industries", "First year", "Number", "Name in Chinese");
		assertThat(line.errors()).filteredOn(cell -> cell.column().equals("Host"))
				.singleElement()
				.satisfies(cell -> assertThat(cell.text()).contains("无此公司").contains("Organisations"));
		assertThat(line.errors()).filteredOn(cell -> cell.column().equals("Number"))
				.singleElement()
				.satisfies(cell -> assertThat(cell.text()).contains("2"));
	}

	@Test
	void keepsWhatTheListHasNoColumnFor() throws IOException {
		store(row("P-1", "联合研发", "合肥示例合作有限公司", "ai", "DE", "2024", "Beispiel"));
		var shorter = new MockMultipartFile("file", "list.csv", null,
				"编号,名称（中文）,承担单位\nP-1,联合研发二期,HFEC 示例".getBytes(StandardCharsets.UTF_8));
		assertThat(this.lists.store(shorter, CooperationKind.PROJECT, this.officer, Locale.ENGLISH).updated())
				.isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT content FROM cooperation").query(String.class).single()).contains("联合研发二期")
				.contains("people-to-people")
				.contains("2024");
	}

	@Test
	void doesNotDoubleWhatSomebodyElseEntered() throws IOException {
		var good = row("P-1", "联合研发", "合肥示例合作有限公司", "ai", "DE", "2024", "");
		store(good);
		var answer = this.lists.store(list(good), CooperationKind.PROJECT, actor("other"), Locale.ENGLISH);
		assertThat(answer.stored()).isFalse();
		assertThat(answer.lines().getFirst().errors()).extracting(WrongCell::column).containsExactly("Number");
		// What merely has the same number is another thing.
		assertThat(this.lists.store(list(row("P-1", "联合试验", "Beispiel", "ai", "DE", "2024", "").replace(",,", ",,")),
				CooperationKind.PROJECT, actor("third"), Locale.ENGLISH).wrong()).as("its city is missing")
				.isEqualTo(1);
	}

	@Test
	void readsOwnTemplateOfEveryKind() throws IOException {
		for (var kind : CooperationKind.values()) {
			var out = new ByteArrayOutputStream();
			this.template.write(kind, out);
			var empty = new MockMultipartFile("file", "list.xlsx", null, out.toByteArray());
			assertThatThrownBy(() -> this.lists.look(empty, kind, this.officer, Locale.ENGLISH))
					.isInstanceOfSatisfying(InvalidInput.class, problem -> assertThat(problem.errors())
							.extracting(FieldError::code).containsExactly("file-no-rows"));
		}
	}

	@Test
	void readsDaysAndPeopleOfAnEvent() throws IOException {
		var out = new ByteArrayOutputStream();
		this.template.write(CooperationKind.EVENT, out);
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			var sheet = book.getSheetAt(0);
			var row = sheet.createRow(2);
			fill(row, CooperationColumn.REFERENCE, "E-1");
			fill(row, CooperationColumn.TITLE_EN, "A delegation visits");
			fill(row, CooperationColumn.HOST, "合肥示例合作有限公司");
			fill(row, CooperationColumn.COUNTRIES, "德国");
			fill(row, CooperationColumn.CHANNEL, "官方");
			fill(row, CooperationColumn.FORM, "来访");
			fill(row, CooperationColumn.FROM_DATE, "2026年4月20日");
			fill(row, CooperationColumn.HEADCOUNT, "6");
			fill(row, CooperationColumn.BY_COUNTRY, "DE:4；日本：2");
			var second = sheet.createRow(3);
			fill(second, CooperationColumn.REFERENCE, "E-2");
			fill(second, CooperationColumn.FROM_DATE, "2026-02-30");
			fill(second, CooperationColumn.BY_COUNTRY, "many");
			var file = new ByteArrayOutputStream();
			book.write(file);
			var answer = this.lists.look(new MockMultipartFile("file", "list.xlsx", null, file.toByteArray()),
					CooperationKind.EVENT, this.officer, Locale.SIMPLIFIED_CHINESE);
			assertThat(answer.lines().getFirst().errors()).isEmpty();
			assertThat(answer.lines().getFirst().line()).isEqualTo(3);
			assertThat(answer.lines().getLast().errors()).extracting(WrongCell::column).contains("开始日期", "各国人数", "承担单位",
					"名称（中文）");
		}
	}

	private static void fill(org.apache.poi.ss.usermodel.Row row, CooperationColumn column, String text) {
		row.createCell(CooperationColumn.of(CooperationKind.EVENT).indexOf(column)).setCellValue(text);
	}

}
