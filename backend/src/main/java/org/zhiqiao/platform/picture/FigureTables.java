package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.document.FigureTable;
import org.zhiqiao.platform.document.FigureTable.Column;
import org.zhiqiao.platform.document.FigureTable.Kind;
import org.zhiqiao.platform.document.Spreadsheet;
import org.zhiqiao.platform.picture.ConcentrationView.By;
import org.zhiqiao.platform.picture.ConcentrationView.Spread;
import org.zhiqiao.platform.picture.GapMatrix.GapCell;
import org.zhiqiao.platform.picture.GapMatrix.GapColumns;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** Puts figures into tables with heads and names in the reader's language: for workbooks and for the report. */
@Component
class FigureTables {

	private static final int NAME = 24;

	private static final int NUMBER = 12;

	private final Texts texts;

	private final Vocabulary vocabulary;

	FigureTables(Texts texts, Vocabulary vocabulary) {
		this.texts = texts;
		this.vocabulary = vocabulary;
	}

	String word(Locale language, String key, Object... arguments) {
		return this.texts.text(language, "picture." + key, arguments);
	}

	String name(Scheme scheme, String code, Locale language) {
		return this.vocabulary.label(scheme, code).in(language);
	}

	/** The city's name, or the province's. */
	String place(@Nullable String city, Locale language) {
		return (city != null) ? name(Scheme.CITIES, city, language) : word(language, "province");
	}

	/** The cells that are given, of a matrix. */
	FigureTable gaps(GapMatrix matrix, List<GapCell> cells, String title, Locale language) {
		var byCity = matrix.columns() == GapColumns.CITY;
		var columns = Stream.concat(
				Stream.of(text(language, "industry", NAME), text(language, byCity ? "city" : "country", NAME)),
				Stream.concat(fourCounts(language), Stream.of(text(language, "missing", 30))))
				.toList();
		return new FigureTable(title, columns,
				cells.stream()
						.map(cell -> List.<@Nullable Object>of(name(Scheme.INDUSTRIES, cell.industry(), language),
								name(byCity ? Scheme.CITIES : Scheme.COUNTRIES, cell.place(), language), cell.needs(),
								cell.people(), cell.projects(), cell.bases(), missing(cell, byCity, language)))
						.toList());
	}

	private String missing(GapCell cell, boolean byCity, Locale language) {
		return switch (cell.gap()) {
			case null -> "";
			case PEOPLE -> word(language, byCity ? "gap.people" : "gap.people-abroad");
			case COOPERATION -> word(language, "gap.cooperation");
		};
	}

	Stream<Column> fourCounts(Locale language) {
		return Stream.of("needs", "people", "projects", "bases").map(key -> count(language, key));
	}

	/** A line for each year and measure. */
	FigureTable years(ConcentrationView view, Locale language) {
		var rows = new ArrayList<List<@Nullable Object>>();
		view.years().forEach(year -> year.spreads().forEach(spread -> {
			var row = new ArrayList<@Nullable Object>();
			row.add(year.year());
			row.addAll(spread(view.by(), spread, language));
			rows.add(row);
		}));
		return new FigureTable(word(language, "sheet.years"),
				Stream.concat(Stream.of(new Column(word(language, "column.year"), Kind.YEAR, 8)),
						spreadColumns(view.by(), language)).toList(),
				rows);
	}

	/** A line for each measure, over all years together. */
	FigureTable all(ConcentrationView view, Locale language) {
		return new FigureTable(word(language, "sheet.all"), spreadColumns(view.by(), language).toList(),
				view.all().stream().map(spread -> spread(view.by(), spread, language)).toList());
	}

	/** A line for each industry or country and measure. */
	FigureTable shares(ConcentrationView view, Locale language) {
		var rows = new ArrayList<List<@Nullable Object>>();
		view.all()
				.forEach(spread -> spread.shares()
						.forEach(share -> rows.add(List.of(word(language, "measure." + spread.measure().word()),
								name(scheme(view.by()), share.code(), language), share.count(), share.share()))));
		return new FigureTable(word(language, "sheet.shares"),
				List.of(text(language, "measure", NAME), text(language, by(view.by()), NAME), count(language, "count"),
						new Column(word(language, "column.share"), Kind.SHARE, NUMBER)),
				rows);
	}

	private Stream<Column> spreadColumns(By by, Locale language) {
		return Stream.of(text(language, "measure", NAME), count(language, "things"), count(language, "counted"),
				count(language, by == By.INDUSTRY ? "industries" : "countries"),
				new Column(word(language, "column.cr3"), Kind.SHARE, NUMBER),
				new Column(word(language, "column.hhi"), Kind.INDEX, NUMBER), text(language, "first", 40));
	}

	private List<@Nullable Object> spread(By by, Spread spread, Locale language) {
		var cells = new ArrayList<@Nullable Object>();
		cells.add(word(language, "measure." + spread.measure().word()));
		cells.add(spread.things());
		cells.add(spread.counted());
		cells.add(spread.places());
		cells.add(spread.cr3());
		cells.add(spread.hhi());
		cells.add(first(by, spread, language));
		return cells;
	}

	/** The first three with their counts; none where there is nothing. */
	@Nullable
	String first(By by, Spread spread, Locale language) {
		var first = spread.shares()
				.stream()
				.limit(3)
				.map(share -> word(language, "share", name(scheme(by), share.code(), language), share.count()))
				.toList();
		return first.isEmpty() ? null : String.join(word(language, "list-separator"), first);
	}

	FigureTable trend(TrendView view, Locale language) {
		return new FigureTable(word(language, "sheet.trend"),
				List.of(new Column(word(language, "column.year"), Kind.YEAR, 8), count(language, "needs-new"),
						count(language, "projects-started"), count(language, "projects-running"),
						count(language, "bases"), count(language, "people-new"), count(language, "people-so-far")),
				view.years()
						.stream()
						.map(year -> List.<@Nullable Object>of(year.year(), year.needs(), year.projectsStarted(),
								year.projectsRunning(), year.bases(), year.people(), year.peopleSoFar()))
						.toList());
	}

	FigureTable flows(FlowView view, Locale language) {
		return new FigureTable(word(language, "sheet.flows"),
				List.of(text(language, "city", NAME), text(language, "country", NAME),
						count(language, (view.kind() == FlowView.FlowKind.PROJECT) ? "projects" : "bases")),
				view.links()
						.stream()
						.map(link -> List.<@Nullable Object>of(name(Scheme.CITIES, link.city(), language),
								name(Scheme.COUNTRIES, link.country(), language), link.count()))
						.toList());
	}

	/** A workbook of tables with a sheet that says what they are. */
	byte[] workbook(List<FigureTable> tables, List<List<String>> conditions, Locale language) {
		var notes = new ArrayList<>(conditions);
		for (var key : List.of("each", "cr3", "hhi", "years", "needs", "people")) {
			notes.add(List.of(word(language, "note." + key + ".label"), word(language, "note." + key)));
		}
		return Spreadsheet.of(tables, word(language, "sheet.notes"), notes);
	}

	/** What was asked for, a line for each; what was not asked for has none. */
	List<List<String>> conditions(Locale language, @Nullable String city, @Nullable String industry,
			@Nullable String country, @Nullable Integer from, @Nullable Integer to) {
		var lines = new ArrayList<List<String>>();
		lines.add(List.of(word(language, "condition.place"), place(city, language)));
		if (industry != null) {
			lines.add(List.of(word(language, "column.industry"), name(Scheme.INDUSTRIES, industry, language)));
		}
		if (country != null) {
			lines.add(List.of(word(language, "column.country"), name(Scheme.COUNTRIES, country, language)));
		}
		if (from != null || to != null) {
			lines.add(List.of(word(language, "condition.years"),
					((from != null) ? String.valueOf(from) : "") + "–" + ((to != null) ? String.valueOf(to) : "")));
		}
		return lines;
	}

	List<String> closed(ConcentrationView.ClosedCounted closed, Locale language) {
		return List.of(word(language, "condition.closed"), word(language, "closed." + switch (closed) {
			case ALL -> "all";
			case OWN -> "own";
			case NONE -> "none";
		}));
	}

	Column text(Locale language, String key, int width) {
		return new Column(word(language, "column." + key), Kind.TEXT, width);
	}

	Column count(Locale language, String key) {
		return new Column(word(language, "column." + key), Kind.COUNT, NUMBER);
	}

	private static Scheme scheme(By by) {
		return (by == By.INDUSTRY) ? Scheme.INDUSTRIES : Scheme.COUNTRIES;
	}

	private static String by(By by) {
		return (by == By.INDUSTRY) ? "industry" : "country";
	}

}
