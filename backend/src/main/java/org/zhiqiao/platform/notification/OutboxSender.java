package org.zhiqiao.platform.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is in the outbox. A mail is claimed, sent and only then marked: if the process
 * ends in between, it is sent again rather than lost.
 */
class OutboxSender {

	private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

	private static final int BATCH = 20;

	private final OutboxRepository outbox;

	private final Postman postman;

	private final NotificationSettings settings;

	private final Clock clock;

	private final ReentrantLock sending = new ReentrantLock();

	OutboxSender(OutboxRepository outbox, Postman postman, NotificationSettings settings, Clock clock) {
		this.outbox = outbox;
		this.postman = postman;
		this.settings = settings;
		this.clock = clock;
	}

	@Async
	@TransactionalEventListener
	void onMail(Notifications.MailWritten written) {
		sendDue();
	}

	@Scheduled(initialDelay = 5_000, fixedDelay = 15_000)
	void onTime() {
		sendDue();
	}

	void sendDue() {
		if (!this.sending.tryLock()) {
			return;
		}
		try {
			for (OutboxRepository.Waiting mail : this.outbox.due(this.clock.instant(), BATCH)) {
				if (this.outbox.claim(mail, this.clock.instant().plus(this.settings.lease()))) {
					send(mail);
				}
			}
		} finally {
			this.sending.unlock();
		}
	}

	private void send(OutboxRepository.Waiting mail) {
		int attempt = mail.attempts() + 1;
		try {
			this.postman.deliver(mail);
		} catch (RuntimeException failure) {
			Instant next = attempt >= this.settings.attempts()
					? null
					: this.clock.instant().plus(this.settings.waitAfter(attempt));
			log.warn("Mail {} was not taken at attempt {}; {}", mail.id(), attempt,
					next == null ? "given up" : "next attempt at " + next, failure);
			this.outbox.failed(mail.id(), said(failure), next);
			return;
		}
		this.outbox.sent(mail.id(), this.clock.instant());
	}

	/** What went wrong, with the words of the server if there are any. */
	private static String said(RuntimeException failure) {
		String told = failure.toString().strip();
		String words = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		return words == null || told.contains(words.strip()) ? told : told + ": " + words.strip();
	}

}
