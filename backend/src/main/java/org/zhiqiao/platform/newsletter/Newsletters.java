package org.zhiqiao.platform.newsletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.directory.Searches;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.newsletter.NewsletterTable.Confirmation;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.problem.TooManyAttempts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Subscribing to newsletters and stopping them. */
@Service
class Newsletters {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final int TOKEN_BYTES = 32;

	private final NewsletterTable table;

	private final Searches searches;

	private final Vocabulary vocabulary;

	private final Notifications notifications;

	private final AuditLog audit;

	private final NewsletterSettings settings;

	private final SecureRandom random;

	private final Clock clock;

	private final Texts texts;

	Newsletters(NewsletterTable table, Searches searches, Vocabulary vocabulary, Notifications notifications,
			AuditLog audit, NewsletterSettings settings, SecureRandom random, Clock clock, Texts texts) {
		this.table = table;
		this.searches = searches;
		this.vocabulary = vocabulary;
		this.notifications = notifications;
		this.audit = audit;
		this.settings = settings;
		this.random = random;
		this.clock = clock;
		this.texts = texts;
	}

	/**
	 * What somebody wants.
	 *
	 * @param source one of {@link Source}
	 * @param query as the page that shows it has it in its address; of topics: {@code kind}, {@code industry}, {@code country}
	 * @param weekday 1 (Monday) to 7, for a weekly one
	 */
	record Wanted(String source, String name, String query, String rhythm, @Nullable Integer weekday) {}

	/** Of an account, the newest first. */
	@Transactional(readOnly = true)
	public List<Newsletter> of(Actor reader) {
		return this.table.of(reader.accountId());
	}

	@Transactional
	public Newsletter subscribe(Actor reader, Wanted wanted) {
		Checked checked = checked(wanted);
		switch (checked.source) {
			case EXPERTS -> this.searches.checkExperts(checked.query, reader);
			case DEMANDS -> this.searches.checkDemands(checked.query, reader);
			case TOPICS -> {
			}
		}
		if (this.table.countOf(reader.accountId()) >= this.settings.perAccount()) {
			throw new ProblemException(HttpStatus.CONFLICT, "too-many-newsletters", this.settings.perAccount());
		}
		Instant now = this.clock.instant();
		long id = this.table.insert(new Newsletter(0, 0, reader.accountId(), null, null, checked.source, checked.name,
				checked.query, checked.rhythm, checked.weekday, NewsletterState.ACTIVE, token(), now,
				checked.rhythm.next(now, this.notifications.zoneOf(reader.accountId()), checked.weekday), now), null);
		this.audit.record("newsletter.subscribed", "newsletter", id, null, Map.of("source", checked.source.code()));
		return own(reader, id);
	}

	/** What somebody changes of theirs; what it is about stays. */
	record Change(String name, String rhythm, @Nullable Integer weekday, boolean active) {}

	@Transactional
	public Newsletter change(Actor reader, long id, int version, Change wanted) {
		Newsletter before = own(reader, id);
		if (before.version() != version) {
			throw new StaleVersion("newsletter", id, before.version());
		}
		var errors = new ArrayList<FieldError>();
		String name = name(wanted.name(), errors);
		Rhythm rhythm = rhythm(wanted.rhythm(), errors);
		DayOfWeek weekday = weekday(rhythm, wanted.weekday(), errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		Instant now = this.clock.instant();
		boolean resumed = wanted.active() && before.state() != NewsletterState.ACTIVE;
		var after = new Newsletter(id, version, before.accountId(), null, null, before.source(), name, before.query(),
				rhythm, weekday, wanted.active() ? NewsletterState.ACTIVE : NewsletterState.STOPPED,
				before.stopToken(), before.coveredUntil(),
				wanted.active()
						? rhythm.next(now, this.notifications.zoneOf(reader.accountId()), weekday)
						: null,
				before.createdAt());
		// Nobody wants all that happened while they did not want to hear of it.
		if (!this.table.update(after, resumed ? now : null)) {
			throw new StaleVersion("newsletter", id, own(reader, id).version());
		}
		return own(reader, id);
	}

	@Transactional
	public void delete(Actor reader, long id) {
		if (!this.table.delete(reader.accountId(), id)) {
			throw new NotFound("newsletter", id);
		}
		this.audit.record("newsletter.deleted", "newsletter", id, null, null);
	}

	private Newsletter own(Actor reader, long id) {
		return this.table.find(reader.accountId(), id).orElseThrow(() -> new NotFound("newsletter", id));
	}

	/**
	 * Asks a visitor by mail whether the address is theirs. The answer never tells whether there are newsletters already.
	 *
	 * @param network from which it is asked
	 */
	@Transactional
	public void ask(String address, Locale language, Wanted wanted, String network) {
		String email = address.strip().toLowerCase(Locale.ROOT);
		Checked checked = checked(new Wanted(Source.TOPICS.code(), this.texts.text(language, "newsletter.topics"),
				wanted.query(), wanted.rhythm(), wanted.weekday()));
		Instant now = this.clock.instant();
		String from = digest(network);
		if (this.table.askedSince(now.minus(HOUR), null, from) >= this.settings.confirmationsPerNetwork()
				|| this.table.askedSince(now.minus(HOUR), null, null) >= this.settings.confirmations()) {
			throw new TooManyAttempts(HOUR);
		}
		if (this.table.askedSince(now.minus(HOUR), email, null) >= this.settings.confirmationsPerAddress()
				|| this.table.countOf(email) >= this.settings.perAddress()) {
			return;
		}
		String secret = token();
		this.table.insert(
				new Newsletter(0, 0, null, email, language.toLanguageTag(), checked.source, checked.name, checked.query,
						checked.rhythm, checked.weekday, NewsletterState.WAITING, token(), now, null, now),
				new Confirmation(digest(secret), now.plus(this.settings.confirmWithin()), from));
		this.notifications
				.send(new Mail(Topic.ACCOUNT, email, language, "newsletter-confirm",
						"/newsletters/confirm?token=" + secret, this.settings.confirmWithin().toHours()).secret());
	}

	/** What a link would confirm. */
	@Transactional
	public Newsletter toConfirm(String secret) {
		return this.table.toConfirm(digest(secret), this.clock.instant()).orElseThrow(Newsletters::expired);
	}

	@Transactional
	public void confirm(String secret) {
		Newsletter asked = toConfirm(secret);
		Instant now = this.clock.instant();
		this.table.confirmed(asked.id(), now, asked.rhythm().next(now, Moments.HERE, asked.weekday()));
	}

	/** What a link would stop; none if that has happened. */
	@Transactional(readOnly = true)
	public Optional<Newsletter> toStop(String token) {
		return this.table.byStopToken(token).filter(one -> one.state() == NewsletterState.ACTIVE);
	}

	/** Whether or not there is such a one: pressing the button twice does no harm. */
	@Transactional
	public void stop(String token) {
		this.table.stop(token);
	}

	private static ProblemException expired() {
		return new ProblemException(HttpStatus.GONE, "link-expired");
	}

	private record Checked(Source source, String name, String query, Rhythm rhythm, @Nullable DayOfWeek weekday) {}

	private Checked checked(Wanted wanted) {
		var errors = new ArrayList<FieldError>();
		Source source = Source.of(wanted.source()).orElse(Source.TOPICS);
		if (Source.of(wanted.source()).isEmpty()) {
			errors.add(new FieldError("/source", "unknown-code", wanted.source()));
		}
		String name = name(wanted.name(), errors);
		Rhythm rhythm = rhythm(wanted.rhythm(), errors);
		DayOfWeek weekday = weekday(rhythm, wanted.weekday(), errors);
		String query = wanted.query().startsWith("?") ? wanted.query().substring(1) : wanted.query();
		if (source == Source.TOPICS) {
			topics(query, errors);
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return new Checked(source, name, query, rhythm, weekday);
	}

	private void topics(String query, List<FieldError> errors) {
		Set<String> names = Wishes.parameters(query).keySet();
		names.stream()
				.filter(name -> !Wishes.NAMES.contains(name))
				.forEach(name -> errors.add(new FieldError("/query", "search-parameter", name)));
		Wishes wishes = Wishes.of(query);
		wishes.kinds()
				.stream()
				.filter(kind -> !Wishes.KINDS.contains(kind))
				.forEach(kind -> errors.add(new FieldError("/kinds", "unknown-code", kind)));
		if (wishes.kinds().isEmpty()) {
			errors.add(new FieldError("/kinds", "required"));
		}
		this.vocabulary.unknown(Scheme.INDUSTRIES, wishes.industries())
				.forEach(code -> errors.add(new FieldError("/industries", "unknown-code", code)));
		this.vocabulary.unknown(Scheme.COUNTRIES, wishes.countries())
				.forEach(code -> errors.add(new FieldError("/countries", "unknown-code", code)));
	}

	private static String name(String given, List<FieldError> errors) {
		if (given.isBlank()) {
			errors.add(new FieldError("/name", "required"));
		}
		return given.strip().replaceAll("\\s+", " ");
	}

	private static Rhythm rhythm(String given, List<FieldError> errors) {
		Optional<Rhythm> known = Rhythm.of(given);
		if (known.isEmpty()) {
			errors.add(new FieldError("/rhythm", "unknown-code", given));
		}
		return known.orElse(Rhythm.DAILY);
	}

	private static @Nullable DayOfWeek weekday(Rhythm rhythm, @Nullable Integer given, List<FieldError> errors) {
		if (rhythm != Rhythm.WEEKLY) {
			return null;
		}
		if (given == null || given < 1 || given > 7) {
			errors.add(new FieldError("/weekday", "weekday"));
			return null;
		}
		return DayOfWeek.of(given);
	}

	private String token() {
		byte[] bytes = new byte[TOKEN_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String digest(String secret) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256")
							.digest(Objects.requireNonNull(secret).getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

}
