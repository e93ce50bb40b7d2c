package org.zhiqiao.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A document of Word on A4 pages, to be edited further: 宋体 for what is read, 黑体 for headings, which are headings to Word too;
 * tables whose heads come again on each page.
 */
public final class WordFile {

	private static final String SONG = "宋体";

	private static final String HEI = "黑体";

	private static final String LATIN = "Times New Roman";

	private static final String INK = "1B365D";

	private static final String TEXT = "22262B";

	private static final String MUTED = "5B646E";

	private static final String HAIR = "B8C0C8";

	private static final String HEAD = "EEF2F6";

	/** In twentieths of a point, as Word counts: 21 by 29.7 cm. */
	private static final int WIDE = 11906;

	private static final int HIGH = 16838;

	private static final int LEFT = 1580;

	private static final int RIGHT = 1240;

	private static final int MARGIN = 1440;

	private static final int INSIDE = WIDE - LEFT - RIGHT;

	private static final int HEADINGS = 2;

	private final XWPFDocument document;

	private final boolean chinese;

	private WordFile(XWPFDocument document, Sheet.Head head) {
		this.document = document;
		this.chinese = head.language().getLanguage().equals("zh");
		var properties = document.getProperties().getCoreProperties();
		properties.setTitle(head.title());
		properties.setCreator(head.author());
		properties.setCreated(Optional.of(Date.from(head.moment())));
		properties.setModified(Optional.of(Date.from(head.moment())));
		page();
		style("Normal", "Normal", SONG, TEXT, 24, -1);
		for (var level = 1; level <= HEADINGS; level++) {
			style("Heading" + level, "heading " + level, HEI, INK, (level == 1) ? 32 : 28, level - 1);
		}
		foot(head);
	}

	/** Writes a document. */
	public static byte[] of(Sheet.Head head, Consumer<WordFile> content) {
		try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
			content.accept(new WordFile(document, head));
			document.write(out);
			return out.toByteArray();
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void page() {
		var section = this.document.getDocument().getBody().addNewSectPr();
		var size = section.addNewPgSz();
		size.setW(BigInteger.valueOf(WIDE));
		size.setH(BigInteger.valueOf(HIGH));
		var margins = section.addNewPgMar();
		margins.setLeft(BigInteger.valueOf(LEFT));
		margins.setRight(BigInteger.valueOf(RIGHT));
		margins.setTop(BigInteger.valueOf(MARGIN));
		margins.setBottom(BigInteger.valueOf(MARGIN));
		margins.setHeader(BigInteger.valueOf(MARGIN / 2));
		margins.setFooter(BigInteger.valueOf(MARGIN / 2));
	}

	/** @param level of the outline, from 0; below 0 for none */
	private void style(String id, String name, String font, String colour, int halfPoints, int level) {
		var styles = this.document.createStyles();
		var style = CTStyle.Factory.newInstance();
		style.setStyleId(id);
		style.addNewName().setVal(name);
		style.setType(STStyleType.PARAGRAPH);
		style.addNewQFormat();
		var look = style.addNewRPr();
		fonts(look.addNewRFonts(), font);
		if (level >= 0) {
			style.addNewBasedOn().setVal("Normal");
			style.addNewNext().setVal("Normal");
			look.addNewB();
			var paragraph = style.addNewPPr();
			paragraph.addNewKeepNext();
			paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
			var spacing = paragraph.addNewSpacing();
			spacing.setBefore(BigInteger.valueOf((level == 0) ? 360 : 240));
			spacing.setAfter(BigInteger.valueOf(120));
		} else {
			style.setDefault(true);
		}
		look.addNewColor().setVal(colour);
		look.addNewSz().setVal(BigInteger.valueOf(halfPoints));
		styles.addStyle(new XWPFStyle(style));
	}

	private static void fonts(CTFonts fonts, String chinese) {
		fonts.setAscii(LATIN);
		fonts.setHAnsi(LATIN);
		fonts.setCs(LATIN);
		fonts.setEastAsia(chinese);
	}

	/** The number of each page and of all pages; the title at the head of each but the first. */
	private void foot(Sheet.Head head) {
		var policy = this.document.createHeaderFooterPolicy();
		var section = this.document.getDocument().getBody().getSectPr();
		section.addNewTitlePg();
		for (var which : List.of(XWPFHeaderFooterPolicy.DEFAULT, XWPFHeaderFooterPolicy.FIRST)) {
			var paragraph = policy.createFooter(which).createParagraph();
			paragraph.setAlignment(ParagraphAlignment.CENTER);
			for (var part : head.pages().split("(?<=\\})|(?=\\{)", -1)) {
				switch (part) {
					case "{page}" -> paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
					case "{pages}" -> paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
					default -> run(paragraph, part, SONG, MUTED, 9, false);
				}
			}
		}
		policy.createHeader(XWPFHeaderFooterPolicy.FIRST).createParagraph();
		var top = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
		top.setAlignment(ParagraphAlignment.CENTER);
		run(top, head.title(), SONG, MUTED, 9, false);
	}

	private static XWPFRun run(XWPFParagraph paragraph, String text, String font, String colour, double size,
			boolean bold) {
		var run = paragraph.createRun();
		var look = run.getCTR().addNewRPr();
		fonts(look.addNewRFonts(), font);
		run.setText(text);
		run.setColor(colour);
		run.setFontSize(size);
		run.setBold(bold);
		return run;
	}

	/** The front page's large lines. */
	public void cover(String kind, String other, String title) {
		var space = this.document.createParagraph();
		space.setSpacingBefore(2800);
		centred(kind, HEI, INK, 28, 120);
		centred(other, SONG, MUTED, 13, 900);
		centred(title, HEI, TEXT, 18, 1200);
	}

	private void centred(String text, String font, String colour, double size, int after) {
		var paragraph = this.document.createParagraph();
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		paragraph.setSpacingAfter(after);
		run(paragraph, text, font, colour, size, font.equals(HEI));
	}

	public void newPage() {
		this.document.createParagraph().createRun().addBreak(BreakType.PAGE);
	}

	/** A heading of the first level. */
	public void section(String text) {
		heading(text, 1);
	}

	/** A heading of the second level. */
	public void part(String text) {
		heading(text, 2);
	}

	private void heading(String text, int level) {
		var paragraph = this.document.createParagraph();
		paragraph.setStyle("Heading" + level);
		paragraph.createRun().setText(text);
	}

	/** A paragraph, which in Chinese begins two characters in. */
	public void text(String text) {
		var paragraph = this.document.createParagraph();
		paragraph.setSpacingBetween(1.5);
		paragraph.setSpacingAfter(80);
		if (this.chinese) {
			paragraph.setIndentationFirstLine(480);
		}
		run(paragraph, text, SONG, TEXT, 12, false);
	}

	/** A remark in small letters. */
	public void note(String text) {
		var paragraph = this.document.createParagraph();
		paragraph.setSpacingAfter(100);
		run(paragraph, text, SONG, MUTED, 9, false);
	}

	/** Pairs of a label and what there is. */
	public void facts(List<String[]> facts) {
		var table = table(facts.size(), 2, new int[]{24, 76});
		for (var i = 0; i < facts.size(); i++) {
			cell(table.getRow(i).getCell(0), facts.get(i)[0], SONG, MUTED, false, false);
			cell(table.getRow(i).getCell(1), facts.get(i)[1], SONG, TEXT, false, false);
		}
	}

	/** Figures under their title, the numbers beneath each other. */
	public void figures(FigureTable figures) {
		var caption = this.document.createParagraph();
		caption.setSpacingBefore(160);
		caption.setSpacingAfter(60);
		caption.setKeepNext(true);
		run(caption, figures.title(), HEI, INK, 10.5, true);
		var columns = figures.columns();
		var rows = figures.texts();
		var table = table(rows.size() + 1, columns.size(),
				columns.stream().mapToInt(FigureTable.Column::width).toArray());
		var head = table.getRow(0);
		head.setRepeatHeader(true);
		for (var i = 0; i < columns.size(); i++) {
			var cell = head.getCell(i);
			cell.setColor(HEAD);
			cell(cell, columns.get(i).head(), HEI, INK, true, columns.get(i).kind().right());
		}
		for (var line = 0; line < rows.size(); line++) {
			var row = table.getRow(line + 1);
			for (var i = 0; i < columns.size(); i++) {
				cell(row.getCell(i), rows.get(line).get(i), SONG, TEXT, false, columns.get(i).kind().right());
			}
		}
		this.document.createParagraph().setSpacingAfter(60);
	}

	private XWPFTable table(int rows, int columns, int[] widths) {
		var table = this.document.createTable(rows, columns);
		table.setTableAlignment(TableRowAlign.CENTER);
		table.setWidth(INSIDE);
		var borders = table.getCTTbl().getTblPr().getTblBorders();
		borders.getLeft().setVal(STBorder.NONE);
		borders.getRight().setVal(STBorder.NONE);
		borders.getInsideV().setVal(STBorder.NONE);
		for (var line : List.of(borders.getTop(), borders.getBottom(), borders.getInsideH())) {
			line.setColor(HAIR);
		}
		var sum = 0;
		for (var width : widths) {
			sum += width;
		}
		for (var row : table.getRows()) {
			row.setCantSplitRow(true);
			for (var i = 0; i < columns; i++) {
				row.getCell(i).setWidth(String.valueOf(INSIDE * widths[i] / sum));
			}
		}
		return table;
	}

	private static void cell(XWPFTableCell cell, String text, String font, String colour, boolean bold,
			boolean number) {
		var paragraph = cell.getParagraphs().getFirst();
		paragraph.setSpacingBefore(30);
		paragraph.setSpacingAfter(30);
		if (number) {
			paragraph.setAlignment(ParagraphAlignment.RIGHT);
		}
		run(paragraph, text, font, colour, 10, bold);
	}

}
