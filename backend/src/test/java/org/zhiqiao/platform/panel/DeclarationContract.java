package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.expert.ExpertErased;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** From asking candidates for their ties to a list that heeds them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class DeclarationContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final int SEATS = 5;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DeclarationPersonalData personalData;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Accounts accounts;

	private Browser organiser;

	private Browser anybody;

	@BeforeEach
	void signInOrganiser() {
		this.organiser = signedIn("hefei");
		this.anybody = new Browser(this.port);
		this.jdbc.sql("""
				UPDATE expert SET contact_email = CONCAT('e', id, '@people.example'), preferred_language = NULL,
					time_zone = NULL WHERE state <> 'gone'""").update();
		this.jdbc.sql("UPDATE expert SET account_id = NULL").update();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		this.jdbc.sql("DELETE FROM attempt").update();
		this.jdbc.sql("DELETE FROM interest").update();
	}

	@Test
	void asksBeforeAnybodyIsChosenAndShowsNoMoreThanIsNeeded() {
		var panel = created(Map.of());
		var reach = this.organiser.get(path(panel) + "/reach?most=3").json();
		assertThat(reach.path("people").asInt()).isEqualTo(3);
		assertThat(reach.path("mailed").asInt()).isEqualTo(3);
		assertThat(ask(panel, Map.of("most", 0)).status()).isEqualTo(422);
		assertThat(ask(panel, Map.of("confidential", List.of(9))).status()).isEqualTo(422);
		var asked = ask(panel, Map.of("most", 3, "confidential", List.of(2), "message", "请尽快答复")).json();
		assertThat(asked.path("asked").asInt()).isEqualTo(3);
		assertThat(asked.path("unanswered").asInt()).isEqualTo(3);
		assertThat(asked.at("/askings/0/mailed").asInt()).isEqualTo(3);

		var person = asked(panel).getFirst();
		var mail = mails(person).getFirst();
		assertThat(mail).contains("请尽快答复").doesNotContain("项目甲", "某公司", "密评");
		var letter = this.anybody.get(token(person));
		assertThat(letter.status()).as(letter.text()).isEqualTo(200);
		assertThat(letter.text()).contains("项目甲", "某公司", "乙公司").doesNotContain("项目乙", "密评", "project-evaluation");
		assertThat(letter.json().path("state").asString()).isEqualTo("asked");
		// Looking answers nothing, and the token itself is not kept.
		assertThat(this.anybody.get(token(person)).json().path("state").asString()).isEqualTo("asked");
		assertThat(rows("SELECT COUNT(*) FROM panel_declaration_token WHERE token_hash = '"
				+ token(person).substring(token(person).lastIndexOf('/') + 1) + "'")).isZero();
		// Whoever has not answered can be asked again; nobody else is.
		assertThat(ask(panel, Map.of("again", true)).json().at("/askings/1/people").asInt()).isEqualTo(3);
		assertThat(mails(person)).hasSize(2);
		assertThat(this.organiser.get("/api/panels/" + panel + "/pool/people?size=100").text())
				.contains("\"declared\":\"asked\"");
		// A panel about which something is on file stays.
		assertThat(this.organiser.delete("/api/panels/" + panel).status()).isEqualTo(409);
	}

	@Test
	void mailsWhatOpensThePageAndKeepsItNowhereElse() {
		var panel = created(Map.of());
		ask(panel, Map.of("most", 1));
		var address = "e" + asked(panel).getFirst() + "@people.example";
		Letters.register(this.accounts, address);
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		ask(panel, Map.of("again", true));
		Letters.assertOnlyMailed(this.jdbc, address, "/declarations/%");
	}

	@Test
	void takesAnswersUntilTheListIsFrozenAndKeepsEachOfThem() {
		var panel = created(Map.of());
		ask(panel, Map.of("most", 4));
		var people = asked(panel);
		var shown = this.anybody.get(token(people.get(0))).json().path("shown").asString();
		assertThat(answer(people.get(0), shown, List.of()).json().path("state").asString()).isEqualTo("noConflict");
		// The same again is no new version, another answer is.
		assertThat(answer(people.get(0), shown, List.of()).json().path("versions").asInt()).isOne();
		var wrong = answer(people.get(0), shown, List.of(Map.of("item", 1, "party", 7, "kind", "family")));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text()).contains("/ties/0/party");
		var corrected = answer(people.get(0), shown,
				List.of(Map.of("item", 1, "party", 0, "kind", "financial", "words", "持有股份"))).json();
		assertThat(corrected.path("state").asString()).isEqualTo("ties");
		assertThat(corrected.path("versions").asInt()).isEqualTo(2);
		assertThat(corrected.at("/answer/ties/0/party").asInt()).isZero();
		answer(people.get(1), shown, List.of(Map.of("item", 2, "kind", "other", "words", "曾参与论证")));
		var unwilling = this.anybody.post(token(people.get(2)) + "/answer",
				Map.of("shown", shown, "unwilling", true, "ties", List.of()));
		assertThat(unwilling.json().path("state").asString()).isEqualTo("unwilling");

		var hard = person(panel, "conflict", people.get(0));
		assertThat(hard.at("/findings/0/rule").asString()).isEqualTo("declared-tie");
		assertThat(hard.at("/findings/0/known").asString()).isEqualTo("declaration");
		assertThat(hard.at("/findings/0/note").asString()).contains("持有股份");
		assertThat(person(panel, "undecided", people.get(1)).at("/findings/0/note").asString()).contains("曾参与论证");
		assertThat(person(panel, "declined", people.get(2)).path("declared").asString()).isEqualTo("unwilling");
		var view = this.organiser.get(path(panel)).json();
		assertThat(List.of(view.path("ties").asInt(), view.path("unwilling").asInt(), view.path("unanswered").asInt()))
				.containsExactly(2, 1, 1);

		// Others are not told, nor does the audit say who answered.
		assertThat(signedIn("firm").get(path(panel)).status()).isEqualTo(403);
		var audit = signedIn("auditor").get("/api/audit?size=100&kind=panel&subject=" + panel).text();
		assertThat(audit).contains("panel.declarations-asked", "panel.declaration-answered").doesNotContain("持有股份");

		freeze(panel);
		var late = answer(people.get(3), shown, List.of());
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text()).contains("declaration-closed");
		assertThat(ask(panel, Map.of()).status()).isEqualTo(409);
		var list = this.jdbc.sql("SELECT list_json FROM panel_draw WHERE panel_id = ?").param(panel)
				.query(String.class)
				.single();
		assertThat(list).contains("\"reason\":\"declined\"", "\"reason\":\"conflict declared-tie\"");
		// What was answered about can be read no more, but for the person's own ties.
		assertThat(this.anybody.get(token(people.get(3))).text()).doesNotContain("项目甲");
		assertThat(this.anybody.get(token(people.get(0))).text()).contains("项目甲").doesNotContain("项目乙");
	}

	@Test
	void choosesOnlyFromThoseWhoHaveDeclaredIfThePanelSaysSo() {
		var panel = created(Map.of("code", "declared", "on", true));
		var pool = "/api/panels/" + panel + "/pool";
		assertThat(this.organiser.get(pool).json().path("eligible").asInt()).isZero();
		ask(panel, Map.of("most", 6));
		var people = asked(panel);
		var shown = this.anybody.get(token(people.get(0))).json().path("shown").asString();
		people.forEach(person -> answer(person, shown, List.of()));
		assertThat(this.organiser.get(pool).json().path("eligible").asInt()).isEqualTo(6);
		assertThat(this.organiser.get(pool + "/people?obstacle=undeclared").json().path("total").asInt()).isPositive();

		// Who answered about something else has not answered.
		var changed = new HashMap<>(panel(Map.of("code", "declared", "on", true)));
		changed.put("items", List.of(Map.of("number", 1, "title", "项目甲", "parties",
				List.of(Map.of("role", "applicant", "name", "另一公司")))));
		assertThat(signedIn("hefei").with("If-Match", "\"1\"").put("/api/panels/" + panel, changed).status())
				.isEqualTo(200);
		assertThat(this.organiser.get(pool).json().path("eligible").asInt()).isZero();
		assertThat(this.organiser.get(path(panel)).json().path("outdated").asInt()).isEqualTo(6);
		var stale = answer(people.get(0), shown, List.of());
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.text()).contains("declaration-changed");
	}

	@Test
	void keepsThePackThatAPanelBeganWith() {
		var panel = created(Map.of());
		this.jdbc.sql("UPDATE panel SET rules = 1 WHERE id = ?").param(panel).update();
		var rules = this.organiser.get("/api/panels/" + panel).json().path("rules");
		assertThat(rules.path("version").asInt()).isOne();
		assertThat(codes(rules)).doesNotContain("declared");
		var now = this.organiser.get("/api/panels/form").json().path("rules");
		assertThat(now.path("version").asInt()).isGreaterThanOrEqualTo(2);
		assertThat(codes(now)).contains("declared").containsAll(codes(rules));
	}

	@Test
	void takesAnAnswerBeforeTheListIsFrozenOrRefusesIt() throws Exception {
		var panel = created(Map.of());
		ask(panel, Map.of("most", 1));
		var person = asked(panel).getFirst();
		var shown = this.anybody.get(token(person)).json().path("shown").asString();
		commit(panel);
		var ties = List.of(Map.<String, Object>of("item", 1, "kind", "family"));
		var answers = atOnce(() -> answer(person, shown, ties).status(),
				() -> signedIn("hefei").post("/api/panels/" + panel + "/draws/1/freeze", Map.of()).status());
		assertThat(answers.get(1)).isEqualTo(200);
		assertThat(answers.get(0)).isIn(200, 409);
		var list = this.jdbc.sql("SELECT list_json FROM panel_draw WHERE panel_id = ?").param(panel)
				.query(String.class)
				.single();
		// An answer that was taken is in the list; one that is not was refused.
		assertThat(list.contains("conflict declared-tie")).isEqualTo(answers.get(0) == 200);
	}

	@Test
	void keepsStandingTiesInThePersonsOwnHands() {
		var people = published();
		long me = people.get(0);
		long other = people.get(1);
		link(me);
		var expert = signedIn("expert");
		assertThat(signedIn("newcomer").post("/api/interests", Map.of("kind", "family", "personName", "某人")).status())
				.isEqualTo(403);
		var nowhere = expert.post("/api/interests", Map.of("kind", "other"));
		assertThat(nowhere.status()).isEqualTo(422);
		assertThat(nowhere.text()).contains("/personName", "/words");
		assertThat(expert.post("/api/interests", Map.of("kind", "family", "person", me)).status()).isEqualTo(422);
		assertThat(expert
				.post("/api/interests", Map.of("kind", "family", "personName", "某人", "since", 2020, "until", 2010))
				.status()).isEqualTo(422);
		expert.post("/api/interests", Map.of("kind", "financial", "organisationName", "某公司", "since", 2010));
		var mine = expert.post("/api/interests", Map.of("kind", "family", "person", other, "words", "配偶")).json();
		assertThat(mine.path("items")).hasSize(2);
		var firm = mine.at("/items/1/id").asLong();

		var panel = created(Map.of());
		assertThat(person(panel, "conflict", me).at("/findings/0/rule").asString()).isEqualTo("declared-tie");
		// Nobody else reads it.
		for (var who : List.of("province", "auditor", "admin", "firm")) {
			assertThat(signedIn(who).get("/api/interests").status()).as(who).isEqualTo(403);
			assertThat(signedIn(who).get("/api/experts/" + me).text()).as(who).doesNotContain("配偶");
		}
		assertThat(this.anybody.get("/api/directory/experts?q=配偶").text()).doesNotContain("配偶");
		assertThat(this.personalData.export(account("expert")).toString()).contains("配偶", "FINANCIAL");

		// A tie that is over counts for as long as the rule looks back, and stays on file.
		var year = Year.now(Moments.HERE).getValue();
		assertThat(expert.post("/api/interests/" + firm + "/end", Map.of("until", year - 2)).status()).isEqualTo(200);
		assertThat(person(panel, "conflict", me).at("/findings/0/to").asInt()).isEqualTo(year - 2);
		assertThat(expert.post("/api/interests/" + firm + "/end", Map.of()).status()).isEqualTo(409);
		this.jdbc.sql("UPDATE interest SET until_year = ? WHERE id = ?").params(year - 4, firm).update();
		assertThat(people(panel, "conflict")).doesNotContain(me);

		// Two who are tied do not sit together on the best panel, and the organiser is told before a list is frozen.
		var tied = this.organiser.get(path(panel)).json().at("/tied/0");
		assertThat(List.of(tied.path("one").asLong(), tied.path("other").asLong())).containsExactlyInAnyOrder(me,
				other);
		var best = this.organiser.post("/api/panels/" + panel + "/best", Map.of("keep", List.of(me))).json();
		assertThat(best.path("status").asString()).isEqualTo("optimal");
		assertThat(best.at("/apart/0/kind").asString()).isEqualTo("family");
		assertThat(best.path("members").valueStream().map(member -> member.at("/card/id").asLong())).contains(me)
				.doesNotContain(other);
		freeze(panel);
		var draw = this.organiser.get("/api/panels/" + panel + "/draws/1").json();
		assertThat(draw.at("/tied/0/kind").asString()).isEqualTo("family");
		assertThat(this.organiser.get("/api/panels/" + panel + "/draws").text()).doesNotContain("family");
	}

	@Test
	void tellsThePersonWhatAnOfficerHeardAndTakesTheirWord() {
		var me = published().getFirst();
		link(me);
		var panel = created(Map.of());
		var note = new HashMap<String, Object>(
				Map.of("candidate", me, "kind", "family", "organisationName", "某公司", "source", " "));
		assertThat(this.organiser.post("/api/panels/" + panel + "/ties", note).status()).isEqualTo(422);
		note.put("source", "来信反映");
		assertThat(signedIn("province").post("/api/panels/" + panel + "/ties", note).status()).isEqualTo(403);
		assertThat(this.organiser.post("/api/panels/" + panel + "/ties", note).status()).isEqualTo(204);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE recipient = 'expert@demo.zhiqiao.example'")
				.query(Integer.class).single()).isOne();
		// Hearsay excludes nobody by itself.
		var found = person(panel, "undecided", me).at("/findings/0");
		assertThat(found.path("known").asString()).isEqualTo("office");
		assertThat(found.path("note").asString()).contains("来信反映");
		assertThat(people(created(Map.of()), "undecided")).doesNotContain(me);
		var expert = signedIn("expert");
		var id = expert.get("/api/interests").json().at("/items/0/id").asLong();
		assertThat(expert.post("/api/interests/" + id + "/end", Map.of()).status()).isEqualTo(403);
		assertThat(expert.post("/api/interests/" + id + "/contest", Map.of("words", "并无此事")).status()).isEqualTo(200);
		assertThat(person(panel, "undecided", me).at("/findings/0/note").asString()).contains("并无此事");
	}

	@Test
	void followsPeopleWhoseProfilesAreMergedOrErased() {
		var panel = created(Map.of());
		ask(panel, Map.of("most", 2));
		var people = asked(panel);
		var shown = this.anybody.get(token(people.get(0))).json().path("shown").asString();
		answer(people.get(0), shown, List.of(Map.of("item", 1, "kind", "family", "words", "舅父")));
		var gone = token(people.get(0));
		var transaction = new TransactionTemplate(this.transactions);
		transaction.executeWithoutResult(
				(_) -> this.events.publishEvent(new ExpertsMerged(people.get(0), people.get(1))));
		assertThat(asked(panel)).containsExactly(people.get(1));
		assertThat(this.anybody.get(gone).json().path("state").asString()).isEqualTo("ties");
		assertThat(person(panel, "conflict", people.get(1)).at("/findings/0/note").asString()).contains("舅父");
		transaction.executeWithoutResult((_) -> this.events.publishEvent(new ExpertErased(people.get(1))));
		assertThat(this.anybody.get(gone).status()).isEqualTo(404);
		assertThat(person(panel, "conflict", people.get(1)).at("/findings/0/note").asString()).doesNotContain("舅父");
	}

	@Test
	void slowsDownWhoeverGuessesLinks() {
		var panel = created(Map.of());
		ask(panel, Map.of("most", 1));
		var right = token(asked(panel).getFirst());
		var statuses = new ArrayList<Integer>();
		for (var i = 0; i < 52; i++) {
			statuses.add(this.anybody.get((i % 2 == 0)
					? "/api/declarations/by-token/guess" + i
					: "/api/invitations/by-token/guess" + i).status());
		}
		assertThat(statuses.subList(0, 50)).containsOnly(404);
		assertThat(statuses.getLast()).isEqualTo(429);
		assertThat(this.anybody.get(right).status()).isEqualTo(429);
		this.jdbc.sql("DELETE FROM attempt").update();
		for (var i = 0; i < 60; i++) {
			assertThat(this.anybody.get(right).status()).isEqualTo(200);
		}
	}

	private Browser.Answer ask(long panel, Map<String, Object> more) {
		var body = new HashMap<String, Object>(Map.of("answerBy", Instant.now().plus(Duration.ofDays(7))));
		body.putAll(more);
		return this.organiser.post(path(panel), body);
	}

	private Browser.Answer answer(long person, String shown, List<Map<String, Object>> ties) {
		return new Browser(this.port).post(token(person) + "/answer",
				Map.of("shown", shown, "unwilling", false, "ties", ties));
	}

	private static String path(long panel) {
		return "/api/panels/" + panel + "/declarations";
	}

	private long created(Map<String, Object> rule) {
		var created = this.organiser.post("/api/panels", panel(rule));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private Map<String, Object> panel(Map<String, Object> rule) {
		var rules = new ArrayList<Map<String, Object>>();
		for (var code : List.of("title", "experience", "verified", "available", "load")) {
			rules.add(Map.of("code", code, "on", false, "reason", "样本"));
		}
		if (!rule.isEmpty()) {
			rules.add(rule);
		}
		return Map.of("title", "密评", "use", "project-evaluation", "items",
				List.of(Map.of("title", "项目甲", "parties", List.of(Map.of("role", "applicant", "name", "某公司"))),
						Map.of("title", "项目乙", "parties", List.of(Map.of("role", "partner", "name", "乙公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", SEATS)), "rules", rules, "duties",
				Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor")));
	}

	private void commit(long panel) {
		this.organiser.post("/api/panels/" + panel + "/draws", Map.of());
		var secrets = Map.of("province", "11".repeat(32), "wuhu", "22".repeat(32));
		secrets.forEach((who, secret) -> signedIn(who).post("/api/panels/" + panel + "/draws/1/commitment",
				Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))))));
	}

	private void freeze(long panel) {
		commit(panel);
		var frozen = this.organiser.post("/api/panels/" + panel + "/draws/1/freeze", Map.of());
		assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
	}

	private JsonNode person(long panel, String obstacle, long person) {
		return this.organiser.get("/api/panels/" + panel + "/pool/people?size=100&obstacle=" + obstacle)
				.json()
				.path("items")
				.valueStream()
				.filter(one -> one.at("/card/id").asLong() == person)
				.findFirst()
				.orElseThrow();
	}

	private List<Long> people(long panel, String obstacle) {
		return this.organiser.get("/api/panels/" + panel + "/pool/people?size=100&obstacle=" + obstacle)
				.json()
				.path("items")
				.valueStream()
				.map(one -> one.at("/card/id").asLong())
				.toList();
	}

	private static List<String> codes(JsonNode pack) {
		return pack.path("rules").valueStream().map(rule -> rule.path("code").asString()).toList();
	}

	private List<Long> asked(long panel) {
		return this.jdbc.sql("SELECT expert_id FROM panel_declaration WHERE panel_id = ? ORDER BY expert_id")
				.param(panel)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private List<Long> published() {
		return this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id")
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private void link(long person) {
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account("expert"), person).update();
	}

	private List<String> mails(long person) {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param("e" + person + "@people.example")
				.query((row, _) -> row.getString(1))
				.list();
	}

	/** Where the link of the first mail leads. */
	private String token(long person) {
		var link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = ? ORDER BY id LIMIT 1")
				.param("e" + person + "@people.example")
				.query(String.class)
				.single();
		return "/api/declarations/by-token/" + link.substring(link.lastIndexOf('/') + 1);
	}

	private long account(String name) {
		return this.jdbc.sql("SELECT id FROM account WHERE email = ?")
				.param(name + "@demo.zhiqiao.example")
				.query(Long.class)
				.single();
	}

	private long rows(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", PASSWORD);
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

}
