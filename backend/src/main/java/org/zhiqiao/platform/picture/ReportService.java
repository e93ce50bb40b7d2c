package org.zhiqiao.platform.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.cooperation.CooperationTallies;
import org.zhiqiao.platform.demand.ClosedNeeds;
import org.zhiqiao.platform.demand.DemandTallies;
import org.zhiqiao.platform.demand.Outcome;
import org.zhiqiao.platform.document.FigureTable;
import org.zhiqiao.platform.document.FigureTable.Column;
import org.zhiqiao.platform.document.FigureTable.Kind;
import org.zhiqiao.platform.expert.ExpertTallies;
import org.zhiqiao.platform.moment.Moments;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.ConcentrationView.Spread;
import org.zhiqiao.platform.picture.FigureService.Years;
import org.zhiqiao.platform.picture.GapMatrix.Gap;
import org.zhiqiao.platform.picture.GapMatrix.GapCell;
import org.zhiqiao.platform.picture.Report.Block;
import org.zhiqiao.platform.picture.Report.Figures;
import org.zhiqiao.platform.picture.Report.Note;
import org.zhiqiao.platform.picture.Report.Section;
import org.zhiqiao.platform.picture.Report.Text;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Scheme;

/** Writes the report on a city or the province, from the same figures as the pages. */
@Service
class ReportService {

	private static final int MONTHS_OF_QUARTER = 3;

	/** So many years are in the table of concentration. */
	private static final int YEARS = 5;

	/** Above these the guidelines of the United States call a market moderately and highly concentrated. */
	private static final double MODERATE = 0.10;

	private static final double HIGH = 0.18;

	private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

	private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

	private final Picture picture;

	private final FigureService figures;

	private final FigureTables tables;

	private final CooperationTallies cooperations;

	private final DemandTallies demands;

	private final ExpertTallies experts;

	private final ObjectProvider<ReportChapter> chapters;

	private final Texts texts;

	private final Clock clock;

	ReportService(Picture picture, FigureService figures, FigureTables tables, CooperationTallies cooperations,
			DemandTallies demands, ExpertTallies experts, ObjectProvider<ReportChapter> chapters, Texts texts,
			Clock clock) {
		this.picture = picture;
		this.figures = figures;
		this.tables = tables;
		this.cooperations = cooperations;
		this.demands = demands;
		this.experts = experts;
		this.chapters = chapters;
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * The time of a report.
	 *
	 * @param quarter 1 to 4; none for the whole year
	 */
	record Period(int year, @Nullable Integer quarter) {

		Instant from() {
			return first().atStartOfDay(Moments.HERE).toInstant();
		}

		Instant until() {
			return first().plusMonths((this.quarter != null) ? MONTHS_OF_QUARTER : 12)
					.atStartOfDay(Moments.HERE)
					.toInstant();
		}

		private LocalDate first() {
			return LocalDate.of(this.year, (this.quarter != null) ? 1 + (this.quarter - 1) * MONTHS_OF_QUARTER : 1, 1);
		}

	}

	/**
	 * Writes one.
	 * @param city none for the province
	 * @param year none for this one
	 */
	@Transactional(readOnly = true)
	Report report(@Nullable String city, @Nullable Integer year, @Nullable Integer quarter, Actor reader,
			Locale language) {
		var period = new Period(Objects.requireNonNullElseGet(year, this.figures::thisYear), quarter);
		if (period.from().isAfter(this.clock.instant())) {
			throw new InvalidInput((period.year() > this.figures.thisYear()) ? "/year" : "/quarter", "past");
		}
		return new Writing(new ReportAsked(city, period.from(), period.until(), reader), period, language).report();
	}

	/** One report while it is written. */
	private final class Writing {

		private final ReportAsked asked;

		private final Period period;

		private final Locale language;

		private final Counted counted;

		private final ClosedNeeds closed;

		/** Over all years. */
		private final ConcentrationView everByCountry;

		private final ConcentrationView byCountry;

		private final ConcentrationView byIndustry;

		private final TrendView trend;

		private final GapMatrix matrix;

		private final List<Block> blocks = new ArrayList<>();

		private Writing(ReportAsked asked, Period period, Locale language) {
			this.asked = asked;
			this.period = period;
			this.language = language;
			this.counted = Counted.of(asked.city());
			this.closed = ClosedNeeds.seenBy(asked.reader());
			var years = new Years(period.year() - YEARS + 1, period.year());
			var figures = ReportService.this.figures;
			var gathered = figures.gathered(By.COUNTRY, asked.city(), asked.reader());
			this.everByCountry = figures.concentration(gathered, Years.ALL);
			this.byCountry = figures.concentration(gathered, years);
			this.byIndustry = figures.concentration(By.INDUSTRY, asked.city(), years, asked.reader());
			this.trend = figures.trend(this.counted, years, asked.reader());
			this.matrix = ReportService.this.picture.byCity(null, null);
		}

		private Report report() {
			var moment = ReportService.this.clock.instant();
			summary();
			gaps();
			concentration();
			leading();
			countries();
			cooperation();
			outcomes();
			ReportService.this.chapters.orderedStream().forEach(this::chapter);
			method();
			var place = ReportService.this.tables.place(this.asked.city(), this.language);
			return new Report(word("report.kind"), word("report.kind-other"), word("report.title", place, period()),
					moment, this.language,
					List.of(new String[]{word("report.place"), place}, new String[]{word("report.period"), period()},
							new String[]{word("report.made"), day(moment)},
							new String[]{word("report.source"), word("report.source-text")}),
					List.copyOf(this.blocks));
		}

		private void summary() {
			section("summary");
			var all = ReportService.this.figures.trend(this.counted, Years.ALL, this.asked.reader());
			var projects = ReportService.this.figures.projects(this.counted);
			var bases = all.years().isEmpty() ? 0 : all.years().getLast().bases();
			var people = all.years().isEmpty() ? 0 : all.years().getLast().peopleSoFar();
			var countries = this.everByCountry.all()
					.stream().filter(spread -> spread.measure() == Measure.PROJECTS_STARTED).mapToLong(Spread::places)
					.sum();
			var place = ReportService.this.tables.place(this.asked.city(), this.language);
			text(word("report.stock", place, projects, countries, bases, people,
					ReportService.this.demands.open(this.asked.city())));
			var now = this.trend.years().getLast();
			text(word("report.flow", period(),
					ReportService.this.demands.published(this.asked.city(), this.asked.from(), this.asked.until(),
							this.closed),
					ReportService.this.experts.published(this.counted, this.asked.from(), this.asked.until()),
					this.period.year(), now.projectsStarted(), now.projectsRunning()));
			text(concentrated(this.byCountry) + between() + concentrated(this.byIndustry));
			var gaps = gapCells();
			text(gaps.isEmpty()
					? word("report.no-gaps")
					: word("report.gaps", gaps.size(), gaps.stream().filter(cell -> cell.gap() == Gap.PEOPLE).count(),
							gaps.stream().filter(cell -> cell.gap() == Gap.COOPERATION).count()));
		}

		/** What the running projects of the year say, beside the year before. */
		private String concentrated(ConcentrationView view) {
			var by = (view.by() == By.COUNTRY) ? "country" : "industry";
			var now = running(view, view.years().size() - 1);
			var cr3 = now.cr3();
			var hhi = now.hhi();
			if (cr3 == null || hhi == null) {
				return word("report.none." + by, this.period.year());
			}
			var sentence = word("report.concentrated." + by, this.period.year(), now.things(),
					Objects.requireNonNull(ReportService.this.tables.first(view.by(), now, this.language)),
					Kind.SHARE.text(cr3), Kind.INDEX.text(hhi), String.format(Locale.ROOT, "%.1f", 1 / hhi));
			var before = running(view, view.years().size() - 2).cr3();
			var change = (before == null) ? 0 : Math.round((cr3 - before) * 1000) / 10.0;
			var compared = (before == null)
					? word("report.no-year-before")
					: (change == 0)
							? word("report.unchanged")
							: word((change > 0) ? "report.up" : "report.down",
									String.format(Locale.ROOT, "%.1f", Math.abs(change)));
			var judged = word("report." + ((hhi < MODERATE) ? "low" : (hhi < HIGH) ? "moderate" : "high") + "." + by);
			return sentence + compared + judged;
		}

		private static Spread running(ConcentrationView view, int year) {
			return of(view.years().get(year).spreads(), Measure.PROJECTS_RUNNING);
		}

		private static Spread of(List<Spread> spreads, Measure measure) {
			return spreads.stream().filter(spread -> spread.measure() == measure).findFirst().orElseThrow();
		}

		private List<GapCell> gapCells() {
			return this.matrix.cells()
					.stream()
					.filter(cell -> cell.gap() != null)
					.filter(cell -> this.asked.city() == null || cell.place().equals(this.asked.city()))
					.toList();
		}

		private void gaps() {
			section("gaps");
			var cells = gapCells();
			if (cells.isEmpty()) {
				text(word("report.no-gaps"));
			} else {
				this.blocks.add(new Figures(ReportService.this.tables.gaps(this.matrix, cells,
						word("report.table.gaps", cells.size()), this.language)));
			}
			note("gaps");
		}

		private void concentration() {
			section("concentration");
			for (var view : List.of(this.byCountry, this.byIndustry)) {
				var by = (view.by() == By.COUNTRY) ? "country" : "industry";
				var rows = new ArrayList<List<@Nullable Object>>();
				view.years().forEach(year -> {
					var spread = of(year.spreads(), Measure.PROJECTS_RUNNING);
					var row = new ArrayList<@Nullable Object>();
					row.add(year.year());
					row.add(spread.things());
					row.add(spread.places());
					row.add(spread.cr3());
					row.add(spread.hhi());
					row.add(ReportService.this.tables.first(view.by(), spread, this.language));
					rows.add(row);
				});
				this.blocks.add(new Figures(new FigureTable(word("report.table.running." + by),
						List.of(new Column(word("column.year"), Kind.YEAR, 10), count("projects-running"),
								count((view.by() == By.COUNTRY) ? "countries" : "industries"),
								new Column(word("column.cr3"), Kind.SHARE, 12),
								new Column(word("column.hhi"), Kind.INDEX, 12),
								new Column(word("column.first"), Kind.TEXT, 46)),
						rows)));
			}
			this.blocks.add(new Figures(new FigureTable(word("report.table.all", this.period.year() - YEARS + 1,
					this.period.year()),
					List.of(new Column(word("column.measure"), Kind.TEXT, 30), count("things"),
							new Column(word("column.cr3-country"), Kind.SHARE, 14),
							new Column(word("column.hhi-country"), Kind.INDEX, 14),
							new Column(word("column.cr3-industry"), Kind.SHARE, 14),
							new Column(word("column.hhi-industry"), Kind.INDEX, 14)),
					Stream.of(Measure.values()).map(this::both).toList())));
			note("concentration");
		}

		private List<@Nullable Object> both(Measure measure) {
			var country = of(this.byCountry.all(), measure);
			var industry = of(this.byIndustry.all(), measure);
			var row = new ArrayList<@Nullable Object>();
			row.add(word("measure." + measure.word()));
			row.add(industry.things());
			row.add(country.cr3());
			row.add(country.hhi());
			row.add(industry.cr3());
			row.add(industry.hhi());
			return row;
		}

		private void leading() {
			section("leading");
			var cells = this.matrix.cells()
					.stream()
					.filter(GapCell::leading)
					.filter(cell -> this.asked.city() == null || cell.place().equals(this.asked.city()))
					.toList();
			if (cells.isEmpty()) {
				text(word("report.no-leading"));
			} else {
				this.blocks.add(new Figures(ReportService.this.tables.gaps(this.matrix, cells,
						word("report.table.leading"), this.language)));
			}
			note("leading");
		}

		private void countries() {
			section("countries");
			var all = this.everByCountry.all();
			var codes = of(all, Measure.PROJECTS_STARTED)
					.shares()
					.stream()
					.map(ConcentrationView.CodeShare::code)
					.toList();
			var others = of(all, Measure.BASES)
					.shares()
					.stream()
					.map(ConcentrationView.CodeShare::code)
					.filter(code -> !codes.contains(code))
					.toList();
			var rows = Stream.concat(codes.stream(), others.stream())
					.map(code -> List.<@Nullable Object>of(
							ReportService.this.tables.name(Scheme.COUNTRIES, code, this.language),
							count(all, Measure.PROJECTS_STARTED, code), count(all, Measure.BASES, code),
							count(all, Measure.PEOPLE, code), count(all, Measure.NEEDS, code)))
					.toList();
			if (rows.isEmpty()) {
				text(word("report.no-countries"));
			} else {
				this.blocks.add(new Figures(new FigureTable(word("report.table.countries"),
						List.of(new Column(word("column.country"), Kind.TEXT, 30), count("projects"), count("bases"),
								count("people"), count("needs")),
						rows)));
			}
			note("countries");
		}

		private static long count(List<Spread> all, Measure measure, String code) {
			return of(all, measure)
					.shares()
					.stream()
					.filter(share -> share.code().equals(code))
					.mapToLong(ConcentrationView.CodeShare::count)
					.sum();
		}

		private void cooperation() {
			section("cooperation");
			this.blocks.add(new Figures(ReportService.this.tables.trend(this.trend, this.language)));
			var projects = ReportService.this.cooperations.byHostKind(CooperationKind.PROJECT, this.counted,
					this.period.year());
			var bases = ReportService.this.cooperations.byHostKind(CooperationKind.BASE, this.counted,
					this.period.year());
			var kinds = Stream.concat(projects.keySet().stream(), bases.keySet().stream()).distinct().toList();
			if (!kinds.isEmpty()) {
				this.blocks.add(new Figures(new FigureTable(word("report.table.hosts", this.period.year()),
						List.of(new Column(word("column.host-kind"), Kind.TEXT, 30), count("projects-running"),
								count("bases")),
						kinds.stream()
								.map(kind -> List.<@Nullable Object>of(
										kind.isEmpty()
												? word("report.unknown")
												: ReportService.this.tables.name(Scheme.HOST_KINDS, kind,
														this.language),
										projects.getOrDefault(kind, 0L), bases.getOrDefault(kind, 0L)))
								.toList())));
			}
			note("cooperation");
		}

		private void outcomes() {
			section("outcomes");
			if (!this.closed.complete(this.asked.city())) {
				text(word("report.outcomes-not-yours"));
				return;
			}
			var outcomes = ReportService.this.demands.outcomes(this.asked.city(), this.asked.from(),
					this.asked.until());
			var all = outcomes.values().stream().mapToLong(Long::longValue).sum();
			if (all == 0) {
				text(word("report.no-outcomes", period()));
				return;
			}
			ToLongFunction<Outcome> of = outcome -> outcomes.getOrDefault(outcome, 0L);
			text(word("report.outcomes", period(), all, of.applyAsLong(Outcome.SOLVED),
					Kind.SHARE.text((double) of.applyAsLong(Outcome.SOLVED) / all)));
			this.blocks.add(new Figures(new FigureTable(word("report.table.outcomes"),
					List.of(new Column(word("column.outcome"), Kind.TEXT, 40), count("needs"),
							new Column(word("column.share"), Kind.SHARE, 14)),
					Stream.of(Outcome.values())
							.map(outcome -> List.<@Nullable Object>of(word("outcome." + outcome.code()),
									of.applyAsLong(outcome), (double) of.applyAsLong(outcome) / all))
							.toList())));
		}

		private void chapter(ReportChapter chapter) {
			var sentences = chapter.sentences(this.asked, this.language);
			if (!sentences.isEmpty()) {
				this.blocks.add(new Section(chapter.title(this.language)));
				sentences.forEach(this::text);
				chapter.tables(this.asked, this.language).forEach(table -> this.blocks.add(new Figures(table)));
			}
		}

		private void method() {
			section("method");
			for (var key : List.of("each", "cr3", "hhi", "years", "needs", "people")) {
				text(word("note." + key + ".label") + word("report.colon") + word("note." + key));
			}
			text(word("report.thresholds"));
			text(word("report.closed", ReportService.this.tables.closed(this.byIndustry.closedNeeds(), this.language)
					.getLast()));
			text(word("report.dated", day(ReportService.this.clock.instant())));
		}

		private String period() {
			var quarter = this.period.quarter();
			return (quarter != null)
					? word("report.quarter." + quarter, this.period.year())
					: word("report.year", this.period.year());
		}

		private String day(Instant moment) {
			return (this.language.getLanguage().equals("zh") ? DAY_ZH : DAY_EN)
					.format(moment.atZone(Moments.HERE));
		}

		private String between() {
			return this.language.getLanguage().equals("zh") ? "" : " ";
		}

		private void section(String key) {
			this.blocks.add(new Section(word("report.section." + key)));
		}

		private void text(String text) {
			this.blocks.add(new Text(text));
		}

		private void note(String key) {
			this.blocks.add(new Note(word("report.note." + key)));
		}

		private Column count(String key) {
			return ReportService.this.tables.count(this.language, key);
		}

		private String word(String key, Object... arguments) {
			return ReportService.this.texts.text(this.language, "picture." + key, arguments);
		}

	}

}
