package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.notification.Notices.NoticeChoiceView;
import org.zhiqiao.platform.notification.Notices.SaveSettings;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;

/** What people are told and how they chose to be told, on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
abstract class NoticesContract {

	private static final String LIN = "notice-lin@example.org";

	private static final String HE = "notice-he@example.org";

	@Autowired
	private Notifications notifications;

	@Autowired
	private Notices notices;

	@Autowired
	private NoticeWorker worker;

	@Autowired
	private NotificationTable table;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private long lin;

	private long he;

	@BeforeEach
	void people() {
		for (String name : List.of("mail_outbox", "notice", "notice_choice", "notice_settings")) {
			this.jdbc.sql("DELETE FROM " + name).update();
		}
		this.lin = account(LIN);
		this.he = account(HE);
	}

	private long account(String email) {
		return this.accounts.findByEmail(email)
				.orElseGet(() -> this.accounts.createSample(new Accounts.NewPerson(email, "a long enough password",
						"Somebody", Locale.ENGLISH, EnumSet.of(Role.FIRM), null)))
				.accountId();
	}

	private static Mail mail(String to) {
		return new Mail(Topic.NEEDS, to, Locale.ENGLISH, "reset", "/demands/7", "Somebody", 60);
	}

	private Optional<Long> send(Mail mail) {
		return Objects.requireNonNull(this.transaction.execute(_ -> this.notifications.send(mail)));
	}

	private long mails() {
		return this.jdbc.sql("SELECT COUNT(*) FROM mail_outbox").query(Long.class).single();
	}

	private void choose(long account, @Nullable String zone, @Nullable String from, @Nullable String to,
			NoticeChoiceView... choices) {
		this.notices.save(account, this.notices.settings(account).version(),
				new SaveSettings(zone, from, to, List.of(choices)));
	}

	@Test
	void standsInTheApplicationOfItsReaderAndNobodyElse() {
		send(mail(LIN));
		send(mail("NOTICE-Lin@Example.org").kept());
		send(mail("stranger@example.org"));
		assertThat(this.notices.page(this.lin, false, 1, 10).items()).hasSize(2).allSatisfy(one -> {
			assertThat(one.title()).isEqualTo("Reset your password at Zhiqiao");
			assertThat(one.link()).isEqualTo("/demands/7");
			assertThat(one.read()).isFalse();
		});
		assertThat(this.notices.page(this.he, false, 1, 10).total()).isZero();
		assertThat(mails()).isEqualTo(3);
		long first = this.notices.page(this.lin, false, 1, 10).items().getLast().id();
		assertThatThrownBy(() -> this.notices.read(this.he, first)).isInstanceOf(NotFound.class);
		this.notices.readUpTo(this.he, Long.MAX_VALUE);
		assertThat(this.notices.unread(this.lin).unread()).isEqualTo(2);
		this.notices.read(this.lin, first);
		assertThat(this.notices.page(this.lin, true, 1, 10).items()).singleElement()
				.satisfies(one -> assertThat(one.id()).isNotEqualTo(first));
	}

	@Test
	void keepsNothingThatOpensSomething() {
		assertThat(send(mail(LIN).secret())).isPresent();
		assertThat(send(mail(LIN).newsletter())).isPresent();
		assertThat(this.table.countShown(this.lin, false)).isZero();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM notice").query(Integer.class).single()).isZero();
	}

	@Test
	void marksAllThatWereSeenAndNotWhatCameMeanwhile() {
		send(mail(LIN));
		long seen = this.notices.page(this.lin, false, 1, 10).items().getFirst().id();
		send(mail(LIN));
		this.notices.readUpTo(this.lin, seen);
		assertThat(this.notices.unread(this.lin).unread()).isEqualTo(1);
	}

	@Test
	void tellsAsItsReaderChose() {
		choose(this.lin, null, null, null, new NoticeChoiceView("needs", true, "never"),
				new NoticeChoiceView("panels", false, "at-once"));
		assertThat(send(mail(LIN))).as("no mail").isEmpty();
		assertThat(this.notices.unread(this.lin).unread()).isEqualTo(1);
		assertThat(send(new Mail(Topic.PANELS, LIN, Locale.ENGLISH, "reset", null, "Somebody", 60))).isPresent();
		assertThat(this.notices.unread(this.lin).unread()).isEqualTo(1);
		assertThat(send(mail(LIN).formal())).as("whatever was chosen").isPresent();
		assertThat(send(mail(LIN).secret())).isPresent();
		assertThat(this.notices.unread(this.lin).unread()).isEqualTo(2);
	}

	@Test
	void waitsForTheEndOfQuietHoursUnlessItIsUrgent() {
		choose(this.lin, "Asia/Tokyo", "00:00", "23:59");
		send(mail(LIN));
		send(mail(LIN).formal());
		send(mail(LIN).newsletter());
		assertThat(due()).allSatisfy(due -> assertThat(due.atZone(ZoneId.of("Asia/Tokyo")).toLocalTime())
				.isEqualTo(LocalTime.of(23, 59)));
		this.jdbc.sql("DELETE FROM mail_outbox").update();
		send(mail(LIN).secret());
		assertThat(due()).allSatisfy(due -> assertThat(due).isBeforeOrEqualTo(Instant.now()));
	}

	private List<Instant> due() {
		return this.jdbc.sql("SELECT next_attempt_at FROM mail_outbox")
				.query(LocalDateTime.class)
				.list()
				.stream()
				.map(stored -> Objects.requireNonNull(stored).toInstant(ZoneOffset.UTC))
				.toList();
	}

	@Test
	void gathersADayIntoOneMailAndWritesItOnce() throws Exception {
		choose(this.lin, null, null, null, new NoticeChoiceView("needs", false, "digest"));
		send(mail(LIN));
		send(mail(LIN).kept());
		assertThat(mails()).isZero();
		assertThat(this.notices.unread(this.lin).unread()).as("not wanted in the application").isZero();
		this.worker.work(Instant.now());
		assertThat(mails()).isZero();
		Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Boolean> work = () -> {
				this.worker.work(tomorrow);
				return true;
			};
			for (var done : threads.invokeAll(Collections.nCopies(4, work))) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(this.jdbc.sql("SELECT body FROM mail_outbox WHERE recipient = ? AND sealed = TRUE")
				.param(LIN)
				.query(String.class)
				.list()).singleElement().asString().contains("/demands/7", "Reset your password");
		assertThat(mails()).isEqualTo(1);
	}

	private void lock(boolean locked) {
		this.jdbc.sql("UPDATE account SET locked = ? WHERE id = ?").params(locked, this.lin).update();
	}

	@Test
	void tellsWhoWasLockedOutOnceTheyAreBack() {
		choose(this.lin, "Asia/Tokyo", null, null, new NoticeChoiceView("needs", false, "digest"));
		send(mail(LIN));
		Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
		try {
			lock(true);
			this.worker.work(tomorrow);
			assertThat(mails()).isZero();
			assertThat(this.jdbc.sql("SELECT digest_at FROM notice").query(LocalDateTime.class).single())
					.isEqualTo(LocalDateTime.ofInstant(Preferences.digestAfter(tomorrow, ZoneId.of("Asia/Tokyo")),
							ZoneOffset.UTC));
		} finally {
			lock(false);
		}
		this.worker.work(tomorrow);
		assertThat(mails()).as("not before the morning").isZero();
		this.worker.work(tomorrow.plus(Duration.ofDays(1)));
		this.worker.work(tomorrow.plus(Duration.ofDays(2)));
		assertThat(this.jdbc.sql("SELECT body FROM mail_outbox WHERE recipient = ?")
				.param(LIN)
				.query(String.class)
				.list()).singleElement().asString().contains("/demands/7", "Reset your password");
	}

	@Test
	void keepsNothingForWhoStaysLockedOut() {
		choose(this.lin, null, null, null, new NoticeChoiceView("needs", false, "digest"));
		send(mail(LIN));
		try {
			lock(true);
			this.worker.work(Instant.now().plus(Duration.ofDays(179)));
			assertThat(this.jdbc.sql("SELECT COUNT(*) FROM notice").query(Integer.class).single()).isEqualTo(1);
			this.worker.work(Instant.now().plus(Duration.ofDays(181)));
			assertThat(this.jdbc.sql("SELECT COUNT(*) FROM notice").query(Integer.class).single()).isZero();
		} finally {
			lock(false);
		}
		assertThat(mails()).isZero();
	}

	@Test
	void movesTheDailyMailWithTheZone() {
		choose(this.lin, "Asia/Shanghai", null, null, new NoticeChoiceView("needs", true, "digest"));
		send(mail(LIN));
		choose(this.lin, "America/New_York", null, null, new NoticeChoiceView("needs", true, "digest"));
		assertThat(this.jdbc.sql("SELECT digest_at FROM notice")
				.query(LocalDateTime.class)
				.single()
				.atZone(ZoneOffset.UTC)
				.withZoneSameInstant(ZoneId.of("America/New_York"))
				.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
	}

	@Test
	void saysEverythingThatIsWrongWithSettings() {
		assertThatThrownBy(() -> choose(this.lin, "+08:00", "25:00", null,
				new NoticeChoiceView("needs", false, "never"),
				new NoticeChoiceView("weather", true, "at-once"), new NoticeChoiceView("panels", true, "fax"),
				new NoticeChoiceView("invitations", true, "never"), new NoticeChoiceView("needs", true, "digest")))
				.isInstanceOfSatisfying(InvalidInput.class,
						wrong -> assertThat(wrong.errors()).extracting(FieldError::pointer)
								.containsExactlyInAnyOrder("/timeZone", "/quietFrom", "/quietTo", "/choices/0",
										"/choices/1/topic", "/choices/2/mail", "/choices/3", "/choices/4/topic"));
		assertThatThrownBy(() -> choose(this.lin, null, "08:00", "08:00")).isInstanceOf(InvalidInput.class);
		assertThat(this.notices.settings(this.lin).version()).isZero();
	}

	@Test
	void refusesToOverwriteNewerSettings() {
		choose(this.lin, "Europe/Berlin", "22:00", "06:30", new NoticeChoiceView("needs", true, "digest"));
		var now = this.notices.settings(this.lin);
		assertThat(now.timeZone()).isEqualTo("Europe/Berlin");
		assertThat(now.quietFrom()).isEqualTo("22:00");
		assertThat(now.quietTo()).isEqualTo("06:30");
		assertThat(now.choices()).contains(new NoticeChoiceView("needs", true, "digest"));
		var wanted = new SaveSettings(null, null, null, List.of());
		assertThatThrownBy(() -> this.notices.save(this.lin, 0, wanted)).isInstanceOf(StaleVersion.class);
		assertThat(this.notices.save(this.lin, now.version(), wanted).version()).isEqualTo(2);
		assertThatThrownBy(() -> this.notices.save(this.lin, now.version(), wanted)).isInstanceOf(StaleVersion.class);
	}

	@Test
	void forgetsAfterHalfAYearAndWithTheAccount() {
		send(mail(LIN));
		send(mail(HE));
		choose(this.lin, "Europe/Berlin", null, null);
		this.worker.work(Instant.now().plus(Duration.ofDays(179)));
		assertThat(this.table.countShown(this.lin, false)).isEqualTo(1);
		assertThat(this.notifications.export(this.lin).toString()).contains("Reset your password", "Europe/Berlin");
		this.transaction.executeWithoutResult(_ -> this.notifications.forget(this.lin, LIN));
		assertThat(this.table.countShown(this.lin, false)).isZero();
		assertThat(this.notices.settings(this.lin).version()).isZero();
		assertThat(this.table.countShown(this.he, false)).isEqualTo(1);
		this.worker.work(Instant.now().plus(Duration.ofDays(181)));
		assertThat(this.table.countShown(this.he, false)).isZero();
	}

}
