package org.zhiqiao.platform.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.demand.Demand;
import org.zhiqiao.platform.demand.Demands;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.search.Audience;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.IndexState;
import org.zhiqiao.search.ranking.Criterion;

import tools.jackson.databind.JsonNode;

/** What a firm, an officer and an expert get from the matching, on a running server with the sample. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class MatchingContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private ExpertiseIndex index;

	@Autowired
	private Demands demands;

	@Autowired
	private Standings standings;

	@Autowired
	private ShortlistTable shortlists;

	@Autowired
	private Trials trials;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private long need;

	@BeforeEach
	void waitForTheSample() {
		eventually("the sample is in the index", () -> this.index.status().state() == IndexState.READY
				&& this.index.status().experts() == this.jdbc
						.sql("SELECT COUNT(*) FROM expert WHERE state = 'published'")
						.query((row, _) -> row.getLong(1))
						.single());
		// vectors that come in meanwhile would change who is ranked
		eventually("its vectors are there", () -> this.index.withoutVectors(1).isEmpty());
		this.need = number("雨雾天气下激光雷达感知失效");
	}

	private static void eventually(String what, BooleanSupplier met) {
		var end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).as(what).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private long number(String title) {
		return this.jdbc.sql("SELECT id FROM demand WHERE title = ?")
				.param(title)
				.query((row, _) -> row.getLong(1))
				.single();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", PASSWORD);
	}

	private static List<Long> ids(JsonNode page) {
		var ids = new ArrayList<Long>();
		page.path("items").forEach(item -> ids.add(item.at("/card/id").asLong()));
		return ids;
	}

	private JsonNode matches(Browser reader, Map<String, ?> query) {
		var answer = reader.post("/api/demands/" + this.need + "/matches", query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	@Test
	void ranksWithReasonsThatAddUp() {
		var page = matches(signedIn("firm"), Map.of());
		assertThat(page.path("total").asInt()).isGreaterThan(2);
		assertThat(page.path("considered").asInt()).isGreaterThanOrEqualTo(page.path("total").asInt());
		assertThat(page.at("/items/0/card/names/latin").asString()).isEqualTo("Noam Barzelet");
		var rank = 1;
		for (var item : page.path("items")) {
			assertThat(item.path("rank").asInt()).isEqualTo(rank++);
			var points = 0.0;
			for (var contribution : item.path("contributions")) {
				points += contribution.path("points").asDouble();
			}
			assertThat(points).isCloseTo(item.path("score").asDouble(), within(1e-9));
		}
		var reasons = page.at("/items/0/contributions/0/reasons");
		assertThat(reasons.toString()).contains("\"kind\":\"piece\"", "激光雷达", "lidar", "\"how\":");
		assertThat(page.at("/exclusions/0/pointer").asString()).isEqualTo("/languages/0");
		assertThat(page.at("/exclusions/0/excludedAlone").isInt()).isTrue();
	}

	@Test
	void saysWhichMustsLeaveOutHowMany() {
		var firm = signedIn("firm");
		var page = matches(firm, Map.of());
		var outlook = firm.get("/api/demands/" + this.need + "/outlook").json();
		assertThat(outlook.path("limited").asBoolean()).isFalse();
		for (var exclusion : page.path("exclusions")) {
			var alone = 0;
			for (var relaxation : outlook.path("relaxations")) {
				assertThat(relaxation.path("musts")).hasSize(1);
				if (relaxation.at("/musts/0/pointer").equals(exclusion.path("pointer"))) {
					alone = Math.max(alone, relaxation.path("more").asInt());
				}
			}
			// the count beside the ranking goes by words alone; those who are near in meaning come on top
			assertThat(alone).as(exclusion.toString())
					.isGreaterThanOrEqualTo(exclusion.path("excludedAlone").asInt());
		}
		assertThat(outlook.path("nearest")).isNotEmpty();
		var present = ids(page);
		for (var outsider : outlook.path("nearest")) {
			assertThat(present).doesNotContain(outsider.at("/card/id").asLong());
			assertThat(outsider.path("failed")).isNotEmpty();
			assertThat(outsider.path("contributions")).isNotEmpty();
		}
		assertThat(signedIn("expert").get("/api/demands/" + this.need + "/outlook").status()).isEqualTo(403);
	}

	@Test
	void offersWordsThatFindMore() {
		var firm = signedIn("firm");
		var wording = firm.get("/api/demands/" + this.need + "/outlook").json().path("wording");
		assertThat(wording.path("unheard").isArray()).isTrue();
		assertThat(wording.path("additions")).isNotEmpty();
		for (var addition : wording.path("additions")) {
			assertThat(addition.at("/concept/label/zh").asString()).isNotBlank();
			assertThat(addition.at("/concept/label/en").asString()).isNotBlank();
			assertThat(addition.path("more").asInt()).isPositive();
			assertThat(addition.path("best").asDouble()).isBetween(0.0, 100.0);
			assertThat(addition.path("broaderThan").size() + addition.path("shared").asInt()).isPositive();
		}
	}

	@Test
	void keepsWhatIsShownToMatchesFromAFirmWhoseConditionsThePersonMisses() {
		var firm = signedIn("firm");
		var province = signedIn("province");
		var path = "/api/demands/" + this.need + "/outlook";
		var first = firm.get(path).json().at("/nearest/0/card/id").asLong();
		assertThat(first).isPositive();
		var was = this.jdbc
				.sql("SELECT visibility FROM expert_group WHERE expert_id = ? AND field_group = 'basics'")
				.param(first)
				.query((row, _) -> Objects.requireNonNull(row.getString(1)))
				.single();
		var set = "UPDATE expert_group SET visibility = ? WHERE expert_id = ? AND field_group = 'basics'";
		this.jdbc.sql(set).params("matched", first).update();
		try {
			assertThat(firm.get("/api/experts/" + first).status()).as("the profile itself").isEqualTo(404);
			assertThat(nearest(firm.get(path).json())).doesNotContain(first);
			assertThat(nearest(province.get(path).json())).contains(first);
		} finally {
			this.jdbc.sql(set).params(was, first).update();
		}
	}

	private static List<Long> nearest(JsonNode outlook) {
		var ids = new ArrayList<Long>();
		outlook.path("nearest").forEach(one -> ids.add(one.at("/card/id").asLong()));
		return ids;
	}

	@Test
	void followsMovedWeightsWithoutAskingTheIndex() {
		var firm = signedIn("firm");
		var usual = ids(matches(firm, Map.of()));
		var demand = this.demands.find(this.need).orElseThrow();
		var standing = this.standings.of(demand, Audience.MATCHED);
		var moved = matches(firm,
				Map.of("weights", Map.of("domain", 0, "language", 0, "country", 10, "wishes", 0), "size", 100));
		assertThat(ids(moved)).hasSameSizeAs(ids(matches(firm, Map.of("size", 100)))).isNotEqualTo(usual);
		assertThat(moved.at("/weights/country").asDouble()).isEqualTo(10);
		assertThat(this.standings.of(demand, Audience.MATCHED)).as("the same answer of the index")
				.isSameAs(standing);
		assertThat(this.standings.of(demand, Audience.REGISTERED)).isNotSameAs(standing);
		var second = matches(firm, Map.of("page", 2, "size", 1));
		assertThat(ids(second)).containsExactly(usual.get(1));
		assertThat(second.at("/items/0/rank").asInt()).isEqualTo(2);
		var wrong = firm.post("/api/demands/" + this.need + "/matches", Map.of("weights", Map.of("domain", -1)));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/weights/domain");
	}

	@Test
	void ranksByTheWeightsThatHoldUntilTheyAreChangedAgain() {
		var firm = signedIn("firm");
		var admin = signedIn("admin");
		var usual = matches(firm, Map.of("size", 100));
		assertThat(usual.path("usual")).isEqualTo(usual.path("weights"));
		var asked = matches(firm,
				Map.of("weights", Map.of("domain", 10, "language", 10, "country", 70, "wishes", 10), "size", 100));
		assertThat(ids(asked)).isNotEqualTo(ids(usual));
		var version = admin.get("/api/weighting").json().path("version").asInt();
		var body = Map.of("weights", Map.of("domain", 10, "language", 10, "country", 70, "wishes", 10), "reason",
				"试行国别优先", "suggested", false);
		assertThat(admin.post("/api/weighting", body).status()).as("nobody knows what it is based on").isEqualTo(428);
		assertThat(signedIn("province").with("If-Match", tag(version)).post("/api/weighting", body).status())
				.isEqualTo(403);
		var changes = signedIn("province")
				.get("/api/weighting/changes?domain=10&language=10&country=70&wishes=10")
				.json();
		assertThat(changes.path("stay").asInt()).isPositive().isLessThanOrEqualTo(changes.path("first").asInt());
		assertThat(changes.path("moved").asInt()).isPositive();
		var changed = admin.with("If-Match", tag(version)).post("/api/weighting", body);
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		try {
			var now = matches(firm, Map.of("size", 100));
			assertThat(ids(now)).isEqualTo(ids(asked));
			assertThat(now.at("/usual/country").asDouble()).isEqualTo(70);
			assertThat(admin.with("If-Match", tag(version)).post("/api/weighting", body).status()).isEqualTo(412);
			assertThat(signedIn("auditor").get("/api/audit?action=ranking-weights.changed").text())
					.contains("试行国别优先");
		} finally {
			var back = admin.with("If-Match", tag(version + 1))
					.post("/api/weighting/" + version + "/restore", Map.of("reason", "恢复"));
			assertThat(back.status()).as(back.text()).isEqualTo(200);
		}
		assertThat(ids(matches(firm, Map.of("size", 100)))).isEqualTo(ids(usual));
	}

	@Test
	void tellsWhatPeopleFulfilWhetherOrNotAMustLeavesThemOut() {
		var province = signedIn("province");
		var page = matches(province, Map.of("size", 100));
		var outsider = nearest(province.get("/api/demands/" + this.need + "/outlook").json()).getFirst();
		var people = new ArrayList<>(ids(page));
		people.addAll(List.of(outsider, 987_654L));
		var values = this.trials.values(this.need, people);
		assertThat(values).containsKey(outsider).doesNotContainKey(987_654L).hasSize(people.size() - 1);
		for (var item : page.path("items")) {
			var own = Objects.requireNonNull(values.get(item.at("/card/id").asLong()));
			for (var contribution : item.path("contributions")) {
				var criterion = Criterion.valueOf(contribution.path("criterion").asString().toUpperCase(Locale.ROOT));
				assertThat(own.get(criterion)).as("%s of %s", criterion, item.at("/card/id"))
						.isCloseTo(contribution.path("value").asDouble(), within(1e-6));
			}
		}
	}

	private static String tag(int version) {
		return "\"" + version + "\"";
	}

	@Test
	void losesAWithdrawnPersonAtOnce() {
		var firm = signedIn("firm");
		var province = signedIn("province");
		var before = ids(matches(firm, Map.of()));
		var first = before.getFirst();
		var revision = this.index.revision();
		try {
			assertThat(province.post("/api/experts/" + first + "/withdraw", Map.of()).status()).isEqualTo(200);
			assertThat(ids(matches(firm, Map.of()))).doesNotContain(first);
			eventually("the index follows", () -> this.index.revision() > revision);
			var after = matches(firm, Map.of());
			assertThat(ids(after)).doesNotContain(first);
			assertThat(after.path("total").asInt()).isEqualTo(before.size() - 1);
		} finally {
			assertThat(province.post("/api/experts/" + first + "/publish", Map.of()).status()).isEqualTo(200);
		}
		eventually("back again", () -> ids(matches(firm, Map.of())).contains(first));
	}

	private @Nullable JsonNode cooperationReason(Browser reader, long expert) {
		for (var item : matches(reader, Map.of("size", 100)).path("items")) {
			if (item.at("/card/id").asLong() == expert) {
				for (var reason : item.at("/contributions/0/reasons")) {
					if (reason.at("/evidence/kind").asString("").equals("cooperation")) {
						return reason;
					}
				}
			}
		}
		return null;
	}

	private static int version(JsonNode entry) {
		return entry.path("version").asInt();
	}

	@Test
	void ranksByTheProjectsThatTheAdministrationRecorded() {
		var firm = signedIn("firm");
		var province = signedIn("province");
		var officer = signedIn("information");
		var person = ids(matches(firm, Map.of())).getLast();
		var before = score(firm, person);
		var host = this.jdbc.sql("SELECT MIN(id) FROM organisation WHERE city IS NOT NULL AND host_kind IS NOT NULL")
				.query(Long.class)
				.single();
		var draft = officer
				.post("/api/cooperation", Map.ofEntries(Map.entry("kind", "project"),
						Map.entry("title", Map.of("zh", "雨雾天气激光雷达感知联合研发")), Map.entry("host", host),
						Map.entry("industries", List.of("ai")), Map.entry("countries", List.of("DE")),
						Map.entry("people", List.of(person)), Map.entry("fromYear", 2023),
						Map.entry("channel", "government"), Map.entry("note", "激光雷达在雨雾天气下的感知失效与点云去噪")))
				.json();
		var path = "/api/cooperation/" + draft.path("id").asLong();
		var handed = officer.with("If-Match", tag(version(draft))).post(path + "/submit", Map.of());
		assertThat(handed.status()).as(handed.text()).isEqualTo(200);
		assertThat(cooperationReason(firm, person)).as("nobody has reviewed it").isNull();
		var recorded = province.with("If-Match", tag(version(handed.json())))
				.post(path + "/record", Map.of());
		assertThat(recorded.status()).as(recorded.text()).isEqualTo(200);
		try {
			eventually("the index follows", () -> cooperationReason(firm, person) != null);
			var reason = Objects.requireNonNull(cooperationReason(firm, person));
			assertThat(reason.at("/evidence/title").asString()).isEqualTo("雨雾天气激光雷达感知联合研发");
			assertThat(reason.at("/evidence/year").asInt()).isEqualTo(2023);
			assertThat(score(firm, person)).isGreaterThan(before);
			assertThat(firm.get("/api/experts/" + person).json().at("/recorded/0/countries/0").asString())
					.isEqualTo("DE");
			var hidden = "/api/experts/" + person + "/recorded/" + draft.path("id").asLong() + "/hidden";
			assertThat(province.put(hidden, Map.of()).status()).isEqualTo(200);
			eventually("it is kept off the profile", () -> cooperationReason(firm, person) == null);
			assertThat(firm.get("/api/experts/" + person).json().path("recorded")).isEmpty();
			assertThat(province.get("/api/experts/" + person).json().at("/recorded/0/hidden").asBoolean()).isTrue();
			assertThat(province.delete(hidden).status()).isEqualTo(200);
			eventually("it is back", () -> cooperationReason(firm, person) != null);
		} finally {
			var withdrawn = province.with("If-Match", tag(version(recorded.json())))
					.post(path + "/withdraw", Map.of("remarks", "人员有误"));
			assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
		}
		eventually("gone with the record", () -> cooperationReason(firm, person) == null);
		assertThat(firm.get("/api/experts/" + person).json().path("recorded")).isEmpty();
		// how telling a word is depends on all documents, also on those that were there a moment ago
		assertThat(score(firm, person)).isCloseTo(before, within(0.1));
	}

	private double score(Browser reader, long expert) {
		for (var item : matches(reader, Map.of("size", 100)).path("items")) {
			if (item.at("/card/id").asLong() == expert) {
				return item.path("score").asDouble();
			}
		}
		return 0;
	}

	@Test
	void leavesOutWhoIsNotAvailable() {
		var firm = signedIn("firm");
		var first = ids(matches(firm, Map.of())).getFirst();
		var before = this.jdbc.sql("SELECT availability_status FROM expert WHERE id = ?")
				.param(first)
				.query((row, _) -> Objects.requireNonNull(row.getString(1)))
				.single();
		this.jdbc.sql("UPDATE expert SET availability_status = 'none' WHERE id = ?").param(first).update();
		assertThat(ids(matches(firm, Map.of()))).doesNotContain(first);
		this.jdbc.sql("UPDATE expert SET availability_status = ? WHERE id = ?").params(before, first).update();
		assertThat(ids(matches(firm, Map.of()))).contains(first);
	}

	@Test
	void showsAFirmWhatItsMatchesShowToTheirMatches() {
		var firm = signedIn("firm");
		var first = ids(matches(firm, Map.of())).getFirst();
		var was = this.jdbc
				.sql("SELECT visibility FROM expert_group WHERE expert_id = ? AND field_group = 'background'")
				.param(first)
				.query((row, _) -> Objects.requireNonNull(row.getString(1)))
				.single();
		var set = "UPDATE expert_group SET visibility = ? WHERE expert_id = ? AND field_group = 'background'";
		this.jdbc.sql(set).params("matched", first).update();
		try {
			assertThat(hidden(firm, first)).doesNotContain("background");
			assertThat(hidden(signedIn("newcomer"), first)).contains("background");
			assertThat(hidden(new Browser(this.port), first)).contains("background");
		} finally {
			this.jdbc.sql(set).params(was, first).update();
		}
	}

	private static String hidden(Browser reader, long expert) {
		return reader.get("/api/experts/" + expert).json().path("hiddenGroups").toString();
	}

	@Test
	void countsForAFormThatIsStillBeingFilledIn() {
		var firm = signedIn("firm");
		assertThat(firm.post("/api/demands/preview", Map.of()).json().path("matching").asInt()).isZero();
		var preview = firm.post("/api/demands/preview",
				Map.of("title", "固态电池电解质", "domains",
						List.of(Map.of("code", "solid-state-battery", "must", true, "weight", 3)), "languages",
						List.of(Map.of("code", "ja", "level", "B2", "must", true, "weight", 2))))
				.json();
		assertThat(preview.path("matching").asInt()).isPositive().isLessThan(preview.path("considered").asInt());
		assertThat(preview.at("/musts/0/pointer").asString()).isEqualTo("/domains/0");
		assertThat(preview.at("/musts/1/pointer").asString()).isEqualTo("/languages/0");
		assertThat(preview.at("/musts/1/excluded").asInt()).isPositive();
		var wrong = firm.post("/api/demands/preview", Map.of("languages", List.of(Map.of("code", "xx"))));
		assertThat(wrong.status()).isEqualTo(422);
	}

	@Test
	void remembersPeopleWithNotes() throws IOException {
		var firm = signedIn("firm").with("Accept-Language", "zh-CN");
		var people = ids(matches(firm, Map.of()));
		var path = "/api/demands/" + this.need + "/shortlist";
		assertThat(firm.put(path + "/" + people.get(1), Map.of("note", "=HYPERLINK(\"http://example.org\")")).status())
				.isEqualTo(204);
		assertThat(firm.put(path + "/" + people.get(0), Map.of("note", "先联系")).status()).isEqualTo(204);
		assertThat(firm.put(path + "/" + people.get(0), Map.of("note", "下周联系")).status()).isEqualTo(204);
		assertThat(firm.put(path + "/999999", Map.of("note", "")).status()).isEqualTo(404);
		var list = firm.get(path).json();
		assertThat(ids(list)).containsExactly(people.get(1), people.get(0));
		assertThat(list.at("/items/1/note").asString()).isEqualTo("下周联系");
		assertThat(list.at("/items/1/rank").asInt()).isEqualTo(1);
		assertThat(list.at("/items/1/addedBy").asString()).isEqualTo("方志远");
		assertThat(matches(firm, Map.of()).at("/items/0/shortlisted").asBoolean()).isTrue();

		var sheet = firm.get(path + ".xlsx");
		assertThat(sheet.header("Content-Disposition")).contains("shortlist-" + this.need + ".xlsx");
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet.bytes()))) {
			assertThat(book.getSheetName(0)).isEqualTo("候选名单");
			var note = book.getSheetAt(0).getRow(1).getCell(4);
			assertThat(note.getCellType()).isEqualTo(CellType.STRING);
			assertThat(note.getStringCellValue()).startsWith("'=HYPERLINK");
		}
		assertThat(firm.delete(path + "/" + people.get(0)).status()).isEqualTo(204);
		assertThat(firm.delete(path + "/" + people.get(1)).status()).isEqualTo(204);
		assertThat(firm.delete(path + "/" + people.get(1)).status()).as("again").isEqualTo(204);
		assertThat(firm.get(path).json().path("items").isEmpty()).isTrue();
	}

	@Test
	void writesTheRankingInTheReadersLanguage() throws IOException {
		var firm = signedIn("firm").with("Accept-Language", "en");
		var english = firm.get("/api/demands/" + this.need + "/matches.xlsx?country=9&count=3");
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(english.bytes()))) {
			var rows = book.getSheetAt(0);
			assertThat(rows.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Name");
			assertThat(rows.getLastRowNum()).isEqualTo(3);
			assertThat(rows.getRow(1).getCell(10).getStringCellValue()).isNotBlank();
			assertThat(book.getSheetAt(1).getRow(7).getCell(1).getNumericCellValue()).as("weight of country")
					.isEqualTo(9);
		}
		assertThat(firm.get("/api/demands/" + this.need + "/matches.xlsx?country=-9").status()).isEqualTo(422);
	}

	@Test
	void letsPeopleWhoFitAlmostEquallyTakeTurns() throws IOException {
		var firm = signedIn("firm").with("Accept-Language", "en");
		var usual = matches(firm, Map.of("size", 100));
		assertThat(usual.has("rotation")).as("off unless asked for").isFalse();
		assertThat(usual.at("/items/0").has("usualRank")).isFalse();
		var orders = new HashSet<List<Long>>();
		for (var seed = 0; seed < 10; seed++) {
			var asked = Map.of("rotation", Map.of("seed", seed, "band", 3), "size", 100);
			var rotated = matches(firm, asked);
			assertThat(rotated.at("/rotation/seed").asInt()).isEqualTo(seed);
			assertThat(ids(rotated)).containsExactlyInAnyOrderElementsOf(ids(usual))
					.isEqualTo(ids(matches(firm, asked)));
			for (var item : rotated.path("items")) {
				var place = item.path("usualRank").asInt();
				var before = usual.at("/items/" + (place - 1));
				assertThat(item.path("card")).isEqualTo(before.path("card"));
				assertThat(item.path("score")).isEqualTo(before.path("score"));
				assertThat(item.path("improvements")).isEqualTo(before.path("improvements"));
				var here = usual.at("/items/" + (item.path("rank").asInt() - 1));
				assertThat(here.path("score").asDouble()).isCloseTo(item.path("score").asDouble(), within(3.0));
			}
			orders.add(ids(rotated));
		}
		assertThat(orders).hasSizeGreaterThan(1);
		assertThat(ids(matches(firm, Map.of("size", 100)))).isEqualTo(ids(usual));

		var path = "/api/demands/" + this.need + "/matches";
		var order = ids(matches(firm, Map.of("rotation", Map.of("seed", 7, "band", 2.5), "size", 5)));
		assertThat(ids(matches(firm, Map.of("rotation", Map.of("seed", 7, "band", 2.5), "size", 1, "page", 2))))
				.containsExactly(order.get(1));
		var wrong = firm.post(path, Map.of("rotation", Map.of("seed", -1, "band", 4)));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text()).contains("/rotation/seed", "/rotation/band");
		assertThat(firm.get(path + ".xlsx?seed=7&band=0").status()).isEqualTo(422);
		try (var book = new XSSFWorkbook(
				new ByteArrayInputStream(firm.get(path + ".xlsx?seed=7&band=2.5").bytes()))) {
			var rows = book.getSheetAt(0);
			assertThat(rows.getRow(0).getCell(14).getStringCellValue()).isEqualTo("Rank by points alone");
			assertThat(rows.getRow(1).getCell(14).getNumericCellValue()).isPositive();
			var about = new StringBuilder();
			book.getSheetAt(1).forEach(row -> row.forEach(about::append));
			assertThat(about).contains("Seed 7", "within 2.5 points");
		}
		var taken = lastExport();
		assertThat(taken.path("seed").asLong()).isEqualTo(7);
		assertThat(taken.path("band").asDouble()).isEqualTo(2.5);
		assertThat(taken.path("version").asInt())
				.isEqualTo(this.demands.find(this.need).orElseThrow().version());
		assertThat(taken.path("weights")).as("those that were used, though none were asked for")
				.isEqualTo(usual.path("weights"));
		assertThat(firm.get(path + ".xlsx?country=9&count=3").status()).isEqualTo(200);
		var own = lastExport();
		assertThat(own.at("/weights/country").asDouble()).isEqualTo(9);
		assertThat(own.has("seed")).isFalse();
	}

	private JsonNode lastExport() {
		return signedIn("auditor").get("/api/audit?action=demand.matches-exported&size=1").json().at("/items/0/after");
	}

	@Test
	void keepsForeignRankingsClosed() {
		var path = "/api/demands/" + this.need + "/matches";
		assertThat(signedIn("hefei").post(path, Map.of()).status()).isEqualTo(200);
		assertThat(signedIn("province").post(path, Map.of()).status()).isEqualTo(200);
		assertThat(signedIn("wuhu").post(path, Map.of()).status()).as("another city").isEqualTo(403);
		assertThat(signedIn("expert").post(path, Map.of()).status()).isEqualTo(403);
		assertThat(new Browser(this.port).post(path, Map.of()).status()).isEqualTo(401);
		var foreign = number("冰箱变频压缩机启停异响与低频嗡声");
		assertThat(signedIn("firm").post("/api/demands/" + foreign + "/matches", Map.of()).status()).isEqualTo(403);
	}

	@Test
	void tellsAnExpertWhichNeedsFit() {
		var expert = signedIn("expert");
		var own = expert.get("/api/experts/mine").json().path("id").asLong();
		var fitting = expert.get("/api/experts/" + own + "/fitting-demands").json().path("items");
		assertThat(fitting.isEmpty()).isFalse();
		var before = Double.POSITIVE_INFINITY;
		for (var item : fitting) {
			assertThat(item.path("score").asDouble()).isLessThanOrEqualTo(before);
			before = item.path("score").asDouble();
		}
		assertThat(fitting.at("/0/card/title").asString()).contains("盖板玻璃");
		assertThat(expert.get("/api/experts/" + (own + 1) + "/fitting-demands").status()).isEqualTo(403);
		assertThat(signedIn("province").get("/api/experts/" + (own + 1) + "/fitting-demands").status())
				.isEqualTo(200);
	}

	@Test
	void tellsAnExpertWhereTheyStandAndWhatNearlyFits() {
		var expert = signedIn("expert");
		var own = expert.get("/api/experts/mine").json().path("id").asLong();
		var fitting = numbers(expert.get("/api/experts/" + own + "/fitting-demands").json().path("items"));
		var prospects = expert.get("/api/experts/" + own + "/prospects").json();
		for (var i = 0; i < fitting.size(); i++) {
			var place = prospects.path("places").path(i);
			assertThat(place.path("demandId").asLong()).isEqualTo(fitting.get(i));
			var ranking = this.standings.of(this.demands.find(fitting.get(i)).orElseThrow(), Audience.MATCHED)
					.ranking()
					.matches();
			assertThat(ranking.get(place.path("rank").asInt() - 1).expertId()).isEqualTo(own);
			assertThat(place.path("of").asInt()).isEqualTo(ranking.size());
			place.path("improvements")
					.forEach(one -> assertThat(one.path("rank").asInt()).isLessThan(place.path("rank").asInt()));
		}
		assertThat(expert.get("/api/experts/" + (own + 1) + "/prospects").status()).isEqualTo(403);
	}

	@Test
	void tellsWhichNeedsNearlyFitAndWhatIsMissing() {
		var official = signedIn("province");
		var placed = 0;
		var open = 0;
		for (var expert : this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id LIMIT 40")
				.query((row, _) -> row.getLong(1))
				.list()) {
			var fitting = numbers(
					official.get("/api/experts/" + expert + "/fitting-demands").json().path("items"));
			for (var near : official.get("/api/experts/" + expert + "/prospects").json().path("near")) {
				assertThat(fitting).doesNotContain(near.at("/card/id").asLong());
				assertThat(near.path("missing").size()).isBetween(1, 2);
				assertThat(near.at("/contributions/0/value").asDouble()).isGreaterThan(0.29);
				var subject = false;
				for (var missing : near.path("missing")) {
					subject |= missing.path("kind").asString().equals("concept-missing");
				}
				assertThat(near.path("then").isNull()).isEqualTo(subject);
				if (subject) {
					open++;
				} else {
					placed++;
					assertThat(near.at("/then/rank").asInt()).isBetween(1, near.at("/then/of").asInt());
					assertThat(near.at("/then/score").asDouble())
							.isGreaterThan(near.path("score").asDouble());
				}
			}
		}
		assertThat(placed).isPositive();
		assertThat(open).isPositive();
	}

	@Test
	void putsTogetherTheFewestPeopleWhoCoverANeed() {
		var firm = signedIn("firm");
		var need = number("收购德国零部件企业的法律与知识产权尽职调查");
		var team = firm.get("/api/demands/" + need + "/team").json();
		var members = numbers(team.path("members"));
		var covered = new HashSet<Integer>();
		team.path("members")
				.forEach(member -> member.path("covers").forEach(one -> covered.add(one.asInt())));
		team.path("uncovered").forEach(one -> assertThat(covered.add(one.asInt())).isTrue());
		assertThat(covered).hasSize(team.path("requirements").size());
		assertThat(team.path("atLeast").asInt()).isEqualTo(members.size());
		assertThat(team.path("apart").isNull()).isNotEqualTo(team.path("steps").isNull());
		assertThat(team.at("/requirements/0/pointer").asString()).isEmpty();
		assertThat(team.at("/requirements/1/pointer").asString()).isEqualTo("/domains/0");

		var first = members.getFirst();
		var others = firm.get("/api/demands/" + need + "/team?without=" + first).json();
		assertThat(numbers(others.path("members"))).doesNotContain(first);
		var other = numbers(others.path("members")).getFirst();
		var kept = firm.get("/api/demands/" + need + "/team?keep=" + other + "," + first).json();
		assertThat(numbers(kept.path("members"))).startsWith(other, first);
		assertThat(kept.at("/members/0/kept").asBoolean()).isTrue();

		for (var odd : List.of("keep=x", "keep=1,,2", "keep=" + "1,".repeat(60) + "1")) {
			var wrong = firm.with("Accept-Language", "zh-CN").get("/api/demands/" + need + "/team?" + odd);
			assertThat(wrong.status()).as(odd + wrong.text()).isEqualTo(422);
			assertThat(wrong.text()).contains("keep");
		}
		assertThat(signedIn("wuhu").get("/api/demands/" + need + "/team").status()).isIn(403, 404);
	}

	private static List<Long> numbers(JsonNode items) {
		var numbers = new ArrayList<Long>();
		items.forEach(item -> numbers.add(item.at("/card/id").asLong()));
		return numbers;
	}

	/** The need for a lawyer is confidential: whoever it fits learns the field and nothing else. */
	@Test
	void givesNothingOfAConfidentialNeedAway() {
		var secret = number("收购德国零部件企业的法律与知识产权尽职调查");
		var demand = this.demands.find(secret).orElseThrow();
		var lawyer = best(demand);
		// The demonstration's newcomer borrows the lawyer's profile for a moment.
		var newcomer = this.jdbc.sql("SELECT id FROM account WHERE email = 'newcomer@demo.zhiqiao.example'")
				.query((row, _) -> row.getLong(1))
				.single();
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(newcomer, lawyer).update();
		try {
			var answer = signedIn("newcomer").get("/api/experts/" + lawyer + "/fitting-demands");
			var found = false;
			for (var item : answer.json().path("items")) {
				if (item.at("/card/id").asLong() == secret) {
					found = true;
					assertThat(item.at("/card/disclosure").asString()).isEqualTo("outline");
					// Words of the need may come back only where the reader's own evidence has them too.
					assertThat(item.toString()).doesNotContain(demand.content().title(),
							demand.content().description().substring(0, 12));
					assertThat(item.at("/card/organisation").isNull()).isTrue();
					item.path("contributions")
							.forEach(contribution -> assertThat(contribution.path("criterion").asString())
									.isEqualTo("domain"));
				}
			}
			assertThat(found).as(answer.text()).isTrue();
			var prospects = signedIn("newcomer").get("/api/experts/" + lawyer + "/prospects");
			assertThat(prospects.text()).doesNotContain(demand.content().title(),
					demand.content().description().substring(0, 12));
			assertThat(numbers(prospects.json().path("near"))).doesNotContain(secret);
			for (var place : prospects.json().path("places")) {
				if (place.path("demandId").asLong() == secret) {
					place.path("improvements").forEach(one -> fail("Asks for what only its owner may read: " + one));
				}
			}
		} finally {
			this.jdbc.sql("UPDATE expert SET account_id = NULL WHERE id = ?").param(lawyer).update();
		}
	}

	private long best(Demand demand) {
		return this.standings.of(demand, Audience.MATCHED).ranking().matches().getFirst().expertId();
	}

	@Test
	void asksForTheVersionInBothLanguages() {
		var firm = signedIn("firm").with("Accept-Language", "zh-CN");
		var missing = firm.put("/api/demands/" + this.need, Map.of());
		assertThat(missing.status()).isEqualTo(428);
		assertThat(missing.problem()).isEqualTo("missing-version");
		var stale = firm.with("If-Match", "\"77\"").put("/api/demands/" + this.need, Map.of());
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.json().path("currentVersion").asInt()).isEqualTo(1);
		assertThat(stale.json().path("detail").asString()).contains("需求");
		assertThat(firm.with("Accept-Language", "en").put("/api/demands/" + this.need, Map.of()).json().path("detail")
				.asString()).contains("this need");
		assertThat(firm.get("/api/demands/" + this.need).header("ETag")).isEqualTo("\"1\"");
	}

	@Test
	void followsAMergeAndForgetsPeople() {
		new TransactionTemplate(this.transactions).executeWithoutResult(work -> {
			var now = java.time.Instant.parse("2026-03-01T08:00:00Z");
			this.shortlists.put(this.need, 1, "甲", 1, now);
			this.shortlists.put(this.need, 2, "乙", 1, now);
			this.shortlists.follow(1, 2);
			assertThat(this.shortlists.of(this.need)).extracting(ShortlistTable.Entry::note).containsExactly("乙");
			this.shortlists.follow(2, 3);
			assertThat(this.shortlists.expertsOf(this.need)).containsExactly(3L);
			assertThat(this.shortlists.addedBy(1)).hasSize(1);
			this.shortlists.forgetAuthor(1);
			assertThat(this.shortlists.addedBy(1)).isEmpty();
			this.shortlists.forgetExpert(3);
			assertThat(this.shortlists.of(this.need)).isEmpty();
			work.setRollbackOnly();
		});
	}

}
