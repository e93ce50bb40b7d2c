package org.zhiqiao.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.ConcentrationView.ClosedCounted;
import org.zhiqiao.platform.picture.ConcentrationView.Spread;
import org.zhiqiao.platform.picture.FigureService.Years;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Vocabulary;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** Each figure against a plain count over the sample: every row is read, and counted here. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "zhiqiao.search.vectors=false")
@ActiveProfiles("demo")
abstract class FiguresContract {

	private static final Actor PROVINCE = new Actor(1, "省", Set.of(Role.PROVINCIAL_OFFICER), null, null);

	private static final Actor HEFEI = new Actor(2, "合肥", Set.of(Role.CITY_OFFICER), "hefei", null);

	private static final Actor ADMIN = new Actor(3, "管理", Set.of(Role.ADMINISTRATOR), null, null);

	private static final String PASSWORD = "qiao-demo-2026";

	@LocalServerPort
	private int port;

	@Autowired
	private FigureService figures;

	@Autowired
	private BalanceService balance;

	@Autowired
	private Vocabulary vocabulary;

	@Autowired
	private JdbcClient jdbc;

	/** A thing as it is counted: when it began and ended, where it is, and what codes it has. */
	private record Thing(@Nullable Integer from, @Nullable Integer to, @Nullable String city, Set<String> industries,
			Set<String> countries, boolean countriesKnown) {

		Set<String> codes(By by) {
			return (by == By.INDUSTRY)
					? this.industries
					: this.countriesKnown
							? this.countries.stream().filter(code -> !code.equals("CN")).collect(Collectors.toSet())
							: Set.of();
		}

		boolean began(@Nullable Integer first, @Nullable Integer last) {
			return (first == null && last == null) || (this.from != null && (first == null || this.from >= first)
					&& (last == null || this.from <= last));
		}

		boolean ran(@Nullable Integer first, @Nullable Integer last) {
			return (first == null && last == null) || (this.from != null && (last == null || this.from <= last)
					&& (first == null || this.to == null || this.to >= first));
		}

	}

	/** Things that the sample has none of: needs that are over or confidential, and one published while it was another year here. */
	@BeforeEach
	void makeTheSampleHarder() {
		var needs = this.jdbc.sql("SELECT id FROM demand WHERE published_at IS NOT NULL ORDER BY id")
				.query((row, _) -> row.getLong(1))
				.list();
		this.jdbc.sql("UPDATE demand SET published_at = ? WHERE id = ?")
				.params(LocalDateTime.parse("2024-12-31T16:30:00"), needs.get(0))
				.update();
		this.jdbc.sql("UPDATE demand SET published_at = ? WHERE id = ?")
				.params(LocalDateTime.parse("2024-12-31T15:30:00"), needs.get(1))
				.update();
		this.jdbc.sql("UPDATE demand SET confidentiality = 'CONFIDENTIAL' WHERE id IN (?, ?)")
				.params(needs.get(2), needs.get(3))
				.update();
		for (var closed : List.of(needs.get(4), needs.get(5))) {
			this.jdbc.sql("""
					UPDATE demand SET state = 'CLOSED', outcome = 'SOLVED', closed_at = ?, city = ? WHERE id = ?""")
					.params(LocalDateTime.parse("2026-02-03T04:05:06"), closed.equals(needs.get(4)) ? "hefei" : "wuhu",
							closed)
					.update();
		}
		var people = this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id LIMIT 2")
				.query((row, _) -> row.getLong(1))
				.list();
		this.jdbc.sql("UPDATE expert SET published_at = ? WHERE id = ?")
				.params(LocalDateTime.parse("2023-12-31T16:00:00"), people.getFirst())
				.update();
		this.jdbc
				.sql("UPDATE expert_group SET visibility = 'private' WHERE expert_id = ? AND field_group = 'countries'")
				.param(people.getLast())
				.update();
	}

	@Test
	void measuresConcentrationToTheLastRow() {
		for (var by : By.values()) {
			for (var city : new String[]{null, "hefei", "chizhou"}) {
				for (var years : List.of(Years.ALL, new Years(2019, 2024), new Years(2022, null),
						new Years(null, 2020))) {
					for (var reader : List.of(PROVINCE, HEFEI, ADMIN)) {
						var view = this.figures.concentration(by, city, years, reader);
						compare(view.all(), by, city, years, reader, Integer.MAX_VALUE);
						view.years()
								.forEach(year -> compare(year.spreads(), by, city, new Years(year.year(), year.year()),
										reader, 3));
						if (!view.years().isEmpty()) {
							assertThat(view.years().getLast().year())
									.isEqualTo(Objects.requireNonNullElse(years.to(),
											Year.now(Moments.HERE).getValue()));
						}
					}
				}
			}
		}
	}

	private void compare(List<Spread> spreads, By by, @Nullable String city, Years years, Actor reader, int most) {
		assertThat(spreads).extracting(Spread::measure).containsExactly(Measure.values());
		for (var spread : spreads) {
			Predicate<Thing> counts = thing -> (city == null || city.equals(thing.city()))
					&& !thing.codes(by).isEmpty() && switch (spread.measure()) {
						case PROJECTS_RUNNING, BASES -> thing.ran(years.from(), years.to());
						default -> thing.began(years.from(), years.to());
					};
			var things = things(spread.measure(), by, reader).stream().filter(counts).toList();
			var byCode = new HashMap<String, Long>();
			things.forEach(thing -> thing.codes(by).forEach(code -> byCode.merge(code, 1L, Long::sum)));
			var sum = byCode.values().stream().mapToLong(Long::longValue).sum();
			var what = "%s by %s of %s in %s for %s".formatted(spread.measure(), by, city, years, reader.displayName());
			assertThat(spread.things()).as(what).isEqualTo(things.size());
			assertThat(spread.counted()).as(what).isEqualTo(sum);
			assertThat(spread.places()).as(what).isEqualTo(byCode.size());
			if (sum == 0) {
				assertThat(spread.cr3()).as(what).isNull();
				assertThat(spread.hhi()).as(what).isNull();
			} else {
				assertThat(spread.hhi()).as(what)
						.isCloseTo(byCode.values()
								.stream()
								.mapToDouble(count -> Math.pow((double) count / sum, 2))
								.sum(), within(1e-9));
				assertThat(spread.cr3()).as(what)
						.isCloseTo(byCode.values()
								.stream()
								.sorted(Comparator.reverseOrder())
								.limit(3)
								.mapToDouble(count -> (double) count / sum)
								.sum(), within(1e-9));
			}
			assertThat(spread.shares()).as(what).hasSize(Math.min(most, byCode.size()));
			spread.shares()
					.forEach(share -> assertThat(share.count()).as(what).isEqualTo(byCode.get(share.code())));
		}
	}

	@Test
	void followsTheYearsToTheLastRow() {
		for (var counted : List.of(Counted.ALL, Counted.of("hefei"), new Counted(null, "ai", null),
				new Counted(null, null, "DE"), new Counted("hefei", "new-it", "JP"))) {
			for (var reader : List.of(PROVINCE, HEFEI, ADMIN)) {
				var view = this.figures.trend(counted, Years.ALL, reader);
				var all = new HashMap<Measure, List<Thing>>();
				for (var measure : Measure.values()) {
					all.put(measure, things(measure, reader, counted.country() != null, counted.industry() != null)
							.stream()
							.filter(thing -> counted.city() == null || counted.city().equals(thing.city()))
							.filter(thing -> counted.industry() == null
									|| thing.industries().contains(counted.industry()))
							.filter(thing -> counted.country() == null || (thing.countriesKnown()
									&& thing.countries().contains(counted.country())))
							.toList());
				}
				for (var year : view.years()) {
					var y = year.year();
					assertThat(List.of(year.needs(), year.projectsStarted(), year.projectsRunning(), year.bases(),
							year.people(), year.peopleSoFar())).as("%s in %s for %s", counted, y, reader.displayName())
							.isEqualTo(List.of(count(all, Measure.NEEDS, thing -> thing.began(y, y)),
									count(all, Measure.PROJECTS_STARTED, thing -> thing.began(y, y)),
									count(all, Measure.PROJECTS_RUNNING, thing -> thing.ran(y, y)),
									count(all, Measure.BASES, thing -> thing.ran(y, y)),
									count(all, Measure.PEOPLE, thing -> thing.began(y, y)),
									count(all, Measure.PEOPLE, thing -> thing.began(null, y))));
				}
				assertThat(view.years()).extracting(TrendView.TrendYear::year)
						.isEqualTo(view.years()
								.stream()
								.map(TrendView.TrendYear::year)
								.sorted()
								.distinct()
								.toList());
			}
		}
	}

	private static long count(Map<Measure, List<Thing>> all, Measure measure, Predicate<Thing> which) {
		return Objects.requireNonNull(all.get(measure)).stream().filter(which).count();
	}

	@Test
	void countsAYearAsItIsInBeijing() {
		var years = this.figures.trend(Counted.ALL, new Years(2024, 2025), PROVINCE).years();
		var utc = this.jdbc.sql("""
				SELECT COUNT(*) FROM demand WHERE published_at >= '2024-01-01 00:00:00' AND published_at < '2025-01-01 00:00:00'
					AND state IN ('PUBLISHED', 'CLOSED')""").query(Long.class).single();
		// The one of half past midnight here is of the next year, though it was still the old one in London.
		assertThat(years.getFirst().needs()).isEqualTo(utc - 1 + this.jdbc.sql("""
				SELECT COUNT(*) FROM demand WHERE published_at >= '2023-12-31 16:00:00'
					AND published_at < '2024-01-01 00:00:00'""").query(Long.class).single());
	}

	@Test
	void leadsFromCitiesToCountries() {
		for (var kind : FlowView.FlowKind.values()) {
			for (var years : List.of(Years.ALL, new Years(2020, 2022))) {
				for (var industry : new String[]{null, "nev-icv", "ai"}) {
					var view = this.figures.flows(kind, new Counted(null, industry, null), years);
					var counted = new HashMap<List<String>, Long>();
					things((kind == FlowView.FlowKind.PROJECT) ? Measure.PROJECTS_RUNNING : Measure.BASES, PROVINCE,
							false, false).stream()
							.filter(thing -> thing.city() != null && thing.ran(years.from(), years.to()))
							.filter(thing -> industry == null || thing.industries().contains(industry))
							.forEach(thing -> thing.codes(By.COUNTRY)
									.forEach(code -> counted.merge(
											List.of(Objects.requireNonNull(thing.city()), code), 1L, Long::sum)));
					assertThat(view.links()).hasSize(counted.size())
							.allSatisfy(link -> assertThat(link.count())
									.isEqualTo(counted.get(List.of(link.city(), link.country()))));
					assertThat(view.links()).isSortedAccordingTo(
							Comparator.comparingLong(FlowView.FlowLink::count).reversed());
				}
			}
		}
	}

	@Test
	void tellsOfNeedsThatAreOverOnlyToWhoeverMayKnow() {
		assertThat(this.figures.trend(Counted.ALL, Years.ALL, PROVINCE).closedNeeds()).isEqualTo(ClosedCounted.ALL);
		assertThat(this.figures.trend(Counted.ALL, Years.ALL, HEFEI).closedNeeds()).isEqualTo(ClosedCounted.OWN);
		assertThat(this.figures.trend(Counted.of("hefei"), Years.ALL, HEFEI).closedNeeds())
				.isEqualTo(ClosedCounted.ALL);
		assertThat(this.figures.trend(Counted.of("wuhu"), Years.ALL, HEFEI).closedNeeds())
				.isEqualTo(ClosedCounted.NONE);
		assertThat(needs(PROVINCE, null)).isEqualTo(needs(ADMIN, null) + closed("city IS NOT NULL"))
				.isEqualTo(needs(HEFEI, null) + closed("city <> 'hefei'"));
		assertThat(needs(PROVINCE, "wuhu")).isEqualTo(needs(HEFEI, "wuhu") + closed("city = 'wuhu'"))
				.isEqualTo(needs(ADMIN, "wuhu") + closed("city = 'wuhu'"));
		assertThat(closed("city = 'wuhu'")).isPositive();
	}

	private long closed(String which) {
		return this.jdbc
				.sql("SELECT COUNT(*) FROM demand WHERE state = 'CLOSED' AND published_at IS NOT NULL AND " + which)
				.query(Long.class)
				.single();
	}

	private long needs(Actor reader, @Nullable String city) {
		return this.figures.trend(Counted.of(city), Years.ALL, reader)
				.years()
				.stream()
				.mapToLong(TrendView.TrendYear::needs)
				.sum();
	}

	@Test
	void saysWhatIsWrong() {
		assertThatThrownBy(() -> this.figures.concentration(By.COUNTRY, "atlantis", Years.ALL, PROVINCE))
				.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> this.figures.trend(new Counted(null, "magic", null), Years.ALL, PROVINCE))
				.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> new Years(2024, 2023)).isInstanceOf(InvalidInput.class);
		var officer = officer("hefei");
		assertThat(officer.get("/api/picture/concentration?by=colour").status()).isEqualTo(422);
		assertThat(officer.get("/api/picture/flows?kind=rumour").status()).isEqualTo(422);
		assertThat(officer.get("/api/picture/trend?from=12").status()).isEqualTo(422);
		assertThat(officer.get("/api/picture/report?year=2099").status()).isEqualTo(422);
		assertThat(officer.get("/api/picture/report?city=atlantis").status()).isEqualTo(422);
	}

	@Test
	void keepsSealedListsOutOfFigures() {
		var people = this.jdbc
				.sql("SELECT id FROM expert WHERE state = 'published' AND residence = 'CN' ORDER BY id LIMIT 12")
				.query((row, _) -> row.getLong(1))
				.list();
		var year = 2021;
		var before = this.balance.balance(year);
		assertThat(before.panels().panels()).isZero();
		assertThat(before.panels().members().gini()).isNull();
		var panel = panel(people);
		assertThat(this.balance.balance(year)).isEqualTo(before);
		this.jdbc.sql("UPDATE panel_review SET settled_at = ? WHERE panel_id = ?")
				.params(LocalDateTime.parse("2020-12-31T17:00:00"), panel)
				.update();
		var open = this.balance.balance(year);
		assertThat(open.panels().panels()).isEqualTo(1);
		assertThat(open.panels().members().people().total().count()).isEqualTo(12);
		assertThat(open.panels().members().gini()).isNotNull();
		// Nobody sat on two: a small count, and how many sat on one would betray it.
		assertThat(open.panels().twice()).isEqualTo(new SmallCounts.PeopleCount(null, true));
		assertThat(open.panels().once()).isEqualTo(SmallCounts.PeopleCount.hidden());
		assertThat(this.balance.balance(2020)).extracting(view -> view.panels().panels()).isEqualTo(0L);
	}

	@Test
	void keepsOutOfTheWorkbookWhatThePageDoesNotTell() throws IOException {
		var people = this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id LIMIT 12")
				.query((row, _) -> row.getLong(1))
				.list();
		this.jdbc.sql("UPDATE panel_review SET settled_at = ? WHERE panel_id = ?")
				.params(LocalDateTime.parse("2019-05-31T17:00:00"), panel(people))
				.update();
		var auditor = officer("auditor").with("Accept-Language", "en");
		var page = auditor.get("/api/picture/balance?year=2019").json();
		var answer = auditor.get("/api/picture/balance.xlsx?year=2019");
		assertThat(answer.header("Content-Disposition")).contains("zhiqiao-balance.xlsx");
		assertThat(page.at("/panels/twice/small").asBoolean()).isTrue();
		try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
			var residence = workbook.getSheet("By where people live");
			var parts = List.of("total", "home", "overseas", "unknown");
			var groups = List.of("/available", "/recommended/people", "/panels/members/people");
			for (var line = 0; line < parts.size(); line++) {
				for (var group = 0; group < groups.size(); group++) {
					told(residence.getRow(line + 1).getCell(group + 1),
							page.at(groups.get(group) + "/" + parts.get(line)));
				}
			}
			var often = workbook.getSheet("How often people sat");
			assertThat(often.getRow(2).getCell(1).getStringCellValue()).isEqualTo("<5");
			assertThat(often.getRow(1).getCell(1).getStringCellValue()).isEqualTo("not shown");
			told(often.getRow(3).getCell(1), page.at("/panels/more"));
			var gini = workbook.getSheet("How it is spread").getRow(2).getCell(2);
			if (page.at("/panels/members/gini").isNumber()) {
				assertThat(gini.getNumericCellValue()).isEqualTo(page.at("/panels/members/gini").asDouble());
				assertThat(gini.getCellStyle().getDataFormatString()).isEqualTo("0.0");
			} else {
				assertThat(gini.getStringCellValue()).isEqualTo("—");
			}
			assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
		}
	}

	/** Whether a cell says of people what the page says, and no more. */
	private static void told(Cell cell, JsonNode count) {
		if (count.path("count").isNumber()) {
			assertThat(cell.getNumericCellValue()).isEqualTo(count.path("count").asDouble());
		} else {
			assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
			assertThat(cell.getStringCellValue()).isEqualTo(count.path("small").asBoolean() ? "<5" : "not shown");
		}
	}

	private long panel(List<Long> people) {
		var title = "封存的名单" + System.nanoTime();
		this.jdbc.sql("""
				INSERT INTO panel (version, title, panel_use, rules, content, created_at, updated_at)
				VALUES (1, ?, 'project-evaluation', 1, '{}', '2020-01-01 00:00:00', '2020-01-01 00:00:00')""")
				.param(title)
				.update();
		var panel = this.jdbc.sql("SELECT id FROM panel WHERE title = ?").param(title).query(Long.class).single();
		this.jdbc.sql("""
				INSERT INTO panel_draw (panel_id, number, state, standing, opened_at)
				VALUES (?, 1, 'DRAWN', 1, '2020-01-01 00:00:00')""").param(panel).update();
		people.forEach(person -> this.jdbc
				.sql("""
				INSERT INTO panel_member (panel_id, draw, expert_id, seated_at) VALUES (?, 1, ?, '2020-01-02 00:00:00')""")
				.params(panel, person)
				.update());
		this.jdbc.sql("""
				INSERT INTO panel_review (panel_id, version, setup, due, created_at)
				VALUES (?, 1, '{}', '2020-02-01 00:00:00', '2020-01-03 00:00:00')""").param(panel).update();
		return panel;
	}

	@Test
	void tellsWherePeopleLive() {
		var view = this.balance.balance(2021);
		var hidden = read(
				"SELECT expert_id, visibility FROM expert_group WHERE field_group = 'basics' AND visibility = 'private'")
				.keySet();
		var living = read("SELECT id, residence FROM expert WHERE state = 'published'");
		living.keySet().removeAll(hidden);
		var overseas = living.values().stream().filter(where -> !where.contains("CN")).count();
		var home = living.values().stream().filter(where -> where.contains("CN")).count();
		var all = read("SELECT id, state FROM expert WHERE state = 'published'").size();
		var told = SmallCounts.of(List.of(home, overseas, all - home - overseas));
		assertThat(List.of(view.available().home(), view.available().overseas(), view.available().unknown()))
				.isEqualTo(told.parts());
		assertThat(overseas).isGreaterThan(5);
	}

	@Test
	void writesWorkbooksOfTheSameFigures() throws IOException {
		var officer = officer("province").with("Accept-Language", "zh-CN");
		var json = officer.get("/api/picture/trend?city=hefei").json().path("years");
		var answer = officer.get("/api/picture/trend.xlsx?city=hefei");
		assertThat(answer.header("Content-Disposition")).contains("zhiqiao-trend.xlsx");
		try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
			var sheet = workbook.getSheetAt(0);
			assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("新发布需求");
			assertThat(sheet.getLastRowNum()).isEqualTo(json.size());
			for (var i = 0; i < json.size(); i++) {
				var row = sheet.getRow(i + 1);
				assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
				assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(json.get(i).path("year").asInt());
				assertThat(row.getCell(3).getNumericCellValue())
						.isEqualTo(json.get(i).path("projectsRunning").asDouble());
			}
			assertThat(workbook.getSheetAt(1).getRow(0).getCell(1).getStringCellValue()).isEqualTo("合肥市");
		}
		var english = officer("hefei").with("Accept-Language", "en");
		var spreads = english.get("/api/picture/concentration?by=industry&from=2015").json().path("years");
		try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(
				english.get("/api/picture/concentration.xlsx?by=industry&from=2015").bytes()))) {
			var sheet = workbook.getSheetAt(0);
			assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Figure");
			var line = 1;
			for (var year : spreads) {
				for (var spread : year.path("spreads")) {
					var cell = sheet.getRow(line++).getCell(6);
					if (spread.path("hhi").isNumber()) {
						assertThat(cell.getNumericCellValue()).isEqualTo(spread.path("hhi").asDouble());
					} else {
						assertThat(cell.getStringCellValue()).isEqualTo("—");
					}
				}
			}
		}
		var gaps = english.get("/api/picture/gaps?columns=country").json().path("cells");
		try (var workbook = new XSSFWorkbook(
				new ByteArrayInputStream(english.get("/api/picture/gaps.xlsx?columns=country").bytes()))) {
			assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(gaps.size());
		}
		assertThat(english.get("/api/picture/flows.xlsx").status()).isEqualTo(200);
	}

	@Test
	void reportsTheSameFiguresInEveryForm() throws IOException {
		for (var place : List.of("", "city=hefei&", "city=chizhou&quarter=1&")) {
			for (var language : List.of("zh-CN", "en")) {
				var officer = officer("province").with("Accept-Language", language);
				var query = place + "year=2026";
				var view = officer.get("/api/picture/report?" + query).json();
				var parts = new ArrayList<JsonNode>();
				view.path("parts").forEach(parts::add);
				try (var document = new XWPFDocument(new ByteArrayInputStream(
						officer.get("/api/picture/report.docx?" + query).bytes()))) {
					assertThat(document.getParagraphs()
							.stream()
							.filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
							.map(XWPFParagraph::getText))
							.isEqualTo(of(parts, "section"));
					assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
							.containsAll(of(parts, "text"));
					// The first one is that of the front page.
					var tables = document.getTables().stream().skip(1).toList();
					var told = parts.stream().filter(part -> part.path("kind").asString().equals("table")).toList();
					assertThat(tables).hasSameSizeAs(told);
					for (var i = 0; i < tables.size(); i++) {
						assertThat(tables.get(i).getRow(0).isRepeatHeader()).isTrue();
						var rows = told.get(i).path("table").path("rows");
						assertThat(tables.get(i).getNumberOfRows()).isEqualTo(rows.size() + 1);
						for (var line = 0; line < rows.size(); line++) {
							for (var cell = 0; cell < rows.get(line).size(); cell++) {
								assertThat(tables.get(i).getRow(line + 1).getCell(cell).getText())
										.isEqualTo(rows.get(line).get(cell).asString());
							}
						}
					}
				}
				try (var pdf = Loader.loadPDF(officer.get("/api/picture/report.pdf?" + query).bytes())) {
					var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
					for (var section : of(parts, "section")) {
						assertThat(text).contains(section.replaceAll("\\s", ""));
					}
					assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(view.path("title").asString());
					assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
				}
			}
		}
	}

	private static List<String> of(List<JsonNode> parts, String kind) {
		return parts.stream()
				.filter(part -> part.path("kind").asString().equals(kind))
				.map(part -> part.path("text").asString())
				.toList();
	}

	@Test
	void reportsWhatTheFiguresSay() {
		var officer = officer("province").with("Accept-Language", "zh-CN");
		var report = officer.get("/api/picture/report?year=2024").json();
		var texts = new ArrayList<String>();
		report.path("parts").forEach(part -> texts.add(part.path("text").asString()));
		var running = officer.get("/api/picture/concentration?by=country&from=2024&to=2024").json();
		var spread = running.path("years").get(0).path("spreads").get(1);
		assertThat(spread.path("measure").asString()).isEqualTo("projectsRunning");
		assertThat(String.join("\n", texts)).contains("%.1f%%".formatted(spread.path("cr3").asDouble() * 100),
				"赫芬达尔指数为 %.3f".formatted(spread.path("hhi").asDouble()));
		var gaps = 0;
		for (var cell : officer.get("/api/picture/gaps").json().path("cells")) {
			gaps += cell.path("gap").isString() ? 1 : 0;
		}
		assertThat(String.join("\n", texts)).contains("目前共有缺口 " + gaps + " 处");
	}

	@Test
	void keepsOutcomesFromOfficersOfOtherCities() {
		var theirs = officer("wuhu").with("Accept-Language", "zh-CN").get("/api/picture/report?city=hefei&year=2026");
		assertThat(theirs.text()).contains("需求办理结果只向负责的城市").doesNotContain("由平台专家解决");
		var own = officer("hefei").with("Accept-Language", "zh-CN").get("/api/picture/report?city=hefei&year=2026");
		assertThat(own.text()).contains("由平台专家解决").doesNotContain("需求办理结果只向负责的城市");
	}

	private Browser officer(String who) {
		return new Browser(this.port).signIn(who + "@demo.zhiqiao.example", PASSWORD);
	}

	private List<Thing> things(Measure measure, By by, Actor reader) {
		return things(measure, reader, by == By.COUNTRY, by == By.INDUSTRY);
	}

	/** Everything that counts by a measure, whatever its codes; people who hide what they are counted by do not. */
	private List<Thing> things(Measure measure, Actor reader, boolean countries, boolean industries) {
		return switch (measure) {
			case PROJECTS_STARTED, PROJECTS_RUNNING -> cooperation("PROJECT");
			case BASES -> cooperation("BASE");
			case NEEDS -> needs(reader);
			case PEOPLE -> people(countries, industries);
		};
	}

	private List<Thing> cooperation(String kind) {
		var industries = read("SELECT cooperation_id, code FROM cooperation_link WHERE kind = 'industry'");
		var countries = read("SELECT cooperation_id, code FROM cooperation_link WHERE kind = 'country'");
		return this.jdbc.sql("SELECT * FROM cooperation WHERE recorded_at IS NOT NULL AND kind = ?")
				.param(kind)
				.query((row, _) -> new Thing(row.getObject("from_year", Integer.class),
						row.getObject("to_year", Integer.class), row.getString("city"),
						industries.getOrDefault(row.getLong("id"), Set.of()),
						countries.getOrDefault(row.getLong("id"), Set.of()), true))
				.list();
	}

	private List<Thing> needs(Actor reader) {
		var industries = read("SELECT demand_id, code FROM demand_industry");
		var countries = read("SELECT demand_id, code FROM demand_country");
		read("SELECT demand_id, region FROM demand_country").forEach((need, regions) -> regions
				.forEach(region -> this.vocabulary.countriesOf(region)
						.stream()
						.filter(code -> code.length() == 2)
						.forEach(code -> countries.computeIfAbsent(need, _ -> new HashSet<>()).add(code))));
		return this.jdbc.sql("SELECT * FROM demand WHERE published_at IS NOT NULL").query((row, _) -> {
			var state = row.getString("state");
			var city = row.getString("city");
			var seen = state.equals("PUBLISHED") || (state.equals("CLOSED") && (reader.is(Role.PROVINCIAL_OFFICER)
					|| (reader.is(Role.CITY_OFFICER) && Objects.equals(reader.city(), city))));
			return seen
					? new Thing(year(row.getObject("published_at", LocalDateTime.class)), null, city,
							industries.getOrDefault(row.getLong("id"), Set.of()),
							countries.getOrDefault(row.getLong("id"), Set.of()),
							!"CONFIDENTIAL".equals(row.getString("confidentiality")))
					: null;
		}).list().stream().filter(Objects::nonNull).toList();
	}

	private List<Thing> people(boolean countriesCount, boolean industriesCount) {
		var industries = read("SELECT expert_id, industry FROM expert_industry");
		var countries = read("SELECT expert_id, country FROM expert_country");
		var cities = read("""
				SELECT a.expert_id, o.city FROM expert_affiliation a JOIN organisation o ON o.id = a.organisation_id
				WHERE a.pos = 0""");
		var hidden = read("SELECT expert_id, field_group FROM expert_group WHERE visibility = 'private'");
		return this.jdbc.sql("SELECT id, published_at FROM expert WHERE state = 'published'").query((row, _) -> {
			var id = row.getLong("id");
			var groups = hidden.getOrDefault(id, Set.of());
			var counts = !groups.contains("basics") && !(countriesCount && groups.contains("countries"))
					&& !(industriesCount && groups.contains("expertise"));
			return counts
					? new Thing(year(row.getObject("published_at", LocalDateTime.class)), null,
							cities.getOrDefault(id, new TreeSet<>()).stream().findFirst().orElse(null),
							industries.getOrDefault(id, Set.of()), countries.getOrDefault(id, Set.of()), true)
					: null;
		}).list().stream().filter(Objects::nonNull).toList();
	}

	private static int year(LocalDateTime utc) {
		return utc.plusHours(8).getYear();
	}

	private Map<Long, Set<String>> read(String sql) {
		var all = new HashMap<Long, Set<String>>();
		this.jdbc.sql(sql).query(row -> {
			var code = row.getString(2);
			if (code != null) {
				all.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(code);
			}
		});
		return all;
	}

}
