package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The first sheet of an XLSX file, pulled row by row out of its XML: the sheet is never in memory as a whole. Formulas are
 * reported, not evaluated; external entities and files that unfold to many times their size are refused.
 */
final class XlsxRows implements SheetRows {

	/** A sheet of 10,000 full profiles unfolds to some 60 MB. */
	private static final long LARGEST_PART = 512L * 1024 * 1024;

	private static final double LEAST_RATIO = 0.005;

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
		ZipSecureFile.setMaxEntrySize(LARGEST_PART);
	}

	private final OPCPackage workbook;

	private final InputStream sheet;

	private final XMLStreamReader xml;

	private final ReadOnlySharedStringsTable strings;

	private final StylesTable styles;

	private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

	private int line;

	XlsxRows(Path file) throws IOException {
		OPCPackage opened = null;
		try {
			opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
			refuseMacros(opened);
			var reader = new XSSFReader(opened);
			this.strings = new ReadOnlySharedStringsTable(opened);
			this.styles = reader.getStylesTable();
			var sheets = reader.getSheetsData();
			if (!sheets.hasNext()) {
				throw new UnreadableFile("file-empty");
			}
			this.sheet = sheets.next();
			this.xml = XML.createXMLStreamReader(this.sheet);
			this.workbook = opened;
		} catch (OpenXML4JException | OpenXML4JRuntimeException | SAXException | XMLStreamException broken) {
			revert(opened);
			throw new UnreadableFile("file-broken", broken);
		} catch (IOException | RuntimeException broken) {
			revert(opened);
			throw (broken instanceof UnreadableFile known) ? known : new UnreadableFile("file-broken", broken);
		}
	}

	private static void refuseMacros(OPCPackage workbook) throws OpenXML4JException {
		for (var part : workbook.getParts()) {
			var type = part.getContentType().toLowerCase(Locale.ROOT);
			if (type.contains("macroenabled") || type.contains("vbaproject")) {
				throw new UnreadableFile("file-macros");
			}
		}
	}

	@Override
	public @Nullable Cells next() {
		try {
			while (this.xml.hasNext()) {
				var event = this.xml.next();
				if (event == XMLStreamConstants.DTD) {
					// No spreadsheet program writes one; it could only name other files.
					throw new UnreadableFile("file-broken");
				}
				if (event == XMLStreamConstants.START_ELEMENT && this.xml.getLocalName().equals("row")) {
					return row();
				}
			}
			return null;
		} catch (XMLStreamException broken) {
			throw new UnreadableFile("file-broken", broken);
		} catch (RuntimeException broken) {
			// The guards against files that unfold without end speak up here.
			throw (broken instanceof UnreadableFile known) ? known : new UnreadableFile("file-broken", broken);
		}
	}

	private Cells row() throws XMLStreamException {
		var number = this.xml.getAttributeValue(null, "r");
		this.line = (number != null) ? Integer.parseInt(number) : this.line + 1;
		List<String> cells = new ArrayList<>();
		Set<Integer> formulas = new HashSet<>();
		while (this.xml.hasNext()) {
			var event = this.xml.next();
			if (event == XMLStreamConstants.END_ELEMENT && this.xml.getLocalName().equals("row")) {
				break;
			}
			if (event == XMLStreamConstants.START_ELEMENT && this.xml.getLocalName().equals("c")) {
				var place = this.xml.getAttributeValue(null, "r");
				var column = (place != null) ? new CellReference(place).getCol() : cells.size();
				cell((column >= 0 && column < MOST_CELLS) ? column : -1, cells, formulas);
			}
		}
		return new Cells(this.line, cells, formulas);
	}

	private void cell(int column, List<String> cells, Set<Integer> formulas) throws XMLStreamException {
		var type = this.xml.getAttributeValue(null, "t");
		var style = this.xml.getAttributeValue(null, "s");
		// Programs that turn one kind of cell into the other may leave the other kind's text behind.
		var wanted = "inlineStr".equals(type) ? "t" : "v";
		var text = new StringBuilder();
		var formula = false;
		var reading = false;
		while (this.xml.hasNext()) {
			var event = this.xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				switch (this.xml.getLocalName()) {
					case "f" -> formula = true;
					case "v", "t" -> reading = this.xml.getLocalName().equals(wanted);
					// How a Chinese word is read aloud is not part of it.
					case "rPh" -> skip("rPh");
					default -> {
					}
				}
			} else if (event == XMLStreamConstants.END_ELEMENT) {
				var name = this.xml.getLocalName();
				if (name.equals("c")) {
					break;
				}
				if (name.equals("v") || name.equals("t")) {
					reading = false;
				}
			} else if (event == XMLStreamConstants.CHARACTERS && reading && text.length() < LONGEST_CELL) {
				text.append(this.xml.getText());
			}
		}
		if (column < 0) {
			return;
		}
		while (cells.size() <= column) {
			cells.add("");
		}
		if (formula) {
			formulas.add(column);
		}
		cells.set(column, value(type, style, text.toString()));
	}

	private void skip(String element) throws XMLStreamException {
		while (this.xml.hasNext()) {
			if (this.xml.next() == XMLStreamConstants.END_ELEMENT && this.xml.getLocalName().equals(element)) {
				return;
			}
		}
	}

	private String value(@Nullable String type, @Nullable String style, String text) {
		if (text.isEmpty()) {
			return "";
		}
		if ("s".equals(type)) {
			return this.strings.getItemAt(Integer.parseInt(text)).getString();
		}
		if ("b".equals(type)) {
			return "1".equals(text) ? "TRUE" : "FALSE";
		}
		if (type != null && !"n".equals(type)) {
			return text;
		}
		return number(style, text);
	}

	private String number(@Nullable String style, String text) {
		var number = Double.parseDouble(text);
		if (style != null) {
			var format = this.styles.getStyleAt(Integer.parseInt(style));
			if (format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())) {
				return this.formatter.formatRawCellContents(number, 14, "yyyy-mm-dd");
			}
		}
		return (number == Math.rint(number) && Math.abs(number) < 1e15) ? Long.toString((long) number) : text;
	}

	@Override
	public void close() {
		try (var _ = this.sheet) {
			this.xml.close();
		} catch (XMLStreamException | IOException failure) {
			throw new UncheckedIOException(new IOException(failure));
		} finally {
			this.workbook.revert();
		}
	}

	private static void revert(@Nullable OPCPackage opened) {
		if (opened != null) {
			// Closes a package that was only read, and writes nothing.
			opened.revert();
		}
	}

}
