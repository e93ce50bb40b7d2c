package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import org.zhiqiao.platform.testing.MovableClock;

/** What keeps others out, against a running server with the settings of production. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockForTests.class)
class SecurityIT {

	private static final String PASSWORD = "copper kettle at dawn";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private MovableClock clock;

	@Test
	void refusesAForgedRequest() {
		Browser victim = new Browser(this.port).signIn(person(), PASSWORD);
		Answer forged = victim.with("X-XSRF-TOKEN", "made-up").delete("/api/account/sessions");
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.json().path("reason").asString()).isEqualTo("csrf");
		assertThat(victim.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void refusesToSignInByAForgedRequest() {
		Answer forged = new Browser(this.port).with("X-XSRF-TOKEN", "made-up")
				.post("/api/session", Map.of("email", person(), "password", PASSWORD));
		assertThat(forged.json().path("reason").asString()).isEqualTo("csrf");
	}

	@Test
	void renewsSessionAndForgeryTokenAtSignIn() {
		Browser attacker = new Browser(this.port).signIn(person(), PASSWORD);
		String known = attacker.cookie("zhiqiao-session").orElseThrow();
		Browser victim = new Browser(this.port).plant("zhiqiao-session", known);
		victim.get("/api/session");
		String forgery = victim.cookie("XSRF-TOKEN").orElseThrow();
		String email = person();
		victim.signIn(email, PASSWORD);
		assertThat(victim.cookie("zhiqiao-session").orElseThrow()).isNotEqualTo(known);
		assertThat(victim.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(forgery);
		assertThat(attacker.get("/api/session").text()).doesNotContain(email);
		assertThat(victim.patch("/api/account", Map.of("language", "en")).status()).isEqualTo(200);
	}

	@Test
	void marksCookiesAsSecure() {
		Browser browser = new Browser(this.port);
		browser.get("/api/session");
		Answer answer = browser.post("/api/session", Map.of("email", person(), "password", PASSWORD));
		assertThat(answer.headers().allValues("Set-Cookie")).hasSizeGreaterThanOrEqualTo(2)
				.allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Lax"))
				.anySatisfy(cookie -> assertThat(cookie).startsWith("zhiqiao-session=").contains("HttpOnly"));
	}

	@Test
	void slowsDownGuessingWhoeverGuesses() {
		String email = person();
		for (int guess = 0; guess < 5; guess++) {
			assertThat(signIn(email, "wrong guess " + guess).problem()).isEqualTo("wrong-credentials");
		}
		Answer blocked = signIn(email, PASSWORD);
		assertThat(blocked.problem()).isEqualTo("too-many-attempts");
		assertThat(blocked.status()).isEqualTo(429);
		assertThat(blocked.header("Retry-After")).isEqualTo("30");
		for (int guess = 0; guess < 5; guess++) {
			signIn("nobody-" + email, "wrong guess");
		}
		assertThat(signIn("nobody-" + email, "wrong guess")).isEqualTo(blocked);
		this.clock.advance(Duration.ofSeconds(31));
		assertThat(signIn(email, PASSWORD).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/", "/experts/7", "/api/session", "/api/nothing", "/assets/nothing.js"})
	void allowsNoScriptButItsOwn(String path) {
		String policy = new Browser(this.port).get(path).header("Content-Security-Policy");
		assertThat(policy).contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'",
				"base-uri 'none'");
		assertThat(policy.replaceAll("style-src-attr [^;]*;", "")).doesNotContain("unsafe");
	}

	@Test
	void allowsNoInlineScriptOnThePageToTryEither() {
		Answer page = new Browser(this.port).get("/swagger-ui/index.html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
	}

	@Test
	void answersUnknownAddressesOfTheInterfaceWithAProblem() {
		Browser browser = new Browser(this.port);
		assertThat(browser.get("/api/nothing").problem()).isEqualTo("no-such-address");
		assertThat(browser.post("/api/nothing", Map.of()).problem()).isEqualTo("no-such-address");
		assertThat(browser.send("PUT", "/api/session", Map.of()).problem()).isEqualTo("method-not-allowed");
		assertThat(browser.post("/api/session", "{\"email\":").problem()).isEqualTo("unreadable-json");
		assertThat(browser.get("/api/demo/outbox").problem()).isEqualTo("no-such-address");
		assertThat(browser.get("/api/demo/accounts").problem()).isEqualTo("no-such-address");
		assertThat(browser.get("/api/..;/actuator/env").problem()).isEqualTo("unreadable");
	}

	@Test
	void opensOnlyTheHealth() {
		Browser anonymous = new Browser(this.port);
		assertThat(anonymous.get("/actuator/health/readiness").status()).isEqualTo(200);
		assertThat(anonymous.get("/actuator/health").text()).doesNotContain("components");
		assertThat(anonymous.get("/actuator/metrics").problem()).isEqualTo("not-signed-in");
		assertThat(new Browser(this.port).signIn(person(), PASSWORD).get("/actuator/metrics").problem())
				.isEqualTo("not-allowed");
	}

	private Answer signIn(String email, String password) {
		return new Browser(this.port).post("/api/session", Map.of("email", email, "password", password));
	}

	private String person() {
		String email = UUID.randomUUID() + "@example.org";
		this.accounts.createSample(new Accounts.NewPerson(email, PASSWORD, "Somebody", Locale.ENGLISH,
				EnumSet.of(Role.EXPERT), null));
		return email;
	}

}
