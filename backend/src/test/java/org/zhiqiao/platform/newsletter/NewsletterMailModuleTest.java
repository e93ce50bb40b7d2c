package org.zhiqiao.platform.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhiqiao.platform.notification.MailServer;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

/** A visitor subscribes, is told of something and stops, by a real server and through a real mail server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
class NewsletterMailModuleTest {

	private static final MailServer SERVER = new MailServer();

	@LocalServerPort
	private int port;

	@Autowired
	private IssueWorker worker;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void server(DynamicPropertyRegistry settings) {
		settings.add("spring.mail.host", () -> "127.0.0.1");
		settings.add("spring.mail.port", SERVER::port);
	}

	@AfterAll
	static void stopServer() {
		SERVER.close();
	}

	@Test
	void isStoppedByTheButtonOfAMailProgram() throws Exception {
		var visitor = new Browser(this.port);
		assertThat(visitor
				.post("/api/newsletters/visitors",
						Map.of("email", "visitor@example.org", "language", "en", "query", "kind=stories", "rhythm",
								"daily"))
				.status()).isEqualTo(202);
		MimeMessage asking = SERVER.next();
		assertThat(asking.getHeader("List-Unsubscribe")).isNull();
		String token = found("confirm\\?token=([\\w-]+)", (String) asking.getContent());
		assertThat(visitor.get("/api/newsletters/confirm/" + token).json().at("/name").asString())
				.isEqualTo("What is new at Zhiqiao");
		assertThat(visitor.post("/api/newsletters/confirm/" + token, Map.of()).status()).isEqualTo(204);
		assertThat(visitor.get("/api/newsletters/confirm/" + token).problem()).isEqualTo("link-expired");
		story();
		this.worker.work(Instant.now().plus(Duration.ofDays(2)));

		MimeMessage issue = SERVER.next();
		assertThat(issue.getSubject()).isEqualTo("What is new at Zhiqiao: 1 new");
		assertThat((String) issue.getContent()).contains("A joint laboratory", "/stories/", "?lang=en",
				"/newsletters/stop?token=");
		assertThat(issue.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String address = found("^<(https?://[^>]+)>$", issue.getHeader("List-Unsubscribe")[0]);
		String stop = found("/api/newsletters/stop/([\\w-]+)$", address);
		assertThat(visitor.get("/api/newsletters/stop/" + stop).status()).as("looking stops nothing").isEqualTo(200);
		assertThat(visitor.get("/api/newsletters/stop/" + stop).text()).doesNotContain("visitor@example.org");
		// As a mail program does (RFC 8058): a form, no cookies, no token of ours but the one in the address.
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(
					HttpRequest
							.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/newsletters/stop/" + stop))
							.header("Content-Type", "application/x-www-form-urlencoded")
							.POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
							.build(),
					BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(204);
		}
		assertThat(visitor.get("/api/newsletters/stop/" + stop).status()).isEqualTo(404);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM newsletter").query(Integer.class).single()).isZero();
	}

	private void story() {
		LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
		this.jdbc.sql("""
				INSERT INTO article (id, version, sample, state, edition, live, reminders, first_published_at,
				published_at, created_at, updated_at) VALUES (1, 1, TRUE, 'PUBLISHED', 1, TRUE, 0, ?, ?, ?, ?)""")
				.params(now, now, now, now)
				.update();
		this.jdbc.sql("""
				INSERT INTO article_content (article_id, edition, kind, title_zh, title_en, plain, published_at)
				VALUES (1, 1, 'NEWS', '联合实验室', 'A joint laboratory', '', ?)""").param(now).update();
	}

	private static String found(String pattern, String text) {
		var found = Pattern.compile(pattern).matcher(text);
		assertThat(found.find()).as(text).isTrue();
		return found.group(1);
	}

}
