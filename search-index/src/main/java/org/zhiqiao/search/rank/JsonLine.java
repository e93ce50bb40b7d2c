package org.zhiqiao.search.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.zhiqiao.search.CefrLevel;
import tools.jackson.databind.JsonNode;

/**
 * An object of a line and where it stands, read strictly: what is there must have the right type;
 * fields that nobody asks for do not matter.
 */
final class JsonLine {

	private final String file;

	private final int line;

	private final String path;

	private final JsonNode node;

	JsonLine(String file, int line, String path, JsonNode node) throws WrongLine {
		this.file = file;
		this.line = line;
		this.path = path;
		this.node = node;
		if (!node.isObject()) {
			throw new WrongLine(file, line, path, "an object is expected");
		}
	}

	WrongLine wrong(String field, String problem) {
		return new WrongLine(this.file, this.line, this.path + field, problem);
	}

	private @Nullable JsonNode get(String field) {
		JsonNode value = this.node.get(field);
		return (value == null || value.isNull()) ? null : value;
	}

	/**
	 * A text, empty if it is not there.
	 */
	String text(String field) throws WrongLine {
		JsonNode value = get(field);
		if (value == null) {
			return "";
		}
		if (!value.isString()) {
			throw wrong(field, "a text is expected");
		}
		return value.asString();
	}

	/**
	 * A text or number by which something is named.
	 */
	String key(String field) throws WrongLine {
		JsonNode value = get(field);
		if (value != null && value.isIntegralNumber()) {
			return value.asString();
		}
		String key = text(field);
		if (key.isBlank()) {
			throw wrong(field, "is missing");
		}
		if (key.indexOf('\t') >= 0 || key.indexOf('\n') >= 0 || key.indexOf('\r') >= 0) {
			throw wrong(field, "must have no tab or line break");
		}
		return key;
	}

	@Nullable
	Integer year(String field) throws WrongLine {
		JsonNode value = get(field);
		if (value == null) {
			return null;
		}
		if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0 || value.asInt() > 9999) {
			throw wrong(field, "a year is expected");
		}
		return value.asInt();
	}

	boolean flag(String field) throws WrongLine {
		JsonNode value = get(field);
		if (value == null) {
			return false;
		}
		if (!value.isBoolean()) {
			throw wrong(field, "true or false is expected");
		}
		return value.asBoolean();
	}

	@Nullable
	CefrLevel level(String field) throws WrongLine {
		String level = text(field);
		if (level.isEmpty()) {
			return null;
		}
		for (CefrLevel known : CefrLevel.values()) {
			if (known.name().equals(level.toUpperCase(Locale.ROOT))) {
				return known;
			}
		}
		throw wrong(field, "a level from A1 to C2, or native, is expected");
	}

	/**
	 * The texts of an array, none if it is not there.
	 */
	List<String> texts(String field) throws WrongLine {
		List<String> texts = new ArrayList<>();
		JsonNode array = array(field);
		for (int i = 0; array != null && i < array.size(); i++) {
			JsonNode value = array.get(i);
			if (!value.isString() || value.asString().isBlank()) {
				throw wrong(field + "[" + i + "]", "a text is expected");
			}
			texts.add(value.asString());
		}
		return texts;
	}

	/**
	 * The objects of an array, none if it is not there.
	 */
	List<JsonLine> objects(String field) throws WrongLine {
		List<JsonLine> objects = new ArrayList<>();
		JsonNode array = array(field);
		for (int i = 0; array != null && i < array.size(); i++) {
			String place = this.path + field + "[" + i + "]";
			if (!array.get(i).isObject()) {
				throw new WrongLine(this.file, this.line, place, "an object is expected");
			}
			objects.add(new JsonLine(this.file, this.line, place + ".", array.get(i)));
		}
		return objects;
	}

	private @Nullable JsonNode array(String field) throws WrongLine {
		JsonNode value = get(field);
		if (value != null && !value.isArray()) {
			throw wrong(field, "an array is expected");
		}
		return value;
	}

}
