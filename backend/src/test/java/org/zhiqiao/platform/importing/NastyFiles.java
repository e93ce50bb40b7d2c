package org.zhiqiao.platform.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of which something is wrong on purpose. */
final class NastyFiles {

	private NastyFiles() {}

	static byte[] zip(String entry, String contents) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(entry));
			zip.write(contents.getBytes(StandardCharsets.UTF_8));
		}
		return out.toByteArray();
	}

	static byte[] workbook(boolean formula) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook()) {
			var sheet = book.createSheet();
			var rows = new String[][]{{"Key", "Name in Latin letters", "Domains", "Languages"},
					{"K1", "Some Body", "batteries", "en:C1"}, {"K2", "Any Body", "batteries", "en:C1"}};
			for (var i = 0; i < rows.length; i++) {
				var row = sheet.createRow(i);
				for (var j = 0; j < rows[i].length; j++) {
					row.createCell(j).setCellValue(rows[i][j]);
				}
			}
			if (formula) {
				sheet.getRow(1).getCell(1).setCellFormula("CONCATENATE(\"Some\",\" Body\")");
			}
			book.write(out);
		}
		return out.toByteArray();
	}

	static byte[] withFormula() throws IOException {
		return workbook(true);
	}

	static byte[] withMacros() throws IOException {
		return changed(workbook(false), "", "", "xl/vbaProject.bin");
	}

	/** One cell that unfolds to many times the size of the file. */
	static byte[] bomb() throws IOException {
		return changed(workbook(false), "</sheetData>",
				"<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>" + "a".repeat(64 * 1024 * 1024)
						+ "</t></is></c></row></sheetData>",
				"");
	}

	static byte[] withExternalEntity() throws IOException {
		return changed(workbook(false), "<worksheet",
				"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet", "");
	}

	private static byte[] changed(byte[] book, String from, String to, String added) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(book)); var zip = new ZipOutputStream(out)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				var contents = in.readAllBytes();
				if (!from.isEmpty() && entry.getName().equals("xl/worksheets/sheet1.xml")) {
					contents = new String(contents, StandardCharsets.UTF_8).replaceFirst(from, to)
							.getBytes(StandardCharsets.UTF_8);
				}
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(contents);
			}
			if (!added.isEmpty()) {
				zip.putNextEntry(new ZipEntry(added));
				zip.write(1);
			}
		}
		return out.toByteArray();
	}

}
