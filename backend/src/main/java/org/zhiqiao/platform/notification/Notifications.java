package org.zhiqiao.platform.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.problem.Texts;

/**
 * Takes mail. It is put into the outbox in the caller's transaction and sent after the
 * commit: no mail about what did not happen, and none lost when the mail server is away.
 */
@Component
public class Notifications {

	private final OutboxRepository outbox;

	private final Texts texts;

	private final NotificationSettings settings;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Notifications(OutboxRepository outbox, Texts texts, NotificationSettings settings, Clock clock,
			ApplicationEventPublisher events) {
		this.outbox = outbox;
		this.texts = texts;
		this.settings = settings;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Puts a mail into the outbox, in the caller's transaction.
	 *
	 * @return its number, for {@link #deliveries}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long send(Mail mail) {
		Locale language = mail.language();
		String subject = this.texts.text(language, "mail." + mail.template() + ".subject", mail.arguments())
				.replaceAll("\\s+", " ");
		String text = this.texts.text(language, "mail." + mail.template() + ".text", mail.arguments());
		String link = mail.link() == null ? null : this.settings.publicUrl() + mail.link();
		String whole = text + (link == null ? "" : "\n\n" + link) + "\n\n"
				+ this.texts.text(language, "mail.signature", this.settings.publicUrl());
		long id = this.outbox.insert(mail.to(), language.toLanguageTag(), subject, whole, link, this.clock.instant());
		if (mail.sealed()) {
			this.outbox.seal(id);
		}
		this.events.publishEvent(new MailWritten());
		return id;
	}

	/** Where readers reach the platform, without a slash at the end: for whatever leads back to it from elsewhere. */
	public String publicUrl() {
		return this.settings.publicUrl();
	}

	/** How far mails are; those that are not kept any more have no answer. */
	@Transactional(readOnly = true)
	public Map<Long, Delivery> deliveries(Collection<Long> mails) {
		return this.outbox.deliveries(mails);
	}

	/** Removes what was written to an address. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(String address) {
		this.outbox.deleteTo(address);
	}

	/** Wakes the sender once the transaction has committed. */
	record MailWritten() {}

}
