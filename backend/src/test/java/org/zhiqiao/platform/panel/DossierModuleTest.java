package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.panel.dossier.DossierArchive;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a panel that was drawn, once in vain, to a file that anybody can check. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@OnDatabase(Engine.H2)
class DossierModuleTest {

	private static final String FIRST = "11".repeat(32);

	private static final String SECOND = "22".repeat(32);

	@Autowired
	private DeclarationTable declarations;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

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
	void canBeCheckedWithoutThePlatform() throws Exception {
		var id = created();
		draw(id, 1);
		this.organiser.post("/api/panels/" + id + "/draws/1/void", Map.of("reason", "名单有误"));
		this.supervisor.post("/api/panels/" + id + "/draws/1/void-decision", Map.of("approved", true));
		draw(id, 2);
		var draw = "/api/panels/" + id + "/draws/2";
		var answer = this.supervisor.get("/api/panels/" + id + "/dossier");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
		assertThat(answer.header("Content-Disposition")).contains("attachment", "dossier-" + id + ".zip");
		var files = unpacked(answer.bytes());
		assertThat(files.keySet()).containsExactly("README.txt", "dossier.pdf", "dossier.json", "draws/draw-1.json",
				"draws/draw-2.json", "VerifyDraw.java", "SHA256SUMS");

		new String(files.get("SHA256SUMS"), UTF_8).lines().forEach(line -> {
			var parts = line.split(" {2}", -1);
			assertThat(DossierArchive.sha256(Objects.requireNonNull(files.get(parts[1])))).as(parts[1])
					.isEqualTo(parts[0]);
		});
		assertThat(files.get("draws/draw-2.json")).isEqualTo(this.organiser.get(draw + "/transcript").bytes());
		for (var transcript : List.of("draws/draw-1.json", "draws/draw-2.json")) {
			var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"VerifyDraw.java", transcript).directory(this.folder.toFile()).redirectErrorStream(true).start();
			var said = new String(process.getInputStream().readAllBytes(), UTF_8);
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).as(said).isZero();
		}

		var json = JsonMapper.builder().build().readTree(files.get("dossier.json"));
		assertThat(json.path("state").asString()).isEqualTo("drawn");
		assertThat(json.at("/draws/0/voiding/reason").asString()).isEqualTo("名单有误");
		assertThat(json.at("/draws/1/seal")).isEqualTo(this.organiser.get(draw + "/transcript").json().path("seal"));
		var members = this.organiser.get(draw).json().at("/strata/0/members");
		assertThat(members).hasSize(5);
		try (var pdf = Loader.loadPDF(files.get("dossier.pdf"))) {
			var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
			assertThat(text).contains("含附件的评审", "成员为单数，且不少于", "关闭理由：样本", "名单有误", "皖江某公司（申报单位）", "第1次抽取（已作废）",
					json.at("/draws/1/listHash").asString());
			for (var member : members) {
				assertThat(text).contains(member.path("name").asString().replaceAll("\\s", ""));
			}
			// A code that has no text would stand there as its key.
			assertThat(text).doesNotContain("dossier.reason", "dossier.link", "dossier.known");
		}
	}

	@Test
	void tellsWhatCandidatesDeclaredAndWhichStandingTiesTouchThePanel() throws Exception {
		var id = created();
		var dossier = "/api/panels/" + id + "/dossier";
		assertThat(json(dossier).at("/declarations/askings")).isEmpty();
		this.organiser.post("/api/panels/" + id + "/declarations", Map.of("most", 4, "answerBy",
				Instant.now().plus(Duration.ofDays(3)).toString(), "message", "请尽快答复", "confidential", List.of()));
		var asked = this.jdbc.sql("SELECT id, expert_id FROM panel_declaration WHERE panel_id = ? ORDER BY expert_id")
				.param(id)
				.query((row, _) -> List.of(row.getLong(1), row.getLong(2)))
				.list();
		assertThat(asked).hasSize(4);
		answer(asked.get(0).getFirst(), false, "持有少量股份");
		answer(asked.get(1).getFirst(), true, null);
		tie(asked.get(2).getLast(), asked.get(3).getLast());
		// Of somebody who has nothing to do with the panel nobody is told.
		var elsewhere = this.jdbc.sql("""
				SELECT id FROM expert WHERE state = 'published' AND id NOT IN (SELECT expert_id FROM panel_declaration)
				ORDER BY id DESC LIMIT 1""").query(Long.class).single();
		this.jdbc.sql("""
				INSERT INTO interest (expert_id, kind, organisation_name, words, declared_at, mistaken)
				VALUES (?, 'FINANCIAL', '无关公司', '无关的话', CURRENT_TIMESTAMP, FALSE)""").param(elsewhere).update();

		draw(id, 1);
		var zip = this.organiser.get(dossier).bytes();
		var files = unpacked(zip);
		var json = JsonMapper.builder().build().readTree(files.get("dossier.json"));
		var declarations = json.path("declarations");
		assertThat(declarations.path("required").asBoolean()).isFalse();
		assertThat(declarations.at("/askings/0/message").asString()).isEqualTo("请尽快答复");
		assertThat(declarations.at("/askings/0/people").asInt()).isEqualTo(4);
		assertThat(declarations.path("people").valueStream().map(one -> one.path("state").asString()))
				.containsExactly("ties", "unwilling", "asked", "asked");
		assertThat(declarations.at("/people/0/answers/0/ties/0/party").asString()).isEqualTo("皖江某公司");
		assertThat(declarations.at("/people/0/answers/0/ties/0/words").asString()).isEqualTo("持有少量股份");
		assertThat(declarations.path("standing")).hasSize(1);
		assertThat(declarations.at("/standing/0/other/number").asLong()).isEqualTo(asked.get(3).getLast());
		assertThat(new String(files.get("dossier.json"), UTF_8)).doesNotContain("无关的话");
		assertThat(json.at("/draws/0/apart/0/one/number").asLong()).isEqualTo(asked.get(2).getLast());
		assertThat(json.at("/draws/0/apart/0/kind").asString()).isEqualTo("family");
		assertThat(json.at("/pool/excluded").valueStream().map(one -> one.path("number").asLong()))
				.contains(asked.get(0).getLast(), asked.get(1).getLast());
		assertThat(json.at("/draws/0/excluded").valueStream().filter(one -> one.path("number").asLong() == asked
				.get(0)
				.getLast()).map(one -> one.path("reasons").toString())).containsExactly(
						"[\"conflict\",\"declared-tie\"]");
		try (var pdf = Loader.loadPDF(files.get("dossier.pdf"))) {
			assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains("持有少量股份", "请尽快答复",
					"共征集4人：无利益关系0人，有利益关系1人，不愿参加1人，尚未答复2人").doesNotContain("dossier.");
		}
	}

	private JsonNode json(String dossier) throws IOException {
		return JsonMapper.builder().build().readTree(unpacked(this.organiser.get(dossier).bytes()).get("dossier.json"));
	}

	/** Answers by a link of the same kind as the one that was mailed. */
	private void answer(long declaration, boolean unwilling, @Nullable String words) {
		var token = "t" + declaration;
		this.declarations.token(declaration, Addressees.digest(token));
		var path = "/api/declarations/by-token/" + token;
		var anybody = new Browser(this.port);
		var said = new HashMap<String, Object>();
		said.put("shown", anybody.get(path).json().path("shown").asString());
		said.put("unwilling", unwilling);
		said.put("ties",
				(words != null)
						? List.of(Map.of("item", 1, "party", 0, "kind", "financial", "words", words))
						: List.of());
		var answer = anybody.post(path + "/answer", said);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

	private void tie(long one, long other) {
		this.jdbc.sql("""
				INSERT INTO interest (expert_id, kind, person_id, declared_at, mistaken)
				VALUES (?, 'FAMILY', ?, CURRENT_TIMESTAMP, FALSE)""").params(one, other).update();
	}

	@Test
	void isRecordedByItsHashAndWithoutNames() {
		var id = created();
		var zip = this.organiser.get("/api/panels/" + id + "/dossier").bytes();
		var detail = this.jdbc.sql("""
				SELECT d.after_json FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id
				WHERE e.action = 'panel.dossier-exported' AND e.subject_id = ?""")
				.param(String.valueOf(id))
				.query(String.class)
				.single();
		assertThat(JsonMapper.builder().build().readTree(detail)).isEqualTo(JsonMapper.builder().build()
				.readTree("{\"sha256\": \"" + DossierArchive.sha256(zip) + "\", \"draws\": 0}"));
	}

	@Test
	void isForOrganiserAndSupervisorAlone() {
		var id = created();
		var path = "/api/panels/" + id + "/dossier";
		assertThat(this.organiser.get(path).status()).isEqualTo(200);
		assertThat(this.supervisor.get(path).status()).isEqualTo(200);
		assertThat(this.first.get(path).status()).isEqualTo(403);
		this.jdbc.sql("DELETE FROM panel_duty WHERE panel_id = ? AND duty = 'FIRST_DRAWER'").param(id).update();
		assertThat(this.first.get(path).status()).isEqualTo(404);
		assertThat(this.organiser.get("/api/panels/987654/dossier").status()).isEqualTo(404);
	}

	private void draw(long id, int number) {
		this.organiser.post("/api/panels/" + id + "/draws", Map.of());
		var draw = "/api/panels/" + id + "/draws/" + number;
		this.first.post(draw + "/commitment", commitment(FIRST));
		this.second.post(draw + "/commitment", commitment(SECOND));
		assertThat(this.organiser.post(draw + "/freeze", Map.of()).status()).isEqualTo(200);
		this.first.post(draw + "/secret", Map.of("secret", FIRST));
		assertThat(this.second.post(draw + "/secret", Map.of("secret", SECOND)).status()).isEqualTo(200);
	}

	private static Map<String, String> commitment(String secret) {
		return Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))));
	}

	/** With a party for which somebody works, and one of the pool's people among the applicants. */
	private long created() {
		var employer = this.jdbc.sql("""
				SELECT a.organisation_id FROM expert_affiliation a JOIN expert e ON e.id = a.expert_id
				WHERE e.state = 'published' AND a.organisation_id IS NOT NULL AND a.to_year IS NULL
				ORDER BY a.organisation_id LIMIT 1""").query(Long.class).single();
		var person = this.jdbc.sql("SELECT MIN(id) FROM expert WHERE state = 'published'").query(Long.class).single();
		var panel = new HashMap<String, Object>();
		panel.put("title", "含附件的评审");
		panel.put("use", "project-evaluation");
		panel.put("items", List.of(Map.of("title", "项目一", "parties",
				List.of(Map.of("role", "applicant", "name", "皖江某公司"),
						Map.of("role", "partner", "organisation", employer)),
				"people", List.of(person))));
		panel.put("groups", List.of(Map.of("name", "专家", "seats", 5)));
		panel.put("rules", List.of("title", "experience", "verified", "available")
				.stream()
				.map(code -> Map.of("code", code, "on", false, "reason", "样本"))
				.toList());
		panel.put("duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
				account("auditor")));
		var created = this.organiser.post("/api/panels", panel);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private Map<String, byte[]> unpacked(byte[] archive) throws IOException {
		var files = new LinkedHashMap<String, byte[]>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				var bytes = zip.readAllBytes();
				files.put(entry.getName(), bytes);
				var file = this.folder.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.write(file, bytes);
			}
		}
		return files;
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
