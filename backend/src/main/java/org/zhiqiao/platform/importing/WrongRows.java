package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhiqiao.platform.problem.Texts;
import tools.jackson.core.type.TypeReference;

/** Writes the wrong rows of a list back into a list, with the reasons beside them, to be mended and imported again. */
final class WrongRows {

	private static final String LINE = "行 / Line";

	private static final String REASONS = "错误 / Errors";

	private static final int LONGEST_CELL = 32_000;

	private WrongRows() {}

	/** Whether a heading is one that this class put before the list's own. */
	static boolean isOwnHeading(String heading) {
		return heading.equals(LINE) || heading.equals(REASONS);
	}

	/** A wrong row and what is wrong in it. */
	record Found(int line, String raw, List<RowError> errors) {

	}

	static void write(ImportKind kind, Iterable<Found> rows, Texts texts, Locale language, OutputStream out)
			throws IOException {
		try (var book = new SXSSFWorkbook(100)) {
			var sheet = book.createSheet("错误行 Wrong rows");
			var columns = (kind == ImportKind.SPREADSHEET) ? Arrays.asList(Column.values()) : List.<Column>of();
			var headings = new ArrayList<>(List.of(LINE, REASONS));
			columns.forEach((column) -> headings.add(column.heading()));
			if (columns.isEmpty()) {
				headings.add("原始内容 / Original");
			}
			fill(sheet.createRow(0), headings);
			var at = 1;
			for (var found : rows) {
				var cells = new ArrayList<>(List.of(Integer.toString(found.line()), reasons(found, texts, language)));
				if (columns.isEmpty()) {
					cells.add(found.raw());
				} else {
					Map<String, String> values = found.raw().isEmpty()
							? Map.of()
							: JsonRows.MAPPER.readValue(found.raw(), new TypeReference<Map<String, String>>() {});
					columns.forEach((column) -> cells.add(values.getOrDefault(column.key(), "")));
				}
				fill(sheet.createRow(at++), cells);
			}
			book.write(out);
		}
	}

	private static String reasons(Found found, Texts texts, Locale language) {
		return String.join("\n", found.errors().stream().map((error) -> {
			var field = Column.ofKey(error.field()).map((column) -> column.heading(language)).orElse(error.field());
			return (field.isEmpty() ? "" : field + ": ")
					+ texts.text(language, "field." + error.code(), List.copyOf(error.arguments()));
		}).toList());
	}

	private static void fill(Row row, List<String> cells) {
		for (var i = 0; i < cells.size(); i++) {
			var text = harmless(cells.get(i));
			row.createCell(i).setCellValue((text.length() > LONGEST_CELL) ? text.substring(0, LONGEST_CELL) : text);
		}
	}

	/** A text that a spreadsheet program would take for a formula gets an apostrophe before it. */
	static String harmless(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

}
