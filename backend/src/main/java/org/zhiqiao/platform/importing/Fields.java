package org.zhiqiao.platform.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads optional values out of JSON whose shape is somebody else's. */
final class Fields {

	private Fields() {}

	/** The text at the end of a path, or none if it is missing, null, empty or no simple value. */
	static @Nullable String text(JsonNode from, String... path) {
		var node = at(from, path);
		if (!node.isValueNode() || node.isNull() || node.isMissingNode()) {
			return null;
		}
		var text = node.asString("").strip();
		return text.isEmpty() ? null : text;
	}

	/** The year at the end of a path, whether written as a number or as text. */
	static @Nullable Integer year(JsonNode from, String... path) {
		var text = text(from, path);
		return (text != null && text.matches("\\d{4}")) ? Integer.valueOf(text) : null;
	}

	static Stream<JsonNode> each(JsonNode from, String... path) {
		var node = at(from, path);
		return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
	}

	static List<String> texts(Stream<JsonNode> nodes, Function<JsonNode, @Nullable String> text) {
		var texts = new ArrayList<String>();
		nodes.forEach((node) -> {
			var found = text.apply(node);
			if (found != null && !texts.contains(found)) {
				texts.add(found);
			}
		});
		return texts;
	}

	private static JsonNode at(JsonNode from, String... path) {
		var node = from;
		for (var name : path) {
			node = node.path(name);
		}
		return node;
	}

	/** The beginning of a text that may be longer than a profile takes. */
	static @Nullable String cut(@Nullable String text, int longest) {
		return (text == null || text.length() <= longest) ? text : text.substring(0, longest - 1).strip() + "…";
	}

}
