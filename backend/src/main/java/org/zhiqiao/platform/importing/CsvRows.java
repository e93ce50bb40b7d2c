package org.zhiqiao.platform.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file: UTF-8 with or without mark, UTF-16 with mark, or GB18030 as Chinese office programs write it. */
final class CsvRows implements SheetRows {

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	CsvRows(Path file) throws IOException {
		var charset = charset(file);
		var separator = separator(file, charset);
		this.parser = CSVFormat.DEFAULT.builder()
				.setDelimiter(separator)
				.setIgnoreEmptyLines(false)
				.get()
				.parse(reader(file, charset));
		this.records = this.parser.iterator();
	}

	@Override
	public @Nullable Cells next() {
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			// Where the record begins: a cell may hold several lines.
			var record = this.records.next();
			var cells = new ArrayList<String>();
			var formulas = new HashSet<Integer>();
			for (var value : record) {
				if (cells.size() >= MOST_CELLS) {
					break;
				}
				if (value.startsWith("=")) {
					formulas.add(cells.size());
				}
				cells.add((value.length() > LONGEST_CELL) ? value.substring(0, LONGEST_CELL) : value);
			}
			return new Cells(Math.toIntExact(this.parser.getRecordNumber()), cells, formulas);
		} catch (UncheckedIOException | IllegalStateException broken) {
			throw new UnreadableFile("file-broken", broken);
		}
	}

	private static Reader reader(Path file, Charset charset) throws IOException {
		var decoder = charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT);
		var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
		reader.mark(1);
		if (reader.read() != '\uFEFF') {
			reader.reset();
		}
		return reader;
	}

	/** The first encoding in which the whole file makes sense. */
	static Charset charset(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			var start = in.readNBytes(2);
			if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
				return StandardCharsets.UTF_16LE;
			}
			if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
				return StandardCharsets.UTF_16BE;
			}
		}
		for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
			if (decodes(file, charset)) {
				return charset;
			}
		}
		throw new UnreadableFile("file-encoding");
	}

	private static boolean decodes(Path file, Charset charset) throws IOException {
		var buffer = new char[8192];
		try (var reader = reader(file, charset)) {
			while (reader.read(buffer) >= 0) {
				// Reading is the test.
			}
			return true;
		} catch (CharacterCodingException wrong) {
			return false;
		}
	}

	/** Of the usual separators, the one that divides the headings most often. */
	private static char separator(Path file, Charset charset) throws IOException {
		try (var reader = new BufferedReader(reader(file, charset))) {
			var headings = reader.readLine();
			var best = ',';
			if (headings != null) {
				for (var candidate : List.of(';', '\t')) {
					if (count(headings, candidate) > count(headings, best)) {
						best = candidate;
					}
				}
			}
			return best;
		}
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((letter) -> letter == wanted).count();
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

}
