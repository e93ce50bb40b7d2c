package org.zhiqiao.platform.newsletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.directory.Searches;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.Texts;

/**
 * Writes the issues whose time has come. What has been told is noted in the transaction that writes the mail: whenever the
 * process ends, an issue is either written or still to be written.
 */
@Component
class IssueWorker {

	private static final Logger log = LoggerFactory.getLogger(IssueWorker.class);

	private static final int AT_ONCE = 200;

	/** More would make a mail that nobody reads; the page shows the rest. */
	private static final int SHOWN = 20;

	private static final Duration LATER = Duration.ofMinutes(5);

	private final NewsletterTable table;

	private final News news;

	private final Accounts accounts;

	private final Notifications notifications;

	private final NewsletterSettings settings;

	private final Texts texts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	IssueWorker(NewsletterTable table, News news, Accounts accounts, Notifications notifications,
			NewsletterSettings settings, Texts texts, PlatformTransactionManager transactions, Clock clock) {
		this.table = table;
		this.news = news;
		this.accounts = accounts;
		this.notifications = notifications;
		this.settings = settings;
		this.texts = texts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Scheduled(initialDelay = 45_000, fixedDelay = 60_000)
	void onTime() {
		work(this.clock.instant());
	}

	/** Does what is due at a moment. */
	void work(Instant now) {
		for (long id : this.table.due(now, AT_ONCE)) {
			try {
				this.transaction.executeWithoutResult(_ -> this.table.hold(id, now).ifPresent(one -> write(one, now)));
			} catch (Searches.Outdated waiting) {
				log.info("Newsletter {} waits: {}", id, waiting.getMessage());
				// Its time stays, so that it is known how long it has waited.
			} catch (RuntimeException failure) {
				log.warn("Newsletter {} could not be written; tried again at {}", id, now.plus(LATER), failure);
				this.transaction.executeWithoutResult(_ -> this.table.later(id, now.plus(LATER)));
			}
		}
		this.transaction.executeWithoutResult(_ -> this.table.deleteUnconfirmed(now));
	}

	/** Who gets it, and by which clock. */
	private record Reader(@Nullable Actor actor, String address, Locale language, ZoneId zone) {}

	private Optional<Reader> reader(Newsletter one) {
		Long account = one.accountId();
		if (account == null) {
			return Optional.ofNullable(one.email())
					.map(email -> new Reader(null, email,
							Texts.language(one.language() == null ? "zh-CN" : one.language()), Moments.HERE));
		}
		return this.accounts.acting(account)
				.flatMap(actor -> this.accounts.find(account)
						.map(person -> new Reader(actor, person.email(), person.language(),
								this.notifications.zoneOf(account))));
	}

	private void write(Newsletter one, Instant now) {
		Reader reader = reader(one).orElse(null);
		if (reader == null) {
			// Locked out at the moment: they will be told once they are back.
			this.table.later(one.id(), one.rhythm().next(now, Moments.HERE, one.weekday()));
			return;
		}
		Instant until = now.minus(this.settings.settle());
		if (until.isAfter(one.coveredUntil())) {
			Instant due = one.nextIssueAt() == null ? now : one.nextIssueAt();
			boolean waits = Duration.between(due, now).compareTo(this.settings.patience()) < 0;
			Issue issue = this.news.between(one, reader.actor(), reader.language(), one.coveredUntil(), until, waits);
			if (!issue.isEmpty()) {
				this.notifications.send(mail(one, issue, reader));
			}
		} else {
			until = one.coveredUntil();
		}
		this.table.covered(one.id(), until, one.rhythm().next(now, reader.zone(), one.weekday()));
	}

	private Mail mail(Newsletter one, Issue issue, Reader reader) {
		Locale language = reader.language();
		String url = this.notifications.publicUrl();
		var list = new StringBuilder();
		for (Issue.Part part : issue.parts()) {
			list.append("\n\n")
					.append(this.texts.text(language, "newsletter.kind." + part.kind(), part.items().size()));
			part.items()
					.stream()
					.limit(SHOWN)
					.forEach(item -> list.append("\n\n· ")
							.append(item.title().replaceAll("\\s+", " "))
							.append("\n  ")
							.append(address(url, item.link(), language)));
			if (part.items().size() > SHOWN) {
				list.append("\n\n")
						.append(this.texts.text(language, "newsletter.more", part.items().size() - SHOWN));
			}
		}
		String query = one.source() == Source.TOPICS ? "" : one.query();
		String page = one.source().page() + (query.isBlank() ? "" : "?" + query);
		return new Mail(Topic.ACCOUNT, reader.address(), language, "newsletter", null, one.name(), issue.size(),
				list.toString().strip(), address(url, page, language),
				url + "/newsletters/stop?token=" + one.stopToken())
				.newsletter()
				// RFC 8058: mail programs show a button of their own.
				.with("List-Unsubscribe", "<" + url + "/api/newsletters/stop/" + one.stopToken() + ">")
				.with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
	}

	private static String address(String url, String path, Locale language) {
		return url + path + (language.getLanguage().equals("en") ? (path.contains("?") ? "&" : "?") + "lang=en" : "");
	}

}
