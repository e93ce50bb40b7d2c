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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;
import tools.jackson.databind.JsonNode;

/** From a profile that is saved to a result that is shown, and gone again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
class DirectoryModuleTest {

	private static final String PASSWORD = "copper kettle at dawn";

	private static final Duration LONGEST = Duration.ofMinutes(5);

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Test
	void findsAPersonWhileTheProfileIsPublishedAndNoLonger() {
		Browser expert = signedIn("sun@example.org", Role.EXPERT, null);
		Answer created = expert.post("/api/experts?forMyself=true",
				profile("孙若岚", "Sun Ruolan", "钙钛矿叠层电池封装", "public"));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		long id = created.json().path("id").asLong();
		assertThat(ids("孙若岚")).isEmpty();
		assertThat(expert.post("/api/experts/" + id + "/publish", Map.of()).status()).isEqualTo(200);
		for (String text : List.of("孙若岚", "孫若嵐", "sun ruolan", "sunruolan", "ruolan sun", "钙钛矿叠层")) {
			eventually(text, () -> ids(text).equals(List.of(id)));
		}
		// while a later change waits to be put in, the card is shown without its places
		eventually("the places", () -> search(anybody(), "experts", "钙钛矿叠层电池封装").json()
				.at("/items/0/highlights/0/marks/0").isArray());
		JsonNode found = search(anybody(), "experts", "钙钛矿叠层电池封装").json();
		assertThat(found.at("/total").asInt()).isEqualTo(1);
		assertThat(found.at("/items/0/card/names/zh").asString()).isEqualTo("孙若岚");
		JsonNode highlight = found.at("/items/0/highlights/0");
		int start = highlight.at("/marks/0/0").asInt();
		int end = highlight.at("/marks/0/1").asInt();
		assertThat(highlight.path("text").asString().substring(start, end)).contains("钙钛矿");

		assertThat(expert.post("/api/experts/" + id + "/withdraw", Map.of()).status()).isEqualTo(200);
		JsonNode afterwards = search(anybody(), "experts", "孙若岚").json();
		assertThat(afterwards.path("items").isEmpty()).isTrue();
		eventually("no count", () -> search(anybody(), "experts", "孙若岚").json().path("total").asInt() == 0);

		assertThat(expert.post("/api/experts/" + id + "/publish", Map.of()).status()).isEqualTo(200);
		eventually("again", () -> ids("孙若岚").equals(List.of(id)));
		Answer erased = expert.send("DELETE", "/api/account", Map.of("password", PASSWORD));
		assertThat(erased.status()).as(erased.text()).isEqualTo(204);
		assertThat(ids("孙若岚")).isEmpty();
		eventually("gone", () -> search(anybody(), "experts", "孙若岚").json().path("total").asInt() == 0);
	}

	@Test
	void showsEachReaderOnlyWhatIsForThem() {
		Browser expert = signedIn("he@example.org", Role.EXPERT, null);
		long id = published(expert, profile("何望舒", "He Wangshu", "深海采矿扬矿管道", "registered"));
		Browser firm = signedIn("firm@example.org", Role.FIRM, null);
		eventually("by name", () -> ids("何望舒").equals(List.of(id)));
		eventually("by evidence", () -> ids(firm, "深海采矿扬矿管道", "").contains(id));
		JsonNode hidden = search(anybody(), "experts", "深海采矿扬矿管道").json();
		assertThat(hidden.path("total").asInt()).isZero();
		assertThat(hidden.toString()).doesNotContain("扬矿");
	}

	@Test
	void countsWhatResultsHaveWithNames() {
		long id = published(signedIn("facets@example.org", Role.EXPERT, null),
				profile("费策", "Fei Ce", "分面计数测试词汇", "public"));
		eventually("found", () -> ids("分面计数测试词汇").contains(id));
		JsonNode facets = search(anybody(), "experts", "分面计数测试词汇").json().path("facets");
		assertThat(facets.at("/country/0/code").asString()).isEqualTo("DE");
		assertThat(facets.at("/country/0/label/zh").asString()).isEqualTo("德国");
		assertThat(facets.at("/language").toString()).contains("German");
		JsonNode top = facets.at("/domain/0");
		assertThat(top.path("count").asInt()).isEqualTo(1);
		assertThat(top.path("children").isEmpty()).isFalse();
		assertThat(ids(anybody(), "分面计数测试词汇", "&country=DE&language=de:B2")).contains(id);
		assertThat(ids(anybody(), "分面计数测试词汇", "&country=FR")).isEmpty();
		for (String named : List.of("德国", "德語", "会德文", "Germany", "german", "European Union", "EU", "中欧")) {
			assertThat(ids(named + " 分面计数测试词汇")).as(named).containsExactly(id);
		}
		for (String other : List.of("法国", "French", "UK", "合肥")) {
			assertThat(ids(other + " 分面计数测试词汇")).as(other).isEmpty();
		}
	}

	@Test
	void keepsTheQueryLanguageToOfficials() {
		assertThat(anybody().get("/api/directory/experts?mode=advanced&q=x").status()).isEqualTo(403);
		assertThat(signedIn("plain@example.org", Role.EXPERT, null).get("/api/directory/experts?mode=advanced&q=x")
				.status()).isEqualTo(403);
		Browser officer = signedIn("officer@example.org", Role.PROVINCIAL_OFFICER, null);
		Answer wrong = officer.get("/api/directory/experts?mode=advanced&q=" + encode("name:(a AND", UTF_8));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.problem()).isEqualTo("query-syntax");
		assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/q");
		assertThat(wrong.json().at("/errors/0/position").isInt()).isTrue();
		Answer unknown = officer.with("Accept-Language", "zh-CN")
				.get("/api/directory/experts?mode=advanced&q=" + encode("电池 AND colour:red", UTF_8));
		assertThat(unknown.json().at("/errors/0/code").asString()).isEqualTo("query-unknown-field");
		assertThat(unknown.json().at("/errors/0/position").asInt()).isEqualTo(7);
		assertThat(unknown.json().at("/errors/0/detail").asString()).contains("没有名为“colour”的字段");
	}

	@Test
	void explainsOnlyWhatWorks() {
		Browser officer = signedIn("helped@example.org", Role.CITY_OFFICER, "hefei");
		JsonNode help = anybody().get("/api/directory/query-help").json();
		assertThat(help.path("fields")).hasSizeGreaterThan(10);
		List<String> failed = new ArrayList<>();
		for (JsonNode field : help.path("fields")) {
			for (JsonNode example : field.path("examples")) {
				for (String kind : List.of("experts", "demands")) {
					if (field.path(kind).asBoolean()) {
						check(officer, kind, example.asString(), failed);
					}
				}
			}
		}
		for (JsonNode operator : help.path("operators")) {
			assertThat(operator.at("/meaning/zh").asString()).isNotBlank();
			check(officer, "experts", operator.path("example").asString(), failed);
		}
		assertThat(failed).isEmpty();
	}

	private static void check(Browser officer, String kind, String example, List<String> failed) {
		Answer answer = officer
				.get("/api/directory/" + kind + "?mode=advanced&q=" + encode(example, UTF_8).replace("+", "%20"));
		if (answer.status() != 200) {
			failed.add(kind + " " + example + ": " + answer);
		}
	}

	@Test
	void neverInterpretsTheOrdinaryBox() {
		for (String text : List.of("name:(", "\"", "AND OR NOT", "*", "\\", "[1 TO", "a".repeat(3000), "😀", "\u0000",
				"100%_!")) {
			Answer answer = search(anybody(), "experts", text);
			assertThat(answer.status()).as(text).isEqualTo(200);
			assertThat(search(anybody(), "demands", text).status()).as(text).isEqualTo(200);
		}
		assertThat(anybody().get("/api/directory/experts?page=9999&size=100").status()).isEqualTo(422);
	}

	@Test
	void findsByANewTermOfTheThesaurusWhatWasThereBefore() {
		long id = published(signedIn("potato@example.org", Role.EXPERT, null),
				profile("马铃", "Ma Ling", "火星洋芋栽培", "public"));
		eventually("found", () -> ids("火星洋芋").contains(id));
		assertThat(ids("martian tuber")).isEmpty();
		Browser administrator = signedIn("words@example.org", Role.ADMINISTRATOR, null);
		Map<String, Object> concept = Map.of("code", "mars-potato", "label",
				Map.of("zh", "火星洋芋", "en", "martian tuber"),
				"alternatives", Map.of("zh", List.of(), "en", List.of()), "broader", List.of(), "industries",
				List.of("green-food"));
		Answer created = administrator.post("/api/concepts", concept);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		eventually("by the other language", () -> ids("martian tuber").contains(id));
		eventually("by the concept", () -> ids(anybody(), "", "&domain=mars-potato").contains(id));

		Answer taken = administrator.post("/api/concepts",
				Map.of("code", "other", "label", Map.of("zh", "火星 洋芋", "en", "")));
		assertThat(taken.status()).isEqualTo(422);
		assertThat(taken.json().path("errors").toString()).contains("/label/en").contains("required");

		assertThat(administrator.with("If-Match", "\"7\"").delete("/api/concepts/mars-potato").status()).isEqualTo(412);
		assertThat(administrator.with("If-Match", "\"0\"").delete("/api/concepts/mars-potato").status())
				.isEqualTo(204);
		eventually("no longer", () -> ids("martian tuber").isEmpty());
		assertThat(ids("火星洋芋")).contains(id);
	}

	@Test
	void keepsAnsweringWhileTheIndexIsFilledAnew() {
		long id = published(signedIn("steady@example.org", Role.EXPERT, null),
				profile("石恒", "Shi Heng", "持续可用检索词", "public"));
		eventually("found", () -> ids("持续可用检索词").contains(id));
		Browser administrator = signedIn("index@example.org", Role.ADMINISTRATOR, null);
		long before = administrator.get("/api/index").json().path("generation").asLong();
		assertThat(administrator.post("/api/index/rebuild", Map.of()).status()).isEqualTo(202);
		eventually("a new generation", () -> {
			assertThat(ids("持续可用检索词")).contains(id);
			return administrator.get("/api/index").json().path("generation").asLong() > before;
		});
		assertThat(ids("持续可用检索词")).contains(id);
		JsonNode status = administrator.get("/api/index").json();
		assertThat(status.path("state").asString()).isEqualTo("READY");
		assertThat(status.path("answering").asBoolean()).isTrue();
		assertThat(status.at("/rebuild/done").asLong()).isPositive();
	}

	@Test
	void givesFiguresToEverybody() {
		JsonNode overview = anybody().get("/api/overview").json();
		for (String figure : List.of("experts", "verified", "organisations", "openDemands", "countries", "languages")) {
			assertThat(overview.path(figure).isIntegralNumber()).as(figure).isTrue();
		}
		assertThat(overview.path("recentDemands").isArray()).isTrue();
	}

	@Test
	void givesTheVocabularyOnce() {
		Answer first = anybody().get("/api/vocabulary");
		assertThat(first.json().at("/schemes/industries")).hasSize(10);
		assertThat(first.json().at("/schemes/cities/0/leadingConcepts/0/label/zh").asString()).isNotBlank();
		assertThat(first.json().at("/schemes/clusters/0/industries/0").asString()).isEqualTo("new-it");
		assertThat(first.text()).contains("\"regions\":[\"western-developed\"");
		Answer again = anybody().with("If-None-Match", first.header("ETag")).get("/api/vocabulary");
		assertThat(again.status()).isEqualTo(304);
		Browser administrator = signedIn("vocabulary@example.org", Role.ADMINISTRATOR, null);
		Answer changed = administrator.with("If-Match", "\"0\"")
				.put("/api/vocabulary/uses/cooperation-planning", Map.of("label",
						Map.of("zh", "国际合作专项规划（改）", "en", "Planning of programmes")));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(anybody().with("If-None-Match", first.header("ETag")).get("/api/vocabulary").text())
				.contains("国际合作专项规划（改）");
		Answer closed = administrator.post("/api/vocabulary/countries",
				Map.of("code", "ZZ", "label", Map.of("zh", "某国", "en", "Some country")));
		assertThat(closed.problem()).isEqualTo("closed-vocabulary");
	}

	private Browser anybody() {
		return new Browser(this.port);
	}

	private Browser signedIn(String email, Role role, @Nullable String city) {
		if (this.accounts.findByEmail(email).isEmpty()) {
			this.accounts.createSample(
					new Accounts.NewPerson(email, PASSWORD, email, Locale.ENGLISH, EnumSet.of(role), city));
		}
		return anybody().signIn(email, PASSWORD);
	}

	private static long published(Browser expert, Map<String, Object> profile) {
		Answer created = expert.post("/api/experts?forMyself=true", profile);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		long id = created.json().path("id").asLong();
		Answer published = expert.post("/api/experts/" + id + "/publish", Map.of());
		assertThat(published.status()).as(published.text()).isEqualTo(200);
		return id;
	}

	private static Map<String, Object> profile(String zh, String latin, String work, String visibility) {
		return Map.of("names", Map.of("zh", zh, "latin", latin), "domains", List.of("industrial-software"), "languages",
				List.of(Map.of("code", "zh", "level", "native"), Map.of("code", "de", "level", "C1")), "countries",
				List.of(Map.of("code", "DE", "kind", "work", "from", 2012, "to", 2016)), "evidence",
				List.of(Map.of("kind", "project", "title", work, "with", List.of(), "year", 2020)), "groups",
				Map.of("basics", Map.of("visibility", "public"), "evidence", Map.of("visibility", visibility)));
	}

	private Answer search(Browser reader, String kind, String text) {
		return reader.get("/api/directory/" + kind + "?q=" + encode(text, UTF_8));
	}

	private List<Long> ids(String text) {
		return ids(anybody(), text, "");
	}

	private List<Long> ids(Browser reader, String text, String more) {
		Answer answer = reader.get("/api/directory/experts?q=" + encode(text, UTF_8) + more);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		List<Long> ids = new ArrayList<>();
		answer.json().path("items").forEach(item -> ids.add(item.at("/card/id").asLong()));
		return ids;
	}

	/** Asks again until it is so: what is saved is found within moments, however busy the machine. */
	private static void eventually(String what, BooleanSupplier met) {
		long end = System.nanoTime() + LONGEST.toNanos();
		while (!met.getAsBoolean()) {
			assertThat(System.nanoTime()).as(what).isLessThan(end);
		}
	}

}
