package org.zhiqiao.platform.directory;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import tools.jackson.databind.JsonNode;

/** From an article or a study that is published to a result, and gone again, on a database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class FoundStoriesContract {

	private static final String PASSWORD = "copper kettle at dawn";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private TransactionOperations transaction;

	@Test
	void findsAnArticleWhileThePublicReadsItAndNoLonger() {
		Browser author = signedIn("story-author@example.org", Role.INFORMATION_OFFICER);
		Browser province = signedIn("story-province@example.org", Role.PROVINCIAL_OFFICER);
		long host = host("淮北示例陶铝讲述有限公司");
		Answer draft = author.post("/api/articles", article("陶铝车间的来信", "<p>双方共同研究<b>固态电池</b>封装工艺。</p>", host));
		assertThat(draft.status()).as(draft.text()).isEqualTo(201);
		long id = draft.json().path("id").asLong();
		Answer submitted = step(author, "articles", draft, "submit", Map.of());
		assertThat(keys(search("陶铝车间"))).as("not before it is published").isEmpty();
		Answer published = step(province, "articles", submitted, "publish", Map.of("confirmed", List.of()));

		// Chinese text, found by English words, by its teller and by names of facts
		for (String text : List.of("陶铝车间", "solid-state battery", "淮北示例陶铝讲述", "德国 陶铝车间", "huaibei 陶铝车间")) {
			eventually(text, () -> keys(search(text)).contains("case " + id));
		}
		eventually("the places", () -> search("陶铝车间").at("/items/0/highlights/0/marks/0").isArray());
		JsonNode card = search("陶铝车间").at("/items/0/card");
		assertThat(card.at("/by/0/zh").asString()).isEqualTo("淮北示例陶铝讲述有限公司");
		assertThat(card.at("/excerpt/zh").asString()).isEqualTo("双方共同研究固态电池封装工艺。");
		JsonNode facets = search("陶铝车间").path("facets");
		assertThat(facets.at("/kind/0/code").asString()).isEqualTo("case");
		assertThat(facets.at("/kind/0/label/zh").asString()).isEqualTo("典型案例");
		assertThat(facets.at("/country/0/label/en").asString()).isEqualTo("Germany");
		assertThat(facets.at("/city/0/code").asString()).isEqualTo("huaibei");
		assertThat(facets.at("/language/0/code").asString()).isEqualTo("zh");
		assertThat(keys(search("陶铝车间", "&country=DE&kind=case&city=huaibei&language=zh")))
				.containsExactly("case " + id);
		assertThat(keys(search("陶铝车间", "&kind=news"))).isEmpty();
		assertThat(keys(search("陶铝车间", "&country=FR"))).isEmpty();

		// the next edition is not read before it is published
		Answer changed = author.with("If-Match", "\"" + version(published) + "\"")
				.put("/api/articles/" + id, article("陶铝车间改名", "<p>全部改写为风电叶片回收。</p>", host));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(keys(search("风电叶片回收"))).isEmpty();
		assertThat(keys(search("陶铝车间的来信"))).containsExactly("case " + id);
		Answer second = step(province, "articles", step(author, "articles", changed, "submit", Map.of()), "publish",
				Map.of("confirmed", List.of()));
		eventually("the second edition", () -> keys(search("风电叶片回收")).contains("case " + id));
		eventually("the first no longer", () -> search("固态电池封装工艺").path("total").asInt() == 0);

		Answer withdrawn = step(province, "articles", second, "withdraw", Map.of("reason", "需要核实。"));
		assertThat(withdrawn.json().path("live").asBoolean()).isFalse();
		assertThat(keys(search("风电叶片回收"))).as("at once, whatever the index still holds").isEmpty();
		eventually("no count either", () -> search("风电叶片回收").path("total").asInt() == 0);
	}

	@Test
	void findsStudiesAmongTheStoriesAcrossLanguages() {
		Browser author = signedIn("study-author@example.org", Role.INFORMATION_OFFICER);
		Browser province = signedIn("study-province@example.org", Role.PROVINCIAL_OFFICER);
		Answer draft = author.post("/api/research", study("Moonlit foresight", "Where solid-state batteries lead."));
		assertThat(draft.status()).as(draft.text()).isEqualTo(201);
		long id = draft.json().path("id").asLong();
		Answer published = step(province, "research", step(author, "research", draft, "submit", Map.of()), "publish",
				Map.of());
		eventually("by a Chinese term", () -> keys(search("固态电池")).contains("study " + id));
		eventually("by its author", () -> keys(search("Qiaoda Exampleton")).contains("study " + id));
		assertThat(search("Qiaoda Exampleton").at("/items/0/card/by/0/en").asString()).isEqualTo("Qiaoda Exampleton");
		assertThat(keys(search("moonlit", "&kind=study&language=en"))).containsExactly("study " + id);
		assertThat(keys(search("moonlit", "&kind=guide"))).isEmpty();
		assertThat(search("moonlit").at("/facets/kind/0/label/en").asString()).isEqualTo("Study");

		Browser administrator = signedIn("story-index@example.org", Role.ADMINISTRATOR);
		JsonNode before = administrator.get("/api/index").json();
		assertThat(before.path("stories").asLong()).isPositive();
		assertThat(administrator.post("/api/index/rebuild", Map.of()).status()).isEqualTo(202);
		eventually("a new generation", () -> {
			assertThat(keys(search("moonlit"))).containsExactly("study " + id);
			return administrator.get("/api/index").json().path("generation").asLong() > before.path("generation")
					.asLong();
		});
		assertThat(keys(search("moonlit"))).containsExactly("study " + id);

		assertThat(anybody().get("/sitemap.xml").text()).contains("/research/" + id + "</loc>");

		Answer withdrawn = step(province, "research", published, "withdraw", Map.of("remarks", "需要核实。"));
		assertThat(withdrawn.status()).isEqualTo(204);
		assertThat(keys(search("moonlit"))).isEmpty();
		assertThat(anybody().get("/sitemap.xml").text()).doesNotContain("/research/" + id + "</loc>");
		eventually("no count either", () -> search("moonlit").path("total").asInt() == 0);
	}

	@Test
	void followsTheNameOfTheOrganisationThatTells() {
		Browser author = signedIn("story-name@example.org", Role.INFORMATION_OFFICER);
		Browser province = signedIn("story-name-province@example.org", Role.PROVINCIAL_OFFICER);
		long host = host("池州示例旧名有限公司");
		Answer draft = author.post("/api/articles", article("一次访问", "<p>谈成了一件事。</p>", host));
		step(province, "articles", step(author, "articles", draft, "submit", Map.of()), "publish",
				Map.of("confirmed", List.of()));
		String key = "case " + draft.json().path("id").asLong();
		eventually("by the old name", () -> keys(search("池州示例旧名")).contains(key));
		Answer renamed = province.with("If-Match", "\"" + version(province.get("/api/organisations/" + host)) + "\"")
				.put("/api/organisations/" + host, Map.of("name", Map.of("zh", "池州示例新称有限公司"), "aliases", List.of(),
						"country", "CN", "city", "chizhou", "hostKind", "enterprise"));
		assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
		eventually("by the new name", () -> keys(search("池州示例新称")).contains(key));
	}

	@Test
	void neverInterpretsWhatIsTypedAndRefusesWhatItDoesNotKnow() {
		for (String text : List.of("name:(", "\"", "AND OR NOT", "*", "\\", "😀", "\u0000", "a".repeat(3000))) {
			assertThat(anybody().get("/api/directory/stories?q=" + encode(text, UTF_8)).status()).as(text)
					.isEqualTo(200);
		}
		assertThat(anybody().get("/api/directory/stories?sort=deadline").status()).isEqualTo(422);
		assertThat(anybody().get("/api/directory/stories?page=9999&size=100").status()).isEqualTo(422);
	}

	private static Map<String, Object> article(String title, String text, long host) {
		return Map.of("kind", "case", "form", "story", "organisationId", host, "title", Map.of("zh", title), "text",
				Map.of("zh", text), "industries", List.of("new-materials"), "countries", List.of("DE"), "people",
				List.of(), "organisations", List.of());
	}

	private static Map<String, Object> study(String title, String text) {
		return Map.of("kind", "study", "title", Map.of("en", title), "text", Map.of("en", text), "themes",
				List.of("policy"), "authors", List.of(Map.of("name", "Qiaoda Exampleton")), "topics", List.of());
	}

	private static Answer step(Browser who, String kind, Answer before, String step, Map<String, Object> body) {
		Answer done = who.with("If-Match", "\"" + version(before) + "\"")
				.post("/api/" + kind + "/" + before.json().path("id").asLong() + "/" + step, body);
		assertThat(done.status()).as(step + ": " + done.text()).isBetween(200, 299);
		return done;
	}

	private static int version(Answer answer) {
		return answer.json().path("version").asInt();
	}

	private long host(String name) {
		Long id = this.transaction.execute(status -> this.organisations.register(new SaveOrganisation(
				new Bilingual(name, null), List.of(), "CN", name.startsWith("池州") ? "chizhou" : "huaibei", "enterprise",
				null, null), true, true).id());
		return Objects.requireNonNull(id);
	}

	private Browser anybody() {
		return new Browser(this.port);
	}

	private Browser signedIn(String email, Role role) {
		if (this.accounts.findByEmail(email).isEmpty()) {
			this.accounts.createSample(
					new Accounts.NewPerson(email, PASSWORD, email, Locale.ENGLISH, EnumSet.of(role), null));
		}
		return anybody().signIn(email, PASSWORD);
	}

	private JsonNode search(String text) {
		return search(text, "");
	}

	private JsonNode search(String text, String more) {
		Answer answer = anybody().get("/api/directory/stories?q=" + encode(text, UTF_8) + more);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private static List<String> keys(JsonNode found) {
		List<String> keys = new ArrayList<>();
		found.path("items")
				.forEach(item -> keys.add(
						item.at("/card/kind").asString() + " " + item.at("/card/id").asLong()));
		return keys;
	}

	/** Asks again until it is so: what is published is found within moments, however busy the machine. */
	private static void eventually(String what, BooleanSupplier met) {
		long end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).as(what).isLessThan(end);
		}
	}

}
