package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.expert.Experts;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.MovableClock;
import org.zhiqiao.platform.testing.OnDatabase;
import tools.jackson.databind.JsonNode;

/** Whatever the clock of the machine does, moments on file keep their order and nothing ends or opens because of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@OnDatabase(Engine.H2)
@Import(PanelClockModuleTest.Clocks.class)
class PanelClockModuleTest {

	private static final String FIRST = "11".repeat(32);

	private static final String SECOND = "22".repeat(32);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MovableClock clock;

	@Autowired
	private InvitationTable invitations;

	@Autowired
	private InvitationRounds rounds;

	@Autowired
	private Experts experts;

	@TempDir
	private Path folder;

	@TestConfiguration(proxyBeanMethods = false)
	static class Clocks {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

	@Test
	void keepsTheOrderOfADrawWhereverTheClockJumps() throws Exception {
		var panel = created();
		var draws = "/api/panels/" + panel + "/draws";
		signedIn("hefei").post(draws, Map.of());
		var draw = draws + "/1";
		jump(Duration.ofHours(-2));
		assertThat(signedIn("province").post(draw + "/commitment", commitment(FIRST)).status()).isEqualTo(200);
		jump(Duration.ofDays(5));
		assertThat(signedIn("wuhu").post(draw + "/commitment", commitment(SECOND)).status()).isEqualTo(200);
		jump(Duration.ofDays(-30));
		assertThat(signedIn("hefei").post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		jump(Duration.ofDays(1));
		assertThat(signedIn("province").post(draw + "/secret", Map.of("secret", FIRST)).status()).isEqualTo(200);
		jump(Duration.ofHours(-3));
		var drawn = signedIn("wuhu").post(draw + "/secret", Map.of("secret", SECOND)).json();
		assertThat(drawn.path("state").asString()).isEqualTo("drawn");
		var opened = moment(drawn, "/openedAt");
		var frozen = moment(drawn, "/frozenAt");
		for (var officer : drawn.path("officers")) {
			assertThat(moment(officer, "/committedAt")).isBetween(opened, frozen);
			assertThat(moment(officer, "/revealedAt")).isAfterOrEqualTo(frozen);
		}
		assertThat(frozen).isAfter(this.clock.instant());
		assertVerifies(signedIn("auditor").get(draw + "/transcript").bytes());

		// Nor is anything decided before it was asked, or drawn anew before the last draw.
		jump(Duration.ofDays(40));
		signedIn("hefei").post(draw + "/void", Map.of("reason", "名单有误"));
		jump(Duration.ofDays(-40));
		var gone = signedIn("auditor").post(draw + "/void-decision", Map.of("approved", true)).json();
		assertThat(moment(gone, "/voiding/approvedAt")).isAfterOrEqualTo(moment(gone, "/voiding/askedAt"));
		var again = signedIn("hefei").post(draws, Map.of()).json();
		assertThat(moment(again, "/openedAt")).isAfterOrEqualTo(moment(gone, "/voiding/approvedAt"));
	}

	@Test
	void endsNoInvitationAndOpensNoListForAClockThatJumpsForthAndBack() {
		var panel = drawn();
		this.jdbc.sql("UPDATE expert SET contact_email = CONCAT('e', id, '@people.example') WHERE state <> 'gone'")
				.update();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		var sent = signedIn("hefei").post("/api/panels/" + panel + "/invitations",
				Map.of("answerBy", this.clock.instant().plus(Duration.ofDays(7))));
		assertThat(sent.status()).as(sent.text()).isEqualTo(200);
		var worker = new InvitationWorker(this.invitations, this.rounds, this.experts, this.clock);
		worker.look(this.clock.instant(), 0);
		jump(Duration.ofDays(3650));
		worker.look(this.clock.instant(), minutes(1));
		worker.look(this.clock.instant(), minutes(2));
		assertThat(states(panel)).containsOnly("OPEN").hasSize(5);
		// While it is wrong nobody is let in or out: an answer is refused with the reason, and no list is published.
		var link = link();
		assertThat(new Browser(this.port).post(link + "/accept", Map.of("noConflict", true)).status()).isEqualTo(409);
		assertThat(signedIn("hefei").post("/api/panels/" + panel + "/review/publication", Map.of()).status())
				.isIn(404, 409);
		assertThat(new Browser(this.port).get("/api/panels/published/" + panel).status()).isEqualTo(404);
		jump(Duration.ofDays(-3650));
		worker.look(this.clock.instant(), minutes(3));
		assertThat(states(panel)).containsOnly("OPEN").hasSize(5);
		// A clock that goes before the invitation: nothing was answered before it was asked.
		jump(Duration.ofDays(-1));
		var accepted = new Browser(this.port).post(link + "/accept", Map.of("noConflict", true));
		assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
		assertThat(moment(accepted.json(), "/declaredAt"))
				.isAfterOrEqualTo(moment(accepted.json(), "/invitedAt"));
		jump(Duration.ofDays(1));
		// Time that truly passes does end what nobody answers.
		worker.look(this.clock.instant(), minutes(5));
		jump(Duration.ofDays(8));
		worker.look(this.clock.instant(), minutes(5) + Duration.ofDays(8).toNanos());
		assertThat(states(panel)).containsOnly("ACCEPTED", "EXPIRED", "OPEN").hasSize(9).containsOnlyOnce("ACCEPTED");
	}

	private static long minutes(long minutes) {
		return Duration.ofMinutes(minutes).toNanos();
	}

	/** Sessions end when it is long ago that they began, so everybody signs in again afterwards. */
	private void jump(Duration by) {
		this.clock.advance(by);
	}

	private static Instant moment(JsonNode view, String at) {
		return Instant.parse(view.at(at).asString());
	}

	private List<String> states(long panel) {
		return this.jdbc.sql("SELECT state FROM panel_invitation WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> row.getString(1))
				.list();
	}

	private String link() {
		var link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE link LIKE '%/invitations/%' ORDER BY id LIMIT 1")
				.query(String.class)
				.single();
		return "/api/invitations/by-token/" + link.substring(link.lastIndexOf('/') + 1);
	}

	private long drawn() {
		var panel = created();
		var draw = "/api/panels/" + panel + "/draws/1";
		signedIn("hefei").post("/api/panels/" + panel + "/draws", Map.of());
		signedIn("province").post(draw + "/commitment", commitment(FIRST));
		signedIn("wuhu").post(draw + "/commitment", commitment(SECOND));
		signedIn("hefei").post(draw + "/freeze", Map.of());
		signedIn("province").post(draw + "/secret", Map.of("secret", FIRST));
		var drawn = signedIn("wuhu").post(draw + "/secret", Map.of("secret", SECOND));
		assertThat(drawn.json().path("state").asString()).as(drawn.text()).isEqualTo("drawn");
		return panel;
	}

	private long created() {
		var rules = List.of("title", "experience", "verified", "available", "load")
				.stream()
				.map(code -> Map.of("code", code, "on", false, "reason", "样本"))
				.toList();
		var created = signedIn("hefei").post("/api/panels", Map.of("title", "三个项目的评审", "use", "project-evaluation",
				"items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules", rules, "duties",
				Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor"))));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private static Map<String, String> commitment(String secret) {
		return Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))));
	}

	private void assertVerifies(byte[] transcript) throws Exception {
		var file = Files.write(this.folder.resolve("transcript.json"), transcript);
		var verifier = Files.write(this.folder.resolve("VerifyDraw.java"),
				new Browser(this.port).get("/api/panels/verifier").bytes());
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				verifier.toString(), file.toString()).redirectErrorStream(true).start();
		var said = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
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

}
