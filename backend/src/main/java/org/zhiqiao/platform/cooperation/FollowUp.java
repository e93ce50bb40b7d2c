package org.zhiqiao.platform.cooperation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.audit.AuditLog;
import org.zhiqiao.platform.cooperation.BaseYear.Area;
import org.zhiqiao.platform.cooperation.BaseYear.Measure;
import org.zhiqiao.platform.cooperation.BaseYearTable.Counted;
import org.zhiqiao.platform.cooperation.CooperationTable.Wanted;
import org.zhiqiao.platform.cooperation.CooperationViews.CooperationOrganisation;
import org.zhiqiao.platform.cooperation.SaveBaseYear.SaveMeasure;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Follows bases up year by year: what they mean to reach, what they reached, and whether the report of a year came in time. A
 * base owes the report of every year in which it was there, if it counted when that report was due: nobody could hand one in
 * before it was recorded, or while it was withdrawn.
 */
@Service
class FollowUp {

	private static final int MOST_BASES = 10_000;

	private static final int MOST_MEASURES = 60;

	private static final int WHAT = 100;

	private static final int UNIT = 20;

	private static final int NOTE = 5000;

	private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

	private final CooperationTable table;

	private final BaseYearTable years;

	private final CooperationViews views;

	private final Accounts accounts;

	private final Notifications notifications;

	private final AuditLog audit;

	private final CooperationSettings settings;

	private final Clock clock;

	FollowUp(CooperationTable table, BaseYearTable years, CooperationViews views, Accounts accounts,
			Notifications notifications, AuditLog audit, CooperationSettings settings, Clock clock) {
		this.table = table;
		this.years = years;
		this.views = views;
		this.accounts = accounts;
		this.notifications = notifications;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether the report of a year is there. */
	enum ReportState {

		/** It is handed in. */
		IN,
		/** It is owed, and there is time. */
		OPEN,
		/** It is owed, and the day has passed. */
		LATE,
		/** Nobody asked for it: the base was not recorded yet on its day, or withdrawn. */
		NOT_OWED;

		/** As clients of the API see it. */
		@JsonValue
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What a base lacks that says what it is for (§4.3.1). */
	enum Unclear {

		DOMAINS, THEME, COUNTRIES;

		/** As clients of the API see it. */
		@JsonValue
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A base in a year.
	 *
	 * @param version of the year's figures, 0 if there are none
	 * @param unclear what is missing of its field, theme and key countries
	 * @param editable whether the viewer may enter figures
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record BaseYearView(long id, int year, int version, Bilingual title, @Nullable CooperationOrganisation host,
			@Nullable String city, @Nullable String baseType, List<Unclear> unclear, ReportState state,
			LocalDate dueBy, @Nullable Instant reportedAt, List<Measure> measures, @Nullable String note,
			boolean editable) {

	}

	/** How many reports of a city's bases there are; {@code due} counts those that are owed, {@code in} and {@code late} among them. */
	record FollowUpPlace(@Nullable String city, int bases, int due, int in, int late, int unclear) {

	}

	/** All bases of a year that the viewer may see, the late ones first. */
	record FollowUpYear(int year, LocalDate dueBy, FollowUpPlace all, List<FollowUpPlace> cities,
			List<BaseYearView> bases) {

	}

	/** @param year null for the last one that is over */
	@Transactional(readOnly = true)
	FollowUpYear year(@Nullable Integer year, @Nullable String city, Actor actor) {
		var wanted = (year != null) ? year : LocalDate.now(this.clock.withZone(Moments.HERE)).getYear() - 1;
		var bases = bases(city).stream().filter(one -> lasted(one, wanted) && sees(one, actor)).toList();
		var shown = new ArrayList<>(views(bases, wanted, actor));
		shown.sort((one, other) -> Boolean.compare(other.state() == ReportState.LATE, one.state() == ReportState.LATE));
		var places = new LinkedHashMap<String, List<BaseYearView>>();
		shown.stream()
				.sorted((one, other) -> Objects.requireNonNullElse(one.city(), "")
						.compareTo(Objects.requireNonNullElse(other.city(), "")))
				.forEach(one -> places.computeIfAbsent(Objects.requireNonNullElse(one.city(), ""),
						_ -> new ArrayList<>()).add(one));
		return new FollowUpYear(wanted, dueBy(wanted), place(null, shown),
				places.entrySet().stream().map(one -> place(one.getKey(), one.getValue())).toList(), shown);
	}

	private static FollowUpPlace place(@Nullable String city, Collection<BaseYearView> bases) {
		return new FollowUpPlace(city, bases.size(),
				(int) bases.stream().filter(one -> one.state() != ReportState.NOT_OWED).count(),
				(int) bases.stream().filter(one -> one.state() == ReportState.IN).count(),
				(int) bases.stream().filter(one -> one.state() == ReportState.LATE).count(),
				(int) bases.stream().filter(one -> !one.unclear().isEmpty()).count());
	}

	@Transactional(readOnly = true)
	BaseYearView one(long id, int year, Actor actor) {
		var base = base(id, actor);
		mustHaveLasted(base, year);
		return views(List.of(base), year, actor).getFirst();
	}

	/** The figures of a year, by those who look after the base. */
	@Transactional
	BaseYearView save(long id, int year, int version, SaveBaseYear save, Actor actor) {
		var before = before(id, year, version, actor);
		var after = new BaseYear(id, year, version, measures(save), note(save), before.reportedAt());
		if (after.reportedAt() != null) {
			complete(after);
		}
		return store("cooperation.year-changed", after, actor);
	}

	/** Hands the figures in as the report of the year. */
	@Transactional
	BaseYearView report(long id, int year, int version, Actor actor) {
		var before = before(id, year, version, actor);
		if (year > LocalDate.now(this.clock.withZone(Moments.HERE)).getYear()) {
			throw new ProblemException(HttpStatus.CONFLICT, "cooperation-year-ahead", year);
		}
		complete(before);
		var now = Moments.exact(this.clock.instant());
		return store("cooperation.year-reported", new BaseYear(id, year, version, before.measures(), before.note(),
				Objects.requireNonNullElse(before.reportedAt(), now)), actor);
	}

	private BaseYear before(long id, int year, int version, Actor actor) {
		var base = base(id, actor);
		if (!edits(base, actor)) {
			throw new NotAllowed("cooperation-base-editor");
		}
		mustHaveLasted(base, year);
		var before = this.years.find(id, year);
		if (before.version() != version) {
			throw new StaleVersion("cooperation", id, before.version());
		}
		return before;
	}

	private BaseYearView store(String action, BaseYear after, Actor actor) {
		var stored = this.years.store(after, actor.accountId(), this.clock.instant());
		this.audit.record(action, "cooperation", after.base(), null,
				Map.of("year", after.year(), "version", stored.version(), "measures", stored.measures()));
		return one(after.base(), after.year(), actor);
	}

	/** Tells those who look after a base, once for each year, that its report is late. */
	@Transactional
	void remind(Instant now) {
		var today = now.atZone(Moments.HERE).toLocalDate();
		var bases = bases(null);
		var counted = this.years.counted(bases.stream().map(Cooperation::id).toList());
		// Whoever was away for longer is told of the last report only: earlier ones are on the page.
		var year = today.isAfter(dueBy(today.getYear() - 1)) ? today.getYear() - 1 : today.getYear() - 2;
		var known = this.years.of(bases.stream().map(Cooperation::id).toList(), year);
		for (var base : bases) {
			if (lasted(base, year)
					&& state(base, known.get(base.id()), year, counted.getOrDefault(base.id(), List.of()),
							now) == ReportState.LATE
					&& this.years.noteLate(base.id(), year, now)) {
				tell(base, year);
			}
		}
	}

	private void tell(Cooperation base, int year) {
		var recorded = Objects.requireNonNull(base.recorded());
		for (var person : editors(base)) {
			this.notifications.send(new Mail(Topic.COOPERATION, person.email(), person.language(),
					"cooperation-report-late",
					"/workspace/cooperation/" + base.id() + "/years/" + year, recorded.title().in(person.language()),
					Integer.toString(year), day(dueBy(year), person.language())));
		}
	}

	private static String day(LocalDate day, Locale language) {
		return DateTimeFormatter.ofPattern("zh".equals(language.getLanguage()) ? "uuuu年M月d日" : "d MMMM uuuu", language)
				.format(day);
	}

	/** Whoever entered it; once they have left, its city's officers; where it has none, those of the province. */
	private Collection<Accounts.Person> editors(Cooperation base) {
		var owner = Optional.ofNullable(base.ownerId()).flatMap(this.accounts::find);
		if (owner.isPresent()) {
			return List.of(owner.get());
		}
		var city = Objects.requireNonNull(base.recorded()).city();
		var ofCity = (city != null) ? this.accounts.holding(Role.CITY_OFFICER, city) : List.<Accounts.Person>of();
		return ofCity.isEmpty() ? this.accounts.holding(Role.PROVINCIAL_OFFICER, null) : ofCity;
	}

	private List<Cooperation> bases(@Nullable String city) {
		return this.table.load(this.table.recorded(
				new Wanted(CooperationKind.BASE, null, city, null, null, null, null, List.of()), 0, MOST_BASES));
	}

	private Cooperation base(long id, Actor actor) {
		return this.table.find(id)
				.filter(one -> one.recorded() != null && one.recorded().kind() == CooperationKind.BASE
						&& sees(one, actor))
				.orElseThrow(() -> new NotFound("cooperation", id));
	}

	/** What a base plans is its own, its city's and the province's business, not that of other hosts. */
	private static boolean sees(Cooperation base, Actor actor) {
		return actor.is(Role.PROVINCIAL_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR) || edits(base, actor);
	}

	private static boolean edits(Cooperation base, Actor actor) {
		var city = (base.recorded() != null) ? base.recorded().city() : null;
		return CooperationViews.owns(base, actor) || actor.is(Role.PROVINCIAL_OFFICER)
				|| (actor.is(Role.CITY_OFFICER) && city != null && city.equals(actor.city()));
	}

	private static boolean lasted(Cooperation base, int year) {
		var recorded = Objects.requireNonNull(base.recorded());
		var from = recorded.fromYear();
		var to = recorded.toYear();
		return (from == null || from <= year) && (to == null || to >= year);
	}

	private void mustHaveLasted(Cooperation base, int year) {
		if (!lasted(base, year) || year > LocalDate.now(this.clock.withZone(Moments.HERE)).getYear() + 1) {
			throw new NotFound("cooperation-year", year);
		}
	}

	LocalDate dueBy(int year) {
		return this.settings.reportDue().atYear(year + 1);
	}

	private Instant dueAt(int year) {
		return ZonedDateTime.of(dueBy(year).plusDays(1).atStartOfDay(), Moments.HERE).toInstant();
	}

	private ReportState state(Cooperation base, @Nullable BaseYear year, int of, List<Counted> counted, Instant now) {
		if (year != null && year.reportedAt() != null) {
			return ReportState.IN;
		}
		var due = dueAt(of);
		if (!lasted(base, of) || counted.stream().noneMatch(one -> one.at(due))) {
			return ReportState.NOT_OWED;
		}
		return now.isBefore(due) ? ReportState.OPEN : ReportState.LATE;
	}

	private List<BaseYearView> views(List<Cooperation> bases, int year, Actor actor) {
		var ids = bases.stream().map(Cooperation::id).toList();
		var counted = this.years.counted(ids);
		var known = this.years.of(ids, year);
		var hosts = new LinkedHashMap<Long, @Nullable CooperationOrganisation>();
		this.views.recorded(bases, actor).forEach(view -> hosts.put(view.id(), view.host()));
		return bases.stream().map(base -> {
			var recorded = Objects.requireNonNull(base.recorded());
			var figures = Objects.requireNonNullElse(known.get(base.id()), BaseYear.empty(base.id(), year));
			return new BaseYearView(base.id(), year, figures.version(), recorded.title(), hosts.get(base.id()),
					recorded.city(), recorded.baseType(), unclear(recorded),
					state(base, known.get(base.id()), year, counted.getOrDefault(base.id(), List.of()),
							this.clock.instant()),
					dueBy(year),
					figures.reportedAt(), figures.measures(), figures.note(), edits(base, actor));
		}).toList();
	}

	static List<Unclear> unclear(CooperationContent base) {
		var unclear = new ArrayList<Unclear>();
		if (base.domains().isEmpty()) {
			unclear.add(Unclear.DOMAINS);
		}
		if (base.theme() == null) {
			unclear.add(Unclear.THEME);
		}
		if (base.countries().isEmpty()) {
			unclear.add(Unclear.COUNTRIES);
		}
		return unclear;
	}

	static @Nullable String note(SaveBaseYear save) {
		var note = save.note();
		if (note != null && note.length() > NOTE) {
			throw new InvalidInput("/note", "length-at-most", NOTE);
		}
		return (note == null || note.isBlank()) ? null : note.strip();
	}

	static List<Measure> measures(SaveBaseYear save) {
		var wrong = new ArrayList<FieldError>();
		if (save.all().size() > MOST_MEASURES) {
			wrong.add(new FieldError("/measures", "count-at-most", MOST_MEASURES));
		}
		var measures = new ArrayList<Measure>();
		for (var i = 0; i < save.all().size(); i++) {
			measures.add(measure("/measures/" + i, save.all().get(i), wrong));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return measures;
	}

	private static Measure measure(String at, SaveMeasure save, List<FieldError> wrong) {
		var area = Arrays.stream(Area.values()).filter(one -> one.code().equals(save.area())).findFirst();
		if (area.isEmpty()) {
			wrong.add((save.area() == null)
					? new FieldError(at + "/area", "required")
					: new FieldError(at + "/area", "unknown-code", save.area()));
		}
		var what = text(at + "/what", save.what(), WHAT, wrong);
		var unit = text(at + "/unit", save.unit(), UNIT, wrong);
		return new Measure(area.orElse(null), what, unit, number(at + "/target", save.target(), wrong),
				number(at + "/result", save.result(), wrong));
	}

	private static @Nullable String text(String pointer, @Nullable String text, int most, List<FieldError> wrong) {
		var line = CooperationCheck.line(text);
		if (line == null) {
			wrong.add(new FieldError(pointer, "required"));
		} else if (line.length() > most) {
			wrong.add(new FieldError(pointer, "length-at-most", most));
		}
		return line;
	}

	private static @Nullable BigDecimal number(String pointer, @Nullable BigDecimal number, List<FieldError> wrong) {
		if (number == null) {
			return null;
		}
		if (number.signum() < 0) {
			wrong.add(new FieldError(pointer, "at-least", 0));
		} else if (number.compareTo(MOST) > 0) {
			wrong.add(new FieldError(pointer, "at-most", MOST));
		} else if (number.stripTrailingZeros().scale() > 2) {
			wrong.add(new FieldError(pointer, "cooperation-two-decimals"));
		}
		return number;
	}

	/** A report says of each of the three what was meant and what was reached. */
	private static void complete(BaseYear year) {
		var wrong = new ArrayList<FieldError>();
		for (var area : Area.values()) {
			if (year.measures().stream().noneMatch(one -> one.area() == area)) {
				wrong.add(new FieldError("/measures", "cooperation-area-missing-" + area.code()));
			}
		}
		for (var i = 0; i < year.measures().size(); i++) {
			if (year.measures().get(i).result() == null) {
				wrong.add(new FieldError("/measures/" + i + "/result", "required"));
			}
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

}
