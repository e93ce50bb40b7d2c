package org.zhiqiao.platform.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A table of figures, the same on a page, in a document and in a workbook.
 *
 * @param title what it shows
 * @param rows as many cells as columns; a number, a text, or null where there is no figure, which is not nought
 */
public record FigureTable(String title, List<Column> columns, List<List<@Nullable Object>> rows) {

	/** Stands where there is no figure. */
	public static final String NONE = "—";

	public FigureTable {
		columns = List.copyOf(columns);
		var copy = new ArrayList<List<@Nullable Object>>();
		for (var row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " heads: " + title);
			}
			copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
		}
		rows = Collections.unmodifiableList(copy);
	}

	/**
	 * A column.
	 *
	 * @param width in relation to the others
	 */
	public record Column(String head, Kind kind, int width) {

	}

	/** What stands in a column, and how its numbers are written. */
	public enum Kind {

		/** Words. */
		TEXT("", false),
		/** How many there are. */
		COUNT("#,##0", true),
		/** A year, which has no separator. */
		YEAR("0", true),
		/** A part of a whole, 0 to 1. */
		SHARE("0.0%", true),
		/** An index, 0 to 1. */
		INDEX("0.000", true),
		/** A part of a whole that is told to a tenth only. */
		ROUGH_SHARE("0%", true),
		/** An index that is told to a tenth only. */
		ROUGH_INDEX("0.0", true);

		private final String format;

		private final boolean number;

		Kind(String format, boolean number) {
			this.format = format;
			this.number = number;
		}

		/** As workbooks know it. */
		public String format() {
			return this.format;
		}

		/** Whether numbers stand in it. */
		public boolean number() {
			return this.number;
		}

		/** Whether what stands in it is compared from line to line, and so ends beneath each other. */
		public boolean right() {
			return this.number && this != YEAR;
		}

		/** A cell in writing. */
		public String text(@Nullable Object value) {
			if (!(value instanceof Number number)) {
				return (value != null) ? value.toString() : NONE;
			}
			return switch (this) {
				case TEXT, YEAR -> String.valueOf(number);
				case COUNT -> String.format(Locale.ROOT, "%,d", number.longValue());
				case SHARE -> String.format(Locale.ROOT, "%.1f%%", number.doubleValue() * 100);
				case INDEX -> String.format(Locale.ROOT, "%.3f", number.doubleValue());
				case ROUGH_SHARE -> String.format(Locale.ROOT, "%.0f%%", number.doubleValue() * 100);
				case ROUGH_INDEX -> String.format(Locale.ROOT, "%.1f", number.doubleValue());
			};
		}

	}

	/** The rows in writing. */
	public List<List<String>> texts() {
		return this.rows.stream().map(row -> {
			var cells = new ArrayList<String>();
			for (var i = 0; i < row.size(); i++) {
				cells.add(this.columns.get(i).kind().text(row.get(i)));
			}
			return List.copyOf(cells);
		}).toList();
	}

}
