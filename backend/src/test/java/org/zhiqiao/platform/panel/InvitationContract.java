package org.zhiqiao.platform.panel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.PersonalData;
import org.zhiqiao.platform.expert.ExpertsMerged;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.testing.Browser;
import tools.jackson.databind.JsonNode;

/** From inviting those who were drawn to a full panel. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class InvitationContract {

	private static final String PASSWORD = "qiao-demo-2026";

	private static final String FIRST = "11".repeat(32);

	private static final String SECOND = "22".repeat(32);

	private static final Map<String, Object> NO_TIME = Map.of("reason", "no-time");

	private static final Map<String, Object> NO_CONFLICT = Map.of("noConflict", true);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private InvitationWorker worker;

	@Autowired
	private InvitationPersonalData personalData;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Accounts accounts;

	@Autowired
	private List<PersonalData> holders;

	@TempDir
	private Path folder;

	private Browser organiser;

	private Browser anybody;

	@BeforeEach
	void signInOrganiser() {
		this.organiser = signedIn("hefei");
		this.anybody = new Browser(this.port);
		// Everybody can be written to, at an address that tells who it is.
		this.jdbc.sql("""
				UPDATE expert SET contact_email = CONCAT('e', id, '@people.example'), preferred_language = NULL,
					time_zone = NULL WHERE state <> 'gone'""").update();
		this.jdbc.sql("UPDATE expert SET account_id = NULL").update();
		// What other tests left is nobody's concern any more.
		this.jdbc
				.sql("""
				UPDATE panel_invitation SET state = 'REVOKED', standing = NULL, succession = 'NONE', not_until = NULL""")
				.update();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
	}

	@Test
	void fillsTheSeatsOfThoseWhoDeclineInTheDrawnOrder() {
		var panel = drawn();
		var before = members(panel);
		invite(panel);
		var first = followers(panel, Set.of(before.get(0)), Set.of()).getFirst();
		decline(before.get(0), NO_TIME);
		assertThat(members(panel)).contains(first).doesNotContain(before.get(0)).hasSize(5);
		var second = followers(panel, Set.of(before.get(1)), Set.of()).getFirst();
		decline(before.get(1), NO_TIME);
		assertThat(members(panel)).contains(first, second).doesNotContain(before.get(1)).hasSize(5);
		// Whoever takes a seat is asked at once, and has the seat's history before them.
		var seat = seatOf(panel, first);
		assertThat(seat.at("/invitations/0/state").asString()).isEqualTo("declined");
		assertThat(seat.at("/invitations/0/reason").asString()).isEqualTo("no-time");
		assertThat(seat.at("/invitations/0/person").asLong()).isEqualTo(before.get(0));
		assertThat(seat.at("/invitations/1/state").asString()).isEqualTo("open");
		assertThat(seat.at("/invitations/1/delivery").asString()).isEqualTo("waiting");
		assertThat(mailsTo(first)).hasSize(1);
		var audited = this.jdbc.sql("""
				SELECT action FROM audit_entry WHERE kind = 'panel' AND subject_id = ? ORDER BY id""")
				.param(Long.toString(panel))
				.query((row, _) -> row.getString(1))
				.list();
		assertThat(audited).contains("panel.invitation-sent", "panel.invitation-declined", "panel.seat-refilled");
	}

	@Test
	void passesOverWhoDoesNotWantToBeAskedNow() {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var followers = followers(panel, Set.of(members.get(0)), Set.of());
		decline(members.get(0), NO_TIME);
		decline(followers.get(0),
				Map.of("reason", "absent", "notUntil", LocalDate.now(Moments.HERE).plusYears(1).toString()));
		// The same list and the same secrets give the same order.
		var again = drawn();
		assertThat(members(again)).isEqualTo(members);
		invite(again);
		var expected = followers(again, Set.of(members.get(0)), Set.of(followers.get(0))).getFirst();
		this.jdbc.sql("DELETE FROM mail_outbox WHERE recipient = ?").param(address(expected)).update();
		declineAt(again, members.get(0), NO_TIME);
		assertThat(members(again)).contains(expected).doesNotContain(followers.get(0));
		assertThat(seatOf(again, expected).at("/passedOver/0/person").asLong()).isEqualTo(followers.get(0));
		assertThat(seatOf(again, expected).at("/passedOver/0/reasons/0").asString()).isEqualTo("away");
	}

	@Test
	void endsWhatNobodyAnswersInTimeAndRemindsOnce() {
		var panel = drawn();
		var before = members(panel);
		var accepting = before.get(0);
		invite(panel);
		assertThat(this.anybody.post(token(accepting) + "/accept", NO_CONFLICT).status()).isEqualTo(200);
		var half = Instant.now().plus(Duration.ofDays(4));
		this.worker.work(half);
		this.worker.work(half.plusSeconds(60));
		assertThat(mailsTo(before.get(1))).hasSize(2);
		assertThat(mailsTo(accepting)).hasSize(1);
		// The link of the first mail and that of the reminder both work.
		for (var link : links(before.get(1))) {
			assertThat(this.anybody.get("/api" + link.replace("/invitations/", "/invitations/by-token/")).status())
					.isEqualTo(200);
		}
		this.worker.work(Instant.now().plus(Duration.ofDays(8)));
		assertThat(members(panel)).contains(accepting).doesNotContainAnyElementsOf(before.subList(1, 5)).hasSize(5);
		var seat = seatWith(panel, before.get(1));
		assertThat(seat.at("/invitations/0/state").asString()).isEqualTo("expired");
		var next = seat.at("/invitations/1");
		var span = Duration.between(Instant.parse(next.path("invitedAt").asString()),
				Instant.parse(next.path("answerBy").asString()));
		assertThat(span).isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
		assertThat(this.anybody.post(token(before.get(1)) + "/accept", NO_CONFLICT).status()).isEqualTo(409);
	}

	@Test
	void opensAPageByItsLinkAndChangesNothingByLooking() {
		var panel = drawn();
		var person = members(panel).get(0);
		invite(panel);
		var page = token(person);
		var letter = this.anybody.get(page);
		assertThat(letter.status()).as(letter.text()).isEqualTo(200);
		assertThat(letter.json().path("state").asString()).isEqualTo("open");
		assertThat(letter.text()).contains("项目一", "某公司", "请早日答复").doesNotContain("\"" + name(members(panel).get(1)));
		assertThat(this.anybody.get(page).json().path("state").asString()).isEqualTo("open");
		assertThat(this.anybody.get(page + "x").status()).isEqualTo(404);
		assertThat(rows("SELECT COUNT(*) FROM panel_invitation_token WHERE token_hash = '"
				+ page.substring(page.lastIndexOf('/') + 1) + "'")).isZero();

		assertThat(this.anybody.post(page + "/accept", Map.of("noConflict", false)).status()).isEqualTo(422);
		assertThat(this.anybody.post(page + "/accept", Map.of()).status()).isEqualTo(422);
		var accepted = this.anybody.post(page + "/accept", NO_CONFLICT);
		assertThat(accepted.json().path("state").asString()).as(accepted.text()).isEqualTo("accepted");
		assertThat(accepted.json().path("declaredAt").asString()).isNotBlank();
		var again = this.anybody.post(page + "/accept", NO_CONFLICT);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text()).isEqualTo(accepted.text());

		// Whoever has accepted may still drop out, and says why.
		assertThat(this.anybody.post(page + "/decline", Map.of("reason", "bored")).status()).isIn(400, 422);
		assertThat(this.anybody.post(page + "/decline", Map.of("reason", "absent", "notUntil", "2020-01-01")).status())
				.isEqualTo(422);
		var declined = this.anybody.post(page + "/decline", Map.of("reason", "conflict", "note", "曾任顾问"));
		assertThat(declined.json().path("state").asString()).isEqualTo("declined");
		assertThat(declined.text()).doesNotContain("某公司");
		assertThat(this.anybody.post(page + "/decline", Map.of("reason", "conflict", "note", "曾任顾问")).status())
				.isEqualTo(200);
		assertThat(this.anybody.post(page + "/decline", NO_TIME).status()).isEqualTo(409);
		assertThat(this.anybody.post(page + "/accept", NO_CONFLICT).status()).isEqualTo(409);
		assertThat(members(panel)).hasSize(5).doesNotContain(person);
		assertThat(seatWith(panel, person).path("invitations")).hasSize(2);
	}

	@Test
	void mailsWhatOpensThePageAndKeepsItNowhereElse() {
		var panel = drawn();
		var person = members(panel).get(0);
		Letters.register(this.accounts, address(person));
		invite(panel);
		this.worker.work(Instant.now().plus(Duration.ofDays(4)));
		assertThat(links(person)).as("invitation and reminder").hasSize(2);
		links(person).forEach(link -> Letters.assertOnlyMailed(this.jdbc, address(person), link));
	}

	@Test
	void showsAnInvitationToTheAccountOfThePersonAlone() {
		var panel = drawn();
		var person = members(panel).get(0);
		var account = account("expert");
		this.jdbc.sql("UPDATE expert SET account_id = ?, preferred_language = 'en' WHERE id = ?")
				.params(account, person).update();
		invite(panel);
		var mail = this.jdbc.sql("SELECT link FROM mail_outbox WHERE recipient = 'expert@demo.zhiqiao.example'")
				.query(String.class)
				.single();
		var expert = signedIn("expert");
		var mine = expert.get("/api/invitations/mine").json().at("/items/0");
		var id = mine.path("id").asLong();
		assertThat(mail).endsWith("/workspace/invitations/" + id);
		assertThat(mine.path("mayAccept").asBoolean()).isTrue();
		var other = this.jdbc.sql("SELECT MIN(id) FROM panel_invitation WHERE panel_id = ? AND expert_id <> ?")
				.params(panel, person)
				.query(Long.class)
				.single();
		assertThat(expert.get("/api/invitations/" + other).status()).isEqualTo(404);
		assertThat(expert.post("/api/invitations/" + other + "/accept", NO_CONFLICT).status()).isEqualTo(404);
		assertThat(expert.post("/api/invitations/" + other + "/decline", NO_TIME).status()).isEqualTo(404);
		var accepted = expert.post("/api/invitations/" + id + "/accept", NO_CONFLICT);
		assertThat(accepted.json().path("state").asString()).as(accepted.text()).isEqualTo("accepted");
		assertThat(this.personalData.export(account).toString()).contains("ACCEPTED");
		assertThat(expert.post("/api/invitations/" + id + "/decline", Map.of("reason", "other")).status())
				.isEqualTo(422);
		expert.post("/api/invitations/" + id + "/decline", Map.of("reason", "other", "note", "家中有事"));
		assertThat(this.personalData.export(account).toString()).contains("家中有事");
		this.personalData.erase(account);
		assertThat(this.personalData.export(account).toString()).doesNotContain("家中有事");
		assertThat(signedIn("hefei").get("/api/invitations/mine").status()).isEqualTo(403);
	}

	@Test
	void letsOnlyTheOrganiserInviteAndOnlyToADrawThatCounts() {
		var panel = created();
		var path = "/api/panels/" + panel + "/invitations";
		assertThat(this.organiser.get(path).json().path("toInvite").asInt()).isZero();
		assertThat(this.organiser.post(path, until(Duration.ofDays(7))).status()).isEqualTo(409);
		draw(panel);
		assertThat(signedIn("province").post(path, until(Duration.ofDays(7))).status()).isEqualTo(403);
		assertThat(this.organiser.post(path, until(Duration.ofDays(31))).status()).isEqualTo(422);
		assertThat(this.organiser.post(path, until(Duration.ofDays(-1))).status()).isEqualTo(422);
		assertThat(this.organiser.get(path).json().path("toInvite").asInt()).isEqualTo(5);
		invite(panel);
		invite(panel);
		assertThat(rows("SELECT COUNT(*) FROM panel_invitation WHERE panel_id = " + panel)).isEqualTo(5);
		var seen = signedIn("auditor").get(path).json();
		assertThat(seen.path("maySend").asBoolean()).isFalse();
		assertThat(seen.at("/strata/0/seats")).hasSize(5);
	}

	@Test
	void revokesTheInvitationsOfAVoidDraw() {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var draw = "/api/panels/" + panel + "/draws/1";
		this.organiser.post(draw + "/void", Map.of("reason", "名单有误"));
		// While it is in doubt an answer is taken, and nobody is put in the place of somebody else.
		decline(members.get(0), NO_TIME);
		assertThat(members(panel)).hasSize(4);
		assertThat(this.organiser.post("/api/panels/" + panel + "/invitations", until(Duration.ofDays(7))).status())
				.isEqualTo(409);
		var page = token(members.get(1));
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		assertThat(signedIn("auditor").post(draw + "/void-decision", Map.of("approved", true)).status())
				.isEqualTo(200);
		var refused = this.anybody.with("Accept-Language", "zh-CN").post(page + "/accept", NO_CONFLICT);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("因名单作废而撤回");
		assertThat(this.anybody.post(page + "/decline", NO_TIME).status()).isEqualTo(409);
		assertThat(this.anybody.get(page).json().path("items")).isEmpty();
		assertThat(mailsTo(members.get(1)).getFirst()).contains("评审邀请已撤回");
		assertThat(mailsTo(members.get(0))).isEmpty();
		this.worker.work(Instant.now());
		assertThat(members(panel)).isEmpty();
	}

	@Test
	void writesInThePersonsLanguageAndTimeZone() {
		var panel = drawn();
		var members = members(panel);
		this.jdbc.sql("UPDATE expert SET preferred_language = 'de', time_zone = 'Europe/Berlin' WHERE id = ?")
				.param(members.get(0)).update();
		this.organiser.post("/api/panels/" + panel + "/invitations",
				Map.of("answerBy", Instant.now().plus(Duration.ofDays(7))));
		assertThat(mailsTo(members.get(0)).getFirst()).contains("Invitation to a review panel", "Central European")
				.doesNotContain("项目一", "某公司");
		assertThat(mailsTo(members.get(1)).getFirst()).contains("评审邀请", "中国标准时间", "UTC+08:00");
	}

	@Test
	void tellsMomentsAsClocksShowThemThere() {
		var moment = Instant.parse("2026-12-01T10:05:00Z");
		assertThat(Addressees.told(moment, ZoneId.of("Europe/Berlin"), Locale.ENGLISH))
				.isEqualTo("1 December 2026, 11:05 (Central European Standard Time, UTC+01:00)");
		assertThat(Addressees.told(moment, Moments.HERE, Locale.SIMPLIFIED_CHINESE))
				.isEqualTo("2026年12月1日 18:05（中国标准时间，UTC+08:00）");
	}

	@Test
	void fillsTheSeatOfWhoeverLeavesThePlatform() {
		var panel = drawn();
		var person = members(panel).get(0);
		invite(panel);
		this.anybody.post(token(person) + "/accept", NO_CONFLICT);
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(person).update();
		try {
			this.worker.work(Instant.now());
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published' WHERE id = ?").param(person).update();
		}
		assertThat(members(panel)).hasSize(5).doesNotContain(person);
		assertThat(seatWith(panel, person).at("/invitations/0/state").asString()).isEqualTo("droppedOut");
	}

	@Test
	void invitesInsteadOfWhoeverLeftBetweenTheDrawAndTheInvitations() throws Exception {
		var panel = drawn();
		var members = members(panel);
		var transcript = transcript(panel);
		long erased = members.get(0);
		long withdrawn = members.get(1);
		var first = followers(panel, Set.of(erased, withdrawn), Set.of()).getFirst();
		erase(erased);
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id = ?").param(withdrawn).update();
		try {
			assertThat(this.organiser.get("/api/panels/" + panel + "/invitations").json().path("toInvite").asInt())
					.isEqualTo(5);
			invite(panel);
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published' WHERE id = ?").param(withdrawn).update();
		}
		assertThat(members(panel)).hasSize(5).doesNotContain(erased, withdrawn).contains(first)
				.containsAll(members.subList(2, 5));
		for (var gone : List.of(erased, withdrawn)) {
			var seat = seatWith(panel, gone);
			assertThat(seat.path("invitations")).hasSize(2);
			assertThat(seat.at("/invitations/0/state").asString()).isEqualTo("droppedOut");
			assertThat(seat.at("/invitations/1/state").asString()).isEqualTo("open");
			assertThat(mailsTo(gone)).isEmpty();
		}
		// Nothing is left to do, and what was drawn is as it was.
		this.worker.work(Instant.now());
		assertThat(rows("SELECT COUNT(*) FROM panel_invitation WHERE panel_id = " + panel)).isEqualTo(7);
		assertThat(transcript(panel)).isEqualTo(transcript);
		assertVerifies(transcript);
	}

	@Test
	void fillsTheSeatsOfThoseWhoAreErasedBeforeAndAfterTheirAnswer() throws Exception {
		var panel = drawn();
		var members = members(panel);
		var transcript = transcript(panel);
		invite(panel);
		var accepted = token(members.get(0));
		var open = token(members.get(1));
		this.anybody.post(accepted + "/accept", NO_CONFLICT);
		erase(members.get(0));
		erase(members.get(1));
		// Their links open nothing any more, and the seat is theirs until somebody has noticed.
		assertThat(this.anybody.post(accepted + "/decline", NO_TIME).status()).isEqualTo(404);
		assertThat(this.anybody.post(open + "/accept", NO_CONFLICT).status()).isEqualTo(404);
		this.worker.work(Instant.now());
		this.worker.work(Instant.now());
		assertThat(members(panel)).hasSize(5).doesNotContain(members.get(0), members.get(1))
				.containsAll(members.subList(2, 5));
		for (var gone : members.subList(0, 2)) {
			var seat = seatWith(panel, gone);
			assertThat(seat.path("invitations")).hasSize(2);
			assertThat(seat.at("/invitations/0/state").asString()).isEqualTo("droppedOut");
			assertThat(seat.at("/invitations/1/state").asString()).isEqualTo("open");
		}
		assertThat(transcript(panel)).isEqualTo(transcript);
		assertVerifies(transcript);
	}

	@Test
	void findsTheSeatOfAProfileThatWasMergedIntoOneThatIsGoneByNow() {
		var panel = drawn();
		long merged = members(panel).getFirst();
		var stays = followers(panel, Set.of(), Set.of()).getLast();
		new TransactionTemplate(this.transactions)
				.executeWithoutResult(_ -> this.events.publishEvent(new ExpertsMerged(merged, stays)));
		this.jdbc.sql("UPDATE expert SET state = 'gone', merged_into = ? WHERE id = ?").params(stays, merged).update();
		this.jdbc.sql("UPDATE expert SET state = 'gone' WHERE id = ?").param(stays).update();
		try {
			invite(panel);
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published', merged_into = NULL WHERE id IN (?, ?)")
					.params(merged, stays)
					.update();
		}
		assertThat(members(panel)).hasSize(5).doesNotContain(merged, stays);
		assertThat(seatWith(panel, stays).at("/invitations/0/state").asString()).isEqualTo("droppedOut");
	}

	@Test
	void passesOverWhoeverIsTiedToAMemberOrHasAConflictByNow() {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var followers = followers(panel, Set.of(members.get(0)), Set.of());
		long tied = followers.get(0);
		long conflicted = followers.get(1);
		var expected = followers(panel, Set.of(members.get(0)), Set.of(tied, conflicted)).getFirst();
		this.jdbc.sql("""
				INSERT INTO interest (expert_id, kind, person_id, declared_at, mistaken)
				VALUES (?, 'FAMILY', ?, '2026-01-01 00:00:00', FALSE)""").params(tied, members.get(1)).update();
		employ(conflicted);
		try {
			decline(members.get(0), NO_TIME);
			assertThat(members(panel)).hasSize(5).contains(expected).doesNotContain(tied, conflicted);
			var seat = seatOf(panel, expected);
			assertThat(seat.path("passed").asInt()).isEqualTo(2);
			assertThat(seat.at("/passedOver/0/person").asLong()).isEqualTo(tied);
			assertThat(seat.at("/passedOver/0/name").asString()).isEqualTo(name(tied));
			assertThat(seat.at("/passedOver/0/reasons").valueStream().map(JsonNode::asString)).containsExactly("tied");
			assertThat(seat.at("/passedOver/1/person").asLong()).isEqualTo(conflicted);
			assertThat(seat.at("/passedOver/1/reasons").valueStream().map(JsonNode::asString))
					.containsExactly("conflict");
			// It is the tie to a member that stands in the way: once that one has left, it does not.
			decline(members.get(1), NO_TIME);
			assertThat(members(panel)).hasSize(5).contains(tied).doesNotContain(conflicted);
			assertThat(seatOf(panel, tied).path("passed").asInt()).isZero();
			// Reasons stay with the person whose profile stays.
			var stays = followers(panel, Set.of(), Set.of()).getLast();
			new TransactionTemplate(this.transactions)
					.executeWithoutResult(_ -> this.events.publishEvent(new ExpertsMerged(conflicted, stays)));
			assertThat(seatOf(panel, expected).at("/passedOver/1/person").asLong()).isEqualTo(stays);
		} finally {
			this.jdbc.sql("DELETE FROM interest WHERE expert_id = ?").param(tied).update();
			this.jdbc.sql("DELETE FROM expert_affiliation WHERE pos = 90").update();
		}
	}

	@Test
	void excusesAMemberOnlyForWhatIsKnownAndFillsTheSeatByTheSameMethod() {
		var panel = drawn();
		var members = members(panel);
		long conflicted = members.get(0);
		var path = "/api/panels/" + panel + "/members/";
		var excuse = Map.of("reason", "其所在单位为申报单位");
		invite(panel);
		var page = token(conflicted);
		this.anybody.post(page + "/accept", NO_CONFLICT);
		// Nobody is sent away whom nothing keeps away.
		var nothing = this.organiser.with("Accept-Language", "zh-CN").post(path + conflicted + "/excuse", excuse);
		assertThat(nothing.status()).isEqualTo(403);
		assertThat(nothing.text()).contains("不能准予退出");
		assertThat(members(panel)).isEqualTo(members);
		var follows = followers(panel, Set.of(conflicted), Set.of()).getFirst();
		employ(conflicted);
		try {
			assertThat(seatOf(panel, conflicted).at("/invitations/0/mayExcuse").asBoolean()).isTrue();
			assertThat(seatOf(panel, members.get(1)).at("/invitations/0/mayExcuse").asBoolean()).isFalse();
			assertThat(this.organiser.post(path + conflicted + "/excuse", Map.of("reason", " ")).status())
					.isEqualTo(422);
			assertThat(signedIn("province").post(path + conflicted + "/excuse", excuse).status()).isEqualTo(403);
			assertThat(this.organiser.post(path + follows + "/excuse", excuse).status()).isEqualTo(404);
			this.jdbc.sql("DELETE FROM mail_outbox WHERE recipient = ?").param(address(conflicted)).update();
			var excused = this.organiser.post(path + conflicted + "/excuse", excuse);
			assertThat(excused.status()).as(excused.text()).isEqualTo(200);
			assertThat(members(panel)).hasSize(5).contains(follows).doesNotContain(conflicted);
			var seat = seatOf(panel, follows);
			assertThat(seat.at("/invitations/0/state").asString()).isEqualTo("excused");
			assertThat(seat.at("/invitations/0/excuse").asString()).isEqualTo("其所在单位为申报单位");
			assertThat(mailsTo(conflicted)).hasSize(1);
			assertThat(mailsTo(conflicted).getFirst()).contains("不必参加").doesNotContain("申报单位");
			assertThat(this.anybody.post(page + "/accept", NO_CONFLICT).status()).isEqualTo(409);
			assertThat(this.anybody.get(page).text()).doesNotContain("某公司", "所在单位");
			assertThat(this.organiser.post(path + conflicted + "/excuse", excuse).status()).isEqualTo(404);
			var audit = signedIn("auditor").get("/api/audit?size=100&kind=panel&subject=" + panel).text();
			assertThat(audit).contains("panel.member-excused", "panel.invitation-excused")
					.doesNotContain(name(conflicted));
		} finally {
			this.jdbc.sql("DELETE FROM expert_affiliation WHERE pos = 90").update();
		}
	}

	@Test
	void invitesNobodyInTheStillUninvitedPlaceOfAnExcusedMemberBeforeTheOthers() {
		var panel = drawn();
		var members = members(panel);
		long conflicted = members.get(0);
		var follows = followers(panel, Set.of(conflicted), Set.of()).getFirst();
		employ(conflicted);
		try {
			var excused = this.organiser.post("/api/panels/" + panel + "/members/" + conflicted + "/excuse",
					Map.of("reason", "须回避"));
			assertThat(excused.status()).as(excused.text()).isEqualTo(200);
			assertThat(excused.json().path("toInvite").asInt()).isEqualTo(5);
			this.worker.work(Instant.now());
			assertThat(members(panel)).hasSize(4).doesNotContain(conflicted);
			assertThat(rows("SELECT COUNT(*) FROM mail_outbox")).isZero();
			invite(panel);
			assertThat(members(panel)).hasSize(5).contains(follows);
			assertThat(seatOf(panel, follows).at("/invitations/0/state").asString()).isEqualTo("excused");
			assertThat(mailsTo(conflicted)).isEmpty();
			assertThat(mailsTo(follows).getFirst()).contains("请早日答复");
		} finally {
			this.jdbc.sql("DELETE FROM expert_affiliation WHERE pos = 90").update();
		}
	}

	@Test
	void writesOnceMoreToWhomTheMailDidNotReach() {
		var panel = drawn();
		var members = members(panel);
		this.jdbc.sql("UPDATE expert SET contact_email = NULL WHERE id = ?").param(members.get(0)).update();
		invite(panel);
		this.jdbc.sql("UPDATE mail_outbox SET next_attempt_at = NULL WHERE recipient = ?")
				.param(address(members.get(1)))
				.update();
		var unaddressed = seatOf(panel, members.get(0)).at("/invitations/0");
		assertThat(unaddressed.path("mailed").asBoolean()).isFalse();
		assertThat(unaddressed.path("maySendAgain").asBoolean()).isTrue();
		var failed = seatOf(panel, members.get(1)).at("/invitations/0");
		assertThat(failed.path("delivery").asString()).isEqualTo("failed");
		assertThat(failed.path("maySendAgain").asBoolean()).isTrue();
		var waiting = seatOf(panel, members.get(2)).at("/invitations/0");
		assertThat(waiting.path("maySendAgain").asBoolean()).isFalse();
		var path = "/api/panels/" + panel + "/invitations/";
		var nowhere = this.organiser.post(path + unaddressed.path("id").asLong() + "/mail", Map.of());
		assertThat(nowhere.problem()).isEqualTo("invitation-no-address");
		this.jdbc.sql("UPDATE expert SET contact_email = ? WHERE id = ?")
				.params(address(members.get(0)), members.get(0))
				.update();
		assertThat(signedIn("province").post(path + unaddressed.path("id").asLong() + "/mail", Map.of()).status())
				.isEqualTo(403);
		for (var one : List.of(unaddressed, failed)) {
			var again = this.organiser.post(path + one.path("id").asLong() + "/mail", Map.of());
			assertThat(again.status()).as(again.text()).isEqualTo(200);
			// Once is enough.
			assertThat(this.organiser.post(path + one.path("id").asLong() + "/mail", Map.of()).status())
					.isEqualTo(409);
		}
		assertThat(this.organiser.post(path + waiting.path("id").asLong() + "/mail", Map.of()).status()).isEqualTo(409);
		assertThat(this.anybody.post(token(members.get(0)) + "/accept", NO_CONFLICT).status()).isEqualTo(200);
		assertThat(mailsTo(members.get(1))).hasSize(2);
		assertThat(seatOf(panel, members.get(1)).at("/invitations/0/answerBy"))
				.isEqualTo(failed.path("answerBy"));
	}

	/** At the applicant. */
	private void employ(long person) {
		this.jdbc.sql("""
				INSERT INTO expert_affiliation (expert_id, pos, name_zh, from_year) VALUES (?, 90, '某公司', 2024)""")
				.param(person)
				.update();
	}

	@Test
	void leavesASeatOpenAndSaysSoWhenNobodyIsLeft() {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var away = new ArrayList<>(this.jdbc.sql("SELECT id FROM expert WHERE state = 'published'")
				.query((row, _) -> row.getLong(1))
				.list());
		away.removeAll(members);
		this.jdbc.sql("UPDATE expert SET state = 'withdrawn' WHERE id IN (:ids)").param("ids", away).update();
		try {
			decline(members.get(0), NO_TIME);
		} finally {
			this.jdbc.sql("UPDATE expert SET state = 'published' WHERE id IN (:ids)").param("ids", away).update();
		}
		assertThat(members(panel)).hasSize(4);
		var view = this.organiser.get("/api/panels/" + panel + "/invitations").json();
		assertThat(view.path("vacant").asInt()).isOne();
		assertThat(seatWith(panel, members.get(0)).at("/passedOver/0/reasons/0").asString()).isEqualTo("gone");
		assertThat(view.path("maySend").asBoolean()).isTrue();
		assertThat(mails("hefei@demo.zhiqiao.example").getFirst()).contains("三个项目的评审");
		invite(panel);
		assertThat(members(panel)).hasSize(5);
		assertThat(seatWith(panel, members.get(0)).path("invitations")).hasSize(2);
	}

	@Test
	void takesTwoAnswersAtOnceOneAfterTheOther() throws Exception {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var one = token(members.get(0));
		var other = token(members.get(1));
		assertThat(atOnce(() -> new Browser(this.port).post(one + "/decline", NO_TIME).status(),
				() -> new Browser(this.port).post(other + "/decline", NO_TIME).status())).containsExactly(200, 200);
		assertThat(members(panel)).hasSize(5).doesNotContain(members.get(0), members.get(1));
		var third = token(members.get(2));
		var answers = atOnce(() -> new Browser(this.port).post(third + "/decline", NO_TIME).status(),
				() -> new Browser(this.port).post(third + "/decline", NO_TIME).status());
		assertThat(answers).containsExactly(200, 200);
		assertThat(seatWith(panel, members.get(2)).path("invitations")).hasSize(2);
		var fourth = token(members.get(3));
		var mixed = atOnce(() -> new Browser(this.port).post(fourth + "/accept", NO_CONFLICT).status(),
				() -> new Browser(this.port).post(fourth + "/decline", NO_TIME).status());
		assertThat(mixed.get(1)).isEqualTo(200);
		assertThat(members(panel)).hasSize(5).doesNotContain(members.get(3));
	}

	@Test
	void keepsAnInvitationWithThePersonWhenProfilesAreMerged() {
		var panel = drawn();
		var members = members(panel);
		invite(panel);
		var stays = followers(panel, Set.of(), Set.of()).getLast();
		var transaction = new TransactionTemplate(this.transactions);
		transaction
				.executeWithoutResult((_) -> this.events.publishEvent(new ExpertsMerged(members.get(0), stays)));
		assertThat(members(panel)).contains(stays).doesNotContain(members.get(0));
		assertThat(seatOf(panel, stays).path("invitations")).hasSize(1);
		// Whoever held two seats keeps one, and the other is filled.
		transaction
				.executeWithoutResult((_) -> this.events.publishEvent(new ExpertsMerged(members.get(1), stays)));
		this.worker.work(Instant.now());
		assertThat(members(panel)).hasSize(5).contains(stays);
	}

	/** Who may follow whom, found from the transcript as it was given out. */
	private List<Long> followers(long panel, Set<Long> leaving, Set<Long> away) {
		var transcript = this.organiser.get("/api/panels/" + panel + "/draws/1/transcript").json();
		var organisations = new HashMap<Long, Long>();
		transcript.at("/list/strata/0/entries")
				.forEach(entry -> organisations.put(entry.path("person").asLong(),
						entry.path("organisation").asLong()));
		var staying = new ArrayList<>(members(panel));
		staying.removeAll(leaving);
		var asked = new HashSet<>(members(panel));
		asked.addAll(this.jdbc.sql("SELECT expert_id FROM panel_invitation WHERE panel_id = ?").param(panel)
				.query((row, _) -> row.getLong(1))
				.list());
		var found = new ArrayList<Long>();
		for (var drawn : transcript.at("/strata/0/order")) {
			var person = drawn.asLong();
			var organisation = organisations.getOrDefault(person, 0L);
			var same = staying.stream().filter(one -> organisation != 0 && organisation.equals(organisations.get(one)))
					.count();
			if (!asked.contains(person) && !away.contains(person) && same < transcript.at("/list/most").asInt()) {
				found.add(person);
			}
		}
		return found;
	}

	/** As the account page does it. */
	private void erase(long person) {
		var account = account("newcomer");
		this.jdbc.sql("UPDATE expert SET account_id = ? WHERE id = ?").params(account, person).update();
		this.holders.stream().filter(holder -> holder.section().equals("expert"))
				.forEach(holder -> holder.erase(account));
		this.jdbc.sql("UPDATE expert SET account_id = NULL WHERE id = ?").param(person).update();
		assertThat(rows("SELECT COUNT(*) FROM expert WHERE state = 'gone' AND id = " + person)).isOne();
	}

	private byte[] transcript(long panel) {
		return this.organiser.get("/api/panels/" + panel + "/draws/1/transcript").bytes();
	}

	/** By the program that is given out. */
	private void assertVerifies(byte[] transcript) throws Exception {
		var file = Files.write(this.folder.resolve("transcript.json"), transcript);
		var verifier = Files.write(this.folder.resolve("VerifyDraw.java"),
				new Browser(this.port).get("/api/panels/verifier").bytes());
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				verifier.toString(), file.toString()).redirectErrorStream(true).start();
		var said = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
	}

	private long drawn() {
		var panel = created();
		draw(panel);
		return panel;
	}

	private long created() {
		var created = this.organiser.post("/api/panels", Map.of("title", "三个项目的评审", "use", "project-evaluation",
				"items",
				List.of(Map.of("title", "项目一", "parties", List.of(Map.of("role", "applicant", "name", "某公司")))),
				"groups", List.of(Map.of("name", "专家", "seats", 5)), "rules",
				List.of(off("title"), off("experience"), off("verified"), off("available"),
						Map.of("code", "load", "on", false)),
				"duties", Map.of("firstDrawer", account("province"), "secondDrawer", account("wuhu"), "supervisor",
						account("auditor"))));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return created.json().path("id").asLong();
	}

	private static Map<String, Object> off(String rule) {
		return Map.of("code", rule, "on", false, "reason", "样本");
	}

	private void draw(long panel) {
		var first = signedIn("province");
		var second = signedIn("wuhu");
		this.organiser.post("/api/panels/" + panel + "/draws", Map.of());
		var draw = "/api/panels/" + panel + "/draws/1";
		first.post(draw + "/commitment", commitment(FIRST));
		second.post(draw + "/commitment", commitment(SECOND));
		this.organiser.post(draw + "/freeze", Map.of());
		first.post(draw + "/secret", Map.of("secret", FIRST));
		var drawn = second.post(draw + "/secret", Map.of("secret", SECOND));
		assertThat(drawn.json().path("state").asString()).as(drawn.text()).isEqualTo("drawn");
	}

	private static Map<String, String> commitment(String secret) {
		return Map.of("commitment", DrawHash.hex(DrawHash.commitment(HexFormat.of().parseHex(secret))));
	}

	private void invite(long panel) {
		var sent = this.organiser.post("/api/panels/" + panel + "/invitations", until(Duration.ofDays(7)));
		assertThat(sent.status()).as(sent.text()).isEqualTo(200);
		assertThat(sent.json().path("toInvite").asInt()).isZero();
	}

	private static Map<String, Object> until(Duration span) {
		return Map.of("answerBy", Instant.now().plus(span), "message", "请早日答复");
	}

	private void decline(long person, Map<String, Object> refusal) {
		var answer = this.anybody.post(token(person) + "/decline", refusal);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

	private void declineAt(long panel, long person, Map<String, Object> refusal) {
		for (var link : links(person)) {
			var path = "/api" + link.replace("/invitations/", "/invitations/by-token/");
			var letter = this.anybody.get(path).json();
			var of = this.jdbc.sql("SELECT panel_id FROM panel_invitation WHERE id = ?")
					.param(letter.path("id").asLong())
					.query(Long.class)
					.single();
			if (of == panel) {
				assertThat(this.anybody.post(path + "/decline", refusal).status()).isEqualTo(200);
			}
		}
	}

	private String token(long person) {
		return "/api" + links(person).getFirst().replace("/invitations/", "/invitations/by-token/");
	}

	private List<String> links(long person) {
		return this.jdbc
				.sql("SELECT link FROM mail_outbox WHERE recipient = ? AND link LIKE '%/invitations/%' ORDER BY id")
				.param(address(person))
				.query((row, _) -> row.getString(1))
				.list()
				.stream()
				.map(link -> link.substring(link.indexOf("/invitations/")))
				.toList();
	}

	private List<String> mailsTo(long person) {
		return mails(address(person));
	}

	private List<String> mails(String address) {
		return this.jdbc.sql("SELECT CONCAT(subject, ' ', body) FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param(address)
				.query((row, _) -> row.getString(1))
				.list();
	}

	private static String address(long person) {
		return "e" + person + "@people.example";
	}

	private List<Long> members(long panel) {
		var members = new ArrayList<>(this.jdbc.sql("SELECT expert_id FROM panel_member WHERE panel_id = ?")
				.param(panel)
				.query((row, _) -> row.getLong(1))
				.list());
		members.sort(null);
		return members;
	}

	/** The seat that somebody has. */
	private JsonNode seatOf(long panel, long person) {
		return seats(panel).stream()
				.filter(seat -> seat.path("invitations").get(seat.path("invitations").size() - 1).path("person")
						.asLong() == person)
				.findFirst()
				.orElseThrow();
	}

	/** The seat that was offered to somebody. */
	private JsonNode seatWith(long panel, long person) {
		return seats(panel).stream()
				.filter(seat -> seat.path("invitations").valueStream()
						.anyMatch(one -> one.path("person").asLong() == person))
				.findFirst()
				.orElseThrow();
	}

	private List<JsonNode> seats(long panel) {
		return this.organiser.get("/api/panels/" + panel + "/invitations")
				.json()
				.at("/strata/0/seats")
				.valueStream()
				.toList();
	}

	private String name(long person) {
		return this.jdbc.sql("SELECT COALESCE(name_zh, name_latin, name_native) FROM expert WHERE id = ?")
				.param(person)
				.query(String.class)
				.single();
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
		return new Browser(this.port).signIn(name + "@demo.zhiqiao.example", PASSWORD);
	}

	private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
		try (var threads = Executors.newFixedThreadPool(2)) {
			var answers = new ArrayList<Integer>();
			for (var answer : threads.invokeAll(List.of(one, other))) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

}
