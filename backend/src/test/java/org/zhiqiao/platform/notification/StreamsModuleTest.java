package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

/** Open tabs and a real server: they are told at once, and only as long as somebody is signed in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "zhiqiao.notification.streams.most=5")
@OnDatabase(Engine.H2)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamsModuleTest {

	private static final String PASSWORD = "copper kettle at dawn";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Streams streams;

	@Autowired
	private Notifications notifications;

	@Autowired
	private TransactionTemplate transaction;

	private final List<Tab> tabs = new ArrayList<>();

	/** A tab that listens. */
	private record Tab(HttpResponse<InputStream> answer, BufferedReader lines) {

		/** The next line that says something; none when the stream has ended. */
		@Nullable
		String next() throws IOException {
			String line = this.lines.readLine();
			while (line != null && !line.startsWith("data:")) {
				line = this.lines.readLine();
			}
			return line;
		}

	}

	@BeforeEach
	void people() {
		for (String name : List.of("stream-one", "stream-two")) {
			String email = name + "@example.org";
			if (this.accounts.findByEmail(email).isEmpty()) {
				this.accounts.createSample(new Accounts.NewPerson(email, PASSWORD, name, Locale.ENGLISH,
						EnumSet.of(Role.FIRM), null));
			}
		}
	}

	@AfterEach
	void closeTabs() throws IOException {
		for (Tab tab : this.tabs) {
			tab.answer.body().close();
		}
		this.streams.stop();
		this.streams.start();
	}

	private Browser signedIn(String name) {
		return new Browser(this.port).signIn(name + "@example.org", PASSWORD);
	}

	private Tab open(Browser browser) {
		HttpResponse<InputStream> answer = browser.open("/api/notifications/stream");
		var tab = new Tab(answer,
				new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
		this.tabs.add(tab);
		return tab;
	}

	private void tell(String name) {
		this.transaction.executeWithoutResult(_ -> this.notifications.send(new Mail(Topic.NEEDS,
				name + "@example.org", Locale.ENGLISH, "reset", "/demands/7", "Somebody", 60)));
	}

	@Test
	void tellsAtOnceHowMuchIsUnreadAndNothingElse() throws Exception {
		Browser one = signedIn("stream-one");
		Tab tab = open(one);
		assertThat(tab.answer.statusCode()).isEqualTo(200);
		assertThat(tab.answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		assertThat(tab.answer.headers().firstValue("X-Accel-Buffering")).contains("no");
		assertThat(tab.answer.headers().allValues("Cache-Control").toString()).contains("no-store");
		String before = tab.next();
		int unread = one.get("/api/notifications/unread").json().at("/unread").asInt();
		assertThat(before).isEqualTo("data:{\"unread\":" + unread + "}");
		tell("stream-two");
		tell("stream-one");
		assertThat(tab.next()).as("its own alone").isEqualTo("data:{\"unread\":" + (unread + 1) + "}");
		long newest = one.get("/api/notifications").json().at("/items/0/id").asLong();
		assertThat(one.post("/api/notifications/" + newest + "/read", Map.of()).status()).isEqualTo(204);
		assertThat(tab.next()).as("read in another tab").isEqualTo("data:{\"unread\":" + unread + "}");
	}

	@Test
	void endsWithTheSession(CapturedOutput output) throws Exception {
		Browser one = signedIn("stream-one");
		Tab tab = open(one);
		Tab elsewhere = open(signedIn("stream-one"));
		tab.next();
		elsewhere.next();
		assertThat(one.delete("/api/session").status()).isEqualTo(204);
		tell("stream-one");
		assertThat(elsewhere.next()).startsWith("data:");
		assertThat(tab.next()).as("nothing is told any more").isNull();
		this.streams.beat();
		assertThat(this.streams.count()).isEqualTo(1);
		assertThat(output).doesNotContain("Incident").doesNotContain("AccessDenied");
	}

	@Test
	void hasRoomForSoManyTabsAndNoMore() throws Exception {
		Browser one = signedIn("stream-one");
		for (int i = 0; i < 4; i++) {
			assertThat(open(one).answer.statusCode()).isEqualTo(200);
		}
		Tab oldest = this.tabs.getFirst();
		oldest.next();
		assertThat(open(one).answer.statusCode()).isEqualTo(200);
		assertThat(oldest.next()).as("told that its place is taken").isEqualTo("data:");
		assertThat(oldest.next()).isNull();
		assertThat(this.streams.count()).isEqualTo(4);
		Browser two = signedIn("stream-two");
		assertThat(open(two).answer.statusCode()).isEqualTo(200);
		Browser.Answer sixth = two.get("/api/notifications/stream");
		assertThat(sixth.status()).isEqualTo(429);
		assertThat(sixth.problem()).isEqualTo("too-many-streams");
		assertThat(sixth.header("Retry-After")).isEqualTo("60");
	}

	@Test
	void letsGoWhenTheServerStops() throws Exception {
		Tab tab = open(signedIn("stream-one"));
		tab.next();
		this.streams.stop();
		assertThat(tab.next()).isNull();
		assertThat(this.streams.count()).isZero();
	}

	@Test
	void isForThoseWhoAreSignedInInABrowser() {
		assertThat(new Browser(this.port).get("/api/notifications/stream").status()).isEqualTo(401);
		Browser one = signedIn("stream-one");
		String secret = one
				.post("/api/account/tokens",
						Map.of("name", "script", "scopes", List.of("read"), "expiresOn",
								LocalDate.now(ZoneOffset.UTC).plusDays(5).toString()))
				.json()
				.at("/secret")
				.asString();
		var script = new Browser(this.port).with("Authorization", "Bearer " + secret);
		assertThat(script.get("/api/notifications/stream").problem()).isEqualTo("not-allowed");
		assertThat(script.get("/api/notifications/unread").status()).isEqualTo(200);
	}

}
