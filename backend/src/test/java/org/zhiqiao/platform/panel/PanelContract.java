package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** From setting a panel up to a draw that anybody can check. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class PanelContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final String FIRST = "11".repeat(32);

	private static final String SECOND = "22".repeat(32);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	@TempDir
	private Path folder;

	private Browser organiser;

	private Browser first;

	private Browser second;

	private Browser supervisor;

	@BeforeEach
	void signInEverybody() {
		this.organiser = signedIn("hefei");
		this.first = signedIn("province");
		this.second = signedIn("wuhu");
		this.supervisor = signedIn("auditor");
	}

	@Test
	void tellsThePoolInNumbersWhileConditionsAreSet() {
		var published = published();
		var everybody = this.organiser.post("/api/panels/pool", panel(5, relaxed())).json();
		assertThat(everybody.path("people").asLong()).isEqualTo(published);
		assertThat(everybody.path("eligible").asLong()).isEqualTo(published);
		assertThat(everybody.path("possible").asBoolean()).isTrue();

		var strict = panel(5, Map.of());
		var pool = this.organiser.post("/api/panels/pool", strict).json();
		assertThat(pool.path("eligible").asLong()).isLessThan(published);
		for (var cost : pool.at("/groups/0/costs")) {
			assertThat(cost.path("people").asInt()).isGreaterThanOrEqualTo(cost.path("alone").asInt());
		}
		var impossible = new HashMap<>(panel(5, relaxed()));
		impossible.put("groups", List.of(Map.of("name", "g", "seats", 5, "languages",
				List.of(Map.of("code", "sw", "level", "native")))));
		var none = this.organiser.post("/api/panels/pool", impossible).json();
		assertThat(none.path("possible").asBoolean()).isFalse();
		assertThat(none.at("/groups/0/changes/0/givenUp/0").asString()).isEqualTo("language");
		assertThat(none.at("/groups/0/changes/0/people").asLong()).isEqualTo(published);
	}

	@Test
	void findsWhoHasToDoWithAPartyAndSaysHow() {
		var employer = this.jdbc.sql("""
				SELECT a.organisation_id FROM expert_affiliation a JOIN expert e ON e.id = a.expert_id
				WHERE e.state = 'published' AND a.organisation_id IS NOT NULL AND a.to_year IS NULL
				ORDER BY a.organisation_id LIMIT 1""").query(Long.class).single();
		var panel = new HashMap<>(whole(5));
		panel.put("items", List.of(Map.of("title", "项目一", "parties",
				List.of(Map.of("role", "applicant", "organisation", employer)))));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var people = this.organiser.get("/api/panels/" + id + "/pool/people?obstacle=conflict&size=100").json();
		assertThat(people.path("total").asInt()).isPositive();
		for (var person : people.path("items")) {
			var finding = person.at("/findings/0");
			assertThat(finding.path("rule").asString()).isEqualTo("same-organisation");
			assertThat(finding.path("severity").asString()).isEqualTo("hard");
			assertThat(finding.at("/path/0/kind").asString()).isEqualTo("person");
			assertThat(finding.path("path").valueStream().map(step -> step.path("kind").asString()).toList())
					.endsWith("item");
			var refused = this.organiser.post("/api/panels/" + id + "/rulings",
					Map.of("person", person.at("/card/id").asLong(), "finding", finding.path("key").asString(),
							"mayServe", true, "reason", "不影响"));
			assertThat(refused.status()).isEqualTo(403);
		}
		frozen(id);
		var list = this.jdbc.sql("SELECT list_json FROM panel_draw WHERE panel_id = ?").param(id).query(String.class)
				.single();
		assertThat(list).contains("\"reason\":\"conflict same-organisation\"");
	}

	@Test
	void leavesSoftFindingsToTheOrganiserWithAReason() {
		var person = this.jdbc.sql("SELECT MIN(id) FROM expert WHERE state = 'published'").query(Long.class).single();
		var panel = new HashMap<>(whole(5));
		panel.put("items", List.of(Map.of("title", "项目一", "objections",
				List.of(Map.of("person", person, "by", "某公司", "reason", "有过纠纷")))));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var undecided = "/api/panels/" + id + "/pool/people?obstacle=undecided";
		var found = this.organiser.get(undecided).json();
		assertThat(found.path("total").asInt()).isOne();
		assertThat(found.at("/items/0/findings/0/note").asString()).isEqualTo("有过纠纷");
		var ruling = new HashMap<String, Object>(Map.of("person", person, "finding",
				found.at("/items/0/findings/0/key").asString(), "mayServe", true, "reason", " "));
		assertThat(this.organiser.post("/api/panels/" + id + "/rulings", ruling).status()).isEqualTo(422);
		ruling.put("reason", "纠纷已于多年前了结");
		assertThat(this.first.post("/api/panels/" + id + "/rulings", ruling).status()).isEqualTo(403);
		assertThat(this.organiser.post("/api/panels/" + id + "/rulings", ruling).status()).isEqualTo(204);
		assertThat(this.organiser.get(undecided).json().path("total").asInt()).isZero();
		ruling.put("mayServe", false);
		assertThat(this.organiser.post("/api/panels/" + id + "/rulings", ruling).status()).isEqualTo(204);
		var excluded = this.organiser.get("/api/panels/" + id + "/pool/people?obstacle=conflict").json();
		assertThat(excluded.path("total").asInt()).isOne();
		assertThat(excluded.at("/items/0/findings/0/ruling/reason").asString()).isEqualTo("纠纷已于多年前了结");
		assertThat(excluded.at("/items/0/findings/0/ruling/by").asString()).isNotBlank();
		// The ruling on the objection itself decides as well, and is no longer the organiser's to overlook.
		panel.put("items",
				List.of(Map.of("number", 1, "title", "项目一", "objections", List.of(Map.of("person", person, "by",
						"某公司", "reason", "有过纠纷", "upheld", true, "ruling", "确有利害关系")))));
		assertThat(signedIn("hefei").with("If-Match", "\"1\"").put("/api/panels/" + id, panel).status()).isEqualTo(200);
		var upheld = this.organiser.get("/api/panels/" + id + "/pool/people?obstacle=conflict").json();
		assertThat(upheld.at("/items/0/findings/0/severity").asString()).isEqualTo("hard");
	}

	@Test
	void findsTheBestPanelAndSaysWhatEachMemberAdds() {
		eventually("the sample is in the index",
				() -> this.organiser.get("/api/directory/experts?size=1").json().path("total").asLong() == published());
		var panel = new HashMap<>(whole(5));
		panel.put("items", List.of(Map.of("title", "硫化物固态电池电解质", "fields", List.of("solid-state-battery"))));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		assertThat(this.first.post("/api/panels/" + id + "/best", Map.of()).status()).isEqualTo(403);
		var best = this.organiser.post("/api/panels/" + id + "/best", Map.of()).json();
		assertThat(best.path("status").asString()).isEqualTo("optimal");
		assertThat(best.path("gap").asDouble()).isZero();
		assertThat(best.path("members")).hasSize(5);
		assertThat(best.at("/members/0/fit").asDouble()).isPositive();
		assertThat(best.at("/members/0/covers/0/code").asString()).isEqualTo("solid-state-battery");
		assertThat(best.at("/members/0/others")).isNotEmpty();
		for (var next : best.path("next")) {
			assertThat(next.path("value").asDouble()).isLessThanOrEqualTo(best.path("value").asDouble());
		}
		var worst = best.at("/members/4/card/id").asLong();
		var top = best.at("/members/0/card/id").asLong();
		var changed = this.organiser
				.post("/api/panels/" + id + "/best", Map.of("keep", List.of(worst), "without", List.of(top)))
				.json();
		var people = changed.path("members").valueStream().map(member -> member.at("/card/id").asLong()).toList();
		assertThat(people).contains(worst).doesNotContain(top);
		assertThat(changed.path("value").asDouble()).isLessThanOrEqualTo(best.path("value").asDouble());
		assertThat(this.organiser.post("/api/panels/" + id + "/best", Map.of("keep", List.of(987_654))).status())
				.isEqualTo(422);
	}

	@Test
	void spreadsManyItemsOverReviewersAndKeepsConflictsToTheirItems() {
		eventually("the sample is in the index",
				() -> this.organiser.get("/api/directory/experts?size=1").json().path("total").asLong() == published());
		var person = this.jdbc.sql("SELECT MIN(id) FROM expert WHERE state = 'published'").query(Long.class).single();
		var panel = new HashMap<>(whole(5));
		panel.put("items", List.of(
				Map.of("title", "硫化物固态电池电解质", "objections",
						List.of(Map.of("person", person, "by", "某公司", "reason", "有过纠纷"))),
				Map.of("title", "激光雷达感知"), Map.of("title", "Supply contracts and trade law")));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var assignment = "/api/panels/" + id + "/assignment";
		assertThat(this.organiser.get(assignment).json().path("state").asString()).isEqualTo("none");
		assertThat(this.organiser.post(assignment, Map.of("reviewers", 0, "most", 2)).status()).isEqualTo(422);
		assertThat(this.organiser.post(assignment, Map.of("reviewers", 4, "most", 1)).status()).isEqualTo(202);
		eventually("the search ends",
				() -> !this.organiser.get(assignment).json().path("state").asString().equals("running"));
		var done = this.organiser.get(assignment).json();
		assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
		assertThat(done.at("/outcome/status").asString()).isEqualTo("optimal");
		var all = new ArrayList<Long>();
		var worst = Double.MAX_VALUE;
		for (var service : done.at("/outcome/services")) {
			assertThat(service.path("people")).hasSize(4);
			service.path("people").forEach(one -> all.add(one.path("person").asLong()));
			worst = Math.min(worst, service.path("fit").asDouble());
			if (service.path("number").asInt() == 1) {
				assertThat(service.path("people").valueStream().map(one -> one.path("person").asLong()))
						.doesNotContain(person);
			}
		}
		assertThat(all).doesNotHaveDuplicates();
		assertThat(done.at("/outcome/worst").asDouble()).isEqualTo(worst).isPositive();

		// More than there are: the answer says which items lack how many.
		this.organiser.post(assignment, Map.of("reviewers", 20, "most", 1));
		this.organiser.delete(assignment);
		eventually("the search ends",
				() -> !this.organiser.get(assignment).json().path("state").asString().equals("running"));
		this.organiser.post(assignment, Map.of("reviewers", 20, "most", 2));
		eventually("the search ends",
				() -> !this.organiser.get(assignment).json().path("state").asString().equals("running"));
		assertThat(this.organiser.get(assignment).json().at("/outcome/services")).hasSize(3);
	}

	@Test
	void saysWhatWouldMakeAPanelPossible() {
		var panel = new HashMap<>(whole(5));
		panel.put("groups",
				List.of(Map.of("name", "a", "seats", 2, "languages", List.of(Map.of("code", "sw", "level", "native"))),
						Map.of("name", "b", "seats", 3)));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var none = this.organiser.post("/api/panels/" + id + "/best", Map.of()).json();
		assertThat(none.path("status").asString()).isEqualTo("infeasible");
		assertThat(none.at("/changes/0/0/kind").asString()).isIn("fewer-of-group", "fewer-seats");
		assertThat(none.at("/changes/0/0/by").asInt()).isEqualTo(2);
	}

	@Test
	void namesEveryWrongPlaceInBothLanguages() {
		var wrong = Map.of("title", " ", "use", "nonsense", "items", List.of(), "groups",
				List.of(Map.of("name", "g", "seats", 4)), "rules", List.of(Map.of("code", "title", "on", false)));
		var answer = this.organiser.post("/api/panels", wrong);
		assertThat(answer.status()).isEqualTo(422);
		var pointers = new ArrayList<String>();
		answer.json().path("errors").forEach(error -> pointers.add(error.path("pointer").asString()));
		assertThat(pointers).containsExactlyInAnyOrder("/title", "/use", "/items", "/groups", "/rules/0/reason");
		var chinese = signedIn("hefei").with("Accept-Language", "zh-CN").post("/api/panels", wrong);
		assertThat(chinese.text()).contains("席位总数须为单数");
	}

	@Test
	void keepsDutiesApart() {
		var officials = new HashMap<String, Long>();
		this.organiser.get("/api/panels/form").json().path("officials").forEach(
				official -> officials.put(official.path("name").asString(), official.path("account").asLong()));
		var own = this.jdbc.sql("SELECT id FROM account WHERE email = 'hefei@demo.zhiqiao.example'")
				.query(Long.class)
				.single();
		assertThat(officials).doesNotContainValue(own).hasSizeGreaterThanOrEqualTo(3);
		var province = account("province");
		var information = account("information");
		var twice = refused(Map.of("firstDrawer", own, "secondDrawer", province, "supervisor", province));
		assertThat(twice).containsEntry("/duties/firstDrawer", "This person already has another duty for this panel.");
		assertThat(twice.get("/duties/supervisor")).contains("auditor");
		assertThat(refused(Map.of("firstDrawer", information))).containsKey("/duties/firstDrawer");
		assertThat(refused(Map.of("firstDrawer", account("wuhu"), "secondDrawer", own)))
				.containsKey("/duties/secondDrawer");
		// Whoever keeps the pool does not use it, whatever other role they have.
		for (var keeper : List.of("INFORMATION_OFFICER", "ADMINISTRATOR")) {
			this.jdbc.sql("INSERT INTO account_role (account_id, role) VALUES (?, ?)").params(own, keeper).update();
			try {
				assertThat(signedIn("hefei").post("/api/panels", panel(5, relaxed())).status()).isEqualTo(403);
			} finally {
				this.jdbc.sql("DELETE FROM account_role WHERE account_id = ? AND role = ?").params(own, keeper)
						.update();
			}
		}
	}

	private Map<String, String> refused(Map<String, Long> duties) {
		var panel = new HashMap<>(panel(5, relaxed()));
		panel.put("duties", duties);
		var answer = this.organiser.post("/api/panels", panel);
		assertThat(answer.status()).as(answer.text()).isEqualTo(422);
		var errors = new HashMap<String, String>();
		answer.json().path("errors")
				.forEach(error -> errors.put(error.path("pointer").asString(), error.path("detail").asString()));
		return errors;
	}

	@Test
	void tellsNobodyElseThatThereIsAPanel() {
		var id = created(5);
		assertThat(this.organiser.get("/api/panels/" + id).status()).isEqualTo(200);
		assertThat(this.supervisor.get("/api/panels/" + id).json().path("mayEdit").asBoolean()).isFalse();
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ? AND duty = 'FIRST_DRAWER'").param(id).update();
		var path = "/api/panels/" + id;
		var unknown = this.first.get("/api/panels/987654");
		for (var hidden : List.of(path, path + "/pool", path + "/pool/people", path + "/draws")) {
			var answer = this.first.get(hidden);
			assertThat(answer.status()).as(hidden).isEqualTo(404);
			assertThat(answer.json().path("title")).isEqualTo(unknown.json().path("title"));
		}
		assertThat(this.first.get("/api/panels").text()).doesNotContain("\"id\":" + id + ",");
	}

	@Test
	void changesAPanelUntilItIsDrawnAndKeepsItsRules() {
		var id = created(5);
		var path = "/api/panels/" + id;
		var changed = new HashMap<>(whole(7));
		changed.put("title", "改过的评审组");
		assertThat(this.organiser.put(path, changed).status()).isEqualTo(428);
		var saved = signedIn("hefei").with("If-Match", "\"1\"").put(path, changed);
		assertThat(saved.status()).as(saved.text()).isEqualTo(200);
		assertThat(saved.json().at("/rules/version").asInt()).isEqualTo(4);
		assertThat(signedIn("hefei").with("If-Match", "\"1\"").put(path, changed).status()).isEqualTo(412);
		assertThat(signedIn("province").with("If-Match", "\"2\"").put(path, changed).status()).isEqualTo(403);
		assertThat(this.organiser.delete(path).status()).isEqualTo(204);
		assertThat(this.organiser.get(path).status()).isEqualTo(404);
	}

	@Test
	void drawsInStepsSoThatAnybodyCanCheckIt() throws Exception {
		var id = created(5);
		var draws = "/api/panels/" + id + "/draws";
		assertThat(this.organiser.post(draws, Map.of()).status()).isEqualTo(201);
		assertThat(this.organiser.post(draws, Map.of()).status()).isEqualTo(409);
		var draw = draws + "/1";
		assertThat(this.organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(409);
		assertThat(this.organiser.post(draw + "/commitment", commitment(FIRST)).status()).isEqualTo(403);
		assertThat(this.first.post(draw + "/commitment", Map.of("commitment", "xyz")).status()).isEqualTo(422);
		assertThat(this.first.post(draw + "/commitment", commitment(FIRST)).status()).isEqualTo(200);
		// The same again, as after an answer that was lost on its way, and another one.
		assertThat(this.first.post(draw + "/commitment", commitment(FIRST)).status()).isEqualTo(200);
		assertThat(this.first.post(draw + "/commitment", commitment(SECOND)).status()).isEqualTo(409);
		assertThat(this.second.post(draw + "/commitment", commitment(FIRST)).status()).isEqualTo(422);
		assertThat(this.second.post(draw + "/secret", Map.of("secret", SECOND)).status()).isEqualTo(409);
		assertThat(this.second.post(draw + "/commitment", commitment(SECOND)).status()).isEqualTo(200);
		assertThat(this.first.post(draw + "/freeze", Map.of()).status()).isEqualTo(403);
		var frozen = this.organiser.post(draw + "/freeze", Map.of());
		assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
		assertThat(frozen.json().path("listHash").asString()).hasSize(64);
		assertThat(signedIn("hefei").with("If-Match", "\"1\"").put("/api/panels/" + id, whole(5)).status())
				.isEqualTo(409);

		var wrong = this.first.post(draw + "/secret", Map.of("secret", SECOND));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/secret");
		assertThat(this.first.post(draw + "/secret", Map.of("secret", FIRST)).json().path("state").asString())
				.isEqualTo("frozen");
		// Whoever reveals second must not be able to know the outcome before.
		assertThat(this.second.get(draw).text()).doesNotContain(FIRST);
		assertThat(this.second.get(draw + "/transcript").status()).isEqualTo(404);
		var drawn = this.second.post(draw + "/secret", Map.of("secret", SECOND)).json();
		assertThat(drawn.path("state").asString()).isEqualTo("drawn");
		assertThat(drawn.at("/strata/0/members")).hasSize(5);

		var transcript = this.supervisor.get(draw + "/transcript");
		var file = Files.write(this.folder.resolve("transcript.json"), transcript.bytes());
		var verifier = Files.write(this.folder.resolve("VerifyDraw.java"),
				new Browser(this.port).get("/api/panels/verifier").bytes());
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				verifier.toString(), file.toString()).redirectErrorStream(true).start();
		var said = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
		assertThat(transcript.json().at("/strata/0/members").valueStream().map(JsonNode::asLong))
				.containsExactlyElementsOf(drawn.at("/strata/0/members")
						.valueStream()
						.map(member -> member.path("person").asLong())
						.toList());
		assertThat(rows("SELECT COUNT(*) FROM panel_member WHERE panel_id = " + id)).isEqualTo(5);
	}

	@Test
	void keepsAVoidDrawOnFileAndDrawsAnew() {
		var id = created(5);
		var draw = drawn(id);
		assertThat(this.organiser.post(draw + "/void", Map.of("reason", " ")).status()).isEqualTo(422);
		assertThat(this.supervisor.post(draw + "/void", Map.of("reason", "x")).status()).isEqualTo(403);
		assertThat(this.supervisor.post(draw + "/void-decision", Map.of("approved", true)).status()).isEqualTo(409);
		assertThat(this.organiser.post(draw + "/void", Map.of("reason", "名单有误")).status()).isEqualTo(200);
		assertThat(this.first.post(draw + "/void", Map.of("reason", "again")).status()).isEqualTo(409);
		assertThat(this.organiser.post(draw + "/void-decision", Map.of("approved", true)).status()).isEqualTo(403);
		var kept = this.supervisor.post(draw + "/void-decision", Map.of("approved", false)).json();
		assertThat(kept.path("state").asString()).isEqualTo("drawn");
		assertThat(kept.has("voiding")).isFalse();
		this.organiser.post(draw + "/void", Map.of("reason", "名单有误"));
		var gone = this.supervisor.post(draw + "/void-decision", Map.of("approved", true)).json();
		assertThat(gone.path("state").asString()).isEqualTo("void");
		assertThat(gone.at("/voiding/reason").asString()).isEqualTo("名单有误");
		assertThat(gone.at("/voiding/approvedBy").asString()).isNotBlank();
		assertThat(rows("SELECT COUNT(*) FROM panel_member WHERE panel_id = " + id)).isZero();
		assertThat(this.organiser.delete("/api/panels/" + id).status()).isEqualTo(409);

		assertThat(this.organiser.post("/api/panels/" + id + "/draws", Map.of()).json().path("number").asInt())
				.isEqualTo(2);
		var all = this.supervisor.get("/api/panels/" + id + "/draws").json();
		assertThat(all).hasSize(2);
		assertThat(this.supervisor.get(draw + "/transcript").status()).isEqualTo(200);
	}

	/** Roles × places: whoever has no duty for a panel learns neither that it is there nor who sits on it. */
	@Test
	void keepsTheListFromEverybodyElse() {
		var panel = new HashMap<>(whole(5));
		panel.put("title", "密封名单检查");
		panel.put("items", List.of(Map.of("title", "密封名单里的项目")));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var draw = drawn(id);
		var members = this.organiser.get(draw)
				.json()
				.at("/strata/0/members")
				.valueStream()
				.map(member -> member.path("name").asString())
				.toList();
		assertThat(members).hasSize(5);
		var path = "/api/panels/" + id;
		var places = List.of(path, path + "/pool", path + "/pool/people", path + "/draws", draw, draw + "/transcript",
				path + "/dossier", path + "/invitations", path + "/assignment", path + "/review",
				path + "/review/minutes-draft",
				"/api/panels/published/" + id);
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ? AND duty IN ('FIRST_DRAWER', 'SECOND_DRAWER')")
				.param(id)
				.update();
		for (var who : List.of("", "expert", "newcomer", "firm", "wuhu", "province", "information", "admin")) {
			var reader = who.isEmpty() ? new Browser(this.port) : signedIn(who);
			for (var place : places) {
				var answer = reader.get(place);
				assertThat(answer.status()).as(who + " " + place).isIn(401, 403, 404);
				// Neither the text nor its length tells a panel that is there from one that is not.
				var none = "9".repeat(String.valueOf(id).length());
				var other = reader.get(place.replace("/" + id, "/" + none));
				assertThat(answer.text()).as(who + " " + place).hasSameSizeAs(other.text());
				members.forEach(member -> assertThat(answer.text()).as(who + " " + place).doesNotContain(member));
			}
			for (var place : List.of("/api/panels", "/api/invitations/mine", "/api/exposure", "/api/audit?size=100",
					"/api/mail", "/api/account/export", "/api/panels/published",
					"/api/directory/experts?q=" + URLEncoder.encode("密封名单检查", UTF_8), "/api/overview")) {
				assertThat(reader.get(place).text()).as(who + " " + place).doesNotContain("密封名单");
			}
		}
		// The supervisor reads in the audit who looked, and no names.
		var audit = this.supervisor.get("/api/audit?size=100&kind=panel&subject=" + id);
		assertThat(audit.text()).contains("panel.list-seen");
		members.forEach(member -> assertThat(audit.text()).doesNotContain(member));
		assertThat(this.organiser.get(path + "/draws").text()).doesNotContain("\"members\"");

		// Another officer's panel on the same item does not give away who has reviewed it.
		var same = new HashMap<>(panel);
		same.put("duties", Map.of("supervisor", account("auditor")));
		var spying = this.second.post("/api/panels", same).json().path("id").asLong();
		assertThat(this.second.get("/api/panels/" + spying + "/pool/people?size=100").text())
				.doesNotContain("reviewed-before");
		var again = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		assertThat(this.organiser.get("/api/panels/" + again + "/pool/people?size=100").text())
				.contains("reviewed-before");
	}

	@Test
	void goesOnWithoutAnOfficerWhoNeverReveals() {
		var id = created(5);
		var draw = frozen(id);
		this.first.post(draw + "/secret", Map.of("secret", FIRST));
		this.first.post(draw + "/void", Map.of("reason", "吴越未公开密值"));
		// Nothing moves while nobody has decided.
		assertThat(this.second.post(draw + "/secret", Map.of("secret", SECOND)).status()).isEqualTo(409);
		assertThat(this.supervisor.post(draw + "/void-decision", Map.of("approved", true)).status()).isEqualTo(200);
		assertThat(this.supervisor.get(draw + "/transcript").status()).isEqualTo(404);
		assertThat(this.organiser.post("/api/panels/" + id + "/draws", Map.of()).status()).isEqualTo(201);
	}

	@Test
	void letsADrawGoOnWhoseSupervisorIsGone() {
		var both = sample("panel-both", Role.CITY_OFFICER, Role.AUDITOR);
		var gone = sample("panel-gone", Role.AUDITOR);
		var locked = sample("panel-locked", Role.AUDITOR);
		var panel = new HashMap<>(whole(5));
		panel.put("duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
				gone));
		var organiser = new Browser(this.port).signIn("panel-both@example.org", PASSWORD);
		var id = organiser.post("/api/panels", panel).json().path("id").asLong();
		var duties = "/api/panels/" + id + "/duties";
		var draw = "/api/panels/" + id + "/draws/1";
		organiser.post("/api/panels/" + id + "/draws", Map.of());
		this.first.post(draw + "/commitment", commitment(FIRST));
		this.second.post(draw + "/commitment", commitment(SECOND));
		assertThat(organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		assertThat(organiser.post(draw + "/void", Map.of("reason", "吴越未公开密值")).status()).isEqualTo(200);
		// As long as the supervisor can act, nobody else puts another one in their place.
		var toOther = handOn("supervisor", account("auditor"), "另行指定");
		var held = organiser.post(duties + "/hand-on", toOther);
		assertThat(held.status()).isEqualTo(403);
		assertThat(held.text()).contains("can still do it");
		var leaving = new Browser(this.port).signIn("panel-gone@example.org", PASSWORD);
		var erased = leaving.send("DELETE", "/api/account", Map.of("password", PASSWORD));
		assertThat(erased.status()).as(erased.text()).isEqualTo(204);
		this.jdbc.sql("UPDATE account SET locked = TRUE WHERE id = ?").param(locked).update();

		var view = organiser.get(duties).json();
		var supervisor = view.path("duties").valueStream()
				.filter(one -> one.path("duty").asString().equals("supervisor"))
				.findFirst()
				.orElseThrow();
		assertThat(supervisor.path("able").asBoolean()).isFalse();
		assertThat(supervisor.path("mayHandOn").asBoolean()).isTrue();
		assertThat(supervisor.path("candidates").valueStream().map(one -> one.path("account").asLong()))
				.contains(account("auditor"))
				.doesNotContain(both, locked, account("province"), account("wuhu"));
		assertThat(this.supervisor.get(duties).status()).as("nobody's panel but its officers'").isEqualTo(404);
		for (var wrong : List.of(both, locked, account("province"), gone, account("information"))) {
			var refused = organiser.post(duties + "/hand-on", handOn("supervisor", wrong, "原监督人离任"));
			assertThat(refused.status()).as(refused.text()).isEqualTo(422);
			assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/to");
		}
		assertThat(organiser.post(duties + "/hand-on", handOn("supervisor", account("auditor"), " ")).status())
				.isEqualTo(422);
		assertThat(organiser.post(duties + "/hand-on", handOn("firstDrawer", account("auditor"), "离任")).status())
				.isEqualTo(422);
		var handed = organiser.post(duties + "/hand-on", handOn("supervisor", account("auditor"), "原监督人离任"));
		assertThat(handed.status()).as(handed.text()).isEqualTo(200);
		var entry = handed.json().at("/handedOn/0");
		assertThat(entry.path("reason").asString()).isEqualTo("原监督人离任");
		assertThat(entry.has("from")).isFalse();
		assertThat(entry.path("by").asString()).isEqualTo("panel-both");
		assertThat(entry.path("at").asString()).isNotBlank();
		// What waited goes on.
		assertThat(this.supervisor.post(draw + "/void-decision", Map.of("approved", true)).status()).isEqualTo(200);
		assertThat(organiser.post("/api/panels/" + id + "/draws", Map.of()).status()).isEqualTo(201);

		// Whoever did one thing does no other on the same panel, also not after they handed it on.
		assertThat(organiser.post(duties + "/hand-on", handOn("organiser", account("hefei"), "轮岗")).status())
				.isEqualTo(200);
		assertThat(organiser.get(duties).status()).isEqualTo(404);
		assertThat(this.supervisor.get(duties).json().path("handedOn")).hasSize(2);
		var back = this.supervisor.post(duties + "/hand-on", handOn("supervisor", both, "轮岗"));
		assertThat(back.status()).isEqualTo(422);
		assertThat(back.json().at("/errors/0/pointer").asString()).isEqualTo("/to");
		assertThat(this.organiser.get("/api/panels/" + id).json().path("mine").asString()).isEqualTo("organiser");
		assertThat(rows("SELECT COUNT(*) FROM audit_entry WHERE action = 'panel.duty-handed-on' AND subject_id = '" + id
				+ "'")).isEqualTo(2);
	}

	private static Map<String, Object> handOn(String duty, long to, String reason) {
		return Map.of("duty", duty, "to", to, "reason", reason);
	}

	private long sample(String name, Role... roles) {
		return this.accounts.createSample(new Accounts.NewPerson(name + "@example.org", PASSWORD, name, Locale.ENGLISH,
				Set.of(roles), List.of(roles).contains(Role.CITY_OFFICER) ? "340100" : null)).accountId();
	}

	/** What kept somebody away keeps away whoever their profile was merged into. */
	@Test
	void keepsRecusalsWhenProfilesAreMerged() {
		var people = new ArrayList<Long>();
		for (var name : List.of("Xqone", "Xqother")) {
			var made = this.first.post("/api/experts",
					Map.of("names", Map.of("latin", name), "freeDomains", List.of("endurance of records"), "languages",
							List.of(Map.of("code", "en", "level", "C1")), "groups",
							Map.of("basics", Map.of("visibility", "public"))));
			assertThat(made.status()).as(made.text()).isEqualTo(201);
			people.add(made.json().path("id").asLong());
			var published = this.first.post("/api/experts/" + people.getLast() + "/publish", "");
			assertThat(published.status()).as(published.text()).isEqualTo(200);
		}
		long goes = people.get(0);
		long stays = people.get(1);
		var panel = new HashMap<>(whole(5));
		panel.put("items", List.of(
				Map.of("title", "异议项目", "objections",
						List.of(Map.of("person", goes, "by", "某公司", "reason", "有过纠纷", "upheld", true, "ruling",
								"异议成立"))),
				Map.of("title", "本人项目", "people", List.of(goes)),
				Map.of("title", "待裁定项目", "objections",
						List.of(Map.of("person", goes, "by", "乙公司", "reason", "曾有合作")))));
		var created = this.organiser.post("/api/panels", panel);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		var id = created.json().path("id").asLong();
		var before = findings(id, goes);
		assertThat(before).hasSizeGreaterThanOrEqualTo(3);
		assertThat(findings(id, stays)).isEmpty();
		var ruled = before.stream().filter(one -> one.path("severity").asString().equals("soft")).findFirst()
				.orElseThrow();
		assertThat(this.organiser.post("/api/panels/" + id + "/rulings", Map.of("person", goes, "finding",
				ruled.path("key").asString(), "mayServe", false, "reason", "合作尚未结束")).status()).isEqualTo(204);
		var merged = this.first.post("/api/experts/" + stays + "/merge", Map.of("otherId", goes));
		assertThat(merged.status()).as(merged.text()).isEqualTo(200);
		var after = findings(id, stays);
		assertThat(after.stream().map(PanelContract::told))
				.containsAll(before.stream().map(PanelContract::told).toList());
		// A ruling was on the other profile: somebody decides anew, and until then it keeps them away.
		assertThat(after.stream().filter(one -> one.path("severity").asString().equals("soft")))
				.hasSize(1)
				.noneMatch(one -> one.has("ruling"));
		var draw = committed(id);
		assertThat(this.organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		var list = this.jdbc.sql("SELECT list_json FROM panel_draw WHERE panel_id = ?").param(id).query(String.class)
				.single();
		assertThat(list).containsPattern("\\{\"person\":" + stays + ",[^}]*\"reason\":\"conflict");
	}

	private List<JsonNode> findings(long panel, long person) {
		var found = new ArrayList<JsonNode>();
		for (var obstacle : List.of("conflict", "undecided")) {
			this.organiser.get("/api/panels/" + panel + "/pool/people?size=100&obstacle=" + obstacle)
					.json()
					.path("items")
					.valueStream()
					.filter(one -> one.at("/card/id").asLong() == person)
					.forEach(one -> one.path("findings").forEach(finding -> {
						if (found.stream().noneMatch(known -> known.path("key").equals(finding.path("key")))) {
							found.add(finding);
						}
					}));
		}
		return found;
	}

	private static String told(JsonNode finding) {
		return finding.path("rule").asString() + " " + finding.path("severity").asString() + " " + finding.path("item");
	}

	@Test
	void letsTwoWhoActAtOnceActOneAfterTheOther() throws Exception {
		var id = created(5);
		var draws = "/api/panels/" + id + "/draws";
		var opened = atOnce(() -> signedIn("hefei").post(draws, Map.of()).status(),
				() -> signedIn("hefei").post(draws, Map.of()).status());
		assertThat(opened).containsExactlyInAnyOrder(201, 409);
		var draw = draws + "/1";
		assertThat(atOnce(() -> this.first.post(draw + "/commitment", commitment(FIRST)).status(),
				() -> this.second.post(draw + "/commitment", commitment(SECOND)).status())).containsExactly(200, 200);
		assertThat(this.organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		assertThat(atOnce(() -> this.first.post(draw + "/secret", Map.of("secret", FIRST)).status(),
				() -> this.second.post(draw + "/secret", Map.of("secret", SECOND)).status())).containsExactly(200, 200);
		assertThat(this.organiser.get(draw).json().path("state").asString()).isEqualTo("drawn");
	}

	@Test
	void refusesToFreezeAListThatLeavesSeatsEmpty() {
		var panel = new HashMap<>(whole(5));
		panel.put("groups", List.of(Map.of("name", "g", "seats", 5, "languages",
				List.of(Map.of("code", "sw", "level", "native")))));
		var id = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var draw = committed(id);
		var refused = this.organiser.post(draw + "/freeze", Map.of());
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.problem()).isEqualTo("panel-impossible");
	}

	/** Else whoever asks before and after somebody else's draw has their list. */
	@Test
	void countsServiceForLoadAndRotationOnceTheListIsNotSealedAnyMore() {
		var panel = new HashMap<>(whole(5));
		var sealed = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		panel.put("rules", rules(relaxed(), List.of(Map.of("code", "rotation", "on", true, "number", 3))));
		var own = this.organiser.post("/api/panels", panel).json().path("id").asLong();
		var other = new HashMap<>(panel);
		other.put("duties", Map.of("supervisor", account("auditor")));
		var province = signedIn("province");
		var theirs = province.post("/api/panels", other).json().path("id").asLong();
		var seen = province.get("/api/panels/" + theirs + "/pool").text();
		assertThat(seen).contains("seatable");

		var members = this.organiser.get(drawn(sealed))
				.json()
				.at("/strata/0/members")
				.valueStream()
				.map(member -> member.path("person").asLong())
				.toList();
		assertThat(members).hasSize(5);
		assertThat(rested(this.organiser, own)).containsAll(members);
		assertThat(province.get("/api/panels/" + theirs + "/pool").text()).isEqualTo(seen);
		assertThat(kept(this.organiser.post("/api/panels/pool", panel), "rotation")).isZero();

		this.jdbc.sql("""
				INSERT INTO panel_review (panel_id, version, setup, due, created_at, settled_at)
				VALUES (?, 1, '{}', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""").param(sealed).update();
		try {
			assertThat(rested(province, theirs)).containsAll(members);
			assertThat(kept(this.organiser.post("/api/panels/pool", panel), "rotation")).isEqualTo(5);
		} finally {
			this.jdbc.sql("DELETE FROM panel_review WHERE panel_id = ?").param(sealed).update();
		}
	}

	private static List<Long> rested(Browser officer, long panel) {
		return officer.get("/api/panels/" + panel + "/pool/people?obstacle=rotation&size=100")
				.json()
				.path("items")
				.valueStream()
				.map(person -> person.at("/card/id").asLong())
				.toList();
	}

	/** How many an obstacle keeps from the first group. */
	private static int kept(Browser.Answer pool, String obstacle) {
		return pool.json()
				.at("/groups/0/costs")
				.valueStream()
				.filter(cost -> cost.path("obstacle").asString().equals(obstacle))
				.mapToInt(cost -> cost.path("people").asInt())
				.sum();
	}

	/** Nobody puts people into the pool whom they then choose. */
	@Test
	void passesOverWhoeverAnOfficerOfThePanelHasVerifiedSince() {
		var panel = created(5);
		var pool = "/api/panels/" + panel + "/pool";
		var person = rows("SELECT MIN(id) FROM expert WHERE state = 'published'");
		var before = this.jdbc
				.sql("SELECT verification_status, verification_on, verification_by FROM expert WHERE id = ?")
				.param(person)
				.query()
				.singleRow();
		try {
			verified(person, LocalDate.now(Moments.HERE), account("wuhu"));
			assertThat(kept(this.organiser.get(pool), "keeper")).isOne();
			verified(person, LocalDate.now(Moments.HERE).minusDays(1), account("wuhu"));
			assertThat(kept(this.organiser.get(pool), "keeper")).isZero();
			verified(person, LocalDate.now(Moments.HERE), account("admin"));
			assertThat(kept(this.organiser.get(pool), "keeper")).isZero();
		} finally {
			this.jdbc.sql(
					"UPDATE expert SET verification_status = ?, verification_on = ?, verification_by = ? WHERE id = ?")
					.param(before.get("verification_status"))
					.param(before.get("verification_on"))
					.param(before.get("verification_by"))
					.param(person)
					.update();
		}
	}

	private void verified(long person, LocalDate on, long by) {
		this.jdbc
				.sql("""
				UPDATE expert SET verification_status = 'verified', verification_on = ?, verification_by = ? WHERE id = ?""")
				.params(on, by, person)
				.update();
	}

	/** All but two people work for one firm that nobody has registered. */
	@Test
	void countsPeopleOfOneUnregisteredEmployerTogether() {
		var panel = created(5);
		var before = this.jdbc.sql("SELECT expert_id, pos, organisation_id, name_zh, name_en FROM expert_affiliation")
				.query()
				.listOfRows();
		var apart = this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id LIMIT 2")
				.query(Long.class)
				.list();
		var alone = 2 + (int) rows("""
				SELECT COUNT(*) FROM expert e WHERE e.state = 'published'
					AND NOT EXISTS (SELECT 1 FROM expert_affiliation a WHERE a.expert_id = e.id)""");
		assertThat(alone).isLessThan(4);
		try {
			this.jdbc
					.sql("""
					UPDATE expert_affiliation SET organisation_id = NULL, name_zh = '虚构未登记仪器有限公司', name_en = NULL
					WHERE expert_id NOT IN (:apart)""")
					.param("apart", apart)
					.update();
			var pool = this.organiser.get("/api/panels/" + panel + "/pool").json();
			assertThat(pool.path("mostOfOneOrganisation").asInt()).isOne();
			assertThat(pool.path("seatable").asInt()).isEqualTo(1 + alone);
			assertThat(pool.path("limitThatSeatsAll").asInt()).isEqualTo(5 - alone);
			var draw = committed(panel);
			assertThat(this.organiser.post(draw + "/freeze", Map.of()).problem()).isEqualTo("panel-impossible");
		} finally {
			before.forEach(row -> this.jdbc
					.sql("""
					UPDATE expert_affiliation SET organisation_id = ?, name_zh = ?, name_en = ?
					WHERE expert_id = ? AND pos = ?""")
					.param(row.get("organisation_id"))
					.param(row.get("name_zh"))
					.param(row.get("name_en"))
					.param(row.get("expert_id"))
					.param(row.get("pos"))
					.update());
		}
	}

	@Test
	void passesOverWhoeverWorksForAGovernmentBody() {
		var panel = new HashMap<>(whole(5));
		var before = governed(panel);
		var office = this.jdbc.sql("""
				SELECT MIN(a.organisation_id) FROM expert_affiliation a JOIN expert e ON e.id = a.expert_id
				WHERE a.pos = 0 AND e.state = 'published' AND a.organisation_id IS NOT NULL""")
				.query(Long.class)
				.single();
		var kind = this.jdbc.sql("SELECT host_kind FROM organisation WHERE id = ?").param(office).query(String.class)
				.single();
		this.jdbc.sql("UPDATE organisation SET host_kind = 'government' WHERE id = ?").param(office).update();
		try {
			assertThat(governed(panel)).isGreaterThan(before);
			panel.put("rules", rules(relaxed(), List.of(Map.of("code", "outside-government", "on", false))));
			assertThat(governed(panel)).isZero();
		} finally {
			this.jdbc.sql("UPDATE organisation SET host_kind = ? WHERE id = ?").params(kind, office).update();
		}
	}

	private int governed(Map<String, Object> panel) {
		return kept(this.organiser.post("/api/panels/pool", panel), "government");
	}

	private static void eventually(String what, BooleanSupplier met) {
		var end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).as(what).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private String committed(long id) {
		this.organiser.post("/api/panels/" + id + "/draws", Map.of());
		var draw = "/api/panels/" + id + "/draws/1";
		this.first.post(draw + "/commitment", commitment(FIRST));
		this.second.post(draw + "/commitment", commitment(SECOND));
		return draw;
	}

	private String frozen(long id) {
		var draw = committed(id);
		assertThat(this.organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		return draw;
	}

	private String drawn(long id) {
		var draw = frozen(id);
		this.first.post(draw + "/secret", Map.of("secret", FIRST));
		assertThat(this.second.post(draw + "/secret", Map.of("secret", SECOND)).status()).isEqualTo(200);
		return draw;
	}

	private static Map<String, String> commitment(String secret) {
		return Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))));
	}

	private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
		try (var threads = Executors.newFixedThreadPool(2)) {
			var answers = new ArrayList<Integer>();
			for (var answer : threads.invokeAll(List.of(one, other))) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

	private long created(int seats) {
		var panel = new HashMap<>(whole(seats));
		// A tab would part the canonical list: such texts are kept in one line.
		panel.put("title", "三个项目的\t评审");
		var created = this.organiser.post("/api/panels", panel);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private Map<String, Object> whole(int seats) {
		var panel = new HashMap<>(panel(seats, relaxed()));
		panel.put("duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
				account("auditor")));
		return panel;
	}

	private static Map<String, Object> panel(int seats, Map<String, String> off) {
		return Map.of("title", "三个项目的评审", "use", "project-evaluation", "items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司")))),
				"groups",
				List.of(Map.of("name", "专家", "seats", seats)), "rules", rules(off, List.of()));
	}

	/** What keeps people of the sample away, off with a reason. */
	private static Map<String, String> relaxed() {
		return Map.of("title", "样本", "experience", "样本", "verified", "样本", "available", "样本");
	}

	private static List<Map<String, Object>> rules(Map<String, String> off, List<Map<String, Object>> more) {
		var rules = new ArrayList<Map<String, Object>>();
		off.forEach((code, reason) -> rules.add(Map.of("code", code, "on", false, "reason", reason)));
		rules.addAll(more);
		return rules;
	}

	private long account(String name) {
		return this.jdbc.sql("SELECT id FROM account WHERE email = ?")
				.param(name + "@demo.zhiqiao.example")
				.query(Long.class)
				.single();
	}

	private long published() {
		return rows("SELECT COUNT(*) FROM expert WHERE state = 'published'");
	}

	private long rows(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", PASSWORD);
	}

}
