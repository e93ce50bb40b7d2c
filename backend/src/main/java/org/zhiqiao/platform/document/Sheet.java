package org.zhiqiao.platform.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Sets Chinese text on A4 pages: headings that are bookmarks, paragraphs, tables whose heads come again on each page. */
public final class Sheet {

	private static final Color INK = new Color(0x1B, 0x36, 0x5D);

	private static final Color TEXT = new Color(0x22, 0x26, 0x2B);

	private static final Color MUTED = new Color(0x5B, 0x64, 0x6E);

	private static final Color VERMILION = new Color(0xB0, 0x2E, 0x1F);

	private static final Color HAIR = new Color(0xB8, 0xC0, 0xC8);

	private static final Color HEAD = new Color(0xEE, 0xF2, 0xF6);

	/** Wider on the left, where files are bound. */
	private static final float LEFT = 79;

	private static final float RIGHT = 62;

	private static final float TOP = 76;

	private static final float BOTTOM = 70;

	/** A heading does not stand alone at the foot of a page. */
	private static final float WITH_HEADING = 110;

	private static final float WITH_LABEL = 64;

	private static final float ROW = 18;

	private static final float SIGNATURE = 34;

	private static final int ROWS_TOGETHER = 10;

	private static final int ID = 16;

	private static final float LEADING = 1.55f;

	private static final float CELL_LEADING = 1.45f;

	private static final float CELL = 9;

	private static final float PADDING = 5;

	private static final float COMPACT_CELL = 7.5f;

	private static final float COMPACT_PADDING = 2.5f;

	private static final float WORDS = 9;

	private static final Breaks BREAKS = new Breaks();

	/** The library marks each subset of a font by chance; the same dossier shall have the same bytes. */
	private static final Pattern CHANCE = Pattern.compile("/[A-Z]{6}\\+(?=NotoSans)");

	/** Days are those of Beijing, wherever the machine is. */
	private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

	/**
	 * What a file says of itself.
	 *
	 * @param title stands at the head of each page but the first
	 * @param moment when it was made
	 * @param language that it is written in
	 * @param pages page and pages, as they stand at the foot
	 */
	public record Head(String title, String author, Instant moment, Locale language, String pages) {

	}

	private final Document document = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final PdfWriter writer;

	private final Letters letters;

	private PdfOutline section;

	private Sheet(Letters letters, Head head, Frame frame) {
		var title = head.title();
		var moment = head.moment();
		this.letters = letters;
		this.writer = PdfWriter.getInstance(this.document, this.bytes);
		this.writer.setPdfVersion(PdfWriter.VERSION_1_7);
		this.writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
		this.writer.setPageEvent(frame);
		this.writer.getExtraCatalog().put(PdfName.LANG, new PdfString(head.language().toLanguageTag()));
		this.document.addTitle(title);
		this.document.addAuthor(head.author());
		this.document.open();
		var calendar = GregorianCalendar.from(moment.atZone(HERE));
		this.writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(calendar));
		this.writer.getInfo().put(PdfName.MODDATE, new PdfDate(calendar));
		var id = Arrays.copyOf(sha256(title + moment), ID);
		this.writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
		this.section = this.writer.getRootOutline();
	}

	/**
	 * Sets a document twice: only then it is known how many pages there are.
	 * @param content is called for each time
	 */
	public static byte[] set(Fonts fonts, Head head, Consumer<Sheet> content) {
		var letters = new Letters(fonts);
		var counting = new Frame(letters, head.title(), head.pages(), 0);
		new Sheet(letters, head, counting).finish(content);
		return new Sheet(letters, head, new Frame(letters, head.title(), head.pages(), counting.last)).finish(content);
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private byte[] finish(Consumer<Sheet> content) {
		content.accept(this);
		this.document.close();
		// Latin 1 gives each byte a character and back.
		return CHANCE.matcher(this.bytes.toString(StandardCharsets.ISO_8859_1))
				.replaceAll("/DOSSIE+")
				.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static Phrase phrase(Letters letters, String text, float size, Color colour, boolean bold) {
		var phrase = new Phrase();
		phrase.setFont(new Font(letters.chinese(), size, Font.NORMAL, colour));
		for (var run : letters.runs(text)) {
			var chunk = new Chunk(run.text(), new Font(run.font(), size, Font.NORMAL, colour));
			chunk.setSplitCharacter(BREAKS);
			if (bold) {
				// One weight of a Chinese font is 10 MB: a thin line around each stroke makes the bold one.
				chunk.setTextRenderMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE, size / 38, colour);
			}
			phrase.add(chunk);
		}
		return phrase;
	}

	private Paragraph paragraph(String text, float size, Color colour, boolean bold) {
		var paragraph = new Paragraph(phrase(this.letters, text, size, colour, bold));
		paragraph.setLeading(size * LEADING);
		return paragraph;
	}

	/** The front page's large lines. */
	public void cover(String kind, String english, String title) {
		space(120);
		centred(paragraph(kind, 30, INK, true), 4);
		centred(paragraph(english, 13, MUTED, false), 46);
		centred(paragraph(title, 19, TEXT, true), 60);
	}

	private void centred(Paragraph paragraph, float after) {
		paragraph.setAlignment(Element.ALIGN_CENTER);
		paragraph.setSpacingAfter(after);
		this.document.add(paragraph);
	}

	private void space(float height) {
		var space = new Paragraph(height, new Chunk(" ", new Font(this.letters.chinese(), 1)));
		this.document.add(space);
	}

	public void newPage() {
		this.document.newPage();
	}

	/** A heading of the first level, with its translation. */
	public void section(String chinese, String english) {
		section(chinese, english, 0);
	}

	/**
	 * A section that stays whole.
	 * @param rows of its table, each for a signature
	 */
	public void section(String chinese, String english, int rows) {
		keep(WITH_HEADING + rows * SIGNATURE);
		this.section = bookmark(this.writer.getRootOutline(), chinese);
		var heading = paragraph(chinese, 15, INK, true);
		heading.add(phrase(this.letters, "   " + english, 9.5f, MUTED, false));
		heading.setLeading(24);
		heading.setSpacingBefore(16);
		heading.setSpacingAfter(5);
		this.document.add(heading);
	}

	/** A heading of the second level. */
	public void part(String text, boolean warning) {
		keep(WITH_HEADING);
		bookmark(this.section, text);
		var heading = paragraph(text, 11.5f, warning ? VERMILION : INK, true);
		heading.setSpacingBefore(8);
		heading.setSpacingAfter(3);
		this.document.add(heading);
	}

	/**
	 * A heading that is no bookmark.
	 * @param rows of the table below: a short one stays whole, a long one begins with some of them
	 */
	public void label(String text, int rows) {
		keep(WITH_LABEL + Math.min(rows, ROWS_TOGETHER) * ROW);
		var label = paragraph(text, 10, INK, true);
		label.setSpacingBefore(7);
		label.setSpacingAfter(2);
		this.document.add(label);
	}

	private PdfOutline bookmark(PdfOutline above, String text) {
		return new PdfOutline(above,
				new PdfDestination(PdfDestination.FITH, this.writer.getVerticalPosition(false)), text);
	}

	private void keep(float height) {
		if (this.writer.getVerticalPosition(false) < this.document.bottom() + height) {
			this.document.newPage();
		}
	}

	public void text(String text) {
		var paragraph = paragraph(text, 10, TEXT, false);
		paragraph.setSpacingAfter(4);
		this.document.add(paragraph);
	}

	public void note(String text) {
		var paragraph = paragraph(text, 8.5f, MUTED, false);
		paragraph.setSpacingAfter(5);
		this.document.add(paragraph);
	}

	/** Pairs of a label and what there is. */
	public void facts(List<String[]> facts) {
		var table = new PdfPTable(new float[]{24, 76});
		table.setWidthPercentage(100);
		table.setSpacingBefore(5);
		table.setSpacingAfter(8);
		for (var fact : facts) {
			table.addCell(cell(fact[0], CELL, PADDING, MUTED, false, null, Rectangle.TOP));
			table.addCell(cell(fact[1], CELL, PADDING, TEXT, false, null, Rectangle.TOP));
		}
		this.document.add(table);
	}

	/**
	 * A table whose head stands on each of its pages.
	 * @param widths in relation to each other
	 */
	public void table(float[] widths, String[] head, Iterable<String[]> rows) {
		table(widths, head, rows, CELL, PADDING);
	}

	/** One of so many rows that it would else fill a volume. */
	public void compactTable(float[] widths, String[] head, Iterable<String[]> rows) {
		table(widths, head, rows, COMPACT_CELL, COMPACT_PADDING);
	}

	/** Figures under a label, the numbers beneath each other. */
	public void figures(FigureTable figures) {
		label(figures.title(), figures.rows().size());
		var columns = figures.columns();
		var widths = new float[columns.size()];
		for (var i = 0; i < widths.length; i++) {
			widths[i] = columns.get(i).width();
		}
		var table = new PdfPTable(widths);
		table.setWidthPercentage(100);
		table.setSpacingBefore(4);
		table.setSpacingAfter(8);
		table.setHeaderRows(1);
		columns.forEach(column -> table.addCell(
				aligned(cell(column.head(), CELL, PADDING, INK, true, HEAD, Rectangle.BOTTOM), column)));
		for (var row : figures.texts()) {
			for (var i = 0; i < widths.length; i++) {
				table.addCell(aligned(cell(row.get(i), CELL, PADDING, TEXT, false, null, Rectangle.BOTTOM),
						columns.get(i)));
			}
		}
		this.document.add(table);
	}

	private static PdfPCell aligned(PdfPCell cell, FigureTable.Column column) {
		if (column.kind().right() && cell.getCompositeElements().getFirst() instanceof Paragraph text) {
			text.setAlignment(Element.ALIGN_RIGHT);
		} else if (column.kind() == FigureTable.Kind.TEXT) {
			// Else words would touch the number before them.
			cell.setPaddingLeft(WORDS);
		}
		return cell;
	}

	private void table(float[] widths, String[] head, Iterable<String[]> rows, float size, float padding) {
		var table = new PdfPTable(widths);
		table.setWidthPercentage(100);
		table.setSpacingBefore(4);
		table.setSpacingAfter(8);
		table.setHeaderRows(1);
		Arrays.stream(head)
				.forEach(text -> table.addCell(cell(text, size, padding, INK, true, HEAD, Rectangle.BOTTOM)));
		for (var row : rows) {
			for (var text : row) {
				table.addCell(cell(text, size, padding, TEXT, false, null, Rectangle.BOTTOM));
			}
		}
		this.document.add(table);
	}

	private PdfPCell cell(String text, float size, float padding, Color colour, boolean bold, @Nullable Color ground,
			int border) {
		var paragraph = paragraph(text, size, colour, bold);
		paragraph.setLeading(size * CELL_LEADING);
		var cell = new PdfPCell();
		cell.addElement(paragraph);
		cell.setBorder(border);
		cell.setBorderWidth(0.5f);
		cell.setBorderColor(HAIR);
		cell.setPaddingTop(0.2f * padding);
		cell.setPaddingBottom(padding);
		cell.setPaddingLeft(4);
		cell.setPaddingRight(4);
		if (ground != null) {
			cell.setBackgroundColor(ground);
		}
		return cell;
	}

	/** Head and foot of each page. */
	private static final class Frame extends PdfPageEventHelper {

		private static final float SIZE = 8.5f;

		private final Letters letters;

		private final String title;

		private final String pages;

		private final int total;

		private int last;

		private Frame(Letters letters, String title, String pages, int total) {
			this.letters = letters;
			this.title = title;
			this.pages = pages;
			this.total = total;
		}

		@Override
		public void onEndPage(PdfWriter writer, Document document) {
			this.last = writer.getPageNumber();
			var canvas = writer.getDirectContent();
			var middle = (document.left() + document.right()) / 2;
			write(canvas, this.pages.replace("{page}", String.valueOf(this.last))
					.replace("{pages}", String.valueOf(this.total)), middle, 40);
			if (this.last > 1) {
				write(canvas, fitting(document.right() - document.left()), middle,
						document.getPageSize().getTop() - 48);
				canvas.setColorStroke(HAIR);
				canvas.setLineWidth(0.5f);
				canvas.moveTo(document.left(), document.getPageSize().getTop() - 56);
				canvas.lineTo(document.right(), document.getPageSize().getTop() - 56);
				canvas.stroke();
			}
		}

		private void write(PdfContentByte canvas, String text, float x, float y) {
			ColumnText.showTextAligned(canvas, Element.ALIGN_CENTER, phrase(this.letters, text, SIZE, MUTED, false), x,
					y,
					0);
		}

		private String fitting(float width) {
			if (this.letters.width(this.title, SIZE) <= width) {
				return this.title;
			}
			var end = this.title.length();
			while (end > 1 && this.letters.width(this.title.substring(0, end) + "…", SIZE) > width) {
				end = this.title.offsetByCodePoints(end, -1);
			}
			return this.title.substring(0, end) + "…";
		}

	}

}
