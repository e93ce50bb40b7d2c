package org.zhiqiao.platform.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.problem.Texts;

/**
 * Takes what is to be told. It is put into the outbox in the caller's transaction and sent after the
 * commit: no mail about what did not happen, and none lost when the mail server is away. Whoever has an account finds it in
 * the application as well, as they chose.
 */
@Component
public class Notifications {

	private final OutboxRepository outbox;

	private final NotificationTable notices;

	private final PreferenceTable preferences;

	private final Readers readers;

	private final Texts texts;

	private final NotificationSettings settings;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Notifications(OutboxRepository outbox, NotificationTable notices, PreferenceTable preferences, Readers readers,
			Texts texts, NotificationSettings settings, Clock clock, ApplicationEventPublisher events) {
		this.outbox = outbox;
		this.notices = notices;
		this.preferences = preferences;
		this.readers = readers;
		this.texts = texts;
		this.settings = settings;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Tells somebody something, in the caller's transaction.
	 *
	 * @return the number of the mail, for {@link #deliveries}; none if its reader wants none about this. A formal or secret
	 * one always has a number, and so has one to an address without an account.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Long> send(Mail mail) {
		Instant now = this.clock.instant();
		Locale language = mail.language();
		String subject = this.texts.text(language, "mail." + mail.template() + ".subject", mail.arguments())
				.replaceAll("\\s+", " ");
		String text = this.texts.text(language, "mail." + mail.template() + ".text", mail.arguments());
		Optional<Readers.Reader> reader = mail.manner() == Manner.SECRET
				? Optional.empty()
				: this.readers.byAddress(mail.to());
		if (reader.isEmpty()) {
			return Optional.of(post(mail, subject, text, now, now));
		}
		Preferences wanted = this.preferences.of(reader.get().accountId());
		ZoneId zone = wanted.zone(reader.get().home());
		Choice choice = switch (mail.manner()) {
			case ORDINARY -> wanted.choice(mail.topic());
			case FORMAL, SECRET -> Choice.FIRST;
			case NEWSLETTER -> new Choice(false, MailChoice.AT_ONCE);
		};
		boolean digest = choice.mail() == MailChoice.DIGEST;
		if (choice.inApp() || digest) {
			this.notices.insert(reader.get().accountId(), mail.topic(), cut(subject), mail.brief() ? "" : text,
					mail.link(),
					mail.sealed(),
					choice.inApp(), digest ? Preferences.digestAfter(now, zone) : null, now);
			this.events.publishEvent(new UnreadChanged(reader.get().accountId()));
		}
		return choice.mail() == MailChoice.AT_ONCE
				? Optional.of(post(mail, subject, text, now, wanted.mailAt(now, zone)))
				: Optional.empty();
	}

	private long post(Mail mail, String subject, String text, Instant now, Instant due) {
		String link = mail.link() == null ? null : this.settings.publicUrl() + mail.link();
		String whole = text + (link == null ? "" : "\n\n" + link) + "\n\n"
				+ this.texts.text(mail.language(), "mail.signature", this.settings.publicUrl());
		long id = this.outbox.insert(mail.to(), mail.language().toLanguageTag(), subject, whole, link, mail.headers(),
				now, due);
		if (mail.sealed()) {
			this.outbox.seal(id);
		}
		this.events.publishEvent(new MailWritten());
		return id;
	}

	/** Writes the mail of a day; it is sealed if anything in it is. */
	@Transactional(propagation = Propagation.MANDATORY)
	void digest(Readers.Reader reader, List<NotificationTable.Notice> told) {
		var list = new StringBuilder();
		for (NotificationTable.Notice one : told) {
			list.append("\n\n· ").append(one.title());
			if (one.link() != null) {
				list.append("\n  ").append(this.settings.publicUrl()).append(one.link());
			}
		}
		Mail mail = new Mail(Topic.ACCOUNT, reader.address(), reader.language(), "digest",
				"/workspace/notifications", told.size(), list.toString().strip()).newsletter();
		send(told.stream().anyMatch(NotificationTable.Notice::sealed) ? mail.kept() : mail);
	}

	private static String cut(String title) {
		return title.length() > 500 ? title.substring(0, 500) : title;
	}

	/** Where readers reach the platform, without a slash at the end: for whatever leads back to it from elsewhere. */
	public String publicUrl() {
		return this.settings.publicUrl();
	}

	/** The zone of somebody's clock: as they chose, else as their profile tells, else that of Anhui. */
	@Transactional(readOnly = true)
	public ZoneId zoneOf(long accountId) {
		return this.preferences.of(accountId)
				.zone(this.readers.byAccount(accountId).map(Readers.Reader::home).orElse(null));
	}

	/** How far mails are; those that are not kept any more have no answer. */
	@Transactional(readOnly = true)
	public Map<Long, Delivery> deliveries(Collection<Long> mails) {
		return this.outbox.deliveries(mails);
	}

	/** All that is kept for somebody: what they were told, and how they want to be told. */
	@Transactional(readOnly = true)
	public Object export(long accountId) {
		Preferences wanted = this.preferences.of(accountId);
		return new Kept(
				this.notices.shown(accountId, false, 0, Integer.MAX_VALUE)
						.stream()
						.map(one -> new KeptNotice(one.topic(), one.title(), one.text(), one.link(), one.at(),
								one.readAt()))
						.toList(),
				wanted.zone() == null ? null : wanted.zone().getId(),
				wanted.quiet() == null ? null : wanted.quiet().from() + "–" + wanted.quiet().to(), wanted.choices());
	}

	private record Kept(List<KeptNotice> notices, @Nullable String timeZone, @Nullable String quiet,
			Map<Topic, Choice> choices) {}

	private record KeptNotice(Topic topic, String title, String text, @Nullable String link, Instant at,
			@Nullable Instant readAt) {}

	/** Removes what was written to somebody. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(long accountId, String address) {
		this.outbox.deleteTo(address);
		this.notices.delete(accountId);
		this.preferences.delete(accountId);
	}

	/**
	 * Removes what people were told about pages, and takes back the mails about them that have not been sent.
	 *
	 * @param links the paths of the pages, as in {@link Mail#link}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forgetAbout(Collection<String> links) {
		var pages = Set.copyOf(links);
		this.notices.deleteAbout(pages)
				.forEach(account -> this.events.publishEvent(new UnreadChanged(account)));
		forgetUnsent(pages::contains);
	}

	/**
	 * Takes back the mails that have not been sent.
	 *
	 * @param which tells by the link, a path, which ones
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forgetUnsent(Predicate<String> which) {
		String home = this.settings.publicUrl();
		this.outbox.deleteUnsent(link -> link.startsWith(home) && which.test(link.substring(home.length())));
	}

	/** Wakes the sender once the transaction has committed. */
	record MailWritten() {}

	/** Tells the tabs of somebody, once the transaction has committed. */
	record UnreadChanged(long accountId) {}

}
