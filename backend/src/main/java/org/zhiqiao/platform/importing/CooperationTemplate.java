package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.taxonomy.Scheme;
import org.zhiqiao.platform.taxonomy.Term;
import org.zhiqiao.platform.taxonomy.Vocabulary;

/** The empty list of one kind of cooperation: headings in both languages, an example that is never imported, explanations. */
@Component
class CooperationTemplate {

	private static final List<Scheme> EXPLAINED = List.of(Scheme.INDUSTRIES, Scheme.HOST_KINDS, Scheme.CITIES,
			Scheme.CHANNELS, Scheme.PROGRAMMES, Scheme.BASE_TYPES, Scheme.COUNTRIES);

	private static final List<String[]> FORMS = List.of(new String[]{"training", "培训班", "Training course"},
			new String[]{"team", "人才团队", "Team"}, new String[]{"talent", "人才计划", "Talent programme"},
			new String[]{"visit", "来访", "Visit from abroad"}, new String[]{"mission", "出访", "Visit abroad"},
			new String[]{"conference", "会议论坛", "Conference"}, new String[]{"exchange", "对接交流", "Exchange meeting"});

	private final Vocabulary vocabulary;

	CooperationTemplate(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	void write(CooperationKind kind, OutputStream out) throws IOException {
		try (var book = new XSSFWorkbook()) {
			var list = book.createSheet(switch (kind) {
				case PROJECT -> "项目 Projects";
				case BASE -> "基地 Bases";
				case PROGRAMME -> "计划 Programmes";
				case EVENT -> "活动 Events";
			});
			var choices = book.createSheet("选项 Choices");
			var bold = bold(book);
			var example = example(book);
			var headings = list.createRow(0);
			var examples = list.createRow(1);
			var columns = CooperationColumn.of(kind);
			for (var place = 0; place < columns.size(); place++) {
				var column = columns.get(place);
				cell(headings, place, column.heading(), bold);
				cell(examples, place, column.example(), example);
				list.setColumnWidth(place, 22 * 256);
				var scheme = column.choices();
				if (scheme.isPresent()) {
					offer(list, choices, place,
							this.vocabulary.terms(scheme.get()).stream().map(Term::code).toList());
				} else if (column == CooperationColumn.FORM) {
					offer(list, choices, place, kind.forms());
				} else if (column == CooperationColumn.BASE_LEVEL) {
					offer(list, choices, place, List.of("national", "provincial"));
				}
			}
			list.createFreezePane(1, 1);
			book.setSheetHidden(book.getSheetIndex(choices), true);
			explain(book, kind, bold);
			book.setActiveSheet(0);
			book.write(out);
		}
	}

	/** Codes stand on a hidden sheet, since a rule itself holds 255 characters; names are understood too. */
	private static void offer(XSSFSheet list, XSSFSheet choices, int place, List<String> codes) {
		for (var i = 0; i < codes.size(); i++) {
			var row = choices.getRow(i);
			((row != null) ? row : choices.createRow(i)).createCell(place).setCellValue(codes.get(i));
		}
		if (codes.isEmpty()) {
			return;
		}
		var letter = CellReference.convertNumToColString(place);
		var helper = list.getDataValidationHelper();
		var rule = helper.createFormulaListConstraint(
				"'" + choices.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + codes.size());
		var validation = helper.createValidation(rule,
				new CellRangeAddressList(1, CooperationReader.MOST_ROWS, place, place));
		validation.setErrorStyle(DataValidation.ErrorStyle.INFO);
		validation.setSuppressDropDownArrow(true);
		validation.setShowErrorBox(false);
		list.addValidationData(validation);
	}

	private void explain(XSSFWorkbook book, CooperationKind kind, CellStyle bold) {
		var sheet = book.createSheet("说明 Explanations");
		var at = 0;
		var first = sheet.createRow(at++);
		cell(first, 0, "列 / Column", bold);
		cell(first, 1, "说明", bold);
		cell(first, 2, "Explanation", bold);
		line(sheet, at++, CooperationColumn.REFERENCE.example(), "第二行是示例，不会被导入；可以删除。不要使用公式和宏。",
				"The second row is an example and is never imported; you may delete it. Use no formulas and no macros.");
		for (var column : CooperationColumn.of(kind)) {
			line(sheet, at++, column.heading(), column.noteZh(), column.noteEn());
		}
		if (kind.occasion()) {
			at++;
			cell(sheet.createRow(at++), 0, CooperationColumn.FORM.heading(), bold);
			for (var form : FORMS) {
				if (kind.forms().contains(form[0])) {
					line(sheet, at++, form[0], form[1], form[2]);
				}
			}
		}
		for (var scheme : EXPLAINED) {
			at++;
			cell(sheet.createRow(at++), 0, scheme.key(), bold);
			for (var term : this.vocabulary.terms(scheme)) {
				line(sheet, at++, term.code(), Objects.requireNonNullElse(term.label().zh(), ""),
						Objects.requireNonNullElse(term.label().en(), ""));
			}
		}
		sheet.setColumnWidth(0, 40 * 256);
		sheet.setColumnWidth(1, 60 * 256);
		sheet.setColumnWidth(2, 60 * 256);
	}

	private static void line(XSSFSheet sheet, int at, String first, String second, String third) {
		var row = sheet.createRow(at);
		cell(row, 0, first, null);
		cell(row, 1, second, null);
		cell(row, 2, third, null);
	}

	private static void cell(Row row, int place, String text, @Nullable CellStyle style) {
		var cell = row.createCell(place);
		cell.setCellValue(text);
		if (style != null) {
			cell.setCellStyle(style);
		}
	}

	private static CellStyle bold(XSSFWorkbook book) {
		var font = book.createFont();
		font.setBold(true);
		var style = book.createCellStyle();
		style.setFont(font);
		style.setWrapText(true);
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
		return style;
	}

}
