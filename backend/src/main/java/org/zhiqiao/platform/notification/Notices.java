package org.zhiqiao.platform.notification;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;

/** What people find in the application, and how they want to be told. Everybody sees and changes only their own. */
@Service
class Notices {

	private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

	private final NotificationTable table;

	private final PreferenceTable preferences;

	private final Readers readers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Notices(NotificationTable table, PreferenceTable preferences, Readers readers, ApplicationEventPublisher events,
			Clock clock) {
		this.table = table;
		this.preferences = preferences;
		this.readers = readers;
		this.events = events;
		this.clock = clock;
	}

	/** A notice as its reader sees it. */
	record NoticeView(long id, Topic topic, String title, String text, @Nullable String link, Instant at,
			boolean read) {

		static NoticeView of(NotificationTable.Notice one) {
			return new NoticeView(one.id(), one.topic(), one.title(), one.text(), one.link(), one.at(),
					one.readAt() != null);
		}

	}

	/** A page of notices, the newest first; pages count from 1. */
	record NoticePage(List<NoticeView> items, long total, long unread, int page, int size) {}

	/**
	 * How somebody is told of a topic.
	 *
	 * @param topic one of {@link Topic}
	 * @param inApp whether it stands in the application
	 * @param mail {@code at-once}, {@code digest} or {@code never}
	 */
	record NoticeChoiceView(String topic, boolean inApp, String mail) {}

	/**
	 * How somebody wants to be told of things.
	 *
	 * @param timeZone IANA; none for the one that follows from the profile
	 * @param usualTimeZone the one that holds without a choice
	 * @param quietFrom such as {@code 22:00}; with {@code quietTo} or not at all
	 * @param locked topics that cannot be switched off
	 */
	record NoticeSettings(int version, @Nullable String timeZone, String usualTimeZone, @Nullable String quietFrom,
			@Nullable String quietTo, List<NoticeChoiceView> choices, List<Topic> locked) {}

	/** What a {@link NoticeSettings} is replaced by. */
	record SaveSettings(@Nullable String timeZone, @Nullable String quietFrom, @Nullable String quietTo,
			List<NoticeChoiceView> choices) {}

	@Transactional(readOnly = true)
	public NoticePage page(long account, boolean unreadOnly, int page, int size) {
		return new NoticePage(
				this.table.shown(account, unreadOnly, (page - 1) * size, size).stream().map(NoticeView::of).toList(),
				this.table.countShown(account, unreadOnly), this.table.countShown(account, true), page, size);
	}

	@Transactional(readOnly = true)
	public Streams.UnreadNotices unread(long account) {
		return new Streams.UnreadNotices(this.table.countShown(account, true));
	}

	@Transactional
	public void read(long account, long id) {
		if (!this.table.has(account, id)) {
			throw new NotFound("notice", id);
		}
		this.table.read(account, id, this.clock.instant());
		this.events.publishEvent(new Notifications.UnreadChanged(account));
	}

	@Transactional
	public void readUpTo(long account, long newest) {
		this.table.readUpTo(account, newest, this.clock.instant());
		this.events.publishEvent(new Notifications.UnreadChanged(account));
	}

	@Transactional(readOnly = true)
	public NoticeSettings settings(long account) {
		Preferences now = this.preferences.of(account);
		ZoneId home = this.readers.byAccount(account).map(Readers.Reader::home).orElse(null);
		var choices = new ArrayList<NoticeChoiceView>();
		for (Topic topic : Topic.values()) {
			Choice choice = now.choice(topic);
			choices.add(new NoticeChoiceView(topic.code(), choice.inApp(), choice.mail().code()));
		}
		Preferences.Quiet quiet = now.quiet();
		return new NoticeSettings(now.version(), now.zone() == null ? null : now.zone().getId(),
				Preferences.NONE.zone(home).getId(), quiet == null ? null : quiet.from().toString(),
				quiet == null ? null : quiet.to().toString(), choices, List.of(Topic.INVITATIONS));
	}

	/**
	 * Puts what somebody chose in place of what they chose before.
	 *
	 * @param version the version that they have read
	 */
	@Transactional
	public NoticeSettings save(long account, int version, SaveSettings wanted) {
		Preferences next = checked(wanted);
		Preferences before = this.preferences.of(account);
		if (before.version() != version || !this.preferences.replace(account, version, next)) {
			throw new StaleVersion("notice-settings", account, before.version());
		}
		ZoneId home = this.readers.byAccount(account).map(Readers.Reader::home).orElse(null);
		this.table.moveDigest(account, Preferences.digestAfter(this.clock.instant(), next.zone(home)));
		return settings(account);
	}

	private static Preferences checked(SaveSettings wanted) {
		var errors = new ArrayList<FieldError>();
		ZoneId zone = zone(wanted.timeZone(), errors);
		Preferences.Quiet quiet = quiet(wanted, errors);
		Map<Topic, Choice> choices = choices(wanted.choices(), errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return new Preferences(0, zone, quiet, choices);
	}

	/** Only names of regions: an offset does not know when clocks are put back. */
	private static @Nullable ZoneId zone(@Nullable String given, List<FieldError> errors) {
		if (given == null || given.isBlank()) {
			return null;
		}
		try {
			if (ZoneId.getAvailableZoneIds().contains(given) && given.length() <= 60) {
				return ZoneId.of(given);
			}
		} catch (DateTimeException unknown) {
			// Told below.
		}
		errors.add(new FieldError("/timeZone", "iana-zone", given));
		return null;
	}

	private static Preferences.@Nullable Quiet quiet(SaveSettings wanted, List<FieldError> errors) {
		LocalTime from = time("/quietFrom", wanted.quietFrom(), errors);
		LocalTime to = time("/quietTo", wanted.quietTo(), errors);
		boolean begins = wanted.quietFrom() != null && !wanted.quietFrom().isBlank();
		boolean ends = wanted.quietTo() != null && !wanted.quietTo().isBlank();
		if (begins != ends) {
			errors.add(new FieldError(begins ? "/quietTo" : "/quietFrom", "quiet-both"));
		}
		if (from == null || to == null) {
			return null;
		}
		if (from.equals(to)) {
			errors.add(new FieldError("/quietTo", "quiet-all-day"));
			return null;
		}
		return new Preferences.Quiet(from, to);
	}

	private static @Nullable LocalTime time(String pointer, @Nullable String given, List<FieldError> errors) {
		if (given == null || given.isBlank()) {
			return null;
		}
		if (!CLOCK.matcher(given).matches()) {
			errors.add(new FieldError(pointer, "clock"));
			return null;
		}
		return LocalTime.parse(given);
	}

	private static Map<Topic, Choice> choices(List<NoticeChoiceView> given, List<FieldError> errors) {
		var choices = new EnumMap<Topic, Choice>(Topic.class);
		for (int i = 0; i < given.size(); i++) {
			NoticeChoiceView one = given.get(i);
			String at = "/choices/" + i;
			Topic topic = Topic.of(one.topic()).orElse(null);
			MailChoice mail = MailChoice.of(one.mail()).orElse(null);
			if (topic == null) {
				errors.add(new FieldError(at + "/topic", "unknown-code", one.topic()));
			} else if (choices.containsKey(topic)) {
				errors.add(new FieldError(at + "/topic", "twice"));
			} else if (mail == null) {
				errors.add(new FieldError(at + "/mail", "unknown-code", one.mail()));
			} else {
				Choice choice = new Choice(one.inApp(), mail);
				if (topic == Topic.INVITATIONS && !choice.equals(Choice.FIRST)) {
					errors.add(new FieldError(at, "notice-fixed"));
				} else if (!one.inApp() && mail == MailChoice.NEVER) {
					errors.add(new FieldError(at, "notice-somewhere"));
				}
				choices.put(topic, choice);
			}
		}
		return choices;
	}

}
