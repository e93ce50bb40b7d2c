package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.cooperation.CooperationIntake;
import org.zhiqiao.platform.cooperation.CooperationIntake.Outcome;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Bilingual;

/**
 * Lists of projects, bases, programmes and events. Unlike people they are looked at as a whole first and then stored as a whole:
 * nothing is kept between the two, and the list may be mended in between.
 */
@Service
class CooperationImport {

	private final ImportFiles files;

	private final CooperationReader reader;

	private final CooperationIntake intake;

	private final Texts texts;

	CooperationImport(ImportFiles files, CooperationReader reader, CooperationIntake intake, Texts texts) {
		this.files = files;
		this.reader = reader;
		this.intake = intake;
		this.texts = texts;
	}

	/**
	 * What a list comes to.
	 *
	 * @param stored whether it is stored; never, if a row is wrong
	 * @param unknown headings whose columns are not read
	 */
	record CooperationList(CooperationKind kind, boolean stored, int created, int updated, int unchanged, int wrong,
			List<String> unknown, List<CooperationLine> lines) {

	}

	/** What a row comes to; {@code line} counts from 1. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CooperationLine(int line, @Nullable Bilingual title, Outcome outcome, @Nullable Long id,
			List<WrongCell> errors) {

	}

	/** What is wrong in a cell, and the way out, in the reader's language. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record WrongCell(String column, String text, @Nullable String value) {

	}

	CooperationList look(MultipartFile file, CooperationKind kind, Actor actor, Locale language) throws IOException {
		return answer(read(file, kind), kind, false, actor, language);
	}

	CooperationList store(MultipartFile file, CooperationKind kind, Actor actor, Locale language) throws IOException {
		return answer(read(file, kind), kind, true, actor, language);
	}

	private CooperationReader.Read read(MultipartFile file, CooperationKind kind) throws IOException {
		var stored = this.files.store(file.getInputStream());
		try (var rows = this.files.table(stored)) {
			var read = this.reader.read(kind, rows);
			if (read.rows().isEmpty()) {
				throw new InvalidInput("/file", "file-no-rows");
			}
			return read;
		} catch (UnreadableFile unreadable) {
			throw new InvalidInput("/file", unreadable.code(), CooperationReader.MOST_ROWS);
		} finally {
			this.files.delete(stored);
		}
	}

	private CooperationList answer(CooperationReader.Read read, CooperationKind kind, boolean wanted, Actor actor,
			Locale language) {
		var stores = wanted && read.wrong().isEmpty();
		var taken = stores ? this.intake.take(read.rows(), actor) : this.intake.preview(read.rows(), actor);
		var lines = new ArrayList<CooperationLine>();
		for (var row : taken) {
			var unreadable = read.wrong().getOrDefault(row.line(), List.of());
			// What could not be read is missing afterwards: that it is missing need not be said as well.
			var errors = Stream.concat(unreadable.stream().map(error -> cell(kind, error, language)),
					row.errors()
							.stream()
							.map(error -> new RowError(columnOf(kind, error.pointer()), error.code(),
									error.arguments().stream().map(String::valueOf).toList(), value(error.code(),
											error.arguments())))
							.filter(error -> unreadable.stream().noneMatch(one -> one.field().equals(error.field())))
							.map(error -> cell(kind, error, language)))
					.toList();
			lines.add(new CooperationLine(row.line(), row.title(), errors.isEmpty() ? row.outcome() : Outcome.WRONG,
					row.id(), errors));
		}
		var wrong = count(lines, Outcome.WRONG);
		return new CooperationList(kind, stores && wrong == 0, count(lines, Outcome.CREATED),
				count(lines, Outcome.UPDATED), count(lines, Outcome.UNCHANGED), wrong, read.unknown(), lines);
	}

	private static @Nullable String value(String code, List<?> arguments) {
		return (code.equals("unknown-code") && !arguments.isEmpty()) ? String.valueOf(arguments.getFirst()) : null;
	}

	private static int count(List<CooperationLine> lines, Outcome outcome) {
		return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
	}

	private static String columnOf(CooperationKind kind, String pointer) {
		return CooperationColumn.ofPointer(kind, pointer).map(CooperationColumn::pointer).orElse(pointer);
	}

	private WrongCell cell(CooperationKind kind, RowError error, Locale language) {
		return new WrongCell(
				CooperationColumn.ofPointer(kind, error.field()).map(column -> column.heading(language))
						.orElse(error.field()),
				this.texts.text(language, "field." + error.code(), List.copyOf(error.arguments())), error.value());
	}

}
