package org.zhiqiao.platform.matching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.demand.DemandView;
import org.zhiqiao.platform.document.Spreadsheet;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.search.ranking.Criterion;

/** Writes rankings and shortlists as workbooks, in the reader's language. */
@Component
class MatchSheets {

	private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private static final int CHARACTER = 256;

	private final Texts texts;

	private final ReasonText reasons;

	MatchSheets(Texts texts, ReasonText reasons) {
		this.texts = texts;
		this.reasons = reasons;
	}

	/** A ranked list with points and reasons, and a second sheet that says how it came about. */
	byte[] matches(DemandView demand, MatchPage page, Locale language) {
		return written(workbook -> {
			var rotated = page.rotation() != null;
			var table = new Table(workbook, word(language, "sheet-matches"),
					Stream.concat(
							Stream.of("rank", "score", "name", "title", "affiliation", "residence", "domain",
									"language",
									"country", "wishes", "reasons", "missing", "shortlisted", "sample"),
							rotated ? Stream.of("usual-rank") : Stream.empty())
							.map(column -> word(language, "column-" + column))
							.toList(),
					6, 8, 24, 20, 32, 14, 8, 8, 10, 10, 70, 40, 10, 10, 12);
			for (var item : page.items()) {
				table.row(Stream.of(Stream.<@Nullable Object>of(item.rank(), rounded(item.score())),
						person(item.card(), language), points(item.contributions()),
						Stream.<@Nullable Object>of(this.reasons.forThem(item.contributions(), language),
								this.reasons.missing(item.contributions(), language),
								item.shortlisted() ? word(language, "yes") : "", sample(item.card(), language)),
						Stream.<@Nullable Object>of(item.usualRank()))
						.flatMap(cells -> cells)
						.toList());
			}
			about(workbook, demand, page, language);
		});
	}

	/** The people on a shortlist with the notes. */
	byte[] shortlist(DemandView demand, Shortlist list, Locale language) {
		return written(workbook -> {
			var table = new Table(workbook, word(language, "sheet-shortlist"),
					Stream.of("name", "title", "affiliation", "residence", "note", "rank", "score", "domain",
							"language", "country", "wishes", "reasons", "missing", "added-by", "added-at", "sample")
							.map(column -> word(language, "column-" + column))
							.toList(),
					24, 20, 32, 14, 40, 6, 8, 8, 8, 10, 10, 70, 40, 16, 16, 10);
			for (var item : list.items()) {
				var card = item.card();
				table.row(Stream.of((card != null)
						? person(card, language)
						: Stream.<@Nullable Object>of(word(language, "not-published"), null, null, null),
						Stream.<@Nullable Object>of(item.note(), item.rank(),
								(item.score() != null) ? (Object) rounded(item.score()) : null),
						points(item.contributions()),
						Stream.<@Nullable Object>of(this.reasons.forThem(item.contributions(), language),
								this.reasons.missing(item.contributions(), language), item.addedBy(),
								moment(item.addedAt()), (card != null) ? sample(card, language) : ""))
						.flatMap(cells -> cells)
						.toList());
			}
			var about = new Table(workbook, word(language, "sheet-about"), List.of(), 28, 70);
			about.row(Stream.<@Nullable Object>of(word(language, "about-need"), demand.title()).toList());
			about.row(Stream.<@Nullable Object>of(word(language, "about-number"), demand.id()).toList());
		});
	}

	private void about(Workbook workbook, DemandView demand, MatchPage page, Locale language) {
		var about = new Table(workbook, word(language, "sheet-about"), List.of(), 28, 70);
		about.row(Stream.<@Nullable Object>of(word(language, "about-need"), demand.title()).toList());
		about.row(Stream.<@Nullable Object>of(word(language, "about-number"), demand.id()).toList());
		about.row(Stream.<@Nullable Object>of(word(language, "about-made"), moment(page.indexedAt())).toList());
		about.row(Stream.<@Nullable Object>of(word(language, "about-considered"), page.considered()).toList());
		about.row(Stream.<@Nullable Object>of(word(language, "about-total"), page.total()).toList());
		for (var criterion : Criterion.values()) {
			about.row(Stream
					.<@Nullable Object>of(word(language, "about-weight",
							word(language, "column-" + ReasonViews.code(criterion))), page.weights().of(criterion))
					.toList());
		}
		var rotation = page.rotation();
		if (rotation != null) {
			about.row(Stream
					.<@Nullable Object>of(word(language, "about-rotation"),
							word(language, "about-rotation-meaning", String.valueOf(rotation.seed()), rotation.band()))
					.toList());
		}
		for (var exclusion : page.exclusions()) {
			about.row(Stream
					.<@Nullable Object>of(word(language, "about-must", must(exclusion, language)),
							word(language, "about-excluded", exclusion.excluded(), exclusion.excludedAlone()))
					.toList());
		}
		about.row(Stream.<@Nullable Object>of(word(language, "about-score"), word(language, "about-score-meaning"))
				.toList());
	}

	private String must(MatchPage.Exclusion exclusion, Locale language) {
		return switch (exclusion.criterion()) {
			case "language" -> this.reasons.label(Scheme.LANGUAGES, exclusion.code(), language);
			case "country" -> this.reasons.place(exclusion.code(), language);
			case "wishes" -> this.reasons.label(Scheme.COMPETENCES, exclusion.code(), language);
			default -> this.reasons.domain(exclusion.code(), language);
		};
	}

	private Stream<@Nullable Object> person(ExpertCard card, Locale language) {
		var names = card.names();
		var chinese = Locale.CHINESE.getLanguage().equals(language.getLanguage());
		var name = Stream.of(chinese ? names.zh() : names.latin(), chinese ? names.latin() : names.zh(), names.any())
				.filter(Objects::nonNull)
				.findFirst()
				.orElse("");
		var title = card.title();
		var titleText = Stream.of(chinese ? title.zh() : title.en(), chinese ? title.en() : title.zh())
				.filter(Objects::nonNull)
				.findFirst()
				.orElse("");
		var affiliation = card.affiliation();
		return Stream.of(name, titleText, (affiliation != null) ? affiliation.in(language) : "",
				this.reasons.label(Scheme.COUNTRIES, card.residence(), language));
	}

	/** The points of each criterion; an empty cell where the need does not ask for it. */
	private static Stream<@Nullable Object> points(List<ContributionView> contributions) {
		var points = new ArrayList<@Nullable Object>();
		for (var criterion : Criterion.values()) {
			var contribution = contributions.stream()
					.filter(known -> known.criterion().equals(ReasonViews.code(criterion)))
					.findFirst();
			points.add(contribution.isPresent() ? rounded(contribution.get().points()) : null);
		}
		return points.stream();
	}

	private String sample(ExpertCard card, Locale language) {
		return card.sample() ? word(language, "yes") : "";
	}

	private static double rounded(double value) {
		return Math.round(value * 10) / 10.0;
	}

	private static String moment(Instant moment) {
		return MOMENT.format(moment.atZone(HERE));
	}

	private String word(Locale language, String key, Object... arguments) {
		return this.texts.text(language, "matching." + key, arguments);
	}

	private static byte[] written(Filling filling) {
		try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
			filling.fill(workbook);
			workbook.write(out);
			return out.toByteArray();
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	@FunctionalInterface
	private interface Filling {

		void fill(Workbook workbook);

	}

	private static final class Table {

		private final Sheet sheet;

		private final CellStyle wrapped;

		private int next;

		private Table(Workbook workbook, String name, List<String> columns, int... widths) {
			this.sheet = workbook.createSheet(name);
			this.wrapped = workbook.createCellStyle();
			this.wrapped.setWrapText(true);
			this.wrapped.setVerticalAlignment(VerticalAlignment.TOP);
			for (var i = 0; i < widths.length; i++) {
				this.sheet.setColumnWidth(i, widths[i] * CHARACTER);
			}
			if (!columns.isEmpty()) {
				var bold = workbook.createFont();
				bold.setBold(true);
				var heading = workbook.createCellStyle();
				heading.setFont(bold);
				heading.setWrapText(true);
				var row = newRow();
				for (var i = 0; i < columns.size(); i++) {
					var cell = row.createCell(i);
					cell.setCellValue(columns.get(i));
					cell.setCellStyle(heading);
				}
				this.sheet.createFreezePane(0, 1);
			}
		}

		private Row newRow() {
			return this.sheet.createRow(this.next++);
		}

		private void row(List<? extends @Nullable Object> values) {
			var row = newRow();
			for (var i = 0; i < values.size(); i++) {
				var value = values.get(i);
				if (value == null) {
					continue;
				}
				var cell = row.createCell(i);
				cell.setCellStyle(this.wrapped);
				if (value instanceof Number number) {
					cell.setCellValue(number.doubleValue());
				} else {
					cell.setCellValue(Spreadsheet.harmless(value.toString()));
				}
			}
		}

	}

}
