package org.zhiqiao.platform.matching;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

/**
 * Whatever is written where a text is asked for, over the wire: it is taken as a text and comes back, or is refused by
 * naming the field in the reader's language; it never breaks a later answer.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@OnDatabase(Engine.H2)
@TestInstance(Lifecycle.PER_CLASS)
class StrangeTextsModuleTest {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final int LONG = 20_000;

	/** The longest address that is read to its end. */
	private static final int ADDRESS = 64_000;

	@LocalServerPort
	private int port;

	private Browser firm = new Browser(0);

	private Browser province = new Browser(0);

	@BeforeAll
	void signIn() {
		this.firm = new Browser(this.port).signIn("firm@demo.zhiqiao.example", PASSWORD);
		this.province = new Browser(this.port).signIn("province@demo.zhiqiao.example", PASSWORD);
	}

	static Stream<Named<String>> texts() {
		return Stream
				.of("", " ", "x", "中", "😀😀 🇩🇪 👩‍🔬", "name:* AND (", "\"", "\\", "~", "*", "[a TO b]", "{!lucene}",
						"' OR '1'='1", "<b>x</b>", "${jndi:x}", "\u0000", "a\u0000b", "\u0001\u001f\u007f", "\ud83d",
						"\udc00x",
						"固\ud800态", "\u202eabc\u202c\u200f\u2066x", "\ufffe\uffff", "固态电池，".repeat(LONG / 5),
						"😀".repeat(LONG / 2), "(".repeat(LONG), "中".repeat(LONG + 1),
						"中".repeat(4_900), "中".repeat(5_001))
				.map((text) -> Named.of(shown(text), text));
	}

	private static String shown(String text) {
		var shown = new StringBuilder();
		text.chars().limit(10).forEach((unit) -> shown.append((unit > ' ' && unit < 0x7f)
				? "" + (char) unit
				: "\\u%04x".formatted(unit)));
		return shown + " (" + text.length() + ")";
	}

	/** In JSON, any unit may be written as an escape, even half a character. */
	private static String json(String text) {
		var json = new StringBuilder("\"");
		text.chars().forEach((unit) -> json.append("\\u%04x".formatted(unit)));
		return json.append('"').toString();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void takesOrRefusesItInANeed(String text) {
		var short200 = text.substring(0, Math.min(200, text.length()));
		answered(this.firm.send("POST", "/api/demands/preview", "{\"title\":" + json(text) + "}"), "/title");
		answered(this.firm.send("POST", "/api/demands/preview",
				"{\"title\":\"x\",\"domains\":[{\"text\":" + json(text) + "}]}"), "/domains/0");
		var saved = this.firm.send("POST", "/api/demands", "{\"kind\":\"technical-problem\",\"title\":"
				+ json(short200) + ",\"description\":" + json(text) + "}");
		answered(saved, "/title", "/description");
		if (saved.status() == 201) {
			var path = "/api/demands/" + saved.json().path("id").asLong();
			assertThat(this.firm.get(path).status()).isEqualTo(200);
			assertThat(this.firm.get(path).json().path("description").asString("")).isEqualTo(text.strip());
			answered(this.firm.post(path + "/matches", Map.of()));
			answered(this.firm.get(path + "/matches.xlsx"));
			assertThat(this.firm.get("/api/demands/mine").status()).isLessThan(500);
			assertThat(this.firm.delete(path).status()).isLessThan(500);
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void takesOrRefusesItInAProfile(String text) {
		var short500 = text.substring(0, Math.min(500, text.length()));
		var saved = this.province.send("POST", "/api/experts", "{\"names\":{\"zh\":\"怪文\",\"latin\":"
				+ json(text.substring(0, Math.min(200, text.length()))) + "},\"summary\":{\"en\":" + json(text)
				+ "},\"evidence\":[{\"kind\":\"project\",\"title\":" + json(short500) + ",\"abstract\":" + json(text)
				+ "}]}");
		answered(saved, "/names", "/summary", "/evidence");
		if (saved.status() == 201) {
			var path = "/api/experts/" + saved.json().path("id").asLong();
			assertThat(this.province.get(path).status()).isEqualTo(200);
			answered(this.province.post(path + "/publish", Map.of()), "/");
			assertThat(this.province.get(path).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void answersOrRefusesItInTheBox(String text) {
		var typed = encode(text, UTF_8);
		if (typed.length() > ADDRESS) {
			// the server reads no further and says so itself
			assertThat(new Browser(this.port).get("/api/directory/experts?q=" + typed).status()).isEqualTo(400);
			return;
		}
		for (var kind : List.of("experts", "demands")) {
			answered(new Browser(this.port).get("/api/directory/" + kind + "?q=" + typed), "/q");
			answered(this.province.get("/api/directory/" + kind + "?mode=advanced&q=" + typed), "/q");
		}
	}

	@Test
	void findsNobodyBySigns() {
		for (var text : List.of("*", "*:*", "\"", "~")) {
			var found = new Browser(this.port).get("/api/directory/experts?q=" + encode(text, UTF_8));
			assertThat(found.status()).isEqualTo(200);
			assertThat(found.json().path("total").asInt()).as(text).isZero();
		}
	}

	@Test
	void saysInBothLanguagesThatSomethingIsNoText() {
		var body = "{\"title\":\"x\",\"description\":\"a\\ud800b\"}";
		var zh = this.firm.with("Accept-Language", "zh-CN").send("POST", "/api/demands/preview", body);
		var en = this.firm.with("Accept-Language", "en").send("POST", "/api/demands/preview", body);
		for (var answer : List.of(zh, en)) {
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/description");
			assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("characters");
		}
		assertThat(zh.json().at("/errors/0/detail").asString()).contains("字符");
		assertThat(en.json().at("/errors/0/detail").asString()).contains("character");
	}

	/** Taken, or refused with the place and words for it. */
	private static void answered(Answer answer, String... places) {
		assertThat(answer.status()).as(answer.text().substring(0, Math.min(400, answer.text().length())))
				.isIn(200, 201, 400, 409, 422);
		if (answer.status() == 422) {
			var error = answer.json().at("/errors/0");
			assertThat(Stream.of(places)).as(answer.text())
					.anyMatch((place) -> error.path("pointer").asString().startsWith(place));
			assertThat(error.path("detail").asString()).isNotBlank();
		} else if (answer.status() >= 400) {
			assertThat(answer.problem()).as(answer.text()).isNotBlank();
		}
	}

}
