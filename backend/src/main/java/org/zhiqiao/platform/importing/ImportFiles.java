package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.PlatformSettings;

/** Keeps uploaded files until their jobs are over, and opens them as what they are. */
@Component
class ImportFiles {

	private final ImportingSettings settings;

	private final Path folder;

	private final OrcidRecord orcid;

	private final Topics topics;

	private final Codes codes;

	ImportFiles(ImportingSettings settings, PlatformSettings platform, OrcidRecord orcid, Topics topics, Codes codes) {
		this.settings = settings;
		var chosen = settings.folder();
		this.folder = (chosen != null) ? chosen : platform.dataDir().resolve("imports");
		this.orcid = orcid;
		this.topics = topics;
		this.codes = codes;
	}

	/** Stores a file so that it outlives a crash, and gives its name. */
	String store(InputStream in) throws IOException {
		Files.createDirectories(this.folder);
		var name = UUID.randomUUID().toString();
		var file = path(name);
		try (in) {
			Files.copy(in, file);
		}
		try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		return name;
	}

	void delete(String name) {
		try {
			Files.deleteIfExists(path(name));
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	boolean exists(String name) {
		return Files.exists(path(name));
	}

	/**
	 * Whether the file can be an import of this kind.
	 * @throws UnreadableFile if not, with the reason
	 */
	void check(ImportKind kind, String name) throws IOException {
		var file = path(name);
		if (Files.size(file) > this.settings.largest().toBytes()) {
			throw new UnreadableFile("file-too-large");
		}
		var type = FileType.of(file);
		if ((kind == ImportKind.SPREADSHEET) == (type == FileType.JSON)) {
			throw new UnreadableFile((kind == ImportKind.SPREADSHEET) ? "file-not-a-table" : "file-not-json");
		}
		try (var reader = open(kind, name, 0)) {
			reader.next();
		}
	}

	/** Opens a table whatever it lists; {@link UnreadableFile} if it is none. */
	SheetRows table(String name) throws IOException {
		var file = path(name);
		if (Files.size(file) > this.settings.largest().toBytes()) {
			throw new UnreadableFile("file-too-large");
		}
		return switch (FileType.of(file)) {
			case XLSX -> new XlsxRows(file);
			case CSV -> new CsvRows(file);
			case JSON -> throw new UnreadableFile("file-not-a-table");
		};
	}

	/** How often the file has to be gone through. */
	static int passes(ImportKind kind) {
		return (kind == ImportKind.OPENALEX) ? 2 : 1;
	}

	RowReader open(ImportKind kind, String name, int pass) throws IOException {
		var file = path(name);
		return switch (kind) {
			case ORCID -> new OrcidReader(file, this.orcid);
			case OPENALEX -> new OpenAlexReader(file, this.topics, pass);
			case SPREADSHEET ->
				new ListReader((FileType.of(file) == FileType.XLSX) ? new XlsxRows(file) : new CsvRows(file),
						this.codes, this.topics);
		};
	}

	private Path path(String name) {
		return this.folder.resolve(name);
	}

}
