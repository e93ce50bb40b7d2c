package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.FigureService.Years;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Counted;

/** Figures over the years on the web, and as workbooks in the reader's language. */
@RestController
@RequestMapping("/api/picture")
class FigureController {

	static final int FIRST_YEAR = 1950;

	static final int LAST_YEAR = 2100;

	private static final MediaType WORKBOOK = MediaType
			.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final FigureService figures;

	private final BalanceService balance;

	private final FigureTables tables;

	private final BalanceTables balanceTables;

	private final CurrentActor actor;

	FigureController(FigureService figures, BalanceService balance, FigureTables tables, BalanceTables balanceTables,
			CurrentActor actor) {
		this.figures = figures;
		this.balance = balance;
		this.tables = tables;
		this.balanceTables = balanceTables;
		this.actor = actor;
	}

	/**
	 * How concentrated projects, bases, needs and people are.
	 * @param by {@code industry} or {@code country}
	 * @param city of which; none for the province
	 * @param from the first year; none for all there is
	 * @param to the last year
	 */
	@GetMapping("/concentration")
	@PreAuthorize(GapController.OFFICERS)
	ConcentrationView concentration(@RequestParam(defaultValue = "country") String by,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to) {
		return this.figures.concentration(by(by), GapController.given(city), new Years(from, to),
				this.actor.required());
	}

	/** The same as a workbook. */
	@GetMapping("/concentration.xlsx")
	@PreAuthorize(GapController.OFFICERS)
	ResponseEntity<byte[]> concentrationSheet(@RequestParam(defaultValue = "country") String by,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to,
			HttpServletRequest request) {
		var language = Texts.language(request);
		var view = concentration(by, city, from, to);
		var conditions = new ArrayList<>(
				this.tables.conditions(language, view.city(), null, null, view.from(), view.to()));
		conditions.add(this.tables.closed(view.closedNeeds(), language));
		return workbook("concentration", this.tables.workbook(List.of(this.tables.years(view, language),
				this.tables.all(view, language), this.tables.shares(view, language)), conditions, language));
	}

	/**
	 * Needs, projects, bases and people in each year.
	 * @param from the first year; none for all there is
	 */
	@GetMapping("/trend")
	@PreAuthorize(GapController.OFFICERS)
	TrendView trend(@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String industry,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to) {
		return this.figures.trend(
				new Counted(GapController.given(city), GapController.given(industry), GapController.given(country)),
				new Years(from, to), this.actor.required());
	}

	/** The same as a workbook. */
	@GetMapping("/trend.xlsx")
	@PreAuthorize(GapController.OFFICERS)
	ResponseEntity<byte[]> trendSheet(@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String industry,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to,
			HttpServletRequest request) {
		var language = Texts.language(request);
		var view = trend(city, industry, country, from, to);
		var conditions = new ArrayList<>(this.tables.conditions(language, view.city(), view.industry(),
				view.country(), view.from(), view.to()));
		conditions.add(this.tables.closed(view.closedNeeds(), language));
		return workbook("trend",
				this.tables.workbook(List.of(this.tables.trend(view, language)), conditions, language));
	}

	/**
	 * From which cities cooperation leads to which partner countries.
	 * @param kind {@code project} or {@code base}
	 * @param from the first of the years in one of which it went on; none for any
	 */
	@GetMapping("/flows")
	@PreAuthorize(GapController.OFFICERS)
	FlowView flows(@RequestParam(defaultValue = "project") String kind,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String industry,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to) {
		return this.figures.flows(switch (kind) {
			case "project" -> FlowView.FlowKind.PROJECT;
			case "base" -> FlowView.FlowKind.BASE;
			default -> throw new InvalidInput("/kind", "unknown-code", shortened(kind));
		}, new Counted(GapController.given(city), GapController.given(industry), null), new Years(from, to));
	}

	/** The same as a workbook. */
	@GetMapping("/flows.xlsx")
	@PreAuthorize(GapController.OFFICERS)
	ResponseEntity<byte[]> flowsSheet(@RequestParam(defaultValue = "project") String kind,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String industry,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer from,
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer to,
			HttpServletRequest request) {
		var language = Texts.language(request);
		var view = flows(kind, city, industry, from, to);
		return workbook("flows", this.tables.workbook(List.of(this.tables.flows(view, language)),
				this.tables.conditions(language, view.city(), view.industry(), null, view.from(), view.to()),
				language));
	}

	/**
	 * Whether recommendations and panels reach many people. For those who look after it, and for nobody who takes part.
	 * @param year in which results of panels were settled; none for this one
	 */
	@GetMapping("/balance")
	@PreAuthorize("hasAnyRole('PROVINCIAL_OFFICER','AUDITOR')")
	BalanceView balance(
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year) {
		return this.balance.balance(year);
	}

	/** The same as a workbook, with nothing that the page leaves out. */
	@GetMapping("/balance.xlsx")
	@PreAuthorize("hasAnyRole('PROVINCIAL_OFFICER','AUDITOR')")
	ResponseEntity<byte[]> balanceSheet(
			@RequestParam(required = false) @Nullable @Min(FIRST_YEAR) @Max(LAST_YEAR) Integer year,
			HttpServletRequest request) {
		return workbook("balance", this.balanceTables.workbook(balance(year), Texts.language(request)));
	}

	private static By by(String by) {
		return switch (by) {
			case "industry" -> By.INDUSTRY;
			case "country" -> By.COUNTRY;
			default -> throw new InvalidInput("/by", "unknown-code", shortened(by));
		};
	}

	static String shortened(String value) {
		return (value.length() > 60) ? value.substring(0, 60) + "…" : value;
	}

	static ResponseEntity<byte[]> workbook(String name, byte[] content) {
		return file("zhiqiao-" + name + ".xlsx", WORKBOOK, content);
	}

	static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
		return ResponseEntity.ok()
				.contentType(type)
				.cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.body(content);
	}

}
