package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;
import tools.jackson.databind.JsonNode;

/** The running platform with a mail server: from the request to the letter-box, and what administrators see. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
class MailingModuleTest {

	private static final MailServer SERVER = new MailServer();

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private OutboxRepository outbox;

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
	void sendsAtOnceAndShowsWhatDoesNotGetThrough() throws Exception {
		register("new@example.org");
		assertThat(SERVER.next().getSubject()).isEqualTo("请确认您在智桥平台的注册");

		this.outbox.insert("typo@example.org", "en", "Hello", "Text with a secret link", null, Instant.now());
		long id = this.outbox.due(Instant.now().plusSeconds(600), 10).getFirst().id();
		this.outbox.failed(id, "550 5.1.1 No such user here", null);
		this.accounts.createSample(new Accounts.NewPerson("admin@example.org", "copper kettle at dawn", "Admin",
				Locale.ENGLISH, EnumSet.of(Role.ADMINISTRATOR), null));
		var admin = new Browser(this.port).signIn("admin@example.org", "copper kettle at dawn");
		JsonNode shown = admin.get("/api/mail").json();
		assertThat(shown.at("/sending").asBoolean()).isTrue();
		assertThat(shown.at("/total").asInt()).isEqualTo(1);
		assertThat(shown.at("/items/0/to").asString()).isEqualTo("typo@example.org");
		assertThat(shown.at("/items/0/error").asString()).contains("No such user");
		assertThat(shown.at("/items/0").has("nextAttempt")).isFalse();
		assertThat(shown.toString()).doesNotContain("secret link");
		assertThat(admin.post("/api/mail/" + id + "/retry", Map.of()).status()).isEqualTo(204);
		assertThat(SERVER.next().getSubject()).isEqualTo("Hello");
		assertThat(admin.post("/api/mail/999999/retry", Map.of()).problem()).isEqualTo("not-found");
	}

	private void register(String email) {
		assertThat(new Browser(this.port)
				.post("/api/registrations",
						Map.of("kind", "expert", "email", email, "password", "copper kettle at dawn", "displayName",
								"新人", "language", "zh-CN"))
				.status()).isEqualTo(202);
	}

}
