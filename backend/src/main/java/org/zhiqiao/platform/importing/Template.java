package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** The empty list to fill in: headings in both languages, an example that is never imported, choices and explanations. */
@Component
class Template {

	private static final int LAST_ROW = 10_000;

	private static final List<Scheme> EXPLAINED = List.of(Scheme.TITLE_LEVELS, Scheme.INDUSTRIES,
			Scheme.LANGUAGE_LEVELS,
			Scheme.COUNTRY_EXPERIENCE_KINDS, Scheme.COMPETENCES, Scheme.EVIDENCE_KINDS, Scheme.OFFER_KINDS,
			Scheme.LANGUAGES,
			Scheme.COUNTRIES);

	private final Vocabulary vocabulary;

	Template(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	void writeCsv(OutputStream out) throws IOException {
		// With the mark, without which office programs take UTF-8 for something else.
		out.write(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
		var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		var printer = new CSVPrinter(writer, CSVFormat.EXCEL);
		printer.printRecord(Arrays.stream(Column.values()).map(Column::heading).toList());
		printer.printRecord(
				Arrays.stream(Column.values()).map((column) -> WrongRows.harmless(column.example())).toList());
		printer.flush();
	}

	void writeXlsx(OutputStream out) throws IOException {
		try (var book = new XSSFWorkbook()) {
			var list = book.createSheet("专家 Experts");
			var choices = book.createSheet("选项 Choices");
			var heading = heading(book);
			var example = example(book);
			var columns = Column.values();
			var headings = list.createRow(0);
			var examples = list.createRow(1);
			for (var place = 0; place < columns.length; place++) {
				var column = columns[place];
				cell(headings, place, column.heading(), heading);
				cell(examples, place, column.example(), example);
				list.setColumnWidth(place, 22 * 256);
				if (column.choices().isPresent()) {
					offer(list, choices, place, column.choices().get());
				}
			}
			list.createFreezePane(1, 1);
			book.setSheetHidden(book.getSheetIndex(choices), true);
			explain(book, heading);
			book.setActiveSheet(0);
			book.write(out);
		}
	}

	/** A list to choose from; codes of longer lists stand on a hidden sheet, since a rule itself holds 255 characters. */
	private void offer(XSSFSheet list, XSSFSheet choices, int place, Scheme scheme) {
		var codes = this.vocabulary.terms(scheme).stream().map(Term::code).toList();
		if (codes.isEmpty()) {
			return;
		}
		for (var i = 0; i < codes.size(); i++) {
			var row = choices.getRow(i);
			((row != null) ? row : choices.createRow(i)).createCell(place).setCellValue(codes.get(i));
		}
		var letter = CellReference.convertNumToColString(place);
		var helper = list.getDataValidationHelper();
		var rule = helper.createFormulaListConstraint(
				"'" + choices.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + codes.size());
		var validation = helper.createValidation(rule, new CellRangeAddressList(1, LAST_ROW, place, place));
		// A name instead of a code is understood too, so another entry is only remarked on.
		validation.setErrorStyle(DataValidation.ErrorStyle.INFO);
		validation.setSuppressDropDownArrow(true);
		validation.setShowErrorBox(false);
		list.addValidationData(validation);
	}

	private void explain(XSSFWorkbook book, CellStyle heading) {
		var sheet = book.createSheet("说明 Explanations");
		var at = 0;
		var first = sheet.createRow(at++);
		cell(first, 0, "列 / Column", heading);
		cell(first, 1, "说明", heading);
		cell(first, 2, "Explanation", heading);
		var example = sheet.createRow(at++);
		cell(example, 0, Column.EXAMPLE_KEY, null);
		cell(example, 1, "第二行是示例，不会被导入；可以删除。不要使用公式和宏。", null);
		cell(example, 2,
				"The second row is an example and is never imported; you may delete it. Use no formulas and no macros.",
				null);
		for (var column : Column.values()) {
			var row = sheet.createRow(at++);
			cell(row, 0, column.heading(), null);
			cell(row, 1, column.noteZh(), null);
			cell(row, 2, column.noteEn(), null);
		}
		for (var scheme : EXPLAINED) {
			at++;
			cell(sheet.createRow(at++), 0, scheme.key(), heading);
			for (var term : this.vocabulary.terms(scheme)) {
				var row = sheet.createRow(at++);
				cell(row, 0, term.code(), null);
				cell(row, 1, Objects.requireNonNullElse(term.label().zh(), ""), null);
				cell(row, 2, Objects.requireNonNullElse(term.label().en(), ""), null);
			}
		}
		sheet.setColumnWidth(0, 40 * 256);
		sheet.setColumnWidth(1, 60 * 256);
		sheet.setColumnWidth(2, 60 * 256);
	}

	private static void cell(Row row, int place, String text, @Nullable CellStyle style) {
		var cell = row.createCell(place);
		cell.setCellValue(text);
		if (style != null) {
			cell.setCellStyle(style);
		}
	}

	private static CellStyle heading(XSSFWorkbook book) {
		var font = book.createFont();
		font.setBold(true);
		var style = book.createCellStyle();
		style.setFont(font);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.TOP);
		return style;
	}

	private static CellStyle example(XSSFWorkbook book) {
		var font = book.createFont();
		font.setItalic(true);
		var style = book.createCellStyle();
		style.setFont(font);
		style.setWrapText(true);
		style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		style.setVerticalAlignment(VerticalAlignment.TOP);
		return style;
	}

}
