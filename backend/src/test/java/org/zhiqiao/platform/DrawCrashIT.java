package org.zhiqiao.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/**
 * Kills the running platform, as {@code kill -9} does, when the list of a draw has just been frozen: what was acknowledged is
 * what stands, both officers reveal to the next process, and the transcript proves that nothing was drawn anew.
 */
class DrawCrashIT {

	private static final byte[] FIRST = HexFormat.of().parseHex("5a".repeat(32));

	private static final byte[] SECOND = HexFormat.of().parseHex("a5".repeat(32));

	/** Kept if the test fails: it holds what the platform said. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	@Test
	void drawSurvivesTheEndOfTheProcessBetweenFreezingAndRevealing() throws Exception {
		var application = new PackagedApplication(this.folder);
		var process = application.start(Map.of());
		String draw;
		JsonNode acknowledged;
		try {
			var organiser = signedIn(application, "hefei");
			draw = "/api/panels/" + created(organiser) + "/draws";
			assertThat(organiser.post(draw, Map.of()).status()).isEqualTo(201);
			draw += "/1";
			commit(signedIn(application, "province"), draw, FIRST);
			commit(signedIn(application, "wuhu"), draw, SECOND);
			var frozen = organiser.post(draw + "/freeze", Map.of());
			process.destroyForcibly();
			assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
			acknowledged = frozen.json();
		} finally {
			process.destroyForcibly().waitFor();
		}
		process = application.start(Map.of());
		try {
			var organiser = signedIn(application, "hefei");
			assertThat(organiser.get(draw).json()).isEqualTo(acknowledged);
			assertThat(acknowledged.path("state").asString()).isEqualTo("frozen");
			assertThat(organiser.post(draw + "/freeze", Map.of()).status()).as("frozen once").isEqualTo(409);
			var first = signedIn(application, "province");
			var second = signedIn(application, "wuhu");
			assertThat(reveal(first, draw, SECOND).status()).as("a secret of somebody else").isEqualTo(422);
			assertThat(reveal(first, draw, FIRST).json().path("state").asString()).isEqualTo("frozen");
			var drawn = reveal(second, draw, SECOND);
			assertThat(drawn.json().path("state").asString()).as(drawn.text()).isEqualTo("drawn");
			assertThat(drawn.json().at("/strata/0/members")).hasSize(5);
			var transcript = signedIn(application, "auditor").get(draw + "/transcript");
			assertThat(transcript.json().path("listHash")).isEqualTo(acknowledged.path("listHash"));
			assertThat(transcript.json().path("frozenAt")).isEqualTo(acknowledged.path("frozenAt"));
			var file = Files.write(this.folder.resolve("transcript.json"), transcript.bytes());
			var verifier = Files.write(this.folder.resolve("VerifyDraw.java"),
					organiser.get("/api/panels/verifier").bytes());
			var check = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					verifier.toString(), file.toString()).redirectErrorStream(true).start();
			var said = new String(check.getInputStream().readAllBytes(), UTF_8);
			assertThat(check.waitFor()).as(said).isZero();
		} finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static long created(Browser organiser) {
		var officials = organiser.get("/api/panels/form").json().path("officials");
		var rules = List.of("title", "experience", "verified", "available")
				.stream()
				.map(code -> Map.of("code", code, "on", false, "reason", "样本"))
				.toList();
		var created = organiser.post("/api/panels", Map.of("title", "三个项目的评审", "use", "project-evaluation", "items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules", rules, "duties",
				Map.of("firstDrawer", holding(officials, "PROVINCIAL_OFFICER"), "secondDrawer",
						holding(officials, "CITY_OFFICER"), "supervisor", holding(officials, "AUDITOR"))));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private static long holding(JsonNode officials, String role) {
		return officials.valueStream()
				.filter(official -> official.path("role").asString().equals(role))
				.findFirst()
				.orElseThrow()
				.path("account")
				.asLong();
	}

	/** As the browser of an officer does: the secret stays there. */
	private static void commit(Browser officer, String draw, byte[] secret) throws Exception {
		var digest = MessageDigest.getInstance("SHA-256");
		digest.update("zhiqiao-draw-commitment 1\n".getBytes(UTF_8));
		var committed = officer.post(draw + "/commitment",
				Map.of("commitment", HexFormat.of().formatHex(digest.digest(secret))));
		assertThat(committed.status()).as(committed.text()).isEqualTo(200);
	}

	private static Browser.Answer reveal(Browser officer, String draw, byte[] secret) {
		return officer.post(draw + "/secret", Map.of("secret", HexFormat.of().formatHex(secret)));
	}

	private static Browser signedIn(PackagedApplication application, String name) {
		return new Browser(application.port()).signIn(name + "@demo.zhiqiao.example", "qiao-demo-2026");
	}

}
