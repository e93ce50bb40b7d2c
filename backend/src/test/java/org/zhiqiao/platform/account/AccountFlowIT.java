package org.zhiqiao.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiqiao.platform.audit.AuditChain;
import org.zhiqiao.platform.testing.Browser;
import org.zhiqiao.platform.testing.Browser.Answer;
import org.zhiqiao.platform.testing.MovableClock;

/** From registering to leaving, against a running server with the settings of production. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClockForTests.class)
class AccountFlowIT {

	private static final String PASSWORD = "copper kettle at dawn";

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditChain chain;

	@Autowired
	private MovableClock clock;

	@Test
	void registersConfirmsSignsInResetsAndSignsOutEverywhere() {
		String email = UUID.randomUUID() + "@example.org";
		Browser browser = browser();
		assertThat(browser.post("/api/registrations", registration(email)).status()).isEqualTo(202);
		assertThat(signIn(browser(), email, PASSWORD).problem()).isEqualTo("wrong-credentials");

		String link = linkTo(email, "/confirm?token=");
		assertThat(browser.get("/api/registrations/confirm?token=" + link).status()).isEqualTo(405);
		assertThat(browser.post("/api/registrations/confirm", Map.of("token", link)).status()).isEqualTo(204);
		assertThat(browser.post("/api/registrations/confirm", Map.of("token", link)).problem())
				.isEqualTo("link-expired");

		assertThat(signIn(browser, email.toUpperCase(Locale.ROOT), PASSWORD).json().at("/account/roles/0").asString())
				.isEqualTo("EXPERT");
		Browser elsewhere = browser().signIn(email, PASSWORD);
		assertThat(browser.delete("/api/account/sessions").status()).isEqualTo(204);
		assertThat(browser.get("/api/account").problem()).isEqualTo("not-signed-in");
		assertThat(elsewhere.get("/api/account").problem()).isEqualTo("not-signed-in");

		elsewhere.signIn(email, PASSWORD);
		assertThat(browser.post("/api/password-resets", Map.of("email", email)).status()).isEqualTo(202);
		String reset = linkTo(email, "/reset?token=");
		assertThat(browser.post("/api/password-resets/confirm", Map.of("token", reset, "password", "1234567890"))
				.json()
				.at("/errors/0/code")
				.asString()).isEqualTo("password-common");
		assertThat(browser.post("/api/password-resets/confirm", Map.of("token", reset, "password", "seven white geese"))
				.status()).isEqualTo(204);
		assertThat(browser.post("/api/password-resets/confirm", Map.of("token", reset, "password", "seven white geese"))
				.problem()).isEqualTo("link-expired");
		assertThat(elsewhere.get("/api/account").status()).isEqualTo(401);
		assertThat(signIn(browser(), email, PASSWORD).status()).isEqualTo(401);
		browser.signIn(email, "seven white geese");
		assertThat(browser.delete("/api/session").status()).isEqualTo(204);
		assertThat(browser.get("/api/session").json().path("account").isNull()).isTrue();
	}

	@Test
	void doesNotTellWhetherAnAddressHasAnAccount() {
		String known = person(Role.EXPERT);
		Answer first = browser().post("/api/registrations", registration(known));
		Answer second = browser().post("/api/registrations", registration(UUID.randomUUID() + "@example.org"));
		assertThat(first).isEqualTo(second);
		assertThat(subject(known)).isEqualTo("You already have an account at Zhiqiao");
		assertThat(browser().post("/api/password-resets", Map.of("email", known)))
				.isEqualTo(browser().post("/api/password-resets", Map.of("email", "nobody@example.org")));
		assertThat(signIn(browser(), known, "not the password"))
				.isEqualTo(signIn(browser(), "nobody@example.org", "not the password"));
	}

	@Test
	void confirmsTheDataThatCameWithTheLink() {
		String email = UUID.randomUUID() + "@example.org";
		browser().post("/api/registrations", registration(email));
		String own = linkTo(email, "/confirm?token=");
		browser().post("/api/registrations", Map.of("kind", "firm", "email", email, "password", "an attacker's word",
				"displayName", "Mallory", "language", "en", "organisationName", "Mallory Ltd"));
		assertThat(browser().post("/api/registrations/confirm", Map.of("token", own)).status()).isEqualTo(204);
		assertThat(signIn(browser(), email, "an attacker's word").status()).isEqualTo(401);
		assertThat(signIn(browser(), email, PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void letsALinkExpire() {
		String email = UUID.randomUUID() + "@example.org";
		browser().post("/api/registrations", registration(email));
		this.clock.advance(java.time.Duration.ofHours(25));
		assertThat(browser().post("/api/registrations/confirm", Map.of("token", linkTo(email, "/confirm?token=")))
				.problem()).isEqualTo("link-expired");
	}

	@Test
	void changesThePasswordAndKeepsOnlyThisSession() {
		String email = person(Role.FIRM);
		Browser here = browser().signIn(email, PASSWORD);
		Browser there = browser().signIn(email, PASSWORD);
		assertThat(here.put("/api/account/password", Map.of("current", "wrong one", "next", "seven white geese"))
				.json()
				.at("/errors/0/pointer")
				.asString()).isEqualTo("/current");
		assertThat(here.put("/api/account/password", Map.of("current", PASSWORD, "next", "seven white geese")).status())
				.isEqualTo(204);
		assertThat(here.get("/api/account").status()).isEqualTo(200);
		assertThat(there.get("/api/account").status()).isEqualTo(401);
	}

	@Test
	void invitesLocksAndChangesRolesAtOnce() {
		Browser administrator = browser().signIn(person(Role.ADMINISTRATOR), PASSWORD);
		String email = UUID.randomUUID() + "@example.org";
		assertThat(administrator
				.post("/api/accounts", Map.of("email", email, "displayName", "何安", "roles", List.of("CITY_OFFICER")))
				.json()
				.at("/errors/0/pointer")
				.asString()).isEqualTo("/city");
		long id = administrator
				.post("/api/accounts",
						Map.of("email", email, "displayName", "何安", "roles", List.of("CITY_OFFICER"), "city", "hefei"))
				.json()
				.path("id")
				.asLong();
		browser().post("/api/password-resets/confirm",
				Map.of("token", linkTo(email, "/reset?token="), "password", PASSWORD));
		Browser officer = browser().signIn(email, PASSWORD);
		assertThat(officer.get("/api/audit").status()).isEqualTo(403);
		assertThat(administrator.put("/api/accounts/" + id + "/roles", Map.of("roles", List.of("AUDITOR"))).status())
				.isEqualTo(200);
		Answer audit = officer.get("/api/audit?kind=account&subject=" + id + "&action=account.roles-changed");
		assertThat(audit.json().at("/items/0/before/roles/0").asString()).isEqualTo("CITY_OFFICER");
		assertThat(audit.json().at("/items/0/after/roles/0").asString()).isEqualTo("AUDITOR");
		assertThat(audit.json().at("/items/0/ip").asString()).isEqualTo("127.0.0.1");
		assertThat(administrator.post("/api/accounts/" + id + "/lock", "").status()).isEqualTo(204);
		assertThat(officer.get("/api/account").status()).isEqualTo(401);
		assertThat(signIn(browser(), email, PASSWORD).problem()).isEqualTo("account-locked");
		assertThat(signIn(browser(), email, "wrong one").problem()).isEqualTo("wrong-credentials");
	}

	@Test
	void givesScriptsWhatTheirScopesAllow() {
		String email = person(Role.AUDITOR, Role.ADMINISTRATOR);
		Browser owner = browser().signIn(email, PASSWORD);
		Browser reader = script(owner, "read");
		assertThat(reader.get("/api/account").json().path("email").asString()).isEqualTo(email);
		assertThat(reader.get("/api/audit").status()).isEqualTo(200);
		assertThat(reader.get("/api/accounts").status()).isEqualTo(403);
		assertThat(reader.post("/api/accounts", Map.of()).json().path("reason").asString()).isEqualTo("scope");
		assertThat(script(owner, "read", "admin").get("/api/accounts").status()).isEqualTo(200);
		Browser writer = script(owner, "read", "write", "admin");
		assertThat(writer.post("/api/accounts", Map.of()).status()).isEqualTo(422);
		assertThat(writer.patch("/api/account", Map.of("displayName", "Taken over")).status()).isEqualTo(403);
		assertThat(script(owner, "write").get("/api/account").status()).isEqualTo(403);
		assertThat(reader.cookie("zhiqiao-session")).isEmpty();

		long id = owner.get("/api/account/tokens").json().get(0).path("id").asLong();
		assertThat(owner.get("/api/account/tokens").json().get(0).path("secret").isNull()).isTrue();
		assertThat(owner.delete("/api/account/tokens/" + id).status()).isEqualTo(204);
		assertThat(browser().with("Authorization", "Bearer zq_made-up").get("/api/session").problem())
				.isEqualTo("wrong-token");
		assertThat(reader.get("/api/account").status()).isEqualTo(200);
		this.clock.advance(java.time.Duration.ofDays(40));
		assertThat(reader.get("/api/account").problem()).isEqualTo("wrong-token");
	}

	@Test
	void neverFallsBackFromATokenToASession() {
		Browser owner = browser().signIn(person(Role.EXPERT), PASSWORD);
		assertThat(owner.with("Authorization", "Bearer zq_made-up").get("/api/account").problem())
				.isEqualTo("wrong-token");
	}

	@Test
	void exportsAndErasesWhileTheAuditHolds() {
		person(Role.ADMINISTRATOR);
		String email = person(Role.EXPERT);
		Browser browser = browser().signIn(email, PASSWORD);
		long id = browser.get("/api/account").json().path("id").asLong();
		Answer export = browser.get("/api/account/export");
		assertThat(export.json().at("/account/email").asString()).isEqualTo(email);
		assertThat(export.text()).doesNotContain("argon2");
		assertThat(browser.send("DELETE", "/api/account", Map.of("password", "wrong one")).status()).isEqualTo(422);
		assertThat(browser.send("DELETE", "/api/account", Map.of("password", PASSWORD)).status()).isEqualTo(204);
		assertThat(browser.get("/api/account").status()).isEqualTo(401);
		assertThat(signIn(browser(), email, PASSWORD).status()).isEqualTo(401);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox WHERE recipient = ?").param(email).query(Long.class)
				.single()).isZero();
		Answer audit = browser().signIn(person(Role.AUDITOR), PASSWORD).get("/api/audit?actor=" + id);
		assertThat(audit.json().path("total").asInt()).isPositive();
		assertThat(audit.json().at("/items/0/actorName").asString()).isEqualTo("An erased account");
		assertThat(audit.json().at("/items/0/ip").isNull()).isTrue();
		assertThat(this.chain.verify().intact()).isTrue();
	}

	private Browser browser() {
		return new Browser(this.port);
	}

	private static Answer signIn(Browser browser, String email, String password) {
		return browser.post("/api/session", Map.of("email", email, "password", password));
	}

	private Browser script(Browser owner, String... scopes) {
		Answer minted = owner.post("/api/account/tokens",
				Map.of("name", "script", "scopes", scopes, "expiresOn",
						LocalDate.ofInstant(this.clock.instant(), java.time.ZoneOffset.UTC).plusDays(30).toString()));
		return browser().with("Authorization", "Bearer " + minted.json().path("secret").asString());
	}

	private static Map<String, Object> registration(String email) {
		return Map.of("kind", "expert", "email", email, "password", PASSWORD, "displayName", "Lin Ruoxi", "language",
				"en");
	}

	private String person(Role... roles) {
		String email = UUID.randomUUID() + "@example.org";
		this.accounts.createSample(new Accounts.NewPerson(email, PASSWORD, "Somebody", Locale.ENGLISH,
				EnumSet.copyOf(Set.of(roles)), null));
		return email;
	}

	private String linkTo(String email, String path) {
		String link = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = ? ORDER BY id DESC LIMIT 1")
				.param(email)
				.query((row, _) -> row.getString(1))
				.single();
		assertThat(link).contains(path);
		return link.substring(link.indexOf(path) + path.length());
	}

	private String subject(String email) {
		return this.jdbc.sql("SELECT subject FROM mail_outbox WHERE recipient = ? ORDER BY id DESC LIMIT 1")
				.param(email)
				.query((row, _) -> row.getString(1))
				.single();
	}

}
