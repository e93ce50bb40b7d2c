package org.zhiqiao.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables of figures as a workbook: numbers are numbers, and no text is a formula. */
public final class Spreadsheet {

	/** Excel takes no longer text in a cell. */
	private static final int LONGEST = 32_767;

	private static final int CHARACTER = 256;

	private Spreadsheet() {}

	/**
	 * A sheet for each table, under its title, and one with notes.
	 * @param notesTitle of the last sheet
	 * @param notes what the figures are, in lines of a label and a text
	 */
	public static byte[] of(List<FigureTable> tables, String notesTitle, List<List<String>> notes) {
		try (var workbook = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
			var head = head(workbook);
			var styles = styles(workbook);
			for (var table : tables) {
				write(workbook, table, head, styles);
			}
			var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(notesTitle));
			sheet.setColumnWidth(0, 20 * CHARACTER);
			sheet.setColumnWidth(1, 90 * CHARACTER);
			var wrapped = workbook.createCellStyle();
			wrapped.setWrapText(true);
			wrapped.setVerticalAlignment(VerticalAlignment.TOP);
			for (var line : notes) {
				var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
				for (var i = 0; i < line.size(); i++) {
					var cell = row.createCell(i);
					cell.setCellStyle(wrapped);
					cell.setCellValue(harmless(line.get(i)));
				}
			}
			workbook.write(out);
			return out.toByteArray();
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** A text that no program takes for a formula, even after the sheet was saved as CSV: texts come from other people. */
	public static String harmless(String text) {
		var cut = (text.length() > LONGEST - 1) ? text.substring(0, LONGEST - 1) : text;
		var start = cut.stripLeading();
		return (!start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0)
				|| (!cut.isEmpty() && "\t\r\n".indexOf(cut.charAt(0)) >= 0) ? "'" + cut : cut;
	}

	private static CellStyle head(Workbook workbook) {
		var bold = workbook.createFont();
		bold.setBold(true);
		var style = workbook.createCellStyle();
		style.setFont(bold);
		style.setWrapText(true);
		return style;
	}

	private static Map<FigureTable.Kind, CellStyle> styles(Workbook workbook) {
		var styles = new EnumMap<FigureTable.Kind, CellStyle>(FigureTable.Kind.class);
		for (var kind : FigureTable.Kind.values()) {
			var style = workbook.createCellStyle();
			style.setVerticalAlignment(VerticalAlignment.TOP);
			if (kind.number()) {
				style.setDataFormat(workbook.createDataFormat().getFormat(kind.format()));
				style.setAlignment(HorizontalAlignment.RIGHT);
			} else {
				style.setWrapText(true);
			}
			styles.put(kind, style);
		}
		return styles;
	}

	private static void write(Workbook workbook, FigureTable table, CellStyle head,
			Map<FigureTable.Kind, CellStyle> styles) {
		var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
		var first = sheet.createRow(0);
		for (var i = 0; i < table.columns().size(); i++) {
			var column = table.columns().get(i);
			sheet.setColumnWidth(i, Math.max(8, column.width()) * CHARACTER);
			var cell = first.createCell(i);
			cell.setCellValue(harmless(column.head()));
			cell.setCellStyle(head);
		}
		sheet.createFreezePane(0, 1);
		for (var values : table.rows()) {
			var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
			for (var i = 0; i < values.size(); i++) {
				var cell = row.createCell(i);
				cell.setCellStyle(styles.get(table.columns().get(i).kind()));
				switch (values.get(i)) {
					// An empty cell would count as nought in a sum of shares.
					case null -> cell.setCellValue(FigureTable.NONE);
					case Number number -> cell.setCellValue(number.doubleValue());
					case Object other -> cell.setCellValue(harmless(other.toString()));
				}
			}
		}
	}

}
