package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file really is, by its contents: its name may say anything. */
enum FileType {

	XLSX, CSV, JSON;

	private static final int LOOKED_AT = 4096;

	/**
	 * @throws UnreadableFile if it is none of these, or one that may hide something
	 */
	static FileType of(Path file) throws IOException {
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(LOOKED_AT);
		}
		if (start.length == 0) {
			throw new UnreadableFile("file-empty");
		}
		if (starts(start, 0x50, 0x4B, 0x03, 0x04)) {
			return workbook(file);
		}
		if (starts(start, 0xD0, 0xCF, 0x11, 0xE0)) {
			// The old binary format, or an encrypted one.
			throw new UnreadableFile("file-old-excel");
		}
		if (starts(start, 0x1F, 0x8B) || starts(start, 0x25, 0x50, 0x44, 0x46) || starts(start, 0x89, 0x50, 0x4E, 0x47)
				|| starts(start, 0x7F, 0x45, 0x4C, 0x46) || starts(start, 0x4D, 0x5A)) {
			throw new UnreadableFile("file-type");
		}
		if (starts(start, 0xFF, 0xFE) || starts(start, 0xFE, 0xFF)) {
			return CSV;
		}
		var at = starts(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
		for (var i = at; i < start.length; i++) {
			if (start[i] == 0) {
				throw new UnreadableFile("file-type");
			}
		}
		while (at < start.length && Character.isWhitespace(start[at])) {
			at++;
		}
		if (at < start.length && (start[at] == '{' || start[at] == '[')) {
			return JSON;
		}
		if (at < start.length && start[at] == '<') {
			// A web page that calls itself a spreadsheet.
			throw new UnreadableFile("file-type");
		}
		return CSV;
	}

	private static FileType workbook(Path file) throws IOException {
		try (var zip = new ZipFile(file.toFile())) {
			if (zip.getEntry("xl/vbaProject.bin") != null) {
				throw new UnreadableFile("file-macros");
			}
			if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
				throw new UnreadableFile("file-type");
			}
			return XLSX;
		} catch (ZipException broken) {
			throw new UnreadableFile("file-broken", broken);
		}
	}

	private static boolean starts(byte[] start, int... magic) {
		if (start.length < magic.length) {
			return false;
		}
		for (var i = 0; i < magic.length; i++) {
			if ((start[i] & 0xFF) != magic[i]) {
				return false;
			}
		}
		return true;
	}

}
