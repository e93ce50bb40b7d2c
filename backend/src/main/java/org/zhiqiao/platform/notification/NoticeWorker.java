package org.zhiqiao.platform.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices that time has passed: writes the mails of the day and forgets old notices. */
@Component
class NoticeWorker {

	private static final Logger log = LoggerFactory.getLogger(NoticeWorker.class);

	private final NotificationTable table;

	private final Readers readers;

	private final Notifications notifications;

	private final NotificationSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	NoticeWorker(NotificationTable table, Readers readers, Notifications notifications, NotificationSettings settings,
			PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.readers = readers;
		this.notifications = notifications;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
	void onTime() {
		work(this.clock.instant());
	}

	/** Does what is due at a moment. */
	void work(Instant now) {
		for (long account : this.table.withDigestDue(now)) {
			try {
				this.transaction.executeWithoutResult(_ -> digest(account, now));
			} catch (RuntimeException failure) {
				// The others get theirs; this one is tried again in a minute.
				log.warn("The daily mail of account {} could not be written", account, failure);
			}
		}
		this.transaction.executeWithoutResult(_ -> {
			int gone = this.table.deleteBefore(now.minus(this.settings.keepNotices()));
			if (gone > 0) {
				log.info("Removed {} old notices", gone);
			}
		});
	}

	/** Taken and written in one transaction: none is lost and none told twice. */
	private void digest(long account, Instant now) {
		Readers.Reader reader = this.readers.byAccount(account).orElse(null);
		if (reader == null) {
			// Locked out at the moment: they are told once they are back, unless it has become old by then.
			this.table.moveDigest(account, Preferences.digestAfter(now, this.notifications.zoneOf(account)));
			return;
		}
		List<NotificationTable.Notice> due = this.table.takeDigest(account, now);
		if (!due.isEmpty()) {
			this.notifications.digest(reader, due);
		}
	}

}
