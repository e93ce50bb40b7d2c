package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** From proposing a panel by name to members who follow in the order of the alternates. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class ChoiceContract {

	private static final String WHY = "项目涉及特殊工艺，随机抽取难以保证胜任";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private Browser organiser;

	private Browser supervisor;

	@BeforeEach
	void signInOfficers() {
		this.organiser = signedIn("hefei");
		this.supervisor = signedIn("auditor");
		this.jdbc
				.sql("""
				UPDATE panel_invitation SET state = 'REVOKED', standing = NULL, succession = 'NONE', not_until = NULL""")
				.update();
		this.jdbc.sql("""
				UPDATE expert SET account_id = NULL, contact_email = CONCAT('e', id, '@people.example')
				WHERE state <> 'gone'""").update();
	}

	@Test
	void seatsThoseWhomTheSupervisorApproves() {
		var panel = created();
		var members = best(panel);
		var draft = this.organiser.post(choices(panel) + "/draft", Map.of("members", members));
		assertThat(draft.status()).as(draft.text()).isEqualTo(200);
		assertThat(draft.json().at("/proof/proven").asBoolean()).isTrue();
		assertThat(draft.json().at("/proof/value")).isEqualTo(draft.json().at("/proof/best"));
		assertThat(draft.json().at("/groups/0/members")).hasSize(5);
		assertThat(draft.json().at("/groups/0/alternates")).isNotEmpty();
		assertThat(this.organiser.post(choices(panel), proposal(members, " ")).status()).isEqualTo(422);
		this.jdbc.sql("DELETE FROM mail_outbox").update();

		var proposed = propose(panel, members);
		assertThat(proposed.path("state").asString()).isEqualTo("proposed");
		assertThat(proposed.path("number").asInt()).isOne();
		assertThat(proposed.path("reason").asString()).isEqualTo(WHY);
		assertThat(proposed.at("/may/0").asString()).isEqualTo("withdraw");
		assertThat(mails("auditor@demo.zhiqiao.example")).hasSize(1)
				.allSatisfy(mail -> names(proposed).forEach(name -> assertThat(mail).doesNotContain(name)));
		assertThat(sitting(panel)).isEmpty();

		var decision = choice(panel, 1) + "/decision";
		assertThat(this.organiser.post(decision, decide(true)).status()).isEqualTo(403);
		assertThat(this.supervisor.post(decision, Map.of("approved", true, "words", " ")).status()).isEqualTo(422);
		assertThat(this.supervisor.get(choice(panel, 1)).json().at("/may/0").asString()).isEqualTo("decide");
		var approved = this.supervisor.post(decision, decide(true));
		assertThat(approved.status()).as(approved.text()).isEqualTo(200);
		assertThat(approved.json().path("state").asString()).isEqualTo("chosen");
		assertThat(approved.json().at("/decision/words").asString()).isEqualTo("已核");
		assertThat(sitting(panel)).containsExactlyInAnyOrderElementsOf(members);
		assertThat(this.organiser.get("/api/panels").text()).contains("\"draw\":\"chosen\"");
		assertThat(this.supervisor.post(decision, decide(false)).status()).isEqualTo(409);
	}

	@Test
	void namesEveryRuleThatAChangeByHandBreaks() {
		var panel = created();
		var members = best(panel);
		var draft = choices(panel) + "/draft";
		var few = this.organiser.post(draft, Map.of("members", members.subList(0, 4)));
		assertThat(pointers(few)).containsExactly("/members");
		assertThat(few.text()).contains("5 seats", "4 people");
		var twice = new ArrayList<>(members);
		twice.set(1, members.get(0));
		assertThat(pointers(this.organiser.post(draft, Map.of("members", twice)))).containsExactly("/members/1");
		var strange = new ArrayList<>(members);
		strange.set(2, 987_654L);
		assertThat(pointers(this.organiser.post(draft, Map.of("members", strange)))).containsExactly("/members/2");

		// Whoever has no time cannot be chosen, whoever wants them.
		var away = this.jdbc.sql("SELECT MIN(id) FROM expert WHERE state = 'published' AND id NOT IN (:members)")
				.param("members", members)
				.query(Long.class)
				.single();
		var strict = created("available");
		var with = new ArrayList<>(members);
		with.set(3, away);
		this.jdbc.sql("UPDATE expert SET availability_status = 'none' WHERE id = ?").param(away).update();
		this.jdbc.sql("UPDATE expert SET availability_status = NULL WHERE id IN (:members)").param("members", members)
				.update();
		var refused = signedIn("hefei").with("Accept-Language", "zh-CN").post(choices(strict), proposal(with, WHY));
		assertThat(pointers(refused)).containsExactly("/members/3");
		assertThat(refused.text()).contains("本人表示没有时间");

		// One of those who follow is a member, and there is no second group.
		var body = new HashMap<>(proposal(members, WHY));
		body.put("alternates", List.of(List.of(members.getFirst(), 987_654L)));
		assertThat(pointers(this.organiser.post(choices(panel), body))).containsExactly("/alternates/0/0",
				"/alternates/0/1");
		body.put("alternates", List.of(List.of(), List.of()));
		assertThat(pointers(this.organiser.post(choices(panel), body))).containsExactly("/alternates");
	}

	@Test
	void letsNobodyApproveTheirOwn() {
		var panel = created();
		propose(panel, best(panel));
		this.jdbc.sql("UPDATE panel_choice SET proposed_by = ? WHERE panel_id = ?")
				.params(account("auditor"), panel)
				.update();
		var refused = this.supervisor.post(choice(panel, 1) + "/decision", decide(true));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text()).contains("another person");
		assertThat(this.supervisor.get(choice(panel, 1)).json().path("may")).isEmpty();
		assertThat(sitting(panel)).isEmpty();
	}

	@Test
	void readsThePoolOnceMoreBeforeAnybodyIsSeated() {
		var panel = created("available");
		var members = best(panel);
		propose(panel, members);
		var before = this.jdbc.sql("SELECT availability_status FROM expert WHERE id = ?").param(members.getFirst())
				.query(String.class)
				.optional()
				.orElse(null);
		this.jdbc.sql("UPDATE expert SET availability_status = 'none' WHERE id = ?").param(members.getFirst()).update();
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(members.get(1)).update();
		try {
			var seen = this.supervisor.get(choice(panel, 1)).json().path("unable");
			assertThat(seen.valueStream().map(one -> one.path("person").asLong()))
					.containsExactlyInAnyOrder(members.getFirst(), members.get(1));
			var refused = this.supervisor.post(choice(panel, 1) + "/decision", decide(true));
			assertThat(refused.status()).isEqualTo(409);
			assertThat(refused.problem()).isEqualTo("panel-choice-outdated");
			assertThat(refused.text()).contains("no time", "no published profile");
			assertThat(sitting(panel)).isEmpty();
		} finally {
			this.jdbc.sql("UPDATE expert SET availability_status = ? WHERE id = ?").param(before)
					.param(members.getFirst())
					.update();
			this.jdbc.sql("UPDATE expert SET state = 'published' WHERE id = ?").param(members.get(1)).update();
		}
		assertThat(this.organiser.post(choice(panel, 1) + "/withdrawal", Map.of()).json().path("state").asString())
				.isEqualTo("withdrawn");
		assertThat(propose(panel, members).path("number").asInt()).isEqualTo(2);
	}

	@Test
	void leavesOneStandingSelectionAtATime() {
		var panel = created();
		var members = best(panel);
		var path = "/api/panels/" + panel;
		propose(panel, members);
		assertThat(this.organiser.post(choices(panel), proposal(members, WHY)).status()).isEqualTo(409);
		var draws = this.organiser.with("Accept-Language", "en").post(path + "/draws", Map.of());
		assertThat(draws.status()).isEqualTo(409);
		assertThat(draws.text()).contains("waits for the supervisor");
		assertThat(signedIn("hefei").with("If-Match", "\"1\"").put(path, body()).status()).isEqualTo(409);
		assertThat(this.organiser.post(path + "/draws/1/void", Map.of("reason", "x")).status()).isEqualTo(409);

		assertThat(this.supervisor.post(choice(panel, 1) + "/decision", decide(false)).json().path("state").asString())
				.isEqualTo("refused");
		assertThat(this.organiser.delete(path).status()).isEqualTo(409);
		assertThat(this.organiser.get(path).json().path("mayEdit").asBoolean()).isTrue();
		var drawn = this.organiser.post(path + "/draws", Map.of());
		assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
		assertThat(drawn.json().path("number").asInt()).isEqualTo(2);
		assertThat(drawn.json().path("method").asString()).isEqualTo("drawn");
		assertThat(this.organiser.post(choices(panel), proposal(members, WHY)).status()).isEqualTo(409);
		assertThat(this.organiser.get(choice(panel, 2)).status()).isEqualTo(404);
		var all = this.supervisor.get(path + "/draws").json();
		assertThat(all.valueStream().map(one -> one.path("method").asString())).containsExactly("direct", "drawn");
	}

	@Test
	void canBeVoidLikeADrawAndStaysOnFile() {
		var panel = chosen();
		invite(panel);
		var draw = "/api/panels/" + panel + "/draws/1";
		assertThat(this.supervisor.post(draw + "/void", Map.of("reason", "x")).status()).isEqualTo(403);
		assertThat(this.organiser.post(draw + "/void", Map.of("reason", "理由不充分")).status()).isEqualTo(200);
		assertThat(this.supervisor.get(choice(panel, 1)).json().at("/may/0").asString()).isEqualTo("decideVoid");
		// Whoever asked can take it back, and nobody else.
		assertThat(this.organiser.get(choice(panel, 1)).json().at("/may/0").asString()).isEqualTo("withdrawVoid");
		assertThat(this.organiser.post(draw + "/void-withdrawal", Map.of()).status()).isEqualTo(200);
		assertThat(this.organiser.get(choice(panel, 1)).json().at("/may/0").asString()).isEqualTo("askVoid");
		assertThat(this.organiser.post(draw + "/void", Map.of("reason", "理由不充分")).status()).isEqualTo(200);
		assertThat(this.supervisor.post(draw + "/void-decision", Map.of("approved", true)).status()).isEqualTo(200);
		var kept = this.supervisor.get(choice(panel, 1)).json();
		assertThat(kept.path("state").asString()).isEqualTo("void");
		assertThat(kept.at("/voiding/reason").asString()).isEqualTo("理由不充分");
		assertThat(kept.at("/groups/0/members")).hasSize(5);
		assertThat(sitting(panel)).isEmpty();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM panel_invitation WHERE panel_id = ? AND standing = 1")
				.param(panel)
				.query(Long.class)
				.single()).isZero();
	}

	@Test
	void fillsSeatsInTheOrderOfTheAlternates() {
		var panel = created();
		var members = best(panel);
		var suggested = this.organiser.post(choices(panel) + "/draft", Map.of("members", members))
				.json()
				.at("/groups/0/alternates")
				.valueStream()
				.map(one -> one.path("person").asLong())
				.toList();
		// The organiser's own order: the second first, and nobody else but the first.
		var body = new HashMap<>(proposal(members, WHY));
		body.put("alternates", List.of(List.of(suggested.get(1), suggested.get(0))));
		assertThat(this.organiser.post(choices(panel), body).status()).isEqualTo(201);
		this.supervisor.post(choice(panel, 1) + "/decision", decide(true));
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		invite(panel);
		assertThat(mails("e" + members.getFirst() + "@people.example").getFirst())
				.containsAnyOf("您已被选定", "You have been chosen");
		var letter = decline(members.get(0));
		assertThat(letter.path("selection").asString()).isEqualTo("direct");
		assertThat(sitting(panel)).contains(suggested.get(1)).doesNotContain(members.get(0), suggested.get(0));
		decline(members.get(1));
		assertThat(sitting(panel)).contains(suggested.get(0)).hasSize(5);
		decline(members.get(2));
		assertThat(sitting(panel)).hasSize(4);
		var view = this.organiser.get("/api/panels/" + panel + "/invitations").json();
		assertThat(view.path("vacant").asInt()).isOne();
		assertThat(view.at("/strata/0/name").asString()).isEqualTo("专家");
	}

	@Test
	void keepsTheListFromEverybodyElse() {
		var panel = chosen();
		var names = names(this.organiser.get(choice(panel, 1)).json());
		assertThat(names).hasSizeGreaterThanOrEqualTo(5);
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ? AND duty IN ('FIRST_DRAWER', 'SECOND_DRAWER')")
				.param(panel)
				.update();
		for (var who : List.of("", "expert", "firm", "wuhu", "province", "information", "admin")) {
			var reader = who.isEmpty() ? new Browser(this.port) : signedIn(who);
			var answer = reader.get(choice(panel, 1));
			assertThat(answer.status()).as(who).isIn(401, 403, 404);
			var none = "9".repeat(String.valueOf(panel).length());
			assertThat(answer.text()).as(who)
					.hasSameSizeAs(reader.get("/api/panels/" + none + "/choices/1").text());
			names.forEach(name -> assertThat(answer.text()).as(who).doesNotContain(name));
		}
		var audit = this.supervisor.get("/api/audit?size=100&kind=panel&subject=" + panel);
		assertThat(audit.text()).contains("panel.choice-proposed", "panel.choice-approved", "panel.list-seen");
		names.forEach(name -> assertThat(audit.text()).doesNotContain(name));
		names.forEach(name -> assertThat(this.organiser.get("/api/panels/" + panel + "/draws").text())
				.doesNotContain(name));
	}

	@Test
	void letsTwoWhoActAtOnceActOneAfterTheOther() throws Exception {
		var panel = created();
		var members = best(panel);
		propose(panel, members);
		var decided = atOnce(() -> this.supervisor.post(choice(panel, 1) + "/decision", decide(true)).status(),
				() -> this.organiser.post(choice(panel, 1) + "/withdrawal", Map.of()).status());
		assertThat(decided).containsExactlyInAnyOrder(200, 409);
		assertThat(sitting(panel)).hasSize((decided.getFirst() == 200) ? 5 : 0);

		var other = created();
		var begun = atOnce(() -> this.organiser.post(choices(other), proposal(members, WHY)).status(),
				() -> signedIn("hefei").post("/api/panels/" + other + "/draws", Map.of()).status());
		assertThat(begun).containsExactlyInAnyOrder(201, 409);
		assertThat(this.organiser.get("/api/panels/" + other + "/draws").json()).hasSize(1);
	}

	private long chosen() {
		var panel = created();
		propose(panel, best(panel));
		var approved = this.supervisor.post(choice(panel, 1) + "/decision", decide(true));
		assertThat(approved.status()).as(approved.text()).isEqualTo(200);
		return panel;
	}

	private JsonNode propose(long panel, List<Long> members) {
		var proposed = this.organiser.post(choices(panel), proposal(members, WHY));
		assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
		return proposed.json();
	}

	private static Map<String, Object> proposal(List<Long> members, String reason) {
		return Map.of("members", members, "reason", reason);
	}

	private static Map<String, Object> decide(boolean approved) {
		return Map.of("approved", approved, "words", "已核");
	}

	/** Once everybody is in the index: else what people are worth would change in between. */
	private List<Long> best(long panel) {
		var published = this.jdbc.sql("SELECT COUNT(*) FROM expert WHERE state = 'published'").query(Long.class)
				.single();
		var end = System.nanoTime() + LONGEST.toNanos();
		while (this.organiser.get("/api/directory/experts?size=1").json().path("total").asLong() != published) {
			assertThat(System.nanoTime()).as("the sample is in the index").isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return this.organiser.post("/api/panels/" + panel + "/best", Map.of())
				.json()
				.path("members")
				.valueStream()
				.map(member -> member.at("/card/id").asLong())
				.toList();
	}

	private static List<String> names(JsonNode choice) {
		return choice.at("/groups/0/members").valueStream().map(one -> one.path("name").asString()).toList();
	}

	private static List<String> pointers(Browser.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(422);
		return answer.json().path("errors").valueStream().map(error -> error.path("pointer").asString()).toList();
	}

	private static String choices(long panel) {
		return "/api/panels/" + panel + "/choices";
	}

	private static String choice(long panel, int number) {
		return choices(panel) + "/" + number;
	}

	private void invite(long panel) {
		var sent = this.organiser.post("/api/panels/" + panel + "/invitations",
				Map.of("answerBy", Instant.now().plus(Duration.ofDays(7))));
		assertThat(sent.status()).as(sent.text()).isEqualTo(200);
	}

	private JsonNode decline(long person) {
		var link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = ? AND link LIKE '%/invitations/%'")
				.param("e" + person + "@people.example")
				.query(String.class)
				.single();
		var token = "/api/invitations/by-token" + link.substring(link.lastIndexOf('/'));
		var answer = new Browser(this.port).post(token + "/decline", Map.of("reason", "no-time"));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private List<Long> sitting(long panel) {
		return this.jdbc.sql("SELECT expert_id FROM panel_member WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private List<String> mails(String address) {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(address)
				.query((row, _) -> row.getString(1))
				.list();
	}

	private long created(String... on) {
		var body = new HashMap<>(body());
		body.put("rules", List.of("title", "experience", "verified", "available", "load", "one-legal-person")
				.stream()
				.filter(rule -> !List.of(on).contains(rule))
				.map(rule -> Map.of("code", rule, "on", false, "reason", "样本"))
				.toList());
		var created = this.organiser.post("/api/panels", body);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private Map<String, Object> body() {
		return Map.of("title", "特殊工艺评审", "use", "project-evaluation", "items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules", List.of(), "duties",
				Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor")));
	}

	private long account(String name) {
		return this.jdbc.sql("SELECT id FROM account WHERE email = ?")
				.param(name + "@demo.zhiqiao.example")
				.query(Long.class)
				.single();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", "qiao-demo-2026");
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
