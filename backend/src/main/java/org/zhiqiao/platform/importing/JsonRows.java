package org.zhiqiao.platform.importing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON objects from a file: one a line, or, where the first line is not a whole object, a single document or a list of them.
 * With one a line, a broken line costs only itself.
 */
final class JsonRows implements Closeable {

	/** The largest object: an ORCID record or a work with thousands of entries. */
	static final int LONGEST = 8 * 1024 * 1024;

	/** Deeper than anything that ORCID or OpenAlex write, and far less than what could exhaust the stack. */
	private static final int DEEPEST = 64;

	static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
					.maxNestingDepth(DEEPEST)
					.maxStringLength(LONGEST)
					.maxNameLength(1000)
					.maxNumberLength(100)
					.build())
			.build());

	private final BufferedReader lines;

	private final @Nullable JsonParser whole;

	private int line;

	private boolean ended;

	/** What stands in a line: an object, or the reason why there is none. */
	record Found(int line, String raw, @Nullable JsonNode object, @Nullable String wrong) {

	}

	JsonRows(Path file) throws IOException {
		var oneALine = oneALine(file);
		this.lines = reader(file);
		this.whole = oneALine ? null : MAPPER.createParser(this.lines);
		var parser = this.whole;
		if (parser != null && parser.nextToken() == JsonToken.START_ARRAY) {
			parser.nextToken();
		}
	}

	private static BufferedReader reader(Path file) throws IOException {
		var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
		reader.mark(1);
		if (reader.read() != '\uFEFF') {
			reader.reset();
		}
		return reader;
	}

	private static boolean oneALine(Path file) throws IOException {
		try (var reader = reader(file)) {
			var first = line(reader);
			while (first != null && first.isBlank()) {
				first = line(reader);
			}
			if (first == null || first.length() > LONGEST) {
				return true;
			}
			try {
				return MAPPER.readTree(first).isObject();
			} catch (JacksonException notWhole) {
				// A list, or an object over several lines; but a broken first line of many is no reason to give up the others.
				var second = line(reader);
				return second != null && second.startsWith("{") && second.endsWith("}");
			}
		}
	}

	/** The next object, or none at the end. */
	@Nullable
	Found next() {
		try {
			return (this.whole != null) ? nextOfWhole(this.whole) : nextLine();
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
	}

	private @Nullable Found nextLine() throws IOException {
		while (true) {
			var text = line(this.lines);
			if (text == null) {
				return null;
			}
			this.line++;
			if (text.isBlank()) {
				continue;
			}
			if (text.length() > LONGEST) {
				return new Found(this.line, "", null, "line-too-long");
			}
			return parsed(text);
		}
	}

	private Found parsed(String text) {
		try {
			var node = MAPPER.readTree(text);
			return node.isObject()
					? new Found(this.line, text, node, null)
					: new Found(this.line, text, null, "not-an-object");
		} catch (JacksonException broken) {
			return new Found(this.line, text, null, "broken-json");
		}
	}

	private @Nullable Found nextOfWhole(JsonParser parser) {
		if (this.ended) {
			return null;
		}
		try {
			if (parser.currentToken() == null || parser.currentToken() == JsonToken.END_ARRAY) {
				this.ended = true;
				return null;
			}
			var at = parser.currentTokenLocation().getLineNr();
			JsonNode node = MAPPER.readTree(parser);
			parser.nextToken();
			var raw = node.toString();
			return node.isObject() ? new Found(at, raw, node, null) : new Found(at, raw, null, "not-an-object");
		} catch (JacksonException broken) {
			// Nothing after this place can be trusted.
			this.ended = true;
			var place = broken.getLocation();
			return new Found((place != null) ? place.getLineNr() : 1, "", null, "broken-json");
		}
	}

	/** A line, cut off just above the longest that is taken. */
	private static @Nullable String line(BufferedReader reader) throws IOException {
		var text = new StringBuilder();
		int next = reader.read();
		if (next < 0) {
			return null;
		}
		while (next >= 0 && next != '\n') {
			if (text.length() <= LONGEST) {
				text.append((char) next);
			}
			next = reader.read();
		}
		if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
			text.setLength(text.length() - 1);
		}
		return text.toString();
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
