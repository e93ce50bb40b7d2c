package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

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
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the first member who has come to a published list. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class ReviewContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final String FIRST = "11".repeat(32);

	private static final String SECOND = "22".repeat(32);

	private static final Map<String, Object> NO_CONFLICT = Map.of("noConflict", true);

	private static final List<Map<String, Object>> CRITERIA = List.of(
			Map.of("name", Map.of("zh", "创新性"), "points", 30, "weight", 60),
			Map.of("name", Map.of("zh", "可行性", "en", "Feasibility"), "points", 10, "weight", 40));

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReviewWorker worker;

	@Autowired
	private InvitationWorker invitationWorker;

	@Autowired
	private ReviewTable table;

	@Autowired
	private ReviewPersonalData personalData;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Accounts accounts;

	private Browser organiser;

	private Browser supervisor;

	private Browser anybody;

	@BeforeEach
	void signInOfficers() {
		this.organiser = signedIn("hefei");
		this.supervisor = signedIn("auditor");
		this.anybody = new Browser(this.port);
		// Everybody can be written to, at an address that tells who it is.
		this.jdbc.sql("""
				UPDATE expert SET contact_email = CONCAT('e', id, '@people.example'), preferred_language = NULL,
					time_zone = NULL WHERE state <> 'gone'""").update();
		this.jdbc.sql("UPDATE expert SET account_id = NULL").update();
		// What other tests left is nobody's concern any more.
		this.jdbc
				.sql("""
				UPDATE panel_invitation SET state = 'REVOKED', standing = NULL, succession = 'NONE', not_until = NULL""")
				.update();
		this.jdbc.sql("UPDATE panel_review SET opened_at = NULL WHERE settled_at IS NULL").update();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
	}

	@Test
	void leadsFromPointsToAPublishedList() {
		var panel = seated();
		var people = members(panel);
		var path = "/api/panels/" + panel + "/review";
		var before = this.organiser.get(path).json();
		assertThat(before.path("stage").isMissingNode()).isTrue();
		assertThat(before.path("criteria")).as("usual ones").hasSize(4);
		assertThat(this.organiser.post(path + "/opening", Map.of()).status()).isEqualTo(404);
		open(panel, Duration.ofDays(5));
		assertThat(mailsTo(people.get(0)).getLast()).contains("评审已开始").doesNotContain("项目一", name(people.get(1)));
		assertThat(this.table.settledAt(panel)).isEmpty();

		// Nobody sees what others give before all have signed.
		for (var i = 0; i < 5; i++) {
			assertThat(this.organiser.get(path).json().path("results").isMissingNode()).isTrue();
			assertThat(this.organiser.post(path + "/closing", Map.of()).status()).isEqualTo(409);
			sign(people.get(i), 15 + 3 * i, 5);
		}
		var results = this.organiser.get(path).json();
		assertThat(results.at("/results/0/mean").asDouble()).isEqualTo(62);
		assertThat(results.at("/results/0/marks")).hasSize(5);
		assertThat(results.at("/members/0/progress").asString()).isEqualTo("signed");
		assertThat(signedIn("province").get(path).json().path("may")).isEmpty();
		assertThat(this.anybody.get(sheet(people.get(0))).text()).doesNotContain("\"mean\"", name(people.get(1)));
		assertThat(this.supervisor.post(path + "/closing", Map.of()).status()).isEqualTo(403);
		ok(this.organiser.post(path + "/closing", Map.of()));

		assertThat(this.organiser.post(path + "/minutes", signBy(Duration.ofDays(2))).status()).isEqualTo(422);
		var draft = signedIn("hefei").with("Accept-Language", "zh-CN").get(path + "/minutes-draft").json().path("text")
				.asString();
		assertThat(draft).contains("三个项目的评审", "成员 5", "第 1 名，平均 62 分", "第五十三条", "满分 30 分，权重 60%")
				.doesNotContain(name(people.get(0)));
		conclude(panel, draft);
		ok(this.organiser.post(path + "/minutes", signBy(Duration.ofDays(2))));
		assertThat(mailsTo(people.get(0)).getLast()).contains("第五十三条", "评审会议纪要待您签署");

		// Four agree or do not, and one says nothing.
		assertThat(this.anybody.get(sheet(people.get(0))).json().at("/minutes/results/0/mean").asDouble())
				.isEqualTo(62);
		for (var i = 0; i < 3; i++) {
			ok(this.anybody.post(sheet(people.get(i)) + "/answer", Map.of("number", 1)));
		}
		var words = "  我不同意项目二的结论：样品数据不足。\n理由见意见。 ";
		var dissent = Map.of("number", 1, "dissent", words);
		ok(this.anybody.post(sheet(people.get(3)) + "/answer", dissent));
		ok(this.anybody.post(sheet(people.get(3)) + "/answer", dissent));
		assertThat(this.anybody.post(sheet(people.get(3)) + "/answer", Map.of("number", 1)).status()).isEqualTo(409);
		assertThat(this.organiser.post(path + "/settlement", Map.of()).status()).isEqualTo(409);
		this.worker.work(Instant.now().plus(Duration.ofDays(1)));
		assertThat(mailsTo(people.get(4)).getLast()).contains("提醒：评审会议纪要尚未签署");
		this.jdbc.sql("UPDATE panel_minutes SET sign_by = ? WHERE panel_id = ?")
				.params(Moments.stored(Instant.now().minusSeconds(1)), panel)
				.update();
		assertThat(this.anybody.post(sheet(people.get(4)) + "/answer", Map.of("number", 1)).status()).isEqualTo(409);
		var answers = this.organiser.get(path).json().at("/minutes/0/answers");
		assertThat(answers.valueStream().map(answer -> answer.path("answer").asString()))
				.containsExactlyInAnyOrder("signed", "signed", "signed", "dissent", "silent");
		assertThat(answers.valueStream().map(answer -> answer.path("dissent").asString(""))).contains(words);

		// Two officers settle it, and neither can do so alone.
		var decision = path + "/settlement-decision";
		assertThat(this.supervisor.post(decision, Map.of("approved", true)).status()).isEqualTo(409);
		ok(this.organiser.post(path + "/settlement", Map.of()));
		assertThat(this.organiser.post(decision, Map.of("approved", true)).status()).isEqualTo(403);
		assertThat(this.supervisor.post(decision, Map.of("approved", false)).status()).isEqualTo(422);
		ok(this.supervisor.post(decision, Map.of("approved", false, "reason", "请核对纪要")));
		assertThat(this.organiser.get(path).json().at("/settlement/refusal").asString()).isEqualTo("请核对纪要");
		ok(this.organiser.post(path + "/settlement", Map.of()));
		assertThat(this.organiser.post(path + "/publication", Map.of()).status()).isEqualTo(409);
		assertThat(this.anybody.get("/api/panels/published/" + panel).status()).isEqualTo(404);
		ok(this.supervisor.post(decision, Map.of("approved", true)));
		assertThat(this.table.settledAt(panel)).isPresent();

		// From now on nothing changes.
		assertThat(this.anybody.post(token(people.get(0)) + "/decline", Map.of("reason", "no-time")).status())
				.isEqualTo(409);
		assertThat(this.organiser.post(path + "/minutes/withdrawal", Map.of("reason", "再议")).status()).isEqualTo(409);
		assertThat(this.organiser.post("/api/panels/" + panel + "/draws/1/void", Map.of("reason", "再议")).status())
				.isEqualTo(409);
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(people.get(0)).update();
		try {
			this.invitationWorker.work(Instant.now());
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published' WHERE id = ?").param(people.get(0)).update();
		}
		assertThat(members(panel)).isEqualTo(people);

		assertThat(signedIn("province").post(path + "/publication", Map.of()).status()).isEqualTo(403);
		ok(this.organiser.post(path + "/publication", Map.of()));
		ok(this.organiser.post(path + "/publication", Map.of()));
		var list = this.anybody.get("/api/panels/published/" + panel);
		assertThat(list.json().path("members")).as(list.text()).hasSize(5);
		assertThat(list.text()).contains(name(people.get(0)), "\"drawn\"", "招标投标法 §37").doesNotContain("项目一", "不同意");
		assertThat(this.anybody.get("/api/panels/published").text()).contains("三个项目的评审");
		keepsAllOfItOnFile(panel, words);
		new TransactionTemplate(this.transactions)
				.executeWithoutResult((_) -> this.events.publishEvent(new ExpertErased(people.get(0))));
		assertThat(this.anybody.get("/api/panels/published/" + panel).text()).doesNotContain(name(people.get(0)));
		assertThat(this.organiser.get(path).json().at("/members/0/progress").asString()).isEqualTo("signed");
	}

	/** Chosen by name rather than drawn: whoever reads the list is told. */
	@Test
	void marksThoseWhoWereChosenDirectly() {
		var panel = created();
		var path = "/api/panels/" + panel;
		var chosen = this.organiser.post(path + "/best", Map.of())
				.json()
				.path("members")
				.valueStream()
				.map(member -> member.at("/card/id").asLong())
				.toList();
		this.organiser.post(path + "/choices", Map.of("members", chosen, "reason", "特殊工艺"));
		ok(this.supervisor.post(path + "/choices/1/decision", Map.of("approved", true, "words", "已核")));
		invite(panel);
		chosen.forEach(person -> ok(this.anybody.post(token(person) + "/accept", NO_CONFLICT)));
		open(panel, Duration.ofDays(5));
		chosen.forEach(person -> sign(person, 20, 5));
		ok(this.organiser.post(path + "/review/closing", Map.of()));
		conclude(panel, "会议纪要");
		ok(this.organiser.post(path + "/review/minutes", signBy(Duration.ofDays(2))));
		chosen.forEach(person -> ok(this.anybody.post(sheet(person) + "/answer", Map.of("number", 1))));
		ok(this.organiser.post(path + "/review/settlement", Map.of()));
		ok(this.supervisor.post(path + "/review/settlement-decision", Map.of("approved", true)));
		ok(this.organiser.post(path + "/review/publication", Map.of()));
		assertThat(this.anybody.get("/api/panels/published/" + panel).json().path("members")).hasSize(5)
				.allMatch(member -> member.path("selection").asString().equals("direct"));
	}

	/** The points of all who were assessed. */
	private List<Integer> assessed(String path) {
		return this.organiser.get(path)
				.json()
				.path("members")
				.valueStream()
				.map(member -> member.at("/assessment/points"))
				.filter(points -> !points.isMissingNode())
				.map(JsonNode::asInt)
				.toList();
	}

	private void keepsAllOfItOnFile(long panel, String dissent) {
		var review = dossier(panel).path("review");
		assertThat(review.path("state").asString()).isEqualTo("settled");
		assertThat(review.path("criteria").size()).isPositive();
		assertThat(review.path("members")).hasSize(5).allSatisfy(member -> {
			assertThat(member.path("signedAt").asString()).isNotEmpty();
			assertThat(member.at("/opinion/0/points").size()).isEqualTo(review.path("criteria").size());
			assertThat(member.at("/opinion/0/comment").asString()).isNotEmpty();
		});
		assertThat(review.at("/outcomes/0/mean").asDouble()).isEqualTo(62);
		assertThat(review.at("/minutes/0/text").asString()).contains("第五十三条");
		assertThat(review.at("/minutes/0/answers").valueStream().map(answer -> answer.path("dissent").asString("")))
				.contains(dissent);
		assertThat(review.path("settleAskedBy").asString()).isNotEqualTo(review.path("settledBy").asString());
		assertThat(review.at("/published/by").asString()).isEqualTo(review.path("settleAskedBy").asString());
		assertThat(review.at("/published/basis").toString()).contains("招标投标法 §37");
		assertThat(review.at("/published/members")).hasSize(5)
				.allMatch(member -> member.path("selection").asString().equals("drawn"));
	}

	private JsonNode dossier(long panel) {
		try (var zip = new ZipInputStream(
				new ByteArrayInputStream(this.organiser.get("/api/panels/" + panel + "/dossier").bytes()))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals("dossier.json")) {
					return JsonMapper.builder().build().readTree(zip.readAllBytes());
				}
			}
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		throw new AssertionError("There is no dossier.json");
	}

	@Test
	void keepsADraftAndSaysWhatIsWrong() {
		var panel = seated();
		var person = members(panel).get(0);
		var page = sheet(person);
		assertThat(this.anybody.get(page).json().path("state").asString()).isEqualTo("waiting");
		assertThat(put(page, 0, opinion(10, 5)).status()).isEqualTo(409);
		open(panel, Duration.ofDays(5));
		assertThat(this.anybody.get(page).json().path("maySave").asBoolean()).isTrue();
		var first = put(page, 0, Map.of("items",
				List.of(Map.of("item", 1, "points", Map.of("1", 12.5), "comment", "先记一笔"))));
		assertThat(first.json().path("version").asInt()).as(first.text()).isOne();
		assertThat(put(page, 0, opinion(10, 5)).status()).isEqualTo(412);
		assertThat(this.anybody.put(page, opinion(10, 5)).status()).isEqualTo(428);
		for (var wrong : List.of(31.0, -1.0, 10.25)) {
			var answer = put(page, 1, opinion(wrong, 5));
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/items/0/points/1");
		}
		assertThat(put(page, 1, Map.of("items", List.of(Map.of("item", 9)))).status()).isEqualTo(422);
		var missing = post(page + "/sign-off", 1, Map.of("items",
				List.of(Map.of("item", 1, "points", Map.of("1", 12.5)),
						Map.of("item", 2, "points", Map.of("1", 1, "2", 1)))));
		assertThat(missing.json().path("errors").valueStream().map(error -> error.path("pointer").asString()))
				.containsExactly("/items/0/points/2", "/items/1/comment");
		assertThat(this.anybody.get(page).json().at("/opinions/0/comment").asString()).isEqualTo("先记一笔");
		var path = "/api/panels/" + panel + "/review";
		var view = this.organiser.get(path).json();
		assertThat(view.path("fixed").asBoolean()).isTrue();
		assertThat(view.at("/members/0/opinion")).isEmpty();
		// The criteria stay, and the time may be changed.
		var version = view.path("version").asInt();
		assertThat(put(path, version, setup(CRITERIA.subList(0, 1), Duration.ofDays(5))).status()).isEqualTo(409);
		assertThat(put(path, version, setup(CRITERIA, Duration.ofDays(6))).status()).isEqualTo(200);
		assertThat(mailsTo(person)).filteredOn(mail -> mail.contains("评审已开始")).hasSize(2);
		this.worker.work(Instant.now().plus(Duration.ofDays(5)));
		this.worker.work(Instant.now().plus(Duration.ofDays(5)));
		assertThat(mailsTo(person)).filteredOn(mail -> mail.contains("提醒：评审意见尚未签署")).hasSize(1);

		ok(post(page + "/sign-off", 1, opinion(20, 5)));
		assertThat(put(page, 2, opinion(30, 5)).status()).isEqualTo(409);
		assertThat(post(page + "/sign-off", 2, opinion(30, 5)).status()).isEqualTo(409);
		// Once the time is over nothing is taken, and what was not signed does not count.
		this.jdbc.sql("UPDATE panel_review SET due = ? WHERE panel_id = ?")
				.params(Moments.stored(Instant.now().minusSeconds(1)), panel)
				.update();
		assertThat(put(sheet(members(panel).get(1)), 0, opinion(30, 5)).status()).isEqualTo(409);
		assertThat(this.organiser.get(path).json().at("/results/0/marks")).hasSize(1);
	}

	@Test
	void countsNothingOfWhoDropsOutAndTakesTheMinutesBack() {
		var panel = seated();
		var people = members(panel);
		open(panel, Duration.ofDays(5));
		people.forEach(person -> sign(person, 20, 5));
		var path = "/api/panels/" + panel + "/review";
		ok(this.organiser.post(path + "/closing", Map.of()));
		conclude(panel, "纪要");
		ok(this.organiser.post(path + "/minutes", signBy(Duration.ofDays(2))));
		people.subList(1, 5).forEach(person -> ok(this.anybody.post(sheet(person) + "/answer", Map.of("number", 1))));
		ok(this.anybody.post(token(people.get(0)) + "/decline", Map.of("reason", "conflict", "note", "刚接受聘任")));
		var view = this.organiser.get(path).json();
		assertThat(view.path("changed").asBoolean()).isTrue();
		assertThat(view.at("/voided/0/note").asString()).isEqualTo("刚接受聘任");
		assertThat(view.at("/voided/0/signed").asBoolean()).isTrue();
		assertThat(view.at("/results/0/marks")).hasSize(4);
		this.jdbc.sql("UPDATE panel_minutes SET sign_by = ? WHERE panel_id = ?")
				.params(Moments.stored(Instant.now().minusSeconds(1)), panel)
				.update();
		assertThat(this.organiser.post(path + "/settlement", Map.of()).status()).isEqualTo(409);
		ok(this.organiser.post(path + "/minutes/withdrawal", Map.of("reason", "成员变动")));

		// Whoever takes the seat starts anew.
		var next = members(panel).stream().filter(person -> !people.contains(person)).findFirst().orElseThrow();
		ok(this.anybody.post(token(next) + "/accept", NO_CONFLICT));
		ok(this.organiser.post(path + "/reopening", Map.of("due", Instant.now().plus(Duration.ofDays(2)))));
		assertThat(this.anybody.get(sheet(next)).json().path("version").asInt()).isZero();
		sign(next, 30, 10);
		ok(this.organiser.post(path + "/closing", Map.of()));
		ok(this.organiser.post(path + "/minutes", signBy(Duration.ofDays(2))));
		assertThat(this.anybody.post(sheet(next) + "/answer", Map.of("number", 1)).status()).isEqualTo(409);
		ok(this.anybody.post(sheet(next) + "/answer", Map.of("number", 2)));
		var after = this.organiser.get(path).json();
		assertThat(after.path("minutes")).hasSize(2);
		assertThat(after.at("/results/0/marks")).hasSize(5);
		assertThat(this.anybody.get(token(people.get(0)) + "/review").status()).isEqualTo(409);
	}

	@Test
	void takesNoPointsForWhatSomebodyHasAConflictWith() {
		var panel = seated();
		var people = members(panel);
		open(panel, Duration.ofDays(5));
		// It turns out after the draw that somebody takes part in the second item.
		var nobody = "\"people\":[]";
		var content = this.jdbc.sql("SELECT content FROM panel WHERE id = ?").param(panel).query(String.class).single();
		var second = content.lastIndexOf(nobody);
		this.jdbc.sql("UPDATE panel SET content = ? WHERE id = ?")
				.params(content.substring(0, second) + "\"people\":[" + people.get(0) + "]"
						+ content.substring(second + nobody.length()), panel)
				.update();
		var page = sheet(people.get(0));
		var seen = this.anybody.get(page).json();
		assertThat(seen.at("/items/0/recused").asBoolean()).isFalse();
		assertThat(seen.at("/items/1/recused").asBoolean()).isTrue();
		assertThat(put(page, 0, opinion(20, 5)).json().at("/errors/0/pointer").asString()).isEqualTo("/items/1");
		ok(post(page + "/sign-off", 0,
				Map.of("items", List.of(Map.of("item", 1, "points", Map.of("1", 20, "2", 5), "comment", "")))));
		people.subList(1, 5).forEach(person -> sign(person, 20, 5));
		var view = this.organiser.get("/api/panels/" + panel + "/review").json();
		assertThat(view.at("/results/0/marks")).hasSize(5);
		assertThat(view.at("/results/1/marks")).hasSize(4);
		assertThat(view.path("members").valueStream().filter(member -> member.at("/recused/0").asInt() == 2))
				.hasSize(1);
	}

	@Test
	void takesWhatComesAtOnceOneAfterTheOther() throws Exception {
		var panel = seated();
		var people = members(panel);
		open(panel, Duration.ofDays(5));
		var page = sheet(people.get(0));
		assertThat(atOnce(() -> put(page, 0, opinion(20, 5)).status(), () -> put(page, 0, opinion(21, 5)).status()))
				.containsExactlyInAnyOrder(200, 412);
		people.subList(1, 5).forEach(person -> sign(person, 20, 5));
		var path = "/api/panels/" + panel + "/review";
		// The last one signs while the organiser closes: closing comes after it, or is refused.
		var closing = signedIn("hefei");
		var answers = atOnce(() -> post(page + "/sign-off", 1, opinion(20, 5)).status(),
				() -> closing.post(path + "/closing", Map.of()).status());
		assertThat(answers.get(0)).isEqualTo(200);
		assertThat(answers.get(1)).isIn(200, 409);
		assertThat(this.organiser.get(path).json().at("/results/0/marks")).hasSize(5);
	}

	@Test
	void tellsAPersonWhatTheySaid() {
		var panel = seated();
		var person = members(panel).get(0);
		open(panel, Duration.ofDays(5));
		var account = account("expert");
		var page = sheet(person);
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account, person).update();
		var expert = signedIn("expert");
		var id = expert.get("/api/invitations/mine").json().at("/items/0/id").asLong();
		assertThat(expert.get("/api/invitations/mine").json().at("/items/0/review").asBoolean()).isTrue();
		assertThat(expert.get("/api/invitations/" + id + "/review").json()).isEqualTo(this.anybody.get(page).json());
		ok(signedIn("expert").with("If-Match", "\"0\"").put("/api/invitations/" + id + "/review",
				Map.of("items", List.of(Map.of("item", 1, "comment", "只写在草稿里")))));
		assertThat(this.personalData.export(account).toString()).contains("只写在草稿里");
		this.personalData.erase(account);
		assertThat(this.personalData.export(account).toString()).doesNotContain("只写在草稿里");
	}

	@Test
	void assessesMembersWhoSeeItContestItAndGetARuling() {
		var panel = seated();
		var left = members(panel).get(0);
		var leftBy = token(left);
		ok(this.anybody.post(leftBy + "/decline", Map.of("reason", "no-time")));
		var came = members(panel).stream().filter(person -> !links(person).isEmpty()).toList();
		assertThat(came).doesNotContain(left);
		came.forEach(person -> {
			if (!accepted(panel, person)) {
				ok(this.anybody.post(token(person) + "/accept", NO_CONFLICT));
			}
		});
		var path = "/api/panels/" + panel + "/assessments";
		open(panel, Duration.ofDays(5));
		var early = this.organiser.get(path).json();
		assertThat(early.path("settled").asBoolean()).isFalse();
		assertThat(early.path("members")).isEmpty();
		var anyone = invitation(panel, came.get(0));
		assertThat(this.organiser.post(path + "/" + anyone, marks(20, 30, 30, 20)).status()).isEqualTo(409);
		settle(panel, came);

		// What is on file is put before the organiser, who has to say why points are low.
		var seen = this.organiser.get(path).json();
		assertThat(seen.path("members")).as("five who came and one who left").hasSize(6);
		assertThat(seen.at("/members/0/facts/judged").asInt()).isEqualTo(2);
		assertThat(seen.at("/members/0/facts/minutes").asString()).isEqualTo("signed");
		assertThat(seen.at("/members/5/person").asLong()).isEqualTo(left);
		assertThat(seen.at("/members/5/facts/leftFor").asString()).isEqualTo("no-time");
		assertThat(seen.path("mayAssess").asBoolean()).isTrue();
		assertThat(signedIn("province").get(path).json().path("mayAssess").asBoolean()).isFalse();
		var one = came.get(0);
		var of = path + "/" + invitation(panel, one);
		assertThat(signedIn("province").post(of, marks(20, 30, 30, 20)).status()).isEqualTo(403);
		assertThat(this.supervisor.post(of, marks(20, 30, 30, 20)).status()).isEqualTo(403);
		var wrong = this.organiser.post(of, Map.of("marks",
				List.of(Map.of("criterion", "attendance", "points", 21), Map.of("criterion", "diligence", "points", 17),
						Map.of("criterion", "looks", "points", 1), Map.of("criterion", "fairness", "points", -1))));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().path("errors").valueStream().map(error -> error.path("pointer").asString()))
				.containsExactlyInAnyOrder("/marks/0/points", "/marks/1/reason", "/marks/2/criterion",
						"/marks/3/points",
						"/marks/3/points");
		assertThat(assessed(path)).isEmpty();
		ok(this.organiser.post(of, marks(20, 5, 20, 5)));
		assertThat(this.organiser.post(of, marks(20, 30, 30, 20)).status()).isEqualTo(409);
		assertThat(mailsTo(one).getLast()).contains("履职评价").doesNotContain("50", "项目一");

		// The person sees it with its reasons, and it moves their credit by a part.
		var link = link(one, "/credit");
		assertThat(this.anybody.get(link).json().at("/services/0/assessment/marks/1/reason").asString())
				.isEqualTo("评语只有一句");
		assertThat(this.anybody.get(link).json().path("credit").asDouble()).isEqualTo(70);
		assertThat(this.supervisor.get(path).json().path("mayRule").asBoolean()).isFalse();
		var nothing = this.anybody.post(link + "/contest", Map.of("words", " "));
		assertThat(nothing.status()).isEqualTo(422);
		var contested = this.anybody.post(link + "/contest", Map.of("words", "两个项目都写了理由"));
		assertThat(contested.json().path("credit").asDouble()).as("rests while it is contested").isEqualTo(80);
		assertThat(this.anybody.post(link + "/contest", Map.of("words", "再说一次")).status()).isEqualTo(409);
		assertThat(mails("auditor@demo.zhiqiao.example").getLast()).contains("提出异议").doesNotContain(name(one));

		// The supervisor decides, nobody else.
		var ruling = Map.of("verdict", "changed", "marks", marks(20, 18, 20, 12).get("marks"), "reason", "评语有据");
		assertThat(this.organiser.post(of + "/ruling", ruling).status()).isEqualTo(403);
		assertThat(this.supervisor.get(path).json().path("mayRule").asBoolean()).isTrue();
		assertThat(this.supervisor.post(of + "/ruling", Map.of("verdict", "changed", "reason", "评语有据")).status())
				.isEqualTo(422);
		assertThat(this.supervisor.post(of + "/ruling", Map.of("verdict", "upheld", "reason", "")).status())
				.isEqualTo(422);
		ok(this.supervisor.post(of + "/ruling", ruling));
		assertThat(this.supervisor.post(of + "/ruling", ruling).status()).isEqualTo(409);
		assertThat(mailsTo(one).getLast()).contains("已有裁定");
		var credited = this.anybody.get(link).json();
		assertThat(credited.path("credit").asDouble()).isEqualTo(76.7);
		assertThat(credited.at("/services/0/assessment/points").asInt()).as("stays on file").isEqualTo(50);
		assertThat(credited.at("/services/0/assessment/counted").asInt()).isEqualTo(70);
		assertThat(credited.at("/services/0/mayContest").asBoolean()).isFalse();

		// A panel that asks for a credit passes over whoever has less.
		// Not in the month in which it was given: nobody is to learn from a pool who has just served.
		this.jdbc.sql("UPDATE panel_assessment SET ruled_marks = ? WHERE panel_id = ?")
				.params("[{\"criterion\":\"attendance\",\"points\":0,\"reason\":\"未到\"}]", panel)
				.update();
		assertThat(this.anybody.get(link).json().path("credit").asDouble()).isEqualTo(53.3);
		var before = passedOverForCredit();
		this.jdbc.sql("UPDATE panel_assessment SET assessed_at = ? WHERE panel_id = ?")
				.params(Moments.stored(Instant.now().minus(Duration.ofDays(40))), panel)
				.update();
		assertThat(passedOverForCredit()).isEqualTo(before + 1);
		var appraised = dossier(panel).at("/review/appraisals");
		assertThat(appraised).hasSize(1);
		assertThat(appraised.at("/0/points").asInt()).isEqualTo(50);
		assertThat(appraised.at("/0/marks/0/ruled").asInt(-1)).isEqualTo(0);
		assertThat(appraised.at("/0/marks/0/ruledReason").asString()).isEqualTo("未到");
		assertThat(appraised.at("/0/contest").asString()).isEqualTo("两个项目都写了理由");

		// It is the person's own data, and nobody else's.
		var account = account("expert");
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account, one).update();
		assertThat(this.personalData.export(account).toString()).contains("评语只有一句", "评语有据");
		var own = signedIn("expert").get("/api/credit").json();
		assertThat(own.path("services")).hasSize(1);
		assertThat(signedIn("expert").post("/api/credit/" + invitation(panel, came.get(1)) + "/contest",
				Map.of("words", "不是我的")).status()).isEqualTo(404);

		// Nobody assesses themselves, whatever duty they come to have.
		this.jdbc.sql("UPDATE expert SET account_id = NULL WHERE id = ?").param(one).update();
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account("hefei"), came.get(2)).update();
		assertThat(this.organiser.post(path + "/" + invitation(panel, came.get(2)), marks(20, 30, 30, 20)).status())
				.isEqualTo(403);
		this.jdbc.sql("UPDATE expert SET account_id = NULL WHERE id = ?").param(came.get(2)).update();

		// Whoever is erased takes the words along; the points stay in the file.
		new TransactionTemplate(this.transactions)
				.executeWithoutResult(_ -> this.events.publishEvent(new ExpertErased(one)));
		assertThat(this.organiser.get(path).text()).doesNotContain("评语只有一句", "两个项目都写了理由", "评语有据", "未到");
		assertThat(assessed(path)).containsExactly(50);

		// The organiser is told once that the time is over.
		this.worker.work(Instant.now().plus(Duration.ofDays(10)));
		this.worker.work(Instant.now().plus(Duration.ofDays(11)));
		assertThat(mails("hefei@demo.zhiqiao.example"))
				.filteredOn(mail -> mail.contains("尚未评价") && mail.contains("/panels/" + panel + "/"))
				.hasSize(1);
	}

	@Test
	void mailsWhatOpensThePagesOfAMemberAndKeepsItNowhereElse() {
		var panel = seated();
		var people = members(panel);
		var person = people.get(0);
		Letters.register(this.accounts, address(person));
		open(panel, Duration.ofDays(5));
		settle(panel, people);
		ok(this.organiser.post("/api/panels/" + panel + "/assessments/" + invitation(panel, person),
				marks(20, 30, 30, 20)));
		Letters.assertOnlyMailed(this.jdbc, address(person), "/invitations/%/review");
		Letters.assertOnlyMailed(this.jdbc, address(person), "/invitations/%/credit");
	}

	private static Map<String, Object> marks(int attendance, int diligence, int fairness, int expertise) {
		return Map.of("remark", "", "marks",
				List.of(Map.of("criterion", "attendance", "points", attendance),
						Map.of("criterion", "diligence", "points", diligence, "reason", "评语只有一句"),
						Map.of("criterion", "fairness", "points", fairness),
						Map.of("criterion", "expertise", "points", expertise, "reason", "没有涉及关键指标")));
	}

	private int passedOverForCredit() {
		var rules = Stream.of("title", "experience", "verified", "available", "load")
				.map(code -> Map.<String, Object>of("code", code, "on", false))
				.collect(Collectors.toCollection(ArrayList::new));
		rules.add(Map.of("code", "credit", "on", true, "number", 60));
		var pool = this.organiser.post("/api/panels/pool",
				Map.of("title", "另一项评审", "use", "project-evaluation", "items",
						List.of(Map.of("title", "项目三", "parties",
								List.of(Map.of("role", "applicant", "name", "第三公司")))),
						"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules", rules))
				.json();
		return pool.at("/groups/0/costs")
				.valueStream()
				.filter(cost -> cost.path("obstacle").asString().equals("credit"))
				.mapToInt(cost -> cost.path("people").asInt())
				.findFirst()
				.orElse(0);
	}

	private boolean accepted(long panel, long person) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM panel_invitation WHERE panel_id = ? AND expert_id = ? AND state = 'ACCEPTED'""")
				.params(panel, person)
				.query(Long.class)
				.single() > 0;
	}

	private long invitation(long panel, long person) {
		return this.jdbc.sql("SELECT MAX(id) FROM panel_invitation WHERE panel_id = ? AND expert_id = ?")
				.params(panel, person)
				.query(Long.class)
				.single();
	}

	private String link(long person, String ending) {
		var link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = ? AND link LIKE ? ORDER BY id")
				.params(address(person), "%/invitations/%" + ending)
				.query((row, _) -> row.getString(1))
				.list()
				.getLast();
		return "/api/invitations/by-token/" + link.substring(link.indexOf("/invitations/") + "/invitations/".length());
	}

	/** All sign opinions and minutes, and the two officers settle it. */
	private void settle(long panel, List<Long> people) {
		var path = "/api/panels/" + panel + "/review";
		people.forEach(person -> sign(person, 20, 5));
		ok(this.organiser.post(path + "/closing", Map.of()));
		conclude(panel, "评审按期完成。");
		ok(this.organiser.post(path + "/minutes", signBy(Duration.ofDays(2))));
		people.forEach(person -> ok(this.anybody.post(sheet(person) + "/answer", Map.of("number", 1))));
		ok(this.organiser.post(path + "/settlement", Map.of()));
		ok(this.supervisor.post(path + "/settlement-decision", Map.of("approved", true)));
	}

	private long seated() {
		var panel = drawn();
		invite(panel);
		members(panel).forEach(person -> ok(this.anybody.post(token(person) + "/accept", NO_CONFLICT)));
		return panel;
	}

	private void open(long panel, Duration span) {
		var path = "/api/panels/" + panel + "/review";
		ok(put(path, 0, setup(CRITERIA, span)));
		ok(this.organiser.post(path + "/opening", Map.of()));
	}

	private static Map<String, Object> setup(List<Map<String, Object>> criteria, Duration span) {
		return Map.of("criteria", criteria, "instructions", "请独立评分", "due", Instant.now().plus(span));
	}

	private static Map<String, Object> opinion(double first, double second) {
		return Map.of("items",
				List.of(Map.of("item", 1, "points", Map.of("1", first, "2", second), "comment", "看好"),
						Map.of("item", 2, "points", Map.of("1", first, "2", second), "comment", "有疑问")));
	}

	private void sign(long person, double first, double second) {
		ok(post(sheet(person) + "/sign-off", 0, opinion(first, second)));
	}

	private void conclude(long panel, String minutes) {
		var path = "/api/panels/" + panel + "/review";
		var version = this.organiser.get(path).json().path("version").asInt();
		ok(put(path + "/conclusion", version, Map.of("minutes", minutes, "items",
				List.of(Map.of("item", 1, "verdict", "recommended", "words", ""),
						Map.of("item", 2, "verdict", "with-changes", "words", "补充试验数据")))));
	}

	private static Map<String, Object> signBy(Duration span) {
		return Map.of("signBy", Instant.now().plus(span));
	}

	/** By an officer or, if the path has a token, by anybody. */
	private Browser.Answer put(String path, int version, Map<String, Object> body) {
		return versioned(path, version).put(path, body);
	}

	private Browser.Answer post(String path, int version, Map<String, Object> body) {
		return versioned(path, version).post(path, body);
	}

	private Browser versioned(String path, int version) {
		return (path.contains("by-token") ? new Browser(this.port) : signedIn("hefei")).with("If-Match",
				"\"" + version + "\"");
	}

	private static void ok(Browser.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

	private String sheet(long person) {
		return token(person) + "/review";
	}

	private long drawn() {
		var panel = created();
		draw(panel);
		return panel;
	}

	private long created() {
		var created = this.organiser.post("/api/panels", Map.of("title", "三个项目的评审", "use", "project-evaluation",
				"items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司"))),
						Map.of("title", "项目二", "parties", List.of(Map.of("role", "applicant", "name", "另一公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules",
				List.of(off("title"), off("experience"), off("verified"), off("available"),
						Map.of("code", "load", "on", false)),
				"duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor"))));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private static Map<String, Object> off(String rule) {
		return Map.of("code", rule, "on", false, "reason", "样本");
	}

	private void draw(long panel) {
		var first = signedIn("province");
		var second = signedIn("wuhu");
		this.organiser.post("/api/panels/" + panel + "/draws", Map.of());
		var draw = "/api/panels/" + panel + "/draws/1";
		first.post(draw + "/commitment", commitment(FIRST));
		second.post(draw + "/commitment", commitment(SECOND));
		this.organiser.post(draw + "/freeze", Map.of());
		first.post(draw + "/secret", Map.of("secret", FIRST));
		var drawn = second.post(draw + "/secret", Map.of("secret", SECOND));
		assertThat(drawn.json().path("state").asString()).as(drawn.text()).isEqualTo("drawn");
	}

	private static Map<String, String> commitment(String secret) {
		return Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))));
	}

	private void invite(long panel) {
		var sent = this.organiser.post("/api/panels/" + panel + "/invitations", until(Duration.ofDays(7)));
		assertThat(sent.status()).as(sent.text()).isEqualTo(200);
		assertThat(sent.json().path("toInvite").asInt()).isZero();
	}

	private static Map<String, Object> until(Duration span) {
		return Map.of("answerBy", Instant.now().plus(span), "message", "请早日答复");
	}

	private String token(long person) {
		return "/api" + links(person).getFirst().replace("/invitations/", "/invitations/by-token/");
	}

	private List<String> links(long person) {
		return this.jdbc
				.sql("SELECT link FROM mail_outbox WHERE recipient = ? AND link LIKE '%/invitations/%' AND link NOT LIKE '%/review' AND link NOT LIKE '%/credit' ORDER BY id")
				.param(address(person))
				.query((row, _) -> row.getString(1))
				.list()
				.stream()
				.map(link -> link.substring(link.indexOf("/invitations/")))
				.toList();
	}

	private List<String> mailsTo(long person) {
		return mails(address(person));
	}

	private List<String> mails(String address) {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(address)
				.query((row, _) -> row.getString(1))
				.list();
	}

	private static String address(long person) {
		return "e" + person + "@people.example";
	}

	private List<Long> members(long panel) {
		var members = new ArrayList<>(this.jdbc.sql("SELECT expert_id FROM panel_member WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> row.getLong(1))
				.list());
		members.sort(null);
		return members;
	}

	private String name(long person) {
		return this.jdbc.sql("SELECT COALESCE(name_zh, name_latin, name_native) FROM expert WHERE id = ?")
				.param(person)
				.query(String.class)
				.single();
	}

	private long account(String name) {
		return this.jdbc.sql("SELECT id FROM account WHERE email = ?")
				.param(name + "@demo.zhiqiao.example")
				.query(Long.class)
				.single();
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
