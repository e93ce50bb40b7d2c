package org.zhiqiao.platform.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a file of ORCID records. */
final class OrcidReader implements RowReader {

	private final JsonRows rows;

	private final OrcidRecord record;

	OrcidReader(Path file, OrcidRecord record) throws IOException {
		this.rows = new JsonRows(file);
		this.record = record;
	}

	@Override
	public @Nullable Row next() {
		var found = this.rows.next();
		if (found == null) {
			return null;
		}
		var object = found.object();
		if (object == null) {
			return new Row.Wrong(found.line(), found.raw(),
					List.of(RowError.of("", Objects.requireNonNullElse(found.wrong(), "broken-json"), null)));
		}
		if (!OrcidRecord.looksRight(object)) {
			return new Row.Wrong(found.line(), found.raw(),
					List.of(RowError.of("orcid-identifier", "not-orcid", null)));
		}
		return new Row.Person(found.line(), found.raw(), Objects.requireNonNull(OrcidRecord.orcid(object)),
				this.record.read(object), UnaryOperator.identity());
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
