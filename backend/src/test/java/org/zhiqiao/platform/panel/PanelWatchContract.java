package org.zhiqiao.platform.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import org.zhiqiao.platform.change.Subject;
import org.zhiqiao.platform.change.SubjectKind;
import org.zhiqiao.platform.organisation.OrganisationChanged;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** Facts change, and the organiser of an open panel is told. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class PanelWatchContract {

	private static final String FIRM = "合肥观察科技有限公司";

	private static final String MAIL = "您组织的评审组有新的回避线索";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PanelWatch watch;

	@Autowired
	private WatchFollower follower;

	private Browser organiser;

	private Instant now = Instant.now();

	@BeforeEach
	void begin() {
		this.watch.stop();
		this.organiser = signedIn("hefei");
		// What other tests left is nobody's concern any more.
		this.jdbc.sql("DELETE FROM panel_watch_finding").update();
		this.jdbc.sql("DELETE FROM panel_watch").update();
		this.jdbc.sql("DELETE FROM panel_watch_change").update();
		this.jdbc.sql("DELETE FROM expert_affiliation WHERE pos >= 90").update();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
	}

	@Test
	void firstLookMakesNoNews() {
		var person = people().getFirst();
		employ(person);
		var panel = created();
		look();
		assertThat(rows("SELECT COUNT(*) FROM panel_watch_finding WHERE panel_id = " + panel)).isPositive();
		assertThat(mails()).isEmpty();
		assertThat(news(panel).path("items").size()).isZero();
	}

	@Test
	void tellsOnceOfAFactThatMakesAConflict() {
		var panel = created();
		look();
		var person = people().getFirst();
		employ(person);
		changed(person);
		look();
		assertThat(mails()).hasSize(1);
		assertThat(mails().getFirst()).contains("1").doesNotContain("评审三个项目").doesNotContain(FIRM);
		var news = news(panel);
		assertThat(news.path("items").size()).isEqualTo(1);
		assertThat(news.at("/items/0/person").asLong()).isEqualTo(person);
		assertThat(news.at("/items/0/finding/severity").asString()).isEqualTo("hard");
		assertThat(news.path("maySee").asBoolean()).isTrue();
		// Nothing is said twice, whatever is handed on again and however often somebody starts anew.
		changed(person);
		look();
		look();
		this.now = this.now.plus(Duration.ofDays(3));
		look();
		assertThat(mails()).hasSize(1);
		// Only the organiser clears it; the supervisor sees it too.
		var supervisor = signedIn("auditor");
		assertThat(supervisor.get("/api/panels/" + panel + "/news").json().path("items").size()).isEqualTo(1);
		assertThat(seen(panel, news)).isEqualTo(204);
		assertThat(news(panel).path("items").size()).isZero();
	}

	@Test
	void writesOneMailInAQuietPeriodHoweverMuchIsFound() {
		var panel = created();
		look();
		var people = people();
		employ(people.get(0));
		employ(people.get(1));
		changed(people.get(0), people.get(1));
		look();
		assertThat(mails()).hasSize(1);
		employ(people.get(2));
		changed(people.get(2));
		this.now = this.now.plus(Duration.ofHours(2));
		look();
		assertThat(mails()).hasSize(1);
		assertThat(news(panel).path("items").size()).isEqualTo(3);
		this.now = this.now.plus(PanelWatch.QUIET);
		look();
		assertThat(mails()).hasSize(2);
	}

	@Test
	void notesWhatDoesNotHoldAnyMoreWithoutAMail() {
		var person = people().getFirst();
		employ(person);
		var panel = created();
		look();
		this.jdbc.sql("DELETE FROM expert_affiliation WHERE pos >= 90").update();
		changed(person);
		this.now = this.now.plusSeconds(60);
		look();
		assertThat(mails()).isEmpty();
		assertThat(news(panel).at("/gone/0/person").asLong()).isEqualTo(person);
	}

	@Test
	void looksAtEverybodyWhenTheRegisterOfOrganisationsChanges() {
		var panel = created();
		look();
		employ(people().getFirst());
		this.follower.follow(new OrganisationChanged(1));
		look();
		assertThat(mails()).hasSize(1);
		assertThat(news(panel).path("items").size()).isEqualTo(1);
	}

	@Test
	void whoeverTookOverAProfileHasItsTiesAsNews() {
		var panel = created();
		var people = people();
		employ(people.get(0));
		look();
		// As a merge leaves it: one profile is only a signpost, the other has the contents of both.
		this.jdbc.sql("UPDATE expert SET state = 'gone', merged_into = ? WHERE id = ?")
				.params(people.get(1), people.get(0))
				.update();
		try {
			employ(people.get(1));
			changed(people.get(0), people.get(1));
			look();
			assertThat(mails()).hasSize(1);
			assertThat(news(panel).path("items").size()).isEqualTo(1);
			assertThat(news(panel).at("/items/0/person").asLong()).isEqualTo(people.get(1));
			changed(people.get(0), people.get(1));
			look();
			assertThat(mails()).hasSize(1);
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published', merged_into = NULL WHERE id = ?").param(people.get(0))
					.update();
		}
	}

	/** A look that was cut short before it forgot the changes finds the same again. */
	@Test
	void goesOnAfterTheProcessEnded() {
		var panel = created();
		look();
		var person = people().getFirst();
		employ(person);
		changed(person);
		this.watch.work(this.now);
		assertThat(rows("SELECT COUNT(*) FROM panel_watch_change")).as("nobody works while it is stopped").isPositive();
		look();
		changed(person);
		look();
		assertThat(mails()).hasSize(1);
		assertThat(news(panel).path("items").size()).isEqualTo(1);
	}

	/** As the worker does, but only when the test says so. */
	private void look() {
		this.watch.start();
		this.watch.work(this.now);
		this.watch.stop();
	}

	private void changed(Long... experts) {
		this.follower.follow(
				List.of(experts).stream().map(expert -> new Subject(SubjectKind.EXPERT, expert)).toList());
	}

	private void employ(long expert) {
		this.jdbc.sql("""
				INSERT INTO expert_affiliation (expert_id, pos, name_zh, from_year) VALUES (?, 90, ?, 2024)""")
				.params(expert, FIRM)
				.update();
	}

	private List<Long> people() {
		return this.jdbc.sql("SELECT id FROM expert WHERE state = 'published' ORDER BY id")
				.query((row, _) -> row.getLong(1))
				.list();
	}

	private long created() {
		var created = this.organiser.post("/api/panels", Map.of("title", "评审三个项目", "use", "project-evaluation",
				"items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", FIRM)))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules",
				List.of(off("title"), off("experience"), off("verified"), off("available"), off("load"),
						off("rotation")),
				"duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor"))));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		var panel = created.json().path("id").asLong();
		// Only this one is open.
		this.jdbc.sql("UPDATE panel SET updated_at = '2020-01-01' WHERE id <> ?").param(panel).update();
		this.jdbc.sql("UPDATE panel_draw SET opened_at = '2020-01-01' WHERE panel_id <> ?").param(panel).update();
		return panel;
	}

	private static Map<String, Object> off(String rule) {
		return Map.of("code", rule, "on", false, "reason", "样本");
	}

	private JsonNode news(long panel) {
		return this.organiser.get("/api/panels/" + panel + "/news").json();
	}

	private int seen(long panel, JsonNode news) {
		// The clock of the test may be ahead of the platform's.
		this.jdbc.sql("UPDATE panel_watch_finding SET found_at = '2020-01-01' WHERE panel_id = ?").param(panel)
				.update();
		return this.organiser
				.post("/api/panels/" + panel + "/news/seen", Map.of("until", news.path("until").asString()))
				.status();
	}

	private List<String> mails() {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox ORDER BY id")
				.query((row, _) -> row.getString(1))
				.list()
				.stream()
				.filter(mail -> mail.startsWith(MAIL))
				.toList();
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
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", "qiao-demo-2026");
	}

}
