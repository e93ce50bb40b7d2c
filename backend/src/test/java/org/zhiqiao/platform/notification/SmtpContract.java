package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.testing.MovableClock;

/** Mail from the outbox through a real SMTP server, set up as the README says; on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
abstract class SmtpContract {

	@Autowired
	private Notifications notifications;

	@Autowired
	private OutboxRepository outbox;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@TempDir
	private Path folder;

	private MovableClock clock = new MovableClock();

	private MailServer server = new MailServer();

	private final NotificationSettings settings = new NotificationSettings("https://zhiqiao.example",
			"no-reply@zhiqiao.example", 3, Duration.ofSeconds(30), Duration.ofMinutes(5),
			Duration.ofDays(180), new NotificationSettings.StreamLimits(4, 100, Duration.ofMinutes(30)));

	@BeforeEach
	void beginAnew() {
		this.clock = new MovableClock();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void deliversInTheLanguageOfTheReader() throws Exception {
		write("lin@example.org", Locale.SIMPLIFIED_CHINESE, "林若溪");
		write("jonas@example.org", Locale.ENGLISH, "Jonas Weidner");
		sendThrough(Map.of());
		MimeMessage chinese = this.server.next();
		assertThat(chinese.getRecipients(Message.RecipientType.TO)[0]).hasToString("lin@example.org");
		assertThat(chinese.getFrom()[0]).hasToString("no-reply@zhiqiao.example");
		assertThat(chinese.getSubject()).isEqualTo("重置智桥平台的密码");
		assertThat(chinese.getContentType()).contains("text/plain").containsIgnoringCase("utf-8");
		assertThat((String) chinese.getContent()).contains("林若溪，您好", "/reset?token=abc",
				"智桥专家智库与人才对接平台");
		MimeMessage english = this.server.next();
		assertThat(english.getSubject()).isEqualTo("Reset your password at Zhiqiao");
		assertThat((String) english.getContent()).contains("Jonas Weidner", "/reset?token=abc");
		assertThat(this.outbox.countWaiting() + this.outbox.countUndelivered()).isZero();
	}

	@Test
	void triesAgainAfterAServerWasAwayAndShowsItMeanwhile() {
		write("lin@example.org", Locale.ENGLISH, "Lin");
		int port = this.server.port();
		this.server.close();
		sendThrough(port, Map.of());
		assertThat(this.outbox.undelivered(0, 10)).singleElement().satisfies(mail -> {
			assertThat(mail.attempts()).isEqualTo(1);
			assertThat(mail.nextAttempt()).isEqualTo(this.clock.instant().plusSeconds(30));
			assertThat(mail.error()).contains("Couldn't connect");
		});
		this.server = new MailServer();
		sendThrough(Map.of());
		assertThat(this.server.hasMore()).isFalse();
		this.clock.advance(Duration.ofSeconds(31));
		sendThrough(Map.of());
		assertThat(this.server.next()).isNotNull();
		assertThat(this.outbox.undelivered(0, 10)).isEmpty();
	}

	@Test
	void deliversToOthersWhatOneRecipientDoesNotGet() throws Exception {
		this.server.refuse("gone@example.org");
		write("gone@example.org", Locale.ENGLISH, "Gone");
		write("lin@example.org", Locale.ENGLISH, "Lin");
		sendThrough(Map.of());
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("lin@example.org");
		for (int wait : new int[]{31, 61, 86_400}) {
			this.clock.advance(Duration.ofSeconds(wait));
			sendThrough(Map.of());
		}
		// Given up after three attempts, with the words of the server.
		assertThat(this.server.asked()).filteredOn("gone@example.org"::equals).hasSize(3);
		OutboxRepository.Undelivered given = this.outbox.undelivered(0, 10).getFirst();
		assertThat(given.nextAttempt()).isNull();
		assertThat(given.error()).contains("550", "No such user here");
		// An administrator who has mended the address lets it go once more.
		this.server.forgive("gone@example.org");
		this.outbox.hurry(given.id(), this.clock.instant(), this.clock.instant().plus(this.settings.lease()));
		sendThrough(Map.of());
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("gone@example.org");
	}

	@Test
	void losesNothingWhenTheProcessEndsBeforeOrWhileSending() throws Exception {
		write("before@example.org", Locale.ENGLISH, "Before");
		write("while@example.org", Locale.ENGLISH, "While");
		this.clock.advance(Duration.ofSeconds(1));
		// What an ended process leaves behind: one mail untouched, one taken and never marked.
		OutboxRepository.Waiting taken = this.outbox.due(this.clock.instant(), 10).getLast();
		assertThat(this.outbox.claim(taken, this.clock.instant().plus(this.settings.lease()))).isTrue();
		sendThrough(Map.of());
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("before@example.org");
		assertThat(this.server.hasMore()).isFalse();
		this.clock.advance(this.settings.lease().plusSeconds(1));
		sendThrough(Map.of());
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("while@example.org");
	}

	@Test
	void signsInOverAnEncryptedConnection() throws Exception {
		this.server.close();
		this.server = new MailServer(keys(), false);
		write("lin@example.org", Locale.ENGLISH, "Lin");
		// Whoever does not sign in gets nothing through.
		sendThrough(Map.of());
		assertThat(this.outbox.undelivered(0, 1).getFirst().error()).contains("530");
		var environment = new HashMap<String, Object>(Map.of("SPRING_MAIL_USERNAME", MailServer.USER,
				"SPRING_MAIL_PASSWORD", "wrong", "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE", "true",
				"SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "true",
				"SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST", "127.0.0.1"));
		this.clock.advance(Duration.ofSeconds(31));
		sendThrough(environment);
		assertThat(this.outbox.undelivered(0, 1).getFirst().error()).contains("535");
		environment.put("SPRING_MAIL_PASSWORD", MailServer.PASSWORD);
		this.clock.advance(Duration.ofSeconds(61));
		sendThrough(environment);
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("lin@example.org");
	}

	@Test
	void signsInOverAConnectionThatIsEncryptedFromTheStart() throws Exception {
		this.server.close();
		this.server = new MailServer(keys(), true);
		write("lin@example.org", Locale.ENGLISH, "Lin");
		sendThrough(Map.of("SPRING_MAIL_USERNAME", MailServer.USER, "SPRING_MAIL_PASSWORD", MailServer.PASSWORD,
				"SPRING_MAIL_SSL_ENABLED", "true", "SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST", "127.0.0.1"));
		assertThat(this.server.next().getRecipients(Message.RecipientType.TO)[0]).hasToString("lin@example.org");
	}

	@Test
	void writesFurtherLinesIntoTheHead() throws Exception {
		this.transaction.executeWithoutResult(_ -> this.notifications.send(
				new Mail(Topic.ACCOUNT, "lin@example.org", Locale.SIMPLIFIED_CHINESE, "reset", "/reset", "林若溪", 60)
						.newsletter()
						.with("List-Unsubscribe", "<https://zhiqiao.example/api/newsletters/stop/abc>")
						.with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
		this.clock = new MovableClock();
		sendThrough(Map.of());
		MimeMessage mail = this.server.next();
		assertThat(mail.getHeader("List-Unsubscribe"))
				.containsExactly("<https://zhiqiao.example/api/newsletters/stop/abc>");
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		assertThat(mail.getSubject()).isEqualTo("重置智桥平台的密码");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE headers IS NOT NULL")
				.query(Integer.class)
				.single()).as("nothing that opens something stays").isZero();
		assertThatThrownBy(() -> new Mail(Topic.ACCOUNT, "lin@example.org", Locale.ENGLISH, "reset", null)
				.with("List-Unsubscribe", "<x>\r\nBcc: everybody@example.org"))
				.isInstanceOf(IllegalArgumentException.class);
	}

	private void write(String to, Locale language, String name) {
		this.transaction.executeWithoutResult(
				_ -> this.notifications
						.send(new Mail(Topic.ACCOUNT, to, language, "reset", "/reset?token=abc", name, 60)));
		// From now on time passes only when the test says so.
		this.clock = new MovableClock();
	}

	private void sendThrough(Map<String, Object> environment) {
		sendThrough(this.server.port(), environment);
	}

	/** Sends what is due through a server that the environment names, as in production. */
	private void sendThrough(int port, Map<String, Object> environment) {
		this.clock.advance(Duration.ofMillis(1));
		var all = new HashMap<>(environment);
		all.put("SPRING_MAIL_HOST", "127.0.0.1");
		all.put("SPRING_MAIL_PORT", port);
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
				.withInitializer(context -> context.getEnvironment()
						.getPropertySources()
						.addFirst(new SystemEnvironmentPropertySource(
								"test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all)))
				.run(context -> new OutboxSender(this.outbox,
						NotificationConfiguration.postman(context.getBean(JavaMailSender.class), this.settings),
						this.settings, this.clock).sendDue());
	}

	/** A key of the server's own for 127.0.0.1, made by the JDK's tool. */
	private SSLContext keys() throws Exception {
		Path store = this.folder.resolve("keys.p12");
		Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit",
				"-alias", "mail", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-validity",
				"2").redirectErrorStream(true).redirectOutput(this.folder.resolve("keytool.txt").toFile()).start();
		assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(made.exitValue()).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream file = Files.newInputStream(store)) {
			keys.load(file, "changeit".toCharArray());
		}
		var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, "changeit".toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
