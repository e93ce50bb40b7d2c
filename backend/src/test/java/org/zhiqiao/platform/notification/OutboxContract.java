package org.zhiqiao.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.testing.MovableClock;

/** How mail is kept and sent, on every database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
abstract class OutboxContract {

	private static final Mail MAIL = new Mail(Topic.ACCOUNT, "somebody@example.org", Locale.ENGLISH, "reset",
			"/reset?token=abc",
			"Somebody", 60);

	@Autowired
	private Notifications notifications;

	@Autowired
	private OutboxRepository outbox;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private MovableClock clock = new MovableClock();

	private final NotificationSettings settings = new NotificationSettings("https://zhiqiao.example",
			"no-reply@zhiqiao.example", 3, Duration.ofSeconds(30), Duration.ofMinutes(5),
			Duration.ofDays(180), new NotificationSettings.StreamLimits(4, 100, Duration.ofMinutes(30)));

	private final List<String> delivered = new ArrayList<>();

	@BeforeEach
	void beginAnew() {
		this.clock = new MovableClock();
		this.jdbc.sql("DELETE FROM mail_outbox").update();
	}

	@Test
	void sendsOnceAndForgetsTheText() {
		write();
		this.clock.advance(Duration.ofSeconds(1));
		var sender = sender(mail -> this.delivered.add(mail.text()));
		sender.sendDue();
		sender.sendDue();
		assertThat(this.delivered).singleElement().asString().contains("Dear Somebody", "/reset?token=abc");
		assertThat(this.outbox.newest(10)).singleElement().satisfies(kept -> {
			assertThat(kept.text()).isEmpty();
			assertThat(kept.link()).isNull();
		});
	}

	@Test
	void triesAgainLaterAndGivesUpInTheEnd() {
		write();
		this.clock.advance(Duration.ofSeconds(1));
		var sender = sender(_ -> {
			this.delivered.add("tried");
			throw new IllegalStateException("The mail server is away");
		});
		sender.sendDue();
		sender.sendDue();
		assertThat(this.delivered).hasSize(1);
		this.clock.advance(Duration.ofSeconds(31));
		sender.sendDue();
		this.clock.advance(Duration.ofSeconds(61));
		sender.sendDue();
		this.clock.advance(Duration.ofDays(1));
		sender.sendDue();
		assertThat(this.delivered).hasSize(3);
	}

	@Test
	void sendsAgainWhatAnEndedProcessHadTaken() {
		write();
		this.clock.advance(Duration.ofSeconds(1));
		OutboxRepository.Waiting mail = this.outbox.due(this.clock.instant(), 1).getFirst();
		assertThat(this.outbox.claim(mail, this.clock.instant().plus(this.settings.lease()))).isTrue();
		assertThat(this.outbox.claim(mail, this.clock.instant().plus(this.settings.lease()))).isFalse();
		var sender = sender(waiting -> this.delivered.add(waiting.recipient()));
		sender.sendDue();
		assertThat(this.delivered).isEmpty();
		this.clock.advance(Duration.ofMinutes(6));
		sender.sendDue();
		assertThat(this.delivered).containsExactly("somebody@example.org");
	}

	@Test
	void writesNothingForWhatWasRolledBack() {
		this.transaction.executeWithoutResult(status -> {
			this.notifications.send(MAIL);
			status.setRollbackOnly();
		});
		assertThat(this.outbox.newest(10)).isEmpty();
		assertThatThrownBy(() -> this.notifications.send(MAIL)).isInstanceOf(IllegalTransactionStateException.class);
	}

	private void write() {
		this.transaction.executeWithoutResult(_ -> this.notifications.send(MAIL));
	}

	private OutboxSender sender(Postman postman) {
		return new OutboxSender(this.outbox, postman, this.settings, this.clock);
	}

}
