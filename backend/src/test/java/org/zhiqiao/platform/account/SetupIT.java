package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

/** The first administrator of a new installation. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnDatabase(Engine.H2)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class SetupIT {

	@LocalServerPort
	private int port;

	@Test
	void makesOneAdministratorByTheTokenOfTheConsole(CapturedOutput console) {
		Browser browser = new Browser(this.port);
		assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isTrue();
		assertThat(make(browser, "made-up")).isEqualTo("wrong-setup-token");
		String token = console.getOut().lines().filter(line -> line.matches("\\s+[\\w-]{43}")).findFirst().orElseThrow()
				.strip();
		assertThat(make(browser, token)).isEmpty();
		assertThat(make(browser, token)).isEqualTo("already-set-up");
		assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isFalse();
		browser.signIn("first@example.org", "copper kettle at dawn");
		assertThat(browser.get("/api/accounts").status()).isEqualTo(200);
		assertThat(browser.send("DELETE", "/api/account", Map.of("password", "copper kettle at dawn")).problem())
				.isEqualTo("last-administrator");
	}

	private static String make(Browser browser, String token) {
		return browser.post("/api/setup", Map.of("token", token, "email", "first@example.org", "password",
				"copper kettle at dawn", "displayName", "First")).problem();
	}

}
