package org.zhiqiao.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import tools.jackson.databind.JsonNode;

/** Who acts for an organisation, and what becomes of them when two become one; over HTTP, on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class MembershipContract {

	private static final String PASSWORD = "copper kettle at dawn";

	@LocalServerPort
	private int port;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsNothingUnpublishedUntilAMemberAccepts() {
		long wanted = register("入职测试新材料有限公司", "hefei", null);
		Person member = firm(wanted);
		long draft = draft(member);
		Person newcomer = firm(null);
		assertThat(newcomer.browser.get("/api/demands/" + draft).status()).isEqualTo(404);

		long request = newcomer.browser.post(join(wanted), Map.of("message", "新任项目经理")).json().at("/id").asLong();
		assertThat(newcomer.browser.get("/api/demands/" + draft).status()).isEqualTo(404);
		assertThat(newcomer.browser.get("/api/organisations/" + wanted + "/members").status()).isEqualTo(403);
		assertThat(newcomer.browser.post(join(wanted), Map.of()).problem()).isEqualTo("join-waiting");
		assertThat(mails(member)).containsExactly(newcomer.name + " asks to join 入职测试新材料有限公司");
		// Not by oneself, nor by somebody of another firm or city.
		for (Person stranger : List.of(newcomer, firm(register("旁观测试有限公司", "hefei", null)), officer("wuhu"))) {
			assertThat(stranger.browser.post(decide(request, "accept"), Map.of()).status()).isEqualTo(404);
		}

		JsonNode waiting = member.browser.get("/api/join-requests").json();
		assertThat(waiting.at("/total").asInt()).isEqualTo(1);
		assertThat(waiting.at("/items/0/applicant/email").asString()).isEqualTo(newcomer.email);
		assertThat(waiting.at("/items/0/message").asString()).isEqualTo("新任项目经理");
		assertThat(member.browser.post(decide(request, "accept"), Map.of()).status()).isEqualTo(200);

		assertThat(newcomer.browser.get("/api/demands/" + draft).status()).isEqualTo(200);
		assertThat(newcomer.browser.get("/api/organisations/" + wanted + "/members").json().size()).isEqualTo(2);
		assertThat(mails(newcomer)).containsExactly("You have joined 入职测试新材料有限公司");
		assertThat(mails(member)).contains(newcomer.name + " has joined 入职测试新材料有限公司");
		assertThat(audited(wanted)).contains("organisation.join-asked", "organisation.join-accepted");
		assertThat(member.browser.post(decide(request, "refuse"), Map.of("reason", "太晚")).problem())
				.isEqualTo("join-decided");
	}

	@Test
	void tellsOfficersWhereNobodyActsForItAndTellsTheReasonOfARefusal() {
		Person officer = officer("bengbu");
		long wanted = register("无人代表测试厂", "bengbu", null);
		Person asking = firm(null);
		long request = asking.browser.post(join(wanted), Map.of()).json().at("/id").asLong();
		assertThat(mails(officer)).containsExactly(asking.name + " asks to join 无人代表测试厂");
		assertThat(officer.browser.post(decide(request, "refuse"), Map.of("reason", " ")).json().at("/errors/0/pointer")
				.asString()).isEqualTo("/reason");
		assertThat(officer.browser.post(decide(request, "refuse"), Map.of("reason", "请提供在职证明")).status())
				.isEqualTo(200);
		assertThat(asking.browser.get("/api/join-requests/mine").json().at("/0/reason").asString())
				.isEqualTo("请提供在职证明");
		assertThat(mailTexts(asking)).singleElement().asString().contains("请提供在职证明");
		assertThat(this.accounts.find(asking.id).orElseThrow().organisationId()).isNull();
		// A refusal is not the last word.
		long again = asking.browser.post(join(wanted), Map.of()).json().at("/id").asLong();
		assertThat(asking.browser.post(decide(again, "withdraw"), Map.of()).json().at("/state").asString())
				.isEqualTo("withdrawn");
		assertThat(officer.browser.get("/api/join-requests").json().at("/total").asInt()).isZero();
	}

	@Test
	void keepsWhatSomebodyPostedWhenTheyLeave() {
		long own = register("离职测试有限公司", "hefei", null);
		Person stays = firm(own);
		Person leaves = firm(own);
		long draft = draft(leaves);
		assertThat(leaves.browser.delete("/api/account/organisation").status()).isEqualTo(204);
		assertThat(leaves.browser.get("/api/demands/" + draft).status()).isEqualTo(404);
		assertThat(leaves.browser.get("/api/demands/mine").json().at("/total").asInt()).isZero();
		assertThat(stays.browser.get("/api/demands/" + draft).status()).isEqualTo(200);
		assertThat(mails(stays)).containsExactly(leaves.name + " has left 离职测试有限公司");
		assertThat(leaves.browser.delete("/api/account/organisation").problem()).isEqualTo("no-member");
	}

	@Test
	void asksToJoinWhatARegistrationNames() {
		String code = code(1);
		long wanted = register("注册加入测试集团", "hefei", code);
		Person member = firm(wanted);
		for (String typed : List.of("注册加入測試集團", code.toLowerCase(Locale.ROOT))) {
			long account = registered(typed);
			assertThat(this.accounts.find(account).orElseThrow().organisationId()).isNull();
			JsonNode waiting = member.browser.get("/api/join-requests").json();
			assertThat(waiting.at("/total").asInt()).isEqualTo(1);
			assertThat(waiting.at("/items/0/applicant/accountId").asLong()).isEqualTo(account);
			member.browser.post(decide(waiting.at("/items/0/id").asLong(), "refuse"), Map.of("reason", "测试"));
		}
		// What cannot be found is not entered: the person looks for it after signing in.
		assertThat(this.accounts.find(registered("查无此名测试公司")).orElseThrow().organisationId()).isNull();
		assertThat(this.organisations.named("查无此名测试公司")).isEmpty();
	}

	@Test
	void unitesTwoWithAllThatRefersToThem() {
		String code = code(2);
		long stays = register("合并测试智能装备有限公司", "hefei", null);
		long goes = register("合并测试智能装备股份有限公司", null, code, "智装", "QZWX");
		Person ofStays = firm(stays);
		Person ofGoes = firm(goes);
		long draft = draft(ofGoes);
		Person asking = firm(null);
		asking.browser.post(join(goes), Map.of());
		Person officer = officer("hefei");
		long part = this.organisations.register(new SaveOrganisation(new Bilingual("合并测试研究所", null), List.of(), "CN",
				null, "enterprise", null, goes), true, true).id();
		long expert = expert(officer, goes);
		assertThat(officer.browser.get("/api/organisations/" + goes + "/duplicates").json().at("/0/id").asLong())
				.isEqualTo(stays);

		JsonNode preview = officer.browser.get("/api/organisations/" + stays + "/merge-preview?otherId=" + goes).json();
		var moves = new HashMap<String, Integer>();
		preview.at("/moves").forEach(one -> moves.put(one.at("/kind").asString(), one.at("/count").asInt()));
		moves.values().removeIf(count -> count == 0);
		assertThat(moves).containsExactlyInAnyOrderEntriesOf(
				Map.of("members", 1, "joinRequests", 1, "parts", 1, "people", 1, "demands", 1));
		assertThat(preview.at("/members/0").asString()).isEqualTo(ofGoes.name);
		assertThat(preview.at("/result/uscc").asString()).isEqualTo(code);

		assertThat(merge(officer, stays, 0, goes, 1).status()).isEqualTo(412);
		assertThat(merge(officer("wuhu"), stays, 0, goes, 0).status()).isEqualTo(403);
		Answer merged = merge(officer, stays, 0, goes, 0);
		assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
		assertThat(merged.json().at("/uscc").asString()).isEqualTo(code);
		assertThat(merged.json().at("/name/zh").asString()).isEqualTo("合并测试智能装备有限公司");
		assertThat(merged.json().at("/aliases").toString()).contains("合并测试智能装备股份有限公司", "智装", "QZWX");

		Answer old = officer.browser.get("/api/organisations/" + goes);
		assertThat(old.status()).isEqualTo(308);
		assertThat(old.header("Location")).endsWith("/api/organisations/" + stays);
		assertThat(merge(officer, stays, 1, goes, 1).problem()).isEqualTo("organisation-merged");
		assertThat(officer.browser.get("/api/organisations?q=QZWX").json().at("/items/0/id").asLong()).isEqualTo(stays);
		assertThat(officer.browser.get("/api/organisations?q=QZWX").json().at("/total").asInt()).isEqualTo(1);
		assertThat(this.organisations.find(part).orElseThrow().parentId()).isEqualTo(stays);
		assertThat(ofStays.browser.get("/api/demands/" + draft).status()).isEqualTo(200);
		assertThat(ofStays.browser.get("/api/join-requests").json().at("/total").asInt()).isEqualTo(1);
		assertThat(this.accounts.find(ofGoes.id).orElseThrow().organisationId()).isEqualTo(stays);
		assertThat(officer.browser.get("/api/experts/" + expert).json().at("/affiliations/0/organisationId").asLong())
				.isEqualTo(stays);
		assertThat(audited(stays)).contains("organisation.merged");
		assertThat(audited(goes)).contains("organisation.merged-away");
		// Whoever still has the old number is understood.
		assertThat(officer.browser.post("/api/demands", need(goes)).json().at("/organisation/id").asLong())
				.isEqualTo(stays);
	}

	@Test
	void refusesToUniteWhatCannotBeOne() {
		long one = register("不能合并测试一厂", "hefei", code(3));
		long other = register("不能合并测试二厂", "hefei", code(4));
		long part = this.organisations.register(new SaveOrganisation(new Bilingual("不能合并测试车间", null), List.of(), "CN",
				"hefei", "enterprise", null, one), true, true).id();
		Person officer = officer("hefei");
		Answer codes = officer.browser.get("/api/organisations/" + one + "/merge-preview?otherId=" + other);
		assertThat(codes.problem()).isEqualTo("merge-two-codes");
		assertThat(codes.json().at("/detail").asString()).contains(code(3), code(4));
		assertThat(merge(officer, one, 0, other, 0).problem()).isEqualTo("merge-two-codes");
		assertThat(merge(officer, one, 0, part, 0).problem()).isEqualTo("merge-part");
		assertThat(merge(officer, part, 0, one, 0).problem()).isEqualTo("merge-part");
		assertThat(merge(officer, one, 0, one, 0).json().at("/errors/0/pointer").asString()).isEqualTo("/otherId");
		assertThat(this.organisations.find(one).orElseThrow().version()).isZero();
	}

	/** Each of two officers wants the other's organisation to go. */
	@Test
	void refusesTheLaterOfTwoMerges() throws Exception {
		Person first = officer(null);
		Person second = officer(null);
		try (var two = Executors.newFixedThreadPool(2)) {
			for (int round = 0; round < 8; round++) {
				long one = register("同时合并测试甲" + round, "hefei", null);
				long other = register("同时合并测试乙" + round, "hefei", null);
				var together = new CyclicBarrier(2);
				Callable<Answer> there = () -> {
					together.await();
					return merge(first, one, 0, other, 0);
				};
				Callable<Answer> back = () -> {
					together.await();
					return merge(second, other, 0, one, 0);
				};
				List<Integer> answers = two.invokeAll(List.of(there, back))
						.stream()
						.map(Future::resultNow)
						.map(Answer::status)
						.sorted()
						.toList();
				assertThat(answers.getFirst()).isEqualTo(200);
				assertThat(answers.getLast()).isIn(409, 412);
			}
		}
	}

	private long register(String zh, @Nullable String city, @Nullable String code, String... aliases) {
		return this.organisations.register(new SaveOrganisation(new Bilingual(zh, null), List.of(aliases), "CN", city,
				"enterprise", code, null), true, true).id();
	}

	private static String code(int number) {
		String start = "91340100EXAMP%04d".formatted(8_000 + number);
		return start + UnifiedCode.checkCharacter(start + "0");
	}

	private Person firm(@Nullable Long organisation) {
		Person person = person(Role.FIRM, null);
		if (organisation != null) {
			this.accounts.actFor(person.id, organisation);
		}
		return person;
	}

	private Person officer(@Nullable String city) {
		return person(city == null ? Role.PROVINCIAL_OFFICER : Role.CITY_OFFICER, city);
	}

	private Person person(Role role, @Nullable String city) {
		String email = UUID.randomUUID() + "@example.org";
		String name = "Person " + email.substring(0, 8);
		long id = this.accounts.createSample(
				new Accounts.NewPerson(email, PASSWORD, name, Locale.ENGLISH, EnumSet.of(role), city)).accountId();
		return new Person(id, name, email, new Browser(this.port).signIn(email, PASSWORD));
	}

	private long registered(String organisation) {
		String email = UUID.randomUUID() + "@example.org";
		var browser = new Browser(this.port);
		Answer asked = browser.post("/api/registrations", Map.of("kind", "firm", "email", email, "password", PASSWORD,
				"displayName", "New", "language", "en", "organisationName", organisation, "joins", true));
		assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
		String link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = ? ORDER BY id DESC LIMIT 1")
				.param(email)
				.query(String.class)
				.single();
		assertThat(browser.post("/api/registrations/confirm",
				Map.of("token", link.substring(link.indexOf("token=") + 6))).status()).isEqualTo(204);
		return this.accounts.findByEmail(email).orElseThrow().accountId();
	}

	private static long draft(Person firm) {
		Answer made = firm.browser.post("/api/demands", need(null));
		assertThat(made.status()).as(made.toString()).isEqualTo(201);
		return made.json().at("/id").asLong();
	}

	private static Map<String, Object> need(@Nullable Long organisation) {
		var need = new HashMap<String, Object>(Map.of("kind", "technical-problem", "title", "测试需求", "description",
				"测试用的需求。", "language", "zh", "confidentiality", "public"));
		if (organisation != null) {
			need.put("organisationId", organisation);
		}
		return need;
	}

	private static long expert(Person officer, long organisation) {
		Answer made = officer.browser.post("/api/experts", Map.of("names", Map.of("zh", "合并测试人"),
				"affiliations", List.of(Map.of("organisationId", organisation, "name", Map.of("zh", "合并测试智能装备")))));
		assertThat(made.status()).as(made.toString()).isEqualTo(201);
		return made.json().at("/id").asLong();
	}

	private static Answer merge(Person officer, long stays, int version, long goes, int otherVersion) {
		return officer.browser.with("If-Match", "\"" + version + "\"")
				.post("/api/organisations/" + stays + "/merge",
						Map.of("otherId", goes, "otherVersion", otherVersion));
	}

	private static String join(long organisation) {
		return "/api/organisations/" + organisation + "/join-requests";
	}

	private static String decide(long request, String how) {
		return "/api/join-requests/" + request + "/" + how;
	}

	private List<String> mails(Person to) {
		return this.jdbc.sql("SELECT subject FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(to.email)
				.query((row, number) -> row.getString(1))
				.list();
	}

	private List<String> mailTexts(Person to) {
		return this.jdbc.sql("SELECT body FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(to.email)
				.query((row, number) -> row.getString(1))
				.list();
	}

	private List<String> audited(long organisation) {
		return this.jdbc
				.sql("SELECT action FROM audit_entry WHERE kind = 'organisation' AND subject_id = ? ORDER BY id")
				.param(Long.toString(organisation))
				.query((row, number) -> row.getString(1))
				.list();
	}

	private record Person(long id, String name, String email, Browser browser) {}

}
